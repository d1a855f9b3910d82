"""What deviates from a text of record, said to an editor: both texts side by side, and how to mend it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from kb.check import alignment, markup
from kb.check.alignment import Deviation
from kb.check.letters import LOOKALIKES
from kb.model.document import DASH, PARAGRAPH, TITLE, Document, Provision, TextOfRecord, fingerprint
from kb.model.finding import Finding, Span
from kb.model.library import Library

RESTORE = (
    "Chép lại đúng nguyên văn từ {record}:{line}. Có đính chính thì ghi ở docs/_data/corrigenda.yml; "
    "muốn đổi nguyên văn thì đổi tệp đó và mã SHA-256 trước."
)
KINDS = {DASH: "gạch đầu dòng (bắt đầu bằng «- »)", PARAGRAPH: "đoạn văn", TITLE: "phần tiêu đề (giữa hai dòng «:::»)"}
# Of a long run only so many provisions are shown.
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Case:
    """A deviation and where it stands; `translated` is the translation of the provision that must be there."""

    document: Document
    record: TextOfRecord
    deviation: Deviation
    translated: Provision | None

    @property
    def expected(self) -> Provision:
        return self.deviation.expected[0]

    @property
    def actual(self) -> Provision:
        return self.deviation.actual[0]

    @property
    def line(self) -> Span:
        """The beginning of the line at which the fault is reported: of the last one where nothing stands after it."""
        last = self.document.provisions[-1].span if self.document.provisions else Span(self.document.path)
        return Span(self.document.path, self.deviation.place.span.line if self.deviation.place else last.line)

    def restore(self, below: int = 0) -> str:
        return RESTORE.format(record=self.record.path, line=self.expected.span.line + below)


def finding(library: Library, document: Document, deviation: Deviation) -> Finding:
    """The one finding of a deviation."""
    expected = deviation.expected[0].id if deviation.expected else ""
    translated = library.provision("en", document.id, expected)
    return TOLD[deviation.kind](Case(document, library.records[document.id], deviation, translated))


def _altered(case: Case) -> Finding:
    expected, actual = case.expected, case.actual
    pieces = markup.pieces(actual.text)
    if pieces and _only_added(expected.text, actual.text, pieces):
        return _markup(actual, pieces[0], (f"Nguyên văn: {_one_line(expected.text)}",))
    if _torn(expected, actual):
        message = f"Mã ở cuối dòng viết sai; mã của đoạn này là {expected.id}."
        return Finding("STRUCT-001", _at(actual, len(expected.text)), message, f"Ghi {{#{expected.id}}} ở cuối dòng.")
    offset = _first_difference(expected.text, actual.text)
    below = actual.text.count("\n", 0, offset)
    letters = _letters(expected.text, actual.text, offset)
    message = f"{expected.id} khác nguyên văn từ ký tự thứ {offset + 1}{letters}."
    details = [*_both(expected, actual)]
    if case.translated and case.translated.translates != fingerprint(actual.text):
        place = case.translated.span
        details.append(f"Nếu đổi thật, bản dịch cần xem lại: {place.file}:{place.line}")
    return Finding("FID-001", _at(actual, offset), message, case.restore(below), details=tuple(details))


def _torn(expected: Provision, actual: Provision) -> bool:
    """Whether the words are right, and what stands behind them is an ID that lacks a brace or has a blank too much."""
    behind = actual.text.removeprefix(expected.text) if actual.text.startswith(expected.text) else ""
    return expected.id in behind and not behind.replace(expected.id, "").strip(" {}#()[]")


def _swapped(case: Case) -> Finding:
    run = case.deviation.expected
    message = f"Hai đoạn đổi chỗ cho nhau: ở đây phải là {case.expected.id}."
    if len(run) > 1:
        message = f"Hai nhóm {len(run)} đoạn đổi chỗ cho nhau: ở đây phải là {_names(run)}."
    return Finding("FID-004", case.line, message, case.restore(), details=_both(case.expected, case.actual))


def _moved(case: Case) -> Finding:
    run = case.deviation.expected
    stand = f"{case.expected.id} đứng sai chỗ." if len(run) == 1 else f"{_count(run)} đứng sai chỗ: {_names(run)}."
    return Finding("FID-004", case.line, stand, case.restore())


def _exchanged(case: Case) -> Finding:
    (one, other), (first, second) = case.deviation.expected, case.deviation.actual
    message = f"Mã của hai đoạn đổi cho nhau: ở đây phải là {one.id}, ở dòng {second.span.line} phải là {other.id}."
    return Finding("STRUCT-001", _ending(first), message, f"Ghi {{#{one.id}}} ở đây, {{#{other.id}}} ở dòng kia.")


def _renamed(case: Case) -> Finding:
    expected, actual, run = case.expected, case.actual, case.deviation.expected
    message = f"Đoạn này thiếu mã; mã đúng là {expected.id}."
    remedy = f"Ghi {{#{expected.id}}} ở cuối dòng."
    if actual.id:
        message = f"Mã «{actual.id}» không đúng; mã của đoạn này là {expected.id}."
    if len(run) > 1:
        fault = "có mã đếm lệch" if actual.id else "thiếu mã"
        message = f"{_count(run)} {fault}, từ đoạn này; mã đúng là {_names(run)}."
        remedy = f"Ghi {{#{run[0].id}}} … {{#{run[-1].id}}} ở cuối các dòng."
    if actual.kind == TITLE:
        remedy = f"Đặt dòng «::: {{#{expected.id}}}» ngay trước phần tiêu đề."
        return Finding("STRUCT-001", Span(actual.span.file, max(actual.span.line - 1, 1)), message, remedy)
    return Finding("STRUCT-001", _ending(actual), message, remedy)


def _form(case: Case) -> Finding:
    expected = case.expected
    heading = f"tiêu đề cấp {expected.level} (bắt đầu bằng «{'#' * expected.level} »)"
    form = KINDS.get(expected.kind, heading)
    remedy = "Sửa ký hiệu đầu dòng cho đúng dạng."
    return Finding("STRUCT-002", case.actual.span, f"{expected.id} phải là {form}.", remedy)


def _merged(case: Case) -> Finding:
    run = case.deviation.expected
    message = f"{_count(run)} nhập thành một dòng: {_names(run)}."
    endings = ", ".join(f"{{#{provision.id}}}" for provision in run)
    remedy = f"Tách thành {len(run)} dòng, giữa hai dòng có một dòng trống; cuối mỗi dòng ghi mã: {endings}."
    return Finding("FID-005", _at(case.actual, len(run[0].text)), message, remedy)


def _split(case: Case) -> Finding:
    pieces = case.deviation.actual
    lines = ", ".join(str(piece.span.line) for piece in pieces)
    message = f"{case.expected.id} bị tách thành {len(pieces)} dòng: {lines}."
    remedy = f"Nối thành một dòng, cuối dòng ghi {{#{case.expected.id}}}."
    return Finding("FID-006", _at(case.actual, len(case.actual.text)), message, remedy)


def _missing(case: Case) -> Finding:
    run = case.deviation.expected
    what = case.expected.id if len(run) == 1 else _count(run).lower()
    which = "" if len(run) == 1 else f": {_names(run)}"
    where = "ở trước chỗ này" if case.deviation.place else "ở cuối văn bản"
    details = [f"Nguyên văn: {_one_line(provision.text)}" for provision in run[:SHOWN]]
    if len(run) > SHOWN:
        details.append(f"… và {len(run) - SHOWN} đoạn nữa.")
    return Finding("FID-002", case.line, f"Thiếu {what} {where}{which}.", case.restore(), details=tuple(details))


def _extra(case: Case) -> Finding:
    lines = case.deviation.actual
    found = next(((line, pieces[0]) for line in lines if (pieces := markup.pieces(line.text))), None)
    if found:
        return _markup(*found)
    first = case.document.by_id.get(case.actual.id)
    which = "Dòng này" if len(lines) == 1 else f"{len(lines)} dòng liền nhau, từ dòng này,"
    message = f"{which} không có trong nguyên văn {case.record.path}."
    if first and first is not case.actual:
        message = f"Mã {case.actual.id} đã dùng ở dòng {first.span.line}. {message}"
    remedy = "Xóa, hoặc đưa chú thích của người biên tập sang trang khác."
    return Finding("FID-003", case.line, message, remedy)


TOLD = {
    alignment.ALTERED: _altered,
    alignment.SWAPPED: _swapped,
    alignment.EXCHANGED: _exchanged,
    alignment.MOVED: _moved,
    alignment.RENAMED: _renamed,
    alignment.FORM: _form,
    alignment.MERGED: _merged,
    alignment.SPLIT: _split,
    alignment.MISSING: _missing,
    alignment.EXTRA: _extra,
}


def _markup(actual: Provision, piece: str, details: tuple[str, ...] = ()) -> Finding:
    return markup.finding(_at(actual, max(actual.text.find(piece), 0)), piece, details=details)


def _only_added(expected: str, actual: str, pieces: list[str]) -> bool:
    """Whether the words are right but for tags, or for one insertion that holds some."""
    bare = actual
    for piece in pieces:
        bare = bare.replace(piece, "", 1)
    start = _first_difference(expected, actual)
    inserted = len(actual) > len(expected) and actual.endswith(expected[start:])
    return bare.split() == expected.split() or inserted


def _at(provision: Provision, offset: int) -> Span:
    """The place of a character of the words."""
    return provision.span.at(provision.text, offset)


def _ending(provision: Provision) -> Span:
    """Where the ID of a line stands."""
    return Span(provision.span.file, provision.span.line, provision.span.column + len(provision.text) + 1)


def _count(run: tuple[Provision, ...]) -> str:
    return f"{len(run)} đoạn liền nhau"


def _names(run: tuple[Provision, ...]) -> str:
    names = [provision.id for provision in run]
    return ", ".join(names if len(names) <= SHOWN else [*names[: SHOWN - 1], "…", names[-1]])


def _both(expected: Provision, actual: Provision) -> tuple[str, str]:
    return (f"Nguyên văn: {_one_line(expected.text)}", f"Đang ghi:   {_one_line(actual.text)}")


def _one_line(text: str) -> str:
    return text.replace("\n", " ⏎ ")


def _first_difference(one: str, other: str) -> int:
    for offset, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return offset
    return min(len(one), len(other))


def _letters(expected: str, actual: str, offset: int) -> str:
    """Names the code points where the eye cannot tell them apart."""
    if unicodedata.normalize("NFC", expected) == unicodedata.normalize("NFC", actual):
        return ", chỉ ở cách mã hóa chữ có dấu (dựng sẵn hay dựng rời); nhìn thì như nhau"
    one, other = expected[offset : offset + 1], actual[offset : offset + 1]
    letters = one.isalnum() and other.isalnum() and one.isascii() == other.isascii()
    if not one or not other or (letters and other not in LOOKALIKES):
        return ""
    return f" ({_code_point(one)}; đang ghi {_code_point(other)})"


def _code_point(letter: str) -> str:
    # Control characters have no name; of those, only the end of a line stands in a provision.
    name = "xuống dòng" if letter == "\n" else unicodedata.name(letter, "")
    return f"U+{ord(letter):04X} {name}".rstrip()

"""Content of which every field that an editor can write may be given: one unit, or many beside each other."""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from kb.model.document import fingerprint

Unit = dict[str, Any]
Path = tuple[str | int, ...]
"""Where a value stands in a unit: names of fields, and places in lists."""

ISSUER = "Ban Tuyên giáo Trung ương"
SUBJECT = "trồng cây theo mùa"


def unit(number: int) -> Unit:
    """Harmless content: a document that is held, one that is cited, a question, a page, and an entry in each list."""
    key = f"{number}-kh-btgtw-2022"
    held, cited = f"{key}#mo-dau-p1", f"nghi-quyet-{number}"
    return {
        "number": number,
        "held": {
            "number": f"{number}-KH/BTGTW",
            "kind": "KH",
            "issuer": "BTGTW",
            "issuer_name": ISSUER,
            "place": "Hà Nội",
            "date": "2022-03-02",
            "subject": SUBJECT,
            "basis": [],
            "language": "vi",
            "text": "held",
            "source": f"{key}.txt",
            "normalisations": [
                {
                    "provision": "tieu-de",
                    "received": f"Số {number}-KH/BTGTW",
                    "shown": f"{number}-KH/BTGTW",
                    "vi": "Bỏ chữ.",
                    "en": "A word is left out.",
                }
            ],
        },
        "held text": {
            "title": "MỘT CẤP TRÊN",
            "opening": "Mở đầu.",
            "heading": "Mục đích",
            "dash": "Một việc.",
            "id": "i-1",
        },
        "held en": {
            "title": f"Plan No. {number}-KH/BTGTW",
            "subject": "planting by season",
            "issuer_name": "A Commission",
            "place": "Ha Noi",
        },
        "held en text": {"title": "A LEVEL ABOVE", "opening": "Opening.", "heading": "Purposes", "dash": "One task."},
        "cited": {
            **dict.fromkeys(("number", "kind", "issuer", "issuer_name", "place", "date", "subject")),
            "title": f"Nghị quyết {number}",
            "names": [f"Nghị quyết {number}"],
            "basis": [],
            "language": "vi",
            "text": "not-held",
            "stated_by": held,
        },
        "cited en": {"title": f"Resolution {number}", "names": [f"Resolution {number}"]},
        "question": {
            "question": f"Câu hỏi {number} là gì?",
            "group": f"nhom-{number}",
            "provisions": [held],
            "body": f"Kế hoạch nêu việc {number}.",
        },
        "question en": {"question": f"What is question {number}?", "body": f"The plan names task {number}."},
        "page": {"title": f"Trang {number}", "body": f"Lời của trang {number}."},
        "page en": {"title": f"Page {number}", "body": f"Words of page {number}."},
        "phases": _way("giai-doan", number, f"Giai đoạn {number}", f"Phase {number}", held),
        "themes": _way("chu-de", number, f"Chủ đề {number}", f"Theme {number}", held),
        "forms": _way("hinh-thuc", number, f"Hình thức {number}", f"Form {number}", held),
        "bodies": _way("co-quan", number, "Mở đầu", "Opening", held),
        "groups": {"id": f"nhom-{number}", "vi": f"Nhóm {number}", "en": f"Group {number}"},
        "abbreviations": {
            "short": f"VT{number}",
            "kind": "search",
            "vi": f"viết tắt {number}",
            "en": f"short {number}",
            "aliases": [f"vt {number}"],
        },
        "terms": {"term": "đầu", "en_term": "opening", "vi": "Mở đầu", "en": "Opening", "provisions": [held]},
        "changes": {"date": "2022-03-02", "vi": f"Sửa {number}.", "en": f"Change {number}.", "documents": [key]},
        "kinds": {
            "symbol": f"K{number}",
            "vi": f"loại {number}",
            "en": f"kind {number}",
            "spellings": [f"loại {number} khác"],
            "symbols": [f"KK{number}"],
        },
        "issuers": {
            "symbol": f"I{number}",
            "vi": f"Cơ quan {number}",
            "en": f"Body {number}",
            "spellings": [f"CQ {number}"],
        },
        "cited key": cited,
    }


def _way(name: str, number: int, vi: str, en: str, held: str) -> Unit:
    return {"id": f"{name}-{number}", "vi": vi, "en": en, "provisions": [held]}


LISTS = (
    "phases", "themes", "forms", "bodies", "groups", "abbreviations", "terms", "changes", "kinds", "issuers",
)  # fmt: skip
ALWAYS = {
    "kinds": [{"symbol": "KH", "vi": "kế hoạch", "en": "plan"}],
    "issuers": [{"symbol": "BTGTW", "vi": ISSUER, "en": "A Commission"}],
}


def given(base: Unit, values: Mapping[Path, Any]) -> Unit:
    """A unit with other values at some places; a place that is not there is made."""
    made = copy.deepcopy(base)
    for path, value in values.items():
        *way, last = path
        holder: Any = made
        for step, following in pairwise((*way, last)):
            empty: Any = [] if isinstance(following, int) else {}
            holder = holder.setdefault(step, empty) if isinstance(holder, dict) else holder[step]
        if isinstance(holder, list) and last == len(holder):
            holder.append(value)
        else:
            holder[last] = value
    return made


def files(units: Iterable[Unit]) -> dict[str, str]:
    """The files below `docs/` that hold these units: path → text."""
    units = list(units)
    written: dict[str, str] = {}
    for each in units:
        written |= dict(_documents(each))
        written |= dict(_prose(each))
    for name in LISTS:
        entries = [*ALWAYS.get(name, ()), *(each[name] for each in units)]
        written[f"docs/_data/{name}.yml"] = "".join(f"-\n{_fields(entry, '  ')}" for entry in entries)
    return written


def _documents(each: Unit) -> Iterator[tuple[str, str]]:
    """The document that is held says all that the check holds other fields against: an attacker would see to that."""
    number, front = each["number"], each["held"]
    key = f"{number}-kh-btgtw-2022"
    one = {name: _line(text) for name, text in each["held text"].items()}
    named = [each["cited"]["names"][0], each["terms"]["vi"], each["terms"]["term"], each["bodies"]["vi"]]
    one["opening"] += f" Việc ấy nêu ở {'; '.join(map(_line, named))}."
    title = "\n".join((
        one["title"], _line(front["issuer_name"]), "*", f"Số {number}-KH/BTGTW", "ĐẢNG CỘNG SẢN VIỆT NAM",
        f"{_line(front['place'])}, ngày 02 tháng 3 năm 2022", "KẾ HOẠCH", _line(front["subject"]),
    ))  # fmt: skip
    heading, dash = f"I. {one['heading']}", f"- {one['dash']}"
    record = f"{title}\n{one['opening']}\n{heading}\n{dash}\n"
    yield f"docs/_source/{key}.txt", record
    body = (
        f"::: {{#tieu-de}}\n{title}\n:::\n\n{one['opening']} {{#mo-dau-p1}}\n\n## {heading} {{#i}}\n\n"
        f"{dash} {{#{each['held text']['id']}}}\n"
    )
    yield f"docs/vi/van-ban/{key}.md", _file({"sha256": hashlib.sha256(record.encode()).hexdigest(), **front}, body)

    of = [fingerprint(text) for text in (title, one["opening"], heading, one["dash"])]
    front = {"of_subject": fingerprint(str(front["subject"])), **each["held en"]}
    one = {name: _line(text) for name, text in each["held en text"].items()}
    named = [each["cited en"]["names"][0], each["terms"]["en"], each["terms"]["en_term"], each["bodies"]["en"]]
    one["opening"] += f" It stands in {'; '.join(map(_line, named))}."
    lines = (
        one["title"],
        _line(front["issuer_name"]),
        f"{_line(front['place'])}, 2 March 2022",
        "PLAN",
        _line(front["subject"]),
    )
    title = "\n".join(lines)
    body = (
        f"::: {{#tieu-de of={of[0]}}}\n{title}\n:::\n\n{one['opening']} {{#mo-dau-p1 of={of[1]}}}\n\n"
        f"## I. {one['heading']} {{#i of={of[2]}}}\n\n- {one['dash']} {{#i-1 of={of[3]}}}\n"
    )
    yield f"docs/en/van-ban/{key}.md", _file(front, body)

    yield f"docs/vi/van-ban/{each['cited key']}.md", _file(each["cited"], "")
    yield f"docs/en/van-ban/{each['cited key']}.md", _file(each["cited en"], "")


def _line(text: object) -> str:
    return " ".join(str(text).splitlines())


def _prose(each: Unit) -> Iterator[tuple[str, str]]:
    for name, folder, words in (("question", "hoi-dap/cau", "question"), ("page", "trang", "title")):
        vi, en = dict(each[name]), dict(each[f"{name} en"])
        body, other = vi.pop("body"), en.pop("body")
        yield f"docs/vi/{folder}-{each['number']}.md", _file(vi, f"{body}\n")
        of = fingerprint(f"{vi[words]}\n{body.strip()}")
        yield f"docs/en/{folder}-{each['number']}.md", _file({"of": of, **en}, f"{other}\n")


def _file(front: Mapping[str, Any], body: str) -> str:
    return f"---\n{_fields(front)}---\n{body}"


def _fields(fields: Mapping[str, Any], indent: str = "") -> str:
    """One field a line, and what it holds as JSON, which YAML reads."""
    lines = (f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items())
    return "".join(indent + line for line in lines)

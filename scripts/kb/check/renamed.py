"""A translation and its original that no longer have one name: one fault, said at the translation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kb.check.case import Case
from kb.model.document import Document, fingerprint
from kb.model.finding import Finding, Span
from kb.model.library import LANGUAGES
from kb.model.prose import Page, Question

Held = Document | Question | Page


def check_files(case: Case, held: Mapping[str, Mapping[str, Any]], language: str) -> Iterator[Finding]:
    """Originals without a translation and translations without an original; together where one is of the other.

    `held` are documents, questions or pages by language and name.
    """
    originals = {key: each for key, each in held[LANGUAGES[0]].items() if key not in held[language]}
    alone = {key: each for key, each in held[language].items() if key not in held[LANGUAGES[0]]}
    pairs = _pairs(case, originals, alone) if originals and alone else {}
    for key, original in originals.items():
        if key not in pairs.values():
            yield _untranslated(original.path, language)
    for key, translation in alone.items():
        yield _renamed(translation.path, originals[pairs[key]].path) if key in pairs else _lost(translation.path)


def _pairs(case: Case, originals: Mapping[str, Held], translations: Mapping[str, Held]) -> dict[str, str]:
    """By translation the original that it is of, where only one can be."""
    found: dict[str, str] = {}
    for key, translation in translations.items():
        mine = [name for name, original in originals.items() if _is_of(case, translation, original)]
        if len(mine) == 1:
            found[key] = mine[0]
    return found


def _is_of(case: Case, translation: Held, original: Held) -> bool:
    """Whether the fingerprint is of these words, or of a document the title names the number."""
    if not isinstance(original, Document):
        return case.follows(translation.translates, original.path, original.words)
    if original.number:
        return original.number in (translation.title or "")
    return original.subject is not None and translation.subject_of == fingerprint(original.subject)


def _renamed(path: str, original: str) -> Finding:
    message = f"Tệp này là bản dịch của {original}, mà hai tệp không cùng tên."
    remedy = "Đổi tên một tệp theo tệp kia: bản dịch cùng tên với bản tiếng Việt."
    return Finding("TRANS-003", Span(path), message, remedy)


def _lost(path: str) -> Finding:
    original = f"{path.split('/')[0]}/{LANGUAGES[0]}/{path.split('/', 2)[2]}"
    message = f"Không có {original} mà tệp này dịch."
    return Finding("TRANS-003", Span(path), message, f"Xóa tệp này, hoặc lấy lại {original} từ lịch sử (git).")


def _untranslated(path: str, language: str) -> Finding:
    file = path.replace(f"docs/{LANGUAGES[0]}/", f"docs/{language}/", 1)
    return Finding("TRANS-004", Span(path), f"Chưa có bản dịch {file}.", "Thêm tệp đó theo mẫu trong CONTRIBUTING.md.")

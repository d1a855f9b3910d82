"""The register of published addresses, with those that a library has now added to it."""

from __future__ import annotations

from kb.model.library import Library

HEAD = "# Địa chỉ đã công bố, do lệnh «kb freeze» ghi thêm khi công bố; không ai xóa dòng nào.\n"


def register(library: Library) -> str:
    """The text of `published.yml`: what was published before, and what would be now."""
    shown, before = library.published, library.register
    documents = {key: list(ids) for key, ids in before.documents.items()}
    for key, document in shown.originals.items():
        known = documents.setdefault(key, [])
        known += [p.id for p in document.provisions if p.id and p.id not in known]
    questions = sorted({*before.questions, *shown.questions["vi"]})
    lines = [f"  {key}: {' '.join(ids)}".rstrip() for key, ids in sorted(documents.items())]
    return HEAD + "\n".join(["documents:", *lines, "questions:", *(f"  - {key}" for key in questions)]) + "\n"

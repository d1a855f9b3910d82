"""Writes a checkout of synthetic documents that cite one another, with known faults sown on request.

    python -m tests.corpus.generate FOLDER DOCUMENTS [SEED [FAULTS]]

The documents mean nothing and are never published: such a checkout only ever lives in a temporary folder.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from random import Random

from tests.corpus import papers, rendering
from tests.corpus.edits import EDITS, QUESTIONS
from tests.corpus.faults import CONTENT, Fault
from tests.corpus.papers import Paper
from tests.corpus.plan import Plan

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("kinds", "issuers")
EMPTY = ("phases", "themes", "forms", "bodies", "terms", "changes", "abbreviations")
GROUPS = "- id: thu\n  vi: Văn bản thử\n  en: Synthetic documents\n"
IN_A_QUESTION = 5


def generate(folder: Path, documents: int, seed: int, faults: int = 0) -> list[Fault]:
    """Write a checkout with so many documents and so many faults of each sort; give the findings that it must have.

    The same arguments write the same bytes. No two faults are in one document or question. Beside the checkout, in
    `linked/`, stand the same words as Markdown in which every citation is a link.
    """
    _data(folder)
    every = papers.papers(documents, Random(f"{seed} papers"))
    held = [paper for paper in every if paper.places and not paper.status and not paper.over]
    groups = [held[at : at + IN_A_QUESTION] for at in range(0, len(held), IN_A_QUESTION)]
    plan = Plan(every, len(groups), faults, Random(f"{seed} faults"))
    stated: dict[str, str] = {}
    found: list[Fault] = []
    for paper in sorted(every, key=lambda paper: not paper.places):
        found += _document(folder, paper, every, plan, stated, Random(f"{seed} {paper.id}"))
    for index, group in enumerate(groups, 1):
        found += _question(folder, index, group, plan)
    return sorted(found)


def _data(folder: Path) -> None:
    data = folder / "docs/_data"
    data.mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in COPIED:
        shutil.copy(ROOT / f"docs/_data/{name}.yml", data)
    for name in EMPTY:
        (data / f"{name}.yml").write_text("[]\n", encoding="utf-8")
    (data / "groups.yml").write_text(GROUPS, encoding="utf-8")


def _document(
    folder: Path, paper: Paper, every: list[Paper], plan: Plan, stated: dict[str, str], rng: Random
) -> list[Fault]:
    provisions = papers.provisions(paper, every, rng)
    sown = plan.documents.get(paper.id)
    changed = CONTENT[sown].change(provisions, plan.ground) if sown in CONTENT else None
    for each in provisions:
        if not paper.status and each.cited and each.cited.number == each.cited.target.number:
            stated.setdefault(each.cited.target.id, f"{paper.id}#{each.place.id}")
    received = rendering.record(provisions)
    files = {
        "vi": (f"docs/vi/van-ban/{paper.id}.md", vi := rendering.vietnamese(
            paper, provisions, "\n".join(received), stated.get(paper.id)
        )),
        "en": (f"docs/en/van-ban/{paper.id}.md", rendering.english(paper, provisions)),
    }  # fmt: skip
    if paper.places:
        files["record"] = (f"docs/_source/{paper.id}.txt", received)
    fault = None
    if changed is not None:
        line = next(n for n, line in enumerate(vi, 1) if line.endswith(f"{{#{provisions[changed].place.id}}}"))
        fault = Fault(files["vi"][0], line, CONTENT[sown].code)
    elif sown:
        edit = EDITS[sown]
        line = edit.change(files[edit.file][1], plan.ground)
        fault = Fault(files[edit.found_in][0], line, edit.code)
    for file, lines in (*files.values(), (f"linked/{paper.id}.md", rendering.linked(provisions))):
        _write(folder / file, lines)
    return [fault] if fault else []


def _question(folder: Path, index: int, group: list[Paper], plan: Plan) -> list[Fault]:
    lines, translated = rendering.question(index, group)
    file, fault = f"docs/vi/hoi-dap/nhom-{index}.md", []
    if sown := plan.questions.get(index):
        edit, before = QUESTIONS[sown], rendering.asked_and_answered(lines)
        fault = [Fault(file, edit.change(lines, plan.ground), edit.code)]
        if edit.translated:
            now = rendering.asked_and_answered(lines)
            translated = [line.replace(before, now) for line in translated]
    _write(folder / file, lines)
    _write(folder / file.replace("/vi/", "/en/"), translated)
    return fault


def _write(path: Path, lines: list[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes("\n".join(lines).encode())


if __name__ == "__main__":
    target, count, *more = sys.argv[1:]
    for each in generate(Path(target), int(count), *map(int, more or ["1"])):
        sys.stdout.write(f"{each.file}:{each.line} {each.code}\n")

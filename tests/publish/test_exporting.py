"""Files to be taken along are made once: what nothing has changed is kept, and nothing else."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kb import reading
from kb.export import fonts, pdf, word
from kb.export.pdf import Edition
from kb.model.document import WITHHELD
from kb.model.library import LANGUAGES
from kb.publish import exporting
from tests.folders import SAMPLE

PLAN = "23-kh-duk-2021"
HIDDEN = "05-ct-tw-2016"
ENDS = ("docx", "pdf", "akn.xml")
EDITION = Edition(None, "2021-06-01")


@pytest.fixture(scope="module")
def library():
    """A small checkout: the plan and some of the documents that it cites."""
    return reading.read(SAMPLE)


@pytest.fixture(scope="module")
def first(root, library, tmp_path_factory) -> tuple[Path, dict[str, bytes]]:
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copy(root / "requirements.txt", folder)
    shutil.copytree(root / "overrides/assets/fonts", folder / "overrides/assets/fonts")
    return folder, exporting.files(library, folder, EDITION)


@pytest.fixture
def checkout(first, tmp_path) -> Path:
    return Path(shutil.copytree(first[0], tmp_path / "checkout"))


@pytest.fixture
def made(monkeypatch) -> list[str]:
    """What is made anew while a test runs, in order."""
    found: list[str] = []

    def noting(name, work):
        def noted(*given):
            found.append(f"{given[0].language}/{given[0].path}.{name}" if name != "fonts" else name)
            return work(*given)

        return noted

    for module, work, name in ((word, "docx", "docx"), (pdf, "pdf", "pdf"), (fonts, "faces", "fonts")):
        monkeypatch.setattr(module, work, noting(name, getattr(module, work)))
    return found


def changed(library, key=PLAN, **fields):
    document = replace(library.originals[key], **fields)
    return replace(library, documents={**library.documents, "vi": {**library.originals, key: document}})


def test_a_second_time_nothing_is_made(library, first, checkout, made):
    assert exporting.files(library, checkout, EDITION) == first[1]
    assert made == []


def test_another_release_makes_pdf_files_only(library, first, checkout, made):
    found = exporting.files(library, checkout, replace(EDITION, commit="0" * 40))
    assert {path.rpartition(".")[2] for path in made} == {"pdf"}
    assert {path for path in found if found[path] != first[1][path]} == {p for p in first[1] if p.endswith(".pdf")}


def test_other_words_make_the_files_that_hold_them(library, first, checkout, made):
    provisions = library.originals[PLAN].provisions
    last = provisions[-1]._replace(text=f"{provisions[-1].text} Khác.")
    found = exporting.files(changed(library, provisions=(*provisions[:-1], last)), checkout, EDITION)
    assert f"vi/van-ban/{PLAN}.docx" in made
    assert not any(path.startswith("en/") or "giai-doan" in path for path in made)
    differing = {path for path in found if found[path] != first[1][path]}
    assert set(made) == {path for path in differing if not path.endswith(".xml")}


def test_other_code_makes_all_anew_and_the_old_ones_go(library, first, checkout, made):
    (checkout / "requirements.txt").write_text("typst==0\n", encoding="utf-8")
    found = exporting.files(library, checkout, EDITION)
    assert made[0] == "fonts"
    assert sorted(made[1:]) == sorted(path for path in found if not path.endswith(".xml"))
    kept = {path.name for path in (checkout / exporting.FOLDER).iterdir()}
    assert len(kept) == len(made)
    assert not kept & {path.name for path in (first[0] / exporting.FOLDER).iterdir()}


def test_what_an_interrupted_run_left_is_of_no_account(library, first, checkout, made):
    """The fonts half written, and a file that was about to get its name."""
    held = checkout / exporting.FOLDER
    faces = next(path for path in held.iterdir() if path.is_dir())
    faces.rename(faces.with_name(f"{faces.name}.partial"))
    for path in held.glob("*.pdf"):
        path.rename(path.with_name(f"{path.name}.1"))
    assert exporting.files(library, checkout, EDITION) == first[1]
    assert made[0] == "fonts"
    assert all(path.suffix in (".docx", ".pdf") or path.is_dir() for path in held.iterdir())
    assert not list(held.glob("*.partial"))


def test_nothing_of_a_document_that_is_not_published(library, first, checkout):
    found = exporting.files(changed(library, HIDDEN, status=WITHHELD), checkout, EDITION)
    assert first[1].keys() - found.keys() == {f"{each}/van-ban/{HIDDEN}.{end}" for each in LANGUAGES for end in ENDS}

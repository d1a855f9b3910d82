"""A library of synthetic documents: sound, nothing is found; with known faults, these and nothing else."""

from __future__ import annotations

import pytest

from kb import check, reading
from kb.check.gathering import GATHERED
from tests.corpus.generate import generate

DOCUMENTS = 100


def findings(root):
    found = check.run(reading.read(root))
    places = (each for finding in found for each in (finding.everywhere() if finding.code in GATHERED else (finding,)))
    return sorted((f.span.file, f.span.line, f.code) for f in places)


def test_a_sound_corpus_has_no_finding_at_all(tmp_path):
    assert generate(tmp_path, DOCUMENTS, seed=1) == []
    assert findings(tmp_path) == []


@pytest.mark.parametrize(
    ("documents", "faults", "seed"), [(DOCUMENTS, 1, 1), (DOCUMENTS, 1, 2), (DOCUMENTS, 1, 3), (1_000, 8, 5)]
)
def test_all_sown_faults_are_found_and_no_others(tmp_path, documents, faults, seed):
    sown = generate(tmp_path, documents, seed, faults)
    assert findings(tmp_path) == [tuple(fault) for fault in sown]


def test_the_same_arguments_write_the_same_bytes(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    assert generate(one, DOCUMENTS, seed=1, faults=1) == generate(other, DOCUMENTS, seed=1, faults=1)
    files = [path.relative_to(one) for path in sorted(one.rglob("*")) if path.is_file()]
    assert files == [path.relative_to(other) for path in sorted(other.rglob("*")) if path.is_file()]
    assert [file for file in files if (one / file).read_bytes() != (other / file).read_bytes()] == []


def test_the_corpus_is_of_the_size_that_is_promised(tmp_path):
    """About 10 kB and 35 citations a document; some numbers are shared; most texts are held."""
    generate(tmp_path, 200, seed=1)
    library = reading.read(tmp_path)
    documents = library.originals.values()
    cited = [each for each in library.citations if each.language == "vi" and each.provision != "tieu-de"]
    size = sum((tmp_path / document.path).stat().st_size for document in documents)
    numbers = [document.number for document in documents]
    assert (len(documents), len(numbers) - len(set(numbers))) == (200, 10)
    assert 9_000 < size / 200 < 11_000
    assert 32 < len(cited) / 200 < 38
    assert sum(document.held for document in documents) == 180

"""`kb cite`: one JSON line in, one out, each citation resolved against the register."""

from __future__ import annotations

import doctest
import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from kb.export.citing import NotAPassage, cite, row
from tests.folders import CONTENT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ngày 05/5/2021 có 26 đại biểu, tỷ lệ 3/4.", []),
        ("Kế hoạch số 26-KH/BTGTW ngày 05/5/2021", [("26-KH/BTGTW", "resolved", "26-kh-btgtw-2021")]),
        ("Kế hoạch số 26 –KH/BTGTW", [("26-KH/BTGTW", "resolved", "26-kh-btgtw-2021")]),
        ("Kế hoạch số 26-KH/BTGTW ngày 06/5/2021", [("26-KH/BTGTW", "ambiguous", None)]),
        ("Quyết định số 99-QĐ/TW", [("99-QĐ/TW", "missing", None)]),
    ],
)
def test_numbers_resolve_only_where_number_and_date_agree(text, expected, library):
    found = cite(text, library)["citations"]
    assert [(each["canonical"], each["resolution"], each["document"]) for each in found] == expected


@pytest.mark.parametrize(
    ("text", "form", "document"),
    [
        ("Kế hoạch này", "self", None),
        ("theo Kế hoạch nêu trên", "above", None),
        ("Kế hoạch số 26-KH/BTGTW và Kế hoạch nêu trên", "above", "26-kh-btgtw-2021"),
        ("Kế hoạch số 26-KH/BTGTW, Kế hoạch số 23-KH/ĐUK và Kế hoạch nêu trên", "above", None),
        ("thực hiện Chỉ thị 05", "short", "05-ct-tw-2016"),
        ("Nghị quyết Đại hội XIII của Đảng bộ Khối", "name", "nq-dai-hoi-xiii-dang-bo-khoi"),
    ],
)
def test_mentions_resolve_only_where_one_candidate_remains(text, form, document, library):
    [mention] = cite(text, library)["mentions"]
    assert (mention["form"], mention["document"]) == (form, document)


HELD, CITED = "Kế hoạch số 23-KH/ĐUK", "Kế hoạch số 26-KH/BTGTW"
VERDICTS = [
    (HELD, "agrees agrees not-stated not-stated not-stated"),
    (f"mục 1, phần II {HELD} ngày 17/5/2021", "agrees agrees agrees not-stated agrees"),
    (f"mục 9, phần II {HELD} ngày 18/5/2021", "agrees agrees differs not-stated differs"),
    (f"mục 9, phần II {CITED} ngày 05/5/2021", "agrees agrees agrees not-stated text-not-held"),
    ("Hướng dẫn số 26-KH/BTGTW của Bộ Chính trị", "differs agrees not-stated differs not-stated"),
    ("Kế hoạch số 27-KH/BTGTW ngày 05/5/2021", None),
]


@pytest.mark.parametrize(("text", "expected"), VERDICTS)
def test_each_field_has_a_verdict_where_there_is_one_document_to_compare_with(text, expected, library):
    [found] = cite(text, library)["citations"]
    if expected is None:
        assert (found["verdicts"], found["candidates"]) == (None, [])
        return
    assert [each["verdict"] for each in found["verdicts"].values()] == expected.split()
    assert list(found["verdicts"]) == ["kind", "number", "date", "issuer", "locator"]
    assert (found["document"] is None) == (found["resolution"] == "ambiguous")
    assert len(found["candidates"]) == 1


def test_a_date_that_differs_is_told_with_both_values(library):
    [found] = cite(f"{CITED} ngày 06/5/2021", library)["citations"]
    assert found["verdicts"]["date"] == {"verdict": "differs", "printed": "2021-05-06", "registered": "2021-05-05"}
    assert (found["document"], found["candidates"]) == (None, ["26-kh-btgtw-2021"])


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_offsets_slice_the_text_as_given(form, library):
    text = unicodedata.normalize(form, "Theo Chương trình hành động số 07-CTr/ĐUK ngày 29/4/2021")
    [citation] = cite(text, library)["citations"]
    assert text[citation["start"] : citation["end"]] == citation["raw"]
    assert (citation["canonical"], citation["date"]) == ("07-CTr/ĐUK", "2021-04-29")


def test_the_example_of_the_docstring_runs(monkeypatch):
    monkeypatch.chdir(CONTENT)
    [example] = doctest.DocTestFinder(recurse=False).find(cite, "cite", globs={})
    assert len(example.examples) == 7
    assert doctest.DocTestRunner().run(example).failed == 0


def test_the_docstring_names_every_field(library):
    found = cite("Kế hoạch số 26-KH/BTGTW và Kế hoạch này", library)
    assert [field for field in (*found, *found["mentions"][0]) if f"`{field}`" not in cite.__doc__] == []
    assert list(found["mentions"][0]) == [*found["citations"][0], "form"]


NO_PASSAGES = [
    "", "x", "[]", '{"id": 1}', '{"text": 5}', '{"text": "a\x00"}', b"\xff", "[" * 100_000,
    # what could not be written again
    '{"id": NaN, "text": ""}', '{"id": [-Infinity], "text": ""}', '{"id": 1e999, "text": ""}',
    f'{{"id": {"9" * 5000}, "text": ""}}',
]  # fmt: skip


@pytest.mark.parametrize("line", NO_PASSAGES, ids=range(len(NO_PASSAGES)))
def test_a_line_that_is_no_passage_is_named(line, library):
    with pytest.raises(NotAPassage):
        row(line, library)


def test_the_command_reads_what_it_can_and_says_what_it_cannot():
    lines = '{"id": "a", "text": "Chỉ thị số 05-CT/TW"}\n\n \r\nkhông phải JSON\n{"id": "b", "text": ""}\n\n'
    kb = Path(sys.executable).with_name("kb")
    ended = subprocess.run([kb, "cite"], input=lines, cwd=CONTENT, capture_output=True, text=True, check=False)
    assert [json.loads(line)["id"] for line in ended.stdout.splitlines()] == ["a", "b"]
    assert (ended.returncode, ended.stderr.split(":")[0]) == (2, "Dòng 4")


ODD = [
    '{"id": null, "text": "a\\u0000b số 26-KH/BTGTW"}',
    '{"id": "\\ud800", "text": "\\ud800 số 26-KH/BTGTW \\udc00"}',
    '{"id": 1.5, "text": "\\ud83d\\ude00 số 26-KH/BTGTW\\u2028"}',
    '\ufeff{"id": {"a": [1]}, "text": "số 26-KH/BTGTW"}\r',
]


def test_what_comes_out_is_json_whatever_goes_in():
    kb = Path(sys.executable).with_name("kb")
    ended = subprocess.run([kb, "cite"], input="\n".join(ODD).encode(), cwd=CONTENT, capture_output=True, check=True)
    for line, written in zip(ODD, ended.stdout.splitlines(), strict=True):
        given, found = json.loads(line.encode()), json.loads(written, parse_constant=pytest.fail)
        assert found["id"] == given["id"]
        [citation] = found["citations"]
        assert given["text"][citation["start"] : citation["end"]] == citation["raw"] == "26-KH/BTGTW"

"""No content costs more than its size: eight times as much of anything, about eight times the time, not sixty-four."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from kb import check, reading
from kb.check.catalogue import RULES
from kb.model.finding import Finding, Span
from kb.report import FORMS, render
from tests.folders import SAMPLE

FACTOR, ALLOWED = 8, 24
# Below some milliseconds the clock measures itself.
FLOOR = 0.03
Files = dict[str, str]

DOCUMENT, RECORD = "docs/vi/van-ban/thu.md", "docs/_source/thu.txt"
QUESTION, PAGE = "docs/vi/hoi-dap/thu.md", "docs/vi/thu.md"


def document(body: str = "", fields: str = "") -> Files:
    return {DOCUMENT: f"---\nsubject: thử\nlanguage: vi\ntext: held\n{fields}---\n\n{body}"}


def question(body: str = "Lời đáp.", fields: str = "group: ke-hoach\n") -> str:
    return f"---\nquestion: Hỏi gì?\nprovisions:\n  - 23-kh-duk-2021#ii-1.1-1\n{fields}---\n{body}\n"


def page(body: str) -> Files:
    return {PAGE: f"---\ntitle: Trang\n---\n{body}"}


def many(file: str, entry: str) -> Callable[[int], Files]:
    return lambda n: {file: "".join(entry.format(i) for i in range(n))}


def words(number: int) -> str:
    return f"Đoạn thứ {number} nói điều {number}."


def held(authored: Callable[[int], list[str]]) -> Callable[[int], Files]:
    """A text of record of one section, and what is authored for it."""

    def files(n: int) -> Files:
        record = "\n\n".join(["I. MỤC", *(f"- {words(number)}" for number in range(1, n + 1))])
        fields = f"source: thu.txt\nsha256: {hashlib.sha256(record.encode()).hexdigest()}\n"
        return {RECORD: record, **document("\n\n".join(["## I. MỤC {#i}", *authored(n)]), fields)}

    return files


def each(line: Callable[[int, int], str]) -> Callable[[int], Files]:
    return held(lambda n: [line(number, n) for number in range(1, n + 1)])


CONTENT: dict[str, tuple[int, Callable[[int], Files]]] = {
    # what a text of record deviates in
    "every provision altered": (300, each(lambda i, n: f"- Khác {i}. {{#i-{i}}}")),
    "every provision has the words of another": (300, each(lambda i, n: f"- {words(n + 1 - i)} {{#i-{i}}}")),
    "turned round": (300, each(lambda i, n: f"- {words(n + 1 - i)} {{#i-{n + 1 - i}}}")),
    "halves exchanged": (300, each(lambda i, n: f"- {words(j := (i + n // 2) % n + 1)} {{#i-{j}}}")),
    "neighbours exchanged": (300, each(lambda i, n: f"- {words(j := ((i - 1) ^ 1) + 1)} {{#i-{j}}}")),
    "without IDs": (300, each(lambda i, n: f"- {words(i)}")),
    "all of one ID": (300, each(lambda i, n: f"- {words(i)} {{#i-1}}")),
    "all of the same words": (300, each(lambda i, n: f"- Như nhau. {{#i-{i}}}")),
    "broken in two": (300, each(lambda i, n: f"- Đoạn thứ {i} nói {{#i-{i}}}\n\nđiều {i}.")),
    "two in a line": (300, each(lambda i, n: f"- {words(2 * i - 1)} - {words(2 * i)} {{#i-{i}}}")),
    "nothing is there": (300, held(lambda n: [])),
    "no record, without IDs": (500, lambda n: document("- một\n" * n)),
    "no record, one ID": (500, lambda n: document("- một {#i-1}\n" * n)),
    "titles that never close": (500, lambda n: document("::: {#a b}\n\n" * n)),
    "one long line": (20_000, lambda n: document("- " + "lời văn " * n + "{#i-1}")),
    # front matter and data
    "fields that nobody knows": (300, lambda n: document(fields="".join(f"f{i}: 1\n" for i in range(n)))),
    "a long value": (20_000, lambda n: document(fields="title: " + "lời " * n + "\n")),
    "a long list": (1000, lambda n: document(fields="basis: [" + "x, " * n + "x]\n")),
    "values in values": (20_000, lambda n: document(fields="title: " + "[" * n + "\n")),
    "dashes in dashes": (20_000, lambda n: document(fields="title:\n  " + "- " * n + "\n")),
    "abbreviations": (300, many("docs/_data/abbreviations.yml", "- {{short: A{0}, vi: a, en: b, kind: text}}\n")),
    "issuers": (300, many("docs/_data/issuers.yml", "- {{symbol: A{0}, vi: ban a{0}, en: b}}\n")),
    "groups": (300, many("docs/_data/groups.yml", "- {{id: nhom-{0}, vi: a, en: b}}\n")),
    "groups of one ID": (300, many("docs/_data/groups.yml", "- {{id: nhom, vi: a, en: b}}\n")),
    "themes of nothing": (300, many("docs/_data/themes.yml", "- {{id: t{0}, vi: a, en: b, provisions: [a#i]}}\n")),
    # files
    "questions": (60, lambda n: {QUESTION.replace("thu", f"thu-{i}"): question() for i in range(n)}),
    "questions of groups that are not there": (
        60,
        lambda n: {QUESTION.replace("thu", f"thu-{i}"): question(fields=f"group: g{i}\n") for i in range(n)},
    ),
    "documents with a fault each": (
        60,
        lambda n: {DOCUMENT.replace("thu", f"thu-{i}"): document(fields="x: 1\n")[DOCUMENT] for i in range(n)},
    ),
    # citations
    "one missing number again and again": (300, lambda n: {QUESTION: question("số 99-KH/XYZW, " * n)}),
    "missing numbers": (
        300,
        lambda n: {QUESTION: question("\n".join(f"Kế hoạch số {i}-KH/XYZW" for i in range(n)))},
    ),
    "wrong dates": (300, lambda n: {QUESTION: question("Kế hoạch số 26-KH/BTGTW ngày 06/5/2021, " * n)}),
    "wrong locators": (300, lambda n: {QUESTION: question("mục 9, phần IX Kế hoạch số 23-KH/ĐUK, " * n)}),
    # prose
    "links to nothing on one line": (300, lambda n: page("".join(f"[a](b{i}.md) " for i in range(n)))),
    "links that were meant": (300, lambda n: page("".join(f"[a{i}] (b{i}.md " for i in range(n)))),
    "links that never end": (300, lambda n: page("[a](b.md " * n)),
    "anchors and links to them": (100, lambda n: page("\n\n".join(f"## Mục {i}\n\n[a](#muc-x{i})" for i in range(n)))),
    "HTML": (300, lambda n: page("một <b>\n" * n)),
    "look-alikes": (500, lambda n: page("а\u200b\n" * n)),
    "tones both ways": (2000, lambda n: page("hoà hòa " * n)),
    "decomposed": (2000, lambda n: page("ho\u0300a " * n)),
    "brackets": (1000, lambda n: page("[" * n)),
    "emphasis": (1000, lambda n: page("*a **b " * n)),
    "quotes in quotes": (1000, lambda n: page("> " * n)),
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Path:
    return Path(shutil.copytree(SAMPLE, tmp_path_factory.mktemp("linear") / "sample"))


def grows_with_its_size(work: Callable[[int], object], size: int) -> None:
    """Three times at most, since a machine that does other work too is no clock."""
    small, large = [], []
    for _ in range(3):
        small.append(cost(work, size))
        large.append(cost(work, size * FACTOR))
        if min(large) <= max(min(small) * ALLOWED, FLOOR * FACTOR):
            return
    pytest.fail(f"{size}: {min(small):.3f} s, {size * FACTOR}: {min(large):.3f} s")


def cost(work: Callable[[int], object], size: int) -> float:
    begin = process_time()
    work(size)
    return process_time() - begin


@pytest.mark.parametrize("name", CONTENT)
def test_a_check_takes_time_that_grows_with_the_content(name, sample):
    size, files = CONTENT[name]
    found = {}

    def work(n: int) -> None:
        found[n] = check.run(reading.read(sample, overlay=files(n)))

    grows_with_its_size(work, size)
    assert found[size] or name in ("abbreviations", "issuers")


REPORTED = {
    "on one line": lambda n: ([Span("docs/a.md", 1, 12 * i + 1) for i in range(n)], {"docs/a.md": "lời văn dài " * n}),
    "on many lines": lambda n: ([Span("docs/a.md", i + 1) for i in range(n)], {"docs/a.md": "lời văn\n" * n}),
    "in many files": lambda n: ([Span(f"docs/{i}.md") for i in range(n)], {f"docs/{i}.md": "lời" for i in range(n)}),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", REPORTED)
def test_a_report_takes_time_that_grows_with_the_findings(name, form):
    def work(n: int) -> None:
        spans, sources = REPORTED[name](n)
        render(form, [Finding("XREF-001", span, "Sai.", "Sửa.") for span in spans], sources, RULES)

    grows_with_its_size(work, 200)


def test_what_takes_longer_is_found():
    with pytest.raises(pytest.fail.Exception):
        grows_with_its_size(lambda n: [None for _ in range(n) for _ in range(n)], 500)

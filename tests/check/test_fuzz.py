"""Whatever a file holds, the check says so in its place: it never raises, and points at no line that is not there."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kb.report import as_text
from tests.check.checkout import ROOT
from tests.check.plan import FILE as PLAN

# The files by kind, so that documents and data are met as often as the many questions.
FOLDERS = (
    "_data/*.yml",
    "vi/van-ban/*.md",
    "en/van-ban/*.md",
    "vi/hoi-dap/*.md",
    "en/hoi-dap/*.md",
    "vi/*.md",
    "_source/*",
)
FILES = st.sampled_from(FOLDERS).flatmap(
    lambda folder: st.sampled_from([p.relative_to(ROOT).as_posix() for p in sorted((ROOT / "docs").glob(folder))])
)
# What has a meaning somewhere in YAML, Markdown, Unicode or a line of a document.
SNIPPETS = st.sampled_from((
    "---\n", "...\n", "\n", "\n\n", "\r", "\r\n", "\t", " ", "\x00", "\x85", "\u2028", "\ufeff", "\u200b", "\u0301",
    "#", "- ", ": ", "{", "}", "[", "]", "&a ", "*a", "!!x ", "|\n", ">\n", '"', "'", "%", "@", "~", "? ", "0x", "1e3",
    "{#i}", "{#", " of=x}", ":::", "::: {#tieu-de}\n", "## ", "#### 9.9. ", "`", "<b>", "<!--", "[x](y)", "[x](",
    "](https://x)", "2021-02-30", "null", "true", "26-KH/BTGTW", "mục 2 Kế hoạch số 26-KH/BTGTW",
    "Kế hoạch này", "MẬT", "hoà hòa",
))  # fmt: skip
TEXTS = st.one_of(SNIPPETS, st.text(max_size=8), st.binary(max_size=4))
PLACES = st.integers(0, 1_000_000)
EDITS = st.lists(
    st.tuples(st.sampled_from(["insert", "replace", "delete", "cut", "line", "double"]), PLACES, TEXTS), max_size=3
)


def edited(content: bytes, edits: list[tuple[str, int, str | bytes]]) -> bytes:
    """The content of a file after some edits; places are taken modulo its length or its number of lines."""
    for kind, place, new in edits:
        raw = new if isinstance(new, bytes) else new.encode("utf-8", "replace")
        lines = content.split(b"\n")
        at, line = place % (len(content) + 1), place % len(lines)
        match kind:
            case "insert":
                content = content[:at] + raw + content[at:]
            case "replace":
                content = content[:at] + raw + content[at + max(len(raw), 1) :]
            case "delete":
                content = content[:at] + content[at + 1 :]
            case "cut":
                content = content[:at]
            case "line":
                content = b"\n".join([*lines[:line], raw, *lines[line + 1 :]])
            case "double":
                content = b"\n".join([*lines[:line], lines[line], *lines[line:]])
    return content


def bounds(text: str, line: int) -> int:
    """The last column of a line, one behind its last character."""
    return len(text.split("\n")[line - 1]) + 1


@settings(max_examples=45)
@given(file=FILES, edits=EDITS)
@example(file="docs/_data/themes.yml", edits=[("insert", 30, "\x85"), ("insert", 300, "[")])
@example(file="docs/vi/hoi-dap/in-trang.md", edits=[("insert", 20, "\r"), ("insert", 30, ": ")])
@example(file=PLAN, edits=[("cut", 0, "")])
@example(file=PLAN, edits=[("cut", 2300, "")])
@example(file="docs/_source/23-kh-duk-2021.txt", edits=[("cut", 0, "")])
def test_any_edit_gives_findings_inside_the_files(checkout, file, edits):
    content = edited(checkout.texts[file].encode("utf-8"), edits)
    held = {**checkout.texts, file: content.decode("utf-8", "replace").replace("\r\n", "\n")}
    findings = checkout.findings({file: content})
    for finding in findings:
        span = finding.span
        assert 1 <= span.line <= held[span.file].count("\n") + 1
        assert 1 <= span.column <= bounds(held[span.file], span.line)
        assert finding.message
        assert finding.remedy
    assert as_text(findings).count("Cách sửa: ") >= len(findings)
    assert len({(f.span, f.code, f.message) for f in findings}) == len(findings)


@settings(max_examples=15)
@given(
    file=st.sampled_from(
        [PLAN, "docs/vi/hoi-dap/in-trang.md", "docs/_data/themes.yml", "docs/_source/23-kh-duk-2021.txt"]
    ),
    content=st.one_of(
        st.binary(max_size=60), st.lists(SNIPPETS, max_size=12).map(lambda parts: "".join(parts).encode())
    ),
)
def test_any_content_of_a_file(checkout, file, content):
    lines = content.decode("utf-8", "replace").replace("\r\n", "\n").count("\n") + 1
    for finding in checkout.findings({file: content}):
        assert finding.span.file != file or 1 <= finding.span.line <= lines

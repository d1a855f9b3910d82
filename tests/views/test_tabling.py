"""Rows of a table, each a provision, as the table that they make."""

from __future__ import annotations

import pytest

from tests.views.rendering import rendered, words


def table(*lines: str):
    """The tables of staged rows, as parts of rows of cells: tag, words, columns and rows of each."""
    tools = "/// html | div.kb-tools\n\n[x](#x)\n\n///"
    page = rendered("\n\n".join(f"{line}\n\n{tools}" for line in lines))
    return [
        [
            (part.tag, [[(c.tag, words(c), c.get("colspan"), c.get("rowspan")) for c in row[:-1]] for row in part])
            for part in each
        ]
        for each in page.xpath("div[@class='kb-scroll kb-table']/table")
    ]


def test_rows_are_a_table():
    found = table(
        "| a | b | {#i-p1 doc=a row=first-head o=1x2,2}",
        "| c | d | {#i-p2 doc=a row=head}",
        r"| 1 | \[x\] \| y | | {#i-p3 doc=a row=body}",
        "| e | {#i-p4 doc=a row=body o=3}",
        "| f | g | {#i-p5 doc=a row=first-body}",
    )
    cell = (None, None)
    assert found == [
        [
            ("thead", [[("th", "a", None, "2"), ("th", "b", "2", None)], [("th", "c", *cell), ("th", "d", *cell)]]),
            ("tbody", [[("td", "1", *cell), ("td", "[x] | y", *cell), ("td", "", *cell)], [("td", "e", "3", None)]]),
        ],
        [("tbody", [[("td", "f", *cell), ("td", "g", *cell)]])],
    ]  # fmt: skip


def test_a_row_is_the_element_with_its_id_and_has_its_tools_behind_its_words():
    page = rendered(
        "| a | b | {#i-p1 doc=a was=i-p9 row=first-head}\n\n/// html | div.kb-tools\n\n[x](#x)\n\n///\n\nSau."
    )
    (row,) = page.xpath("//*[@id='i-p1']")
    assert (row.tag, row.get("class"), row.get("data-provision")) == ("tr", "kb-prov kb-prov--row", "a#i-p1")
    assert [(each.tag, each.get("class"), each.get("scope")) for each in row] == [
        ("th", None, "col"), ("th", None, "col"), ("td", "kb-row-tools", None),
    ]  # fmt: skip
    assert row[0].find("span").get("id") == "i-p9"
    assert row[2][0].get("class") == "kb-tools"
    assert set(row.attrib) == {"class", "data-provision", "id"}
    assert [each.tag for each in page] == ["div", "p"]


@pytest.mark.parametrize("line", ["a | b {#i-p1 doc=a row=first-body}", "- | a | b | {#i-p1 doc=a row=body}"])
def test_what_is_no_row_stands_as_it_is(line):
    page = rendered(line)
    assert page.xpath("//td") == []
    assert "a | b" in words(page)

"""Documents without number are in the register under every name that a held text gives them."""

from __future__ import annotations

import pytest

from tests.check.chain import held
from tests.check.fields import content
from tests.check.plan import FILE as PLAN
from tests.folders import CONTENT

FOLDER = "docs/vi/van-ban/"
NAMED = sorted(path.stem for path in (CONTENT / FOLDER).glob("[!0-9]*.md"))


def line(checkout, name: str) -> int:
    """The first line of the plan that has a name."""
    lines = checkout.texts[PLAN].split("\n")
    return next(number for number, line in enumerate(lines, 1) if name in line and "{#" in line)


@pytest.mark.parametrize("name", NAMED)
def test_one_that_is_gone_in_both_languages(checkout, name):
    files = [f"docs/{language}/van-ban/{name}.md" for language in ("vi", "en")]
    title = content(checkout.texts[files[0]], files[0]).values["title"]
    assert checkout.faults(dict.fromkeys(files)) == [(PLAN, line(checkout, title), "REG-005")]


@pytest.mark.parametrize("name", ["nq-dai-hoi-xiii-dang", "nq-dai-hoi-xiii-dang-bo-khoi"])
def test_a_name_that_is_gone_in_both_languages(checkout, name):
    files = [f"docs/{language}/van-ban/{name}.md" for language in ("vi", "en")]
    contents = {file: content(checkout.texts[file], file) for file in files}
    second = contents[files[0]].values["names"][1]
    changed = {file: each.without(("names", 1)).text() for file, each in contents.items()}
    assert checkout.faults(changed) == [(PLAN, line(checkout, second), "REG-005")]


WORDS = [
    ("Các đơn vị trồng cây theo mùa giai đoạn 2021 - 2025.", []),
    ("Kế hoạch trồng cây theo mùa giai đoạn 2021 - 2025 gồm hai phần.", []),  # what it says of itself
    ("Các đơn vị thực hiện Nghị quyết Đại hội XIII của Đảng.", ["TRANS-005"]),  # its translation does not name it
    ("Các đơn vị thực hiện Chương trình trồng rừng giai đoạn 2021 - 2025.", ["REG-005"]),
    ("Theo Luật Cây trồng năm 2013 và Luật Cây rừng năm 2014, các đơn vị trồng cây.", ["REG-005"]),
]


@pytest.mark.parametrize(("words", "codes"), WORDS)
def test_what_another_text_names(checkout, words, codes):
    assert [code for _, _, code in checkout.faults(held(81, 2022, words))] == codes

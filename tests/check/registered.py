"""The documents of the register that tests of the checks edit."""

from __future__ import annotations

FOLDER = "docs/vi/van-ban/"
CITED, PROGRAMME, DIRECTIVE, GUIDANCE = (
    f"{FOLDER}{name}.md" for name in ("26-kh-btgtw-2021", "07-ctr-duk-2021", "05-ct-tw-2016", "169-hd-btgtw-2021")
)
NAMED, OTHER, STRATEGY = (
    f"{FOLDER}{name}.md"
    for name in ("nq-dai-hoi-xiii-dang", "nq-dai-hoi-xiii-dang-bo-khoi", "chien-luoc-kinh-te-xa-hoi-2021-2030")
)


def english(file: str) -> str:
    return file.replace("/vi/", "/en/")

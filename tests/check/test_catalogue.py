"""Every rule has a help text, and its examples do what they say."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from kb import check, reading
from kb.check.catalogue import RULES
from kb.model.rule import LARGE_FILE, LINK, NO_FILE, OTHER_ENCODING, Example
from kb.tree import LARGEST
from tests.folders import SAMPLE

CODE = re.compile(r'"([A-Z]+-\d{3})"')


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLE, tmp_path / "sample"))


def codes(root: Path) -> list[str]:
    return [finding.code for finding in check.run(reading.read(root))]


def spoil(root: Path, example: Example) -> None:
    target = root / example.file
    if example.wrong == NO_FILE:
        for file in [*root.glob(example.file)]:
            file.unlink()
    elif example.wrong == OTHER_ENCODING:
        target.write_bytes("Kế hoạch".encode("utf-16"))
    elif example.wrong == LARGE_FILE:
        target.write_bytes(b"x" * (LARGEST + 1))
    elif example.wrong == LINK:
        target.symlink_to(root / "mkdocs.yml")
    elif not example.right:
        assert not target.exists()
        target.parent.mkdir(exist_ok=True)
        target.write_text(example.wrong, encoding="utf-8")
    else:
        text = target.read_text(encoding="utf-8")
        assert text.count(example.right) == 1, "the right wording must stand in the sample once"
        target.write_text(text.replace(example.right, example.wrong), encoding="utf-8")


def test_the_sample_as_it_stands_is_right(sample):
    assert codes(sample) == []


@pytest.mark.parametrize("code", RULES)
def test_the_wrong_wording_breaks_the_rule(code, sample):
    for number, example in enumerate(RULES[code].examples):
        root = Path(shutil.copytree(sample, sample.parent / str(number)))
        spoil(root, example)
        assert code in codes(root)


def test_every_code_in_the_checks_has_a_rule_and_every_rule_is_in_use(root):
    used = set()
    for folder in ("check", "parse"):
        for path in (root / "scripts" / "kb" / folder).rglob("*.py"):
            if "catalogue" not in path.parts:
                used |= set(CODE.findall(path.read_text(encoding="utf-8")))
    for name in ("reading.py", "tree.py"):
        used |= set(CODE.findall((root / "scripts" / "kb" / name).read_text(encoding="utf-8")))
    assert used == set(RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_a_rule_says_what_why_and_how_to_mend(rule):
    assert not rule.title.endswith(".")
    assert rule.why.endswith(".")
    assert rule.remedy.endswith(".")
    assert all((rule.title, rule.examples))

"""The locks install the same files everywhere, and are those of pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

LOCKS = ("requirements.txt", "requirements-test.txt")
# The oldest Python that we promise to run on: Debian 12's.
OLDEST = "3.11.2"

ENTRY = re.compile(
    r"""
    ^(?P<name>[a-z0-9.-]+)==(?P<version>\S+)\ \\\n
    (?P<hashes>(?:[ ]{4}--hash=sha256:[0-9a-f]{64}(?:\ \\)?\n)+)
    """,
    re.M | re.X,
)


def locked(lock: Path) -> dict[str, tuple[str, str]]:
    return {entry["name"]: (entry["version"], entry["hashes"]) for entry in ENTRY.finditer(lock.read_text())}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_is_a_comment_or_a_package_with_its_hashes(root, lock):
    rest = ENTRY.sub("", (root / lock).read_text())
    assert [line for line in rest.splitlines() if line.strip() and not line.lstrip().startswith("#")] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_names_no_index_no_path_and_no_host(root, lock):
    assert re.findall(r"://|--(?!hash=)\S+|/(?:home|root|opt|tmp|usr)/", (root / lock).read_text()) == []


def test_the_tests_lock_holds_all_of_the_sites(root):
    site, test = (locked(root / lock) for lock in LOCKS)
    assert site.items() <= test.items()


def test_the_locks_are_those_of_pyproject(root):
    project = tomllib.loads((root / "pyproject.toml").read_text())
    site, test = (locked(root / lock) for lock in LOCKS)
    wanted = [(line, site) for line in project["project"]["dependencies"] + project["build-system"]["requires"]]
    wanted += [(line, test) for line in project["project"]["optional-dependencies"]["test"]]
    for line, lock in wanted:
        requirement = Requirement(line)
        version, _ = lock[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"{line} is locked as {version}: run make lock"


def test_runs_on_the_oldest_python(root):
    refusing = [
        name
        for name in locked(root / "requirements-test.txt")
        if OLDEST not in SpecifierSet(distribution(name).metadata.get("Requires-Python", ""))
    ]
    assert refusing == []

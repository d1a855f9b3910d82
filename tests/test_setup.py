"""What a newcomer meets: the list of targets, an old Python, a test that could not run."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest


def outcome(*command, **variables):
    """What a command says when it is called from a terminal, not from `make test`."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "PYTEST_"))}
    return subprocess.run(command, env=ours | variables, capture_output=True, text=True, check=False)


@pytest.mark.needs("make")
def test_make_alone_lists_the_targets(root):
    targets = re.search(r"^\.PHONY: (.+)$", (root / "Makefile").read_text(), re.M)[1].split()
    listed = outcome("make", "-C", str(root), "--no-print-directory").stdout.splitlines()
    assert [line.split()[:2] for line in listed] == [
        ["make", target] for target in targets if not target.endswith("-environment")
    ]
    assert all(len(line.split()) > 3 for line in listed)


@pytest.mark.parametrize(
    ("script", "complaint"),
    [
        ('[ "$2" = "${2#*exit}" ] && echo 3.10 || exit 1', "is Python 3.10: 3.11 or newer is needed"),
        ("exit 127", "does not run: install Python 3.11 or newer"),
    ],
)
def test_an_old_or_missing_python_is_refused_in_one_line(root, tmp_path, script, complaint):
    python = tmp_path / "python3"
    python.write_text(f"#!/bin/sh\n{script}\n")
    python.chmod(0o755)
    refused = outcome(root / "scripts/setup/environment.sh", "site", PYTHON=str(python))
    assert refused.returncode == 1
    assert complaint in refused.stderr
    assert refused.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("ci", "code", "summary"),
    [("", 0, "1 skipped, 1 xfailed"), ("true", 1, "1 failed, 1 xfailed")],
)
def test_a_test_that_could_not_run_fails_in_ci_only(root, tmp_path, ci, code, summary):
    test = tmp_path / "test_left_out.py"
    test.write_text(
        "import pytest\n"
        "def test_left_out(): pytest.skip('no browser here')\n"
        "@pytest.mark.xfail\n"
        "def test_expected(): assert False\n"
    )
    ran = outcome(
        sys.executable, "-m", "pytest", "-ra", "-c", os.devnull, "--rootdir", tmp_path, "-p", "tests.conftest", test,
        CI=ci, PYTHONPATH=str(root),
    )  # fmt: skip
    assert (ran.returncode, summary in ran.stdout, "no browser here" in ran.stdout) == (code, True, True)

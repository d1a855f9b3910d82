"""A repository whose history a test writes, commit by commit, from the small checkout of the checks."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path

from kb import reading
from kb.publish import confirming
from tests.folders import SAMPLE

RECORD = "docs/_source/23-kh-duk-2021.txt"
PLAN = "docs/vi/van-ban/23-kh-duk-2021.md"
IN_ENGLISH = "docs/en/van-ban/23-kh-duk-2021.md"
SHA = re.compile(r"(?<=sha256: )[0-9a-f]{64}")
PERSON = {f"GIT_{role}_{what}": "kb" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
DAY = 86_400
FIRST = 1_800_000_000


class History:
    """The work tree at `root`; each commit is a day after the one before it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.days = 0
        shutil.copytree(SAMPLE, root, dirs_exist_ok=True)
        self.git("init", "--quiet", "--initial-branch", "main")
        self.commit("Đưa văn bản vào kho")

    def git(self, *command: str) -> str:
        # What git tells a hook of its own repository must not reach this one.
        ours = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        when = f"{FIRST + self.days * DAY} +0000"
        dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
        settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        done = subprocess.run(
            ["git", "-C", self.root, *command],
            env={**ours, **PERSON, **dates, **settings},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout.strip()

    def commit(self, subject: str = "Sửa") -> str:
        self.days += 1
        self.git("add", "--all", "--force")
        self.git("commit", "--quiet", "--allow-empty", "--message", subject)
        return self.git("rev-parse", "HEAD")

    def text(self, file: str) -> str:
        return (self.root / file).read_text("utf-8")

    def write(self, file: str, text: str) -> None:
        (self.root / file).parent.mkdir(parents=True, exist_ok=True)
        (self.root / file).write_text(text, "utf-8")

    def replace(self, file: str, old: str, new: str) -> None:
        """Put `new` for `old`, which stands once in the file."""
        text = self.text(file)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.write(file, text.replace(old, new))

    def received(self, old: str, new: str) -> tuple[str, str]:
        """Other words in the text of record, its hash registered anew; the old and the new hash."""
        self.replace(RECORD, old, new)
        before = SHA.search(self.text(PLAN))[0]
        after = hashlib.sha256((self.root / RECORD).read_bytes()).hexdigest()
        self.replace(PLAN, before, after)
        return before, after

    def confirm(self, file: str) -> None:
        """Confirm a translation as a whole."""
        self.write(file, confirming.confirmed(reading.read(self.root), file, self.text(file), ()))

"""A repository with a branch and proposals to it, and the steps of each forge's workflow run on them as they stand."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.folders import CONTENT

TOKEN = "only-for-reading"
ALWAYS = "${{ !cancelled() }}"
NUMBER = "7"

# The branch's own way to make the environment: `make` would need an index and a minute.
MAKEFILE = """\
site-environment:
\t@mkdir -p .venv/bin
\t@cp kb.sh .venv/bin/kb
\t@chmod +x .venv/bin/kb
"""
# What a build makes and what a report says is tested elsewhere, and takes half a minute for each proposal.
KB = f"""\
#!/bin/sh
case "$1$KB_REAL" in
build*) mkdir -p site && echo built >site/index.html; exit ;;
diff) echo "# A report"; exit ;;
esac
PYTHONPATH="$PWD/scripts" exec {sys.executable} -P -c 'from kb.cli import main; main()' "$@"
"""


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str

    @property
    def all(self) -> str:
        return self.out + self.err


class Repository:
    """The forge's side: a work tree in which commits are made, and the bare repository that runners fetch from."""

    def __init__(self, folder: Path) -> None:
        self.tree = folder / "tree"
        self.server = folder / "server"
        self.bare = self.server / "kb.git"

    def git(self, *command: str) -> str:
        return _run(["git", "-C", str(self.tree), *command], self.tree, {}).out.strip()

    def commit(self) -> str:
        self.git("add", "--all", "--force")
        self.git("commit", "--quiet", "--allow-empty", "--message", "Sửa")
        return self.git("rev-parse", "HEAD")

    def propose(self) -> str:
        """Commit what the work tree holds and make it what the pull request proposes."""
        proposed = self.commit()
        self.git("push", "--quiet", "--force", str(self.bare), f"HEAD:refs/pull/{NUMBER}/head",
                 f"HEAD:refs/merge-requests/{NUMBER}/head")  # fmt: skip
        return proposed

    def write(self, path: str, text: str) -> None:
        (self.tree / path).parent.mkdir(parents=True, exist_ok=True)
        (self.tree / path).write_text(text, encoding="utf-8")

    def replace(self, path: str, old: str, new: str) -> int:
        """Put `new` for the first `old` in a file; the line on which that is."""
        text = (self.tree / path).read_text("utf-8")
        before, found, after = text.partition(old)
        assert found, f"{path} has no {old!r}"
        self.write(path, before + new + after)
        return before.count("\n") + 1


def first(root: Path, folder: Path) -> Repository:
    """The branch `main` with the code of this checkout and the content that tests begin with."""
    repository = Repository(folder)
    shutil.copytree(CONTENT / "docs", repository.tree / "docs")
    ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
    shutil.copytree(root / "scripts", repository.tree / "scripts", ignore=ignored)
    for name in ("mkdocs.yml", ".gitattributes", ".gitignore"):
        shutil.copy(root / name, repository.tree / name)
    repository.write("Makefile", MAKEFILE)
    repository.write("kb.sh", KB)
    repository.git("init", "--quiet", "--initial-branch", "main")
    repository.commit()
    _run(["git", "clone", "--quiet", "--bare", str(repository.tree), str(repository.bare)], folder, {})
    # What a URL without the ending names, as on a forge.
    (repository.server / "kb").symlink_to("kb.git")
    return repository


def copy(repository: Repository, folder: Path) -> Repository:
    shutil.copytree(repository.tree.parent, folder, symlinks=True, dirs_exist_ok=True)
    return Repository(folder)


def github(workflow: Path, repository: Repository, proposed: str, runner: Path, **variables: str) -> Outcome:
    """Run the steps as GitHub's runner does, which Forgejo's and Gitea's follow."""
    contexts = {
        "github.event.pull_request.base.ref": "main",
        "github.event.pull_request.head.sha": proposed,
        "github.event.pull_request.number": NUMBER,
        "github.token": TOKEN,
        "vars.PIP_INDEX_URL": "",
    }
    job = yaml.safe_load(workflow.read_text("utf-8"))["jobs"]["check"]
    known = {"GITHUB_SERVER_URL": repository.server.as_uri(), "GITHUB_REPOSITORY": "kb", **variables}
    if ".github" in workflow.parts:
        known["GITHUB_STEP_SUMMARY"] = str(summary(runner))
    out, err, code = "", "", 0
    for step in job["steps"]:
        if "uses" in step or (code and step.get("if") != ALWAYS):
            continue
        given = {**job["env"], **step.get("env", {})}
        given = {name: re.sub(r"\$\{\{ (.+?) \}\}", lambda at: contexts[at[1]], text) for name, text in given.items()}
        outcome = _run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]], runner, known | given)
        out, err = out + outcome.out, err + outcome.err
        code = code or outcome.code
    return Outcome(code, out, err)


def summary(runner: Path) -> Path:
    """What the page of the run shows."""
    return runner.with_name("summary.md")


def gitlab(workflow: Path, repository: Repository, proposed: str, runner: Path, **variables: str) -> Outcome:
    """Run the script as GitLab's runner does; its standard output is here the report."""
    job = yaml.safe_load(workflow.read_text("utf-8"))["check"]
    given = {
        "CI_COMMIT_SHA": proposed,
        "CI_JOB_TOKEN": TOKEN,
        "CI_MERGE_REQUEST_PROJECT_URL": f"{repository.server.as_uri()}/kb",
        "CI_MERGE_REQUEST_REF_PATH": f"refs/merge-requests/{NUMBER}/head",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
        **variables,
    }
    outcome = _run(["bash", "-eo", "pipefail", "-c", "\n".join(job["script"])], runner, given)
    report = runner / job["artifacts"]["reports"]["codequality"]
    return Outcome(outcome.code, report.read_text("utf-8") if report.exists() else "", outcome.all)


def script(repository: Repository, *arguments: str, **variables: str) -> Outcome:
    """Run check-docs.sh in the work tree itself."""
    return _run(["scripts/setup/check-docs.sh", *arguments], repository.tree, variables)


def _run(command: list[str], folder: Path, variables: dict[str, str]) -> Outcome:
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("GIT", "CI", "MAKE", "MFLAGS"))}
    person = {"NAME": "Người biên tập", "EMAIL": "bien-tap@kb.example"}
    ours |= {f"GIT_{role}_{name}": value for role in ("AUTHOR", "COMMITTER") for name, value in person.items()}
    ours |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    folder.mkdir(parents=True, exist_ok=True)
    ran = subprocess.run(command, cwd=folder, env=ours | variables, capture_output=True, text=True, check=False)
    if command[0] == "git":
        assert ran.returncode == 0, ran.stderr
    return Outcome(ran.returncode, ran.stdout, ran.stderr)

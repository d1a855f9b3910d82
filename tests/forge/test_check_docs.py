"""The workflows check what is proposed, with code that nobody has proposed."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from functools import partial

import pytest

from tests.folders import SAMPLE
from tests.forge import scratch

pytestmark = pytest.mark.needs("git")

RECORD = "docs/_source/23-kh-duk-2021.txt"
PLAN = "docs/vi/van-ban/23-kh-duk-2021.md"
WORD, WRONG = "Kế hoạch này", "Kế hoạch nay"
TOLD = "Có thay đổi ngoài docs"


@pytest.fixture(params=["github", "gitlab", "forgejo"])
def forge(request, root, repository, runner):
    """A forge's name, and its workflow as a function of the proposed commit and of variables."""
    if request.param == "gitlab":
        return request.param, lambda proposed, **variables: scratch.gitlab(
            root / ".gitlab-ci.yml", repository, proposed, runner, **variables
        )
    workflow = root / f".{request.param}/workflows/check.yml"
    return request.param, lambda proposed, **variables: scratch.github(
        workflow, repository, proposed, runner, **variables
    )


@pytest.fixture
def fault(repository):
    """A word of the plan changed in the work tree; the line on which that is."""
    return partial(repository.replace, PLAN, WORD, WRONG)


def errors(name, outcome):
    """File and line of every error that the forge is told of."""
    if name == "gitlab":
        issues = [issue for issue in json.loads(outcome.out) if issue["severity"] == "major"]
        return [(issue["location"]["path"], issue["location"]["lines"]["begin"]) for issue in issues]
    if name == "github":
        found = re.findall(r"^::error file=(.+?),line=(\d+),", outcome.out, re.M)
    else:
        found = re.findall(r"^(docs/.+?):(\d+):\d+ [A-Z]+-\d+ (?!Cảnh báo: |Lưu ý: )", outcome.out, re.M)
    return [(file, int(line)) for file, line in found]


def test_a_clean_change(forge, repository):
    name, run = forge
    repository.write("docs/_data/changes.yml", "# Mới\n" + (repository.tree / "docs/_data/changes.yml").read_text())
    outcome = run(repository.propose())
    assert (outcome.code, errors(name, outcome)) == (0, []), outcome.all
    assert TOLD not in outcome.all


def test_a_fault_is_shown_at_its_line(forge, repository, fault):
    name, run = forge
    line = fault()
    outcome = run(repository.propose())
    assert (outcome.code, errors(name, outcome)) == (1, [(PLAN, line)]), outcome.all
    assert "Cách sửa: " in outcome.all


def told(name, outcome, runner):
    """The review report where the forge shows it."""
    return scratch.summary(runner).read_text("utf-8") if name == "github" else outcome.all


def test_reviewers_are_told_and_the_site_is_built(forge, repository, runner):
    name, run = forge
    outcome = run(repository.propose())
    assert outcome.code == 0, outcome.all
    assert "# A report" in told(name, outcome, runner)
    assert (runner / "site/index.html").exists()
    assert (runner / "build/review/bao-cao.html").exists()


def test_reviewers_are_told_of_what_fails_the_check_and_nothing_is_built(forge, repository, runner, fault):
    name, run = forge
    fault()
    outcome = run(repository.propose())
    assert outcome.code == 1
    assert "# A report" in told(name, outcome, runner)
    assert not (runner / "site").exists()


def test_a_text_of_record_without_corrigendum_fails(forge, repository, runner):
    name, run = forge
    shutil.rmtree(repository.tree / "docs")
    shutil.copytree(SAMPLE / "docs", repository.tree / "docs")
    repository.commit()
    repository.git("push", "--quiet", str(repository.bare), "main")
    record = repository.tree / RECORD
    record.write_text(record.read_text("utf-8") + "\n", "utf-8")
    before = hashlib.sha256((repository.tree / RECORD).read_bytes().removesuffix(b"\n")).hexdigest()
    repository.replace(PLAN, before, hashlib.sha256(record.read_bytes()).hexdigest())
    outcome = run(repository.propose(), KB_REAL="1")
    assert (outcome.code, errors(name, outcome)) == (1, []), outcome.all
    report = told(name, outcome, runner)
    assert "\n## Nguyên văn hoặc mã của nguyên văn thay đổi (1)\n" in report
    assert "KHÔNG CÓ ĐÍNH CHÍNH" in report
    assert not (runner / "site").exists()


def test_proposed_code_is_named_and_not_run(forge, repository, runner, fault):
    name, run = forge
    fault()
    own = "open('run', 'w').close()"
    repository.write("scripts/kb/cli.py", f"{own}\ndef main(): pass\n")
    repository.write("scripts/kb/__init__.py", own)
    repository.write("scripts/setup/check-docs.sh", "#!/bin/sh\ntouch run\n")
    repository.write("Makefile", "site-environment:\n\ttouch run\n")
    repository.write("kb.sh", "#!/bin/sh\ntouch run\n")
    repository.write("docs/conftest.py", own)
    outcome = run(repository.propose())
    assert outcome.code == 1
    assert PLAN in [file for file, _ in errors(name, outcome)]
    assert not (runner / "run").exists()
    (told,) = [line for line in outcome.all.splitlines() if TOLD in line]
    assert told.startswith("::notice title=" if name == "github" else TOLD)
    names = "Makefile, kb.sh, scripts/kb/__init__.py, scripts/kb/cli.py, scripts/setup/check-docs.sh."
    assert told.endswith(f": {names}")


def test_what_the_branch_gained_since_is_no_change_of_the_request(forge, repository):
    _, run = forge
    repository.git("checkout", "--quiet", "-b", "proposal")
    repository.write("docs/_data/changes.yml", "# Mới\n" + (repository.tree / "docs/_data/changes.yml").read_text())
    proposed = repository.propose()
    repository.git("checkout", "--quiet", "main")
    repository.write("scripts/new.sh", "")
    repository.commit()
    repository.git("push", "--quiet", str(repository.bare), "main")
    outcome = run(proposed)
    assert (outcome.code, TOLD in outcome.all) == (0, False), outcome.all


@pytest.mark.parametrize("path", ["docs/x", "docs/vi/x.md", "docs"])
def test_a_link_is_refused_and_not_read(forge, repository, runner, path, tmp_path):
    _, run = forge
    target = tmp_path / "private"
    target.write_text("của máy chạy")
    if path == "docs":
        repository.git("rm", "-r", "--quiet", "docs")
    os.symlink(target, repository.tree / path)
    outcome = run(repository.propose())
    assert outcome.code == 1
    assert (path in outcome.all, "của máy chạy" in outcome.all) == (True, False)
    assert not (runner / path).is_symlink()


def test_a_repository_in_docs_is_refused(forge, repository):
    _, run = forge
    inner = repository.git("rev-parse", "HEAD")
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{inner},docs/inner")
    proposed = repository.git("commit-tree", repository.git("write-tree"), "-p", inner, "-m", "Sửa")
    repository.git("reset", "--quiet", "--hard", proposed)
    repository.git("push", "--quiet", "--force", str(repository.bare), f"{proposed}:refs/pull/{scratch.NUMBER}/head",
                   f"{proposed}:refs/merge-requests/{scratch.NUMBER}/head")  # fmt: skip
    outcome = run(proposed)
    assert (outcome.code, "docs/inner" in outcome.all) == (1, True)


def test_docs_deleted(forge, repository):
    name, run = forge
    repository.git("rm", "-r", "--quiet", "docs")
    outcome = run(repository.propose())
    assert (outcome.code, "Không còn thư mục docs/." in outcome.all, "Traceback" in outcome.all) == (1, True, False)
    assert name != "gitlab" or json.loads(outcome.out) == []


def test_a_file_deleted_is_gone(forge, repository, runner):
    _, run = forge
    repository.git("rm", "--quiet", PLAN)
    run(repository.propose())
    assert not (runner / PLAN).exists()


def test_a_name_cannot_speak_for_the_workflow(forge, repository):
    name, run = forge
    for folder in ("", "docs/vi/"):
        repository.write(f"{folder}a\n::warning::100%\n.md", "# A\n")
    outcome = run(repository.propose())
    lines = outcome.all.splitlines()
    assert not [line for line in lines if line.startswith("::warning::")]
    assert name != "github" or all(
        line.startswith(("::notice ", "::error ", "::warning ")) for line in outcome.out.splitlines()
    )


def test_the_token_is_not_kept(forge, repository, runner):
    _, run = forge
    outcome = run(repository.propose())
    assert outcome.code == 0, outcome.all
    kept = [path for path in runner.rglob("*") if path.is_file() and scratch.TOKEN.encode() in path.read_bytes()]
    assert (kept, scratch.TOKEN in outcome.all) == ([], False)


def test_findings_in_changed_files_come_first(repository, fault):
    # GitHub shows ten of a step, and files sort before this one.
    question = sorted((repository.tree / "docs/vi/hoi-dap").glob("*.md"))[0]
    question.write_text(question.read_text("utf-8") + "\n[x](khong-co.md)\n", "utf-8")
    repository.commit()
    repository.git("checkout", "--quiet", "-b", "proposal")
    fault()
    proposed = repository.commit()
    repository.git("checkout", "--quiet", "main")
    outcome = scratch.script(repository, "github", proposed)
    files = [file for file, _ in errors("github", outcome)]
    assert (files[0], len(files) > 1, files == sorted(files)) == (PLAN, True, False), outcome.all


def test_gitea_prints_for_people(repository, fault):
    fault()
    proposed = repository.commit()
    repository.git("reset", "--quiet", "--hard", "HEAD~")
    outcome = scratch.script(repository, "github", proposed, GITEA_ACTIONS="true")
    assert (outcome.code, "::" in outcome.all) == (1, False)
    assert outcome.out.startswith(f"{PLAN}:")


def test_many_changed_files_are_told_in_short(repository):
    for number in range(12):
        repository.write(f"scripts/{number:02}.sh", "")
    proposed = repository.commit()
    repository.git("reset", "--quiet", "--hard", "HEAD~")
    outcome = scratch.script(repository, "text", proposed)
    assert outcome.code == 0, outcome.all
    assert "scripts/08.sh, scripts/09.sh và 2 tệp khác.\n" in outcome.err


def test_a_commit_that_was_not_fetched(repository):
    outcome = scratch.script(repository, "text", "0" * 40)
    assert (outcome.code, outcome.err) == (1, f"Không kiểm tra được docs/: Không có commit {'0' * 40}.\n")


def test_work_of_a_person_is_not_overwritten(repository, fault):
    fault()
    outcome = scratch.script(repository, "text", "HEAD")
    assert (outcome.code, "chưa commit" in outcome.err) == (1, True)
    assert WRONG in (repository.tree / PLAN).read_text("utf-8")

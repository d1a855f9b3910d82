"""The files that forges read: valid, without secrets or the actions of others, one text in several places."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
import yaml

ISSUES = ("cau-hoi", "sua-sai", "them-van-ban")
ACTIONS_FORGES = (".github", ".forgejo", ".gitea")
ACTIONS = (".github/workflows/check.yml", ".forgejo/workflows/check.yml", ".gitea/workflows/check.yml")
# By its commit: nothing else can keep files there.
KEEPING = re.compile(r"actions/upload-artifact@[0-9a-f]{40} # v\d+\.\d+\.\d+")
FORMS = tuple(f"{forge}/ISSUE_TEMPLATE/{name}.yml" for forge in ACTIONS_FORGES for name in ISSUES)
WORKFLOWS = (*ACTIONS, ".gitlab-ci.yml")
TEMPLATES = (
    ".github/pull_request_template.md",
    ".gitlab/merge_request_templates/Default.md",
    ".forgejo/pull_request_template.md",
    ".gitea/pull_request_template.md",
)


@pytest.mark.parametrize(
    "arguments",
    [
        ("vendor.github-workflows", *ACTIONS),
        ("vendor.gitlab-ci", "--data-transform", "gitlab-ci", ".gitlab-ci.yml"),
        ("vendor.github-issue-forms", *FORMS),
        ("vendor.github-issue-config", *(f"{forge}/ISSUE_TEMPLATE/config.yml" for forge in ACTIONS_FORGES)),
    ],
)
def test_valid_by_its_schema(root, arguments):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", *arguments]
    ran = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("path", WORKFLOWS)
def test_no_secret_and_nothing_of_others(root, path):
    text = (root / path).read_text("utf-8")
    if path in ACTIONS:
        text, count = KEEPING.subn("", text)
        assert count == 1
        text = text.replace("uses: \n", "", 1)
    for word in ("secrets", "uses:", "pull_request_target", "curl", "wget"):
        assert word not in text


@pytest.mark.parametrize("path", ACTIONS)
def test_leave_to_read_and_no_more(root, path):
    workflow = yaml.safe_load((root / path).read_text("utf-8"))
    # YAML 1.1 reads the key `on` as true.
    assert workflow[True] == {"pull_request": None}
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        assert "permissions" not in job
        # Names that others choose, such as that of a branch, would become part of the command.
        assert not [step for step in job["steps"] if "${{" in step.get("run", "")]
        # The token goes to the step that fetches, which runs nothing of the checkout.
        given = ["TOKEN" in step.get("env", {}) for step in job["steps"]]
        assert given == [True, *[False] * (len(given) - 1)]
        assert "scripts/" not in job["steps"][0]["run"]


def test_the_workflows_differ_in_runner_and_form_alone(root):
    github, forgejo, gitea = (yaml.safe_load((root / path).read_text("utf-8")) for path in ACTIONS)
    for job in forgejo["jobs"].values():
        job["runs-on"] = "ubuntu-latest"
    assert forgejo == gitea
    # Forgejo and Gitea keep the preview in a job of its own, which does the same and then what GitHub does last.
    check, preview = forgejo["jobs"]["check"], forgejo["jobs"].pop("preview")
    *steps, keeping = preview["steps"]
    assert steps == check["steps"]
    assert {key: preview[key] for key in ("env", "runs-on", "timeout-minutes")} == {
        key: check[key] for key in ("env", "runs-on", "timeout-minutes")
    }
    assert preview["needs"] == "check"
    for step in check["steps"]:
        step["run"] = step["run"].replace("check-docs.sh text", "check-docs.sh github").replace(" log ", " github ")
    last = github["jobs"]["check"]["steps"].pop()
    assert forgejo == github
    assert keeping["with"] == last["with"]
    # Version 4 and later refuse every forge but GitHub.
    texts = {path: (root / path).read_text("utf-8") for path in ACTIONS}
    versions = {path: text.split("upload-artifact@")[1].split("# v")[1][0] for path, text in texts.items()}
    assert versions == dict(zip(ACTIONS, "433", strict=True))


@pytest.mark.parametrize("path", TEMPLATES[1:])
def test_one_text_for_proposals(root, path):
    assert (root / path).read_bytes() == (root / TEMPLATES[0]).read_bytes()


def test_the_template_names_what_there_is(root):
    text = (root / TEMPLATES[0]).read_text("utf-8")
    for path in ("docs/_source/", "docs/_data/changes.yml"):
        assert f"`{path}`" in text
        assert (root / path).exists()
    for heading in ("Thêm văn bản", "Thay văn bản", "Sửa nội dung", "Câu hỏi", "Bản dịch"):
        assert f"\n### {heading}" in text


@pytest.mark.parametrize("name", ISSUES)
def test_one_text_for_issues(root, name):
    forms = [(root / path).read_text("utf-8") for path in FORMS if path.endswith(f"/{name}.yml")]
    assert forms == [forms[0]] * 3
    plain = (root / f".gitlab/issue_templates/{name}.md").read_text("utf-8")
    fields = [each["attributes"]["label"] for each in yaml.safe_load(forms[0])["body"] if "id" in each]
    assert [line for line in plain.splitlines() if line.startswith("**")] == [
        line for line in plain.splitlines() if any(line.startswith(f"**{field}") for field in fields)
    ]
    assert plain.count("\n**") == len(fields)


OWNED = [
    ("docs/_source/23-kh-duk-2021.txt", "@kb/nguyen-van"),
    ("docs/_data/corrigenda.yml", "@kb/nguyen-van"),
    ("docs/en/gioi-thieu.md", "@kb/dich"),
    ("docs/vi/van-ban/23-kh-duk-2021.md", "@kb/nguyen-van"),
    ("docs/vi/hoi-dap/in-trang.md", "@kb/bien-tap"),
    ("scripts/kb/cli.py", "@kb/ky-su"),
]


@pytest.mark.parametrize(("path", "owner"), OWNED)
def test_owners_by_folder(root, path, owner):
    rules = [line.split() for line in _rules(root / ".github/CODEOWNERS")]
    last = next(owners for pattern, *owners in reversed(rules) if pattern == "*" or f"/{path}".startswith(pattern))
    assert owner in last
    patterns = [line.split() for line in _rules(root / ".gitea/CODEOWNERS")]
    assert owner in {each for pattern, *owners in patterns if re.fullmatch(pattern, path) for each in owners}


def _rules(path):
    return [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def test_owners_are_the_same_on_every_forge(root):
    same = ((".github", ".gitlab"), (".forgejo", ".gitea"))
    assert all((root / a / "CODEOWNERS").read_bytes() == (root / b / "CODEOWNERS").read_bytes() for a, b in same)
    owners = [[line.split()[1:] for line in _rules(root / forge / "CODEOWNERS")] for forge, _ in same]
    assert owners[0] == owners[1]


def test_hooks_run_what_ci_runs(root):
    """`make lint` and `make check` hold what is run before a commit; the rest of the hooks has a test."""
    (local,) = yaml.safe_load((root / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    entries = {hook["entry"].removeprefix(".venv/bin/") for hook in local["hooks"]}
    assert (local["repo"], {hook["language"] for hook in local["hooks"]}) == ("local", {"system"})
    assert entries == {"kb check", "kb fmt --check", "ruff check", "ruff format --check"}
    makefile = (root / "Makefile").read_text("utf-8")
    assert all(f"$(BIN)/{entry}\n" in makefile for entry in entries - {"kb fmt --check"})

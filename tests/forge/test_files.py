"""The files that forges read: valid, without secrets or the actions of others, one text in several places."""

from __future__ import annotations

import subprocess
import sys

import pytest
import yaml

ACTIONS = (".github/workflows/check.yml", ".forgejo/workflows/check.yml")
WORKFLOWS = (*ACTIONS, ".gitlab-ci.yml")
TEMPLATES = (
    ".github/pull_request_template.md",
    ".gitlab/merge_request_templates/Default.md",
    ".forgejo/pull_request_template.md",
)


@pytest.mark.parametrize(
    "arguments",
    [
        ("vendor.github-workflows", *ACTIONS),
        ("vendor.gitlab-ci", "--data-transform", "gitlab-ci", ".gitlab-ci.yml"),
    ],
)
def test_valid_by_its_schema(root, arguments):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", *arguments]
    ran = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("path", WORKFLOWS)
def test_no_secret_and_nothing_of_others(root, path):
    text = (root / path).read_text("utf-8")
    for word in ("secrets", "uses:", "pull_request_target", "curl", "wget"):
        assert word not in text


@pytest.mark.parametrize("path", ACTIONS)
def test_leave_to_read_and_no_more(root, path):
    workflow = yaml.safe_load((root / path).read_text("utf-8"))
    # YAML 1.1 reads the key `on` as true.
    assert workflow[True] == {"pull_request": None}
    assert workflow["permissions"] == {"contents": "read"}
    (job,) = workflow["jobs"].values()
    assert "permissions" not in job
    # Names that others choose, such as that of a branch, would become part of the command.
    assert not [step for step in job["steps"] if "${{" in step["run"]]
    # The token goes to the step that fetches, which runs nothing of the checkout.
    given = ["TOKEN" in step.get("env", {}) for step in job["steps"]]
    assert given == [True, False]
    assert "scripts/" not in job["steps"][0]["run"]


def test_the_workflows_differ_in_runner_and_form_alone(root):
    github, forgejo = (yaml.safe_load((root / path).read_text("utf-8")) for path in ACTIONS)
    (job,) = forgejo["jobs"].values()
    job["runs-on"] = "ubuntu-latest"
    job["steps"][-1]["run"] = job["steps"][-1]["run"].replace("check-docs.sh text", "check-docs.sh github")
    assert forgejo == github


@pytest.mark.parametrize("path", TEMPLATES[1:])
def test_one_text_for_proposals(root, path):
    assert (root / path).read_bytes() == (root / TEMPLATES[0]).read_bytes()


def test_the_template_names_what_there_is(root):
    text = (root / TEMPLATES[0]).read_text("utf-8")
    for path in ("docs/_source/", "docs/_data/changes.yml"):
        assert f"`{path}`" in text
        assert (root / path).exists()

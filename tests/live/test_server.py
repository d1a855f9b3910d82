"""What the server of an edited site does for whom: nothing for another site's page, nothing outside docs/."""

from __future__ import annotations

import http.client
import json
import re

import pytest

QUESTION = "docs/vi/hoi-dap/in-trang.md"


@pytest.fixture
def asking(serving):
    def ask(method, path, body=None, *, editing=True, **headers):
        address = serving(editing=editing).removeprefix("http://")
        connection = http.client.HTTPConnection(address, timeout=60)
        sent = None if body is None else json.dumps(body)
        connection.request(method, path, sent, {"X-Kb": "1", "Host": address, **headers})
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.headers

    return ask


def test_a_page_follows_its_content(asking):
    status, body, headers = asking("GET", "/hoi-dap/in-trang/")
    assert status == 200
    assert b"/kb-live/live.js" in body
    assert b"/kb-live/edit.js" not in body
    assert "connect-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]


def test_the_editor_is_on_its_page_where_editing_is_on(asking):
    assert b"/kb-live/edit.js" in asking("GET", "/soan-thao/")[1]
    assert b"/kb-live/edit.js" not in asking("GET", "/soan-thao/", editing=False)[1]


@pytest.mark.parametrize("path", ["/", "/kb-live/state?page=index.html", "/kb-live/live.js"])
def test_another_name_of_this_machine_gets_nothing(asking, path):
    assert asking("GET", path, Host="evil.example")[:2] == (403, b"")


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example"}, {"editing": False}, {"X-Kb": None}], ids=["host", "not editing", "no header"]
)
def test_a_request_of_another_page_is_refused(checkout, serving, headers):
    before = (checkout / QUESTION).read_bytes()
    address = serving(editing=headers.pop("editing", True)).removeprefix("http://")
    sent = {name: value for name, value in {"X-Kb": "1", "Host": address, **headers}.items() if value}
    connection = http.client.HTTPConnection(address, timeout=60)
    connection.request("POST", "/kb-live/save", json.dumps({"file": QUESTION, "text": "", "seen": ""}), sent)
    assert connection.getresponse().status == 403
    assert (checkout / QUESTION).read_bytes() == before


OUTSIDE = ["mkdocs.yml", "docs/../mkdocs.yml", "/etc/passwd", "docs/vi/a.py", "docs/.git.md", "docs/vi/.a/b.md", "docs"]


@pytest.mark.parametrize("file", [*OUTSIDE, "docs/vi/out.md"])
@pytest.mark.parametrize("what", ["open", "save", "check", "preview"])
def test_only_content_is_opened_and_written(checkout, asking, file, what, tmp_path):
    (tmp_path / "out.md").write_text("ở ngoài")
    link = checkout / "docs/vi/out.md"
    link.symlink_to(tmp_path / "out.md")
    try:
        status, body, _ = asking("POST", f"/kb-live/{what}", {"file": file, "text": "x", "seen": ""})
    finally:
        link.unlink()
    assert (status, json.loads(body)) == (409, {"said": "Chỉ mở và lưu được tệp .md hoặc .yml trong docs/."})
    assert (tmp_path / "out.md").read_text() == "ở ngoài"


def test_a_file_that_somebody_else_has_changed_is_not_overwritten(checkout, asking, edited):
    seen = json.loads(asking("POST", "/kb-live/open", {"file": QUESTION})[1])["seen"]
    edited(QUESTION, "của người khác")
    status, body, _ = asking("POST", "/kb-live/save", {"file": QUESTION, "text": "của tôi", "seen": seen})
    assert status == 409
    assert "đã đổi từ khi mở" in json.loads(body)["said"]
    assert (checkout / QUESTION).read_text() == "của người khác"


@pytest.mark.parametrize("body", [None, [], {"file": 3}, {"file": QUESTION}, "x"])
def test_a_request_that_makes_no_sense(asking, body):
    assert asking("POST", "/kb-live/save", body)[0] == 400


@pytest.mark.parametrize("path", ["/kb-live/", "/kb-live/../server.py", "/kb-live/none.js", "/%2e%2e/mkdocs.yml"])
def test_what_is_not_there(asking, path):
    assert asking("GET", path)[0] == 404


PLAN = "docs/en/van-ban/23-kh-duk-2021.md"


@pytest.mark.parametrize("file", ["docs/vi/van-ban/23-kh-duk-2021.md", "docs/_data/themes.yml", "mkdocs.yml"])
def test_nothing_but_a_translation_is_confirmed(checkout, asking, file):
    before = (checkout / file).read_bytes()
    status, body, _ = asking("POST", "/kb-live/confirm", {"file": file, "provisions": []})
    assert (status, "said" in json.loads(body)) == (409, True)
    assert (checkout / file).read_bytes() == before


def test_only_the_provision_that_was_looked_at_is_confirmed(checkout, asking, edited):
    text = (checkout / PLAN).read_text("utf-8")
    old = re.sub(r" of=[0-9a-f]{12}", " of=000000000000", text)
    edited(PLAN, old)
    assert asking("POST", "/kb-live/confirm", {"file": PLAN, "provisions": ["iii-2-4"]})[0] == 200
    changed = [line for line in (checkout / PLAN).read_text("utf-8").split("\n") if line not in old.split("\n")]
    assert [line for line in text.split("\n") if "{#iii-2-4 " in line] == changed

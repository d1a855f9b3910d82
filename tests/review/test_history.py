"""What readers are told of the past, of histories written commit by commit."""

from __future__ import annotations

import json
import subprocess

import pytest

from kb import history as histories
from kb import log, reading
from kb.model.history import UNKNOWN
from tests.review import scripted
from tests.review.history import IN_ENGLISH, PLAN, RECORD, History

pytestmark = pytest.mark.needs("git")

KEY = "23-kh-duk-2021"
GUIDANCE = "docs/vi/van-ban/169-hd-btgtw-2021.md"


@pytest.fixture
def history(tmp_path):
    return History(tmp_path)


def told(root):
    return histories.history(log.read(root), reading.read(root))


def events(root, key=KEY, language="vi"):
    return [(event.kind, event.day, event.why, event.release) for event in told(root).of_document(language, key)]


def test_what_only_came(history):
    assert events(history.root) == [("added", "2027-01-16", "Đưa văn bản vào kho", None)]
    assert [event.kind for event in told(history.root).prose["vi"]["hoi-dap/can-cu"]] == ["added"]


def test_words_old_and_new_with_the_reason_and_the_release(history):
    history.git("tag", "v1")
    scripted.record_without_corrigendum(history)
    history.commit("Theo bản nhận được đúng hơn")
    history.write("README.md", "x")
    history.commit("Không đụng tới văn bản")
    history.git("tag", "--annotate", "--message", "x", "v2")
    found = told(history.root)
    assert [(each.name, each.day) for each in found.releases] == [("v2", "2027-01-18"), ("v1", "2027-01-16")]
    assert events(history.root) == [
        ("altered", "2027-01-17", "Theo bản nhận được đúng hơn", "v2"),
        ("added", "2027-01-16", "Đưa văn bản vào kho", "v1"),
    ]
    ((event, altered),) = found.of_provision("vi", KEY, "iii-1-1")
    assert ("theo nội dung" in altered.old, "theo tinh thần" in altered.new) == (True, True)
    assert [name for name, _, _ in event.fields] == ["sha256"]
    assert list(found.of_provision("vi", KEY, "ii-1.1-1")) == []
    assert [each.kind for each in found.of_document("en", KEY)] == ["added"]


def test_a_change_that_no_release_has_yet(history):
    history.git("tag", "v1")
    history.replace(PLAN, "Chỉ đạo tổ chức", "Chỉ đạo thực hiện")
    history.commit()
    assert [release for *_, release in events(history.root)] == [None, "v1"]


def test_a_provision_is_followed_through_its_ids(history):
    history.replace(PLAN, "Chỉ đạo tổ chức", "Chỉ đạo thực hiện")
    history.commit()
    scripted_move = "{#iii-1-1}", "{#iii-1-2}"
    history.replace(PLAN, *scripted_move)
    history.replace(PLAN, "language: vi\n", "language: vi\naliases:\n  iii-1-1: iii-1-2\n")
    history.commit()
    found = [(each.id, each.formerly) for _, each in told(history.root).of_provision("vi", KEY, "iii-1-2")]
    assert found == [("iii-1-2", "iii-1-1"), ("iii-1-1", "")]


def test_a_document_is_followed_through_its_names(history):
    history.replace(GUIDANCE, "date: 2021-01-22", "date: 2021-01-23")
    history.commit("Sửa ngày")
    scripted.renamed(history)
    history.commit("Đổi tên")
    found = told(history.root)
    assert [each.kind for each in found.of_document("vi", "169-hd-2021")] == ["moved", "altered", "added"]
    assert [each.kind for each in found.of_document("en", "169-hd-2021")] == ["moved", "added"]
    assert found.of_document("vi", "169-hd-2021")[1].fields == (("date", "2021-01-22", "2021-01-23"),)
    assert found.of_document("vi", "169-hd-btgtw-2021") == ()


@pytest.mark.parametrize("status", ["draft", "withheld"])
def test_what_was_not_shown_is_not_shown_now(history, status):
    history.replace(PLAN, "language: vi\n", f"language: vi\nstatus: {status}\n")
    history.replace(PLAN, "Chỉ đạo tổ chức", "Lời chưa đăng")
    history.replace(IN_ENGLISH, "PLAN\n", "UNSEEN\n")
    history.commit("Giữ lại")
    assert events(history.root) == []  # nothing at all of what is hidden
    history.replace(PLAN, f"status: {status}\n", "")
    history.replace(PLAN, "Lời chưa đăng", "Chỉ đạo tổ chức")
    history.replace(IN_ENGLISH, "UNSEEN\n", "PLAN\n")
    history.commit("Đăng lại")
    found = told(history.root)
    assert [each.kind for each in found.of_document("vi", KEY)] == ["added", "removed", "added"]
    assert [each.kind for each in found.of_document("en", KEY)] == ["added", "removed", "added"]
    assert "Lời chưa đăng" not in repr(found)
    assert "UNSEEN" not in repr(found)


def test_a_version_with_a_mark_of_secrecy_is_never_shown(history):
    history.replace(PLAN, "KẾ HOẠCH\n", "KẾ HOẠCH\nTỐI MẬT\n")
    history.commit("Nhầm")
    history.replace(PLAN, "TỐI MẬT\n", "")
    history.commit("Mang đi")
    found = told(history.root)
    assert [each.kind for each in found.of_document("vi", KEY)] == ["added", "removed", "added"]
    assert "MẬT" not in repr(found)


def test_what_changes_nothing_that_readers_see_is_no_event(history):
    history.replace(PLAN, "    vi: Bỏ dấu cách thừa.", "    vi: Bỏ một dấu cách thừa.")
    history.commit()
    assert len(events(history.root)) == 1


def test_a_version_that_cannot_be_read_is_passed_over(history):
    history.write(GUIDANCE, "---\n: [\n---\n")
    history.commit()
    history.git("revert", "--no-edit", "HEAD")
    assert [kind for kind, *_ in events(history.root, "169-hd-btgtw-2021")] == ["added", "removed", "added"]


def test_a_merge_is_one_change_with_the_reason_that_it_gives(history):
    history.git("checkout", "--quiet", "-b", "topic")
    history.replace(PLAN, "Chỉ đạo tổ chức", "Chỉ đạo")
    history.commit("Bước một")
    history.replace(PLAN, "Chỉ đạo tốt", "Chỉ đạo thực hiện tốt")
    history.commit("Bước hai")
    history.git("checkout", "--quiet", "main")
    history.write("README.md", "x")
    history.commit()
    message = "Merge pull request #7 from x/topic\n\nSửa một chữ"
    history.git("merge", "--quiet", "--no-ff", "--message", message, "topic")
    newest, _ = events(history.root)
    assert newest[2] == "Sửa một chữ"
    ((_, altered),) = told(history.root).of_provision("vi", KEY, "iii-1-1")
    assert (altered.old.split()[:5], altered.new.split()[:5]) == (
        ["Chỉ", "đạo", "tổ", "chức", "tốt"],
        ["Chỉ", "đạo", "thực", "hiện", "tốt"],
    )


def test_a_subject_that_looks_like_what_git_prints(history):
    history.replace(PLAN, "Chỉ đạo tổ chức", "Chỉ đạo")
    history.commit(":100644 100644 a b M\n\n\1abc\n:000000")
    assert [why for _, _, why, _ in events(history.root)] == [":100644 100644 a b M", "Đưa văn bản vào kho"]


def test_a_shallow_clone_knows_where_its_memory_begins(history, tmp_path_factory):
    history.replace(PLAN, "Chỉ đạo tổ chức", "Chỉ đạo")
    history.commit()
    history.replace(PLAN, "Chỉ đạo tốt", "Chỉ đạo thực hiện tốt")
    history.commit()
    clone = tmp_path_factory.mktemp("clone") / "x"
    subprocess.run(["git", "clone", "-q", "--depth", "2", history.root.as_uri(), clone], check=True)
    found = told(clone)
    assert (found.known, found.since) == (True, "2027-01-17")
    assert [each.kind for each in found.of_document("vi", KEY)] == ["altered"]


def test_without_git_nothing_is_known(history, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    assert told(history.root) == UNKNOWN


def test_a_carried_tree_tells_the_same(history, tmp_path_factory):
    scripted.record_without_corrigendum(history)
    history.commit()
    history.git("tag", "v1")
    carried = tmp_path_factory.mktemp("carried")
    history.git("worktree", "add", "--quiet", str(carried / "x"))
    (carried / "x" / ".git").unlink()
    record = json.dumps({"commit": "a", "epoch": 1, "files": {}})
    (carried / "x" / "revision.json").write_text(record, "utf-8")
    assert told(carried / "x") == UNKNOWN
    (carried / "x" / log.RECORD).write_text(log.read(history.root).record, "utf-8")
    assert told(carried / "x") == told(history.root)
    (carried / "x" / log.RECORD).write_text("{", "utf-8")
    assert told(carried / "x") == UNKNOWN


def test_the_record_of_a_text_of_record_is_no_document(history):
    history.replace(RECORD, "Số 23", "Số  23")
    history.commit()
    assert len(events(history.root)) == 1


def test_what_else_changes_with_a_name_is_told(history):
    scripted.renamed(history)
    history.replace("docs/vi/van-ban/169-hd-2021.md", "date: 2021-01-22", "date: 2021-01-23")
    history.commit("Đổi tên, sửa ngày")
    newest, _ = told(history.root).of_document("vi", "169-hd-2021")
    assert (newest.kind, newest.fields) == ("moved", (("date", "2021-01-22", "2021-01-23"),))

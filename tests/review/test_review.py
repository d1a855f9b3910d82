"""What a change touches, told of twelve scripted histories: golden files are to be read by eye."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from kb import commits, reviewing
from kb.report.review import FORMS, render
from tests.review import scripted
from tests.review.history import History

pytestmark = pytest.mark.needs("git")

GOLDEN = Path(__file__).parent / "golden"
SCHEMA = json.loads((Path(reviewing.__file__).parent / "report" / "review.schema.json").read_text("utf-8"))
NAMES = [each.__name__ for each in scripted.SCRIPTS]


@pytest.fixture(scope="session")
def reviews(tmp_path_factory):
    """The review of each scripted history, by its name, made once."""
    history = History(tmp_path_factory.mktemp("history"))
    base, made = history.git("rev-parse", "HEAD"), {}
    for each in scripted.SCRIPTS:
        history.git("checkout", "--quiet", "--detach", base)
        history.days = 1
        each(history)
        made[each.__name__] = (reviewing.between(history.root, base, history.commit()), base)
    return made


def told(form, review, base):
    return render(form, review).replace(base[:12], "BASE").replace(review.head, "HEAD") + "\n"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", FORMS)
def test_scripted(reviews, name, form):
    assert told(form, *reviews[name]) == (GOLDEN / f"{name}.{form}").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_schema(reviews, name):
    jsonschema.validate(json.loads(render("json", reviews[name][0])), SCHEMA)


def test_what_fails(reviews):
    failing = {name for name, (review, _) in reviews.items() if review.fails}
    assert failing == {"record_without_corrigendum", "inserted", "secret"}
    assert {name for name, (review, _) in reviews.items() if review.empty} == {"nothing"}


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize("name", ["record_without_corrigendum", "record_with_corrigendum"])
def test_a_text_of_record_stands_first(reviews, name, form):
    text = told(form, *reviews[name])
    heading = "<h2>" if form == "html" else "\n## "
    assert text.split(heading)[1].startswith("Nguyên văn")


def test_who_speaks_of_a_document_is_said_once(reviews):
    review, _ = reviews["register"]
    assert [(each.key, len(each.backlinks)) for each in review.documents] == [
        ("26-kh-btgtw-2021", 1),
        ("26-kh-btgtw-2021", 0),
    ]


LABELS = [
    # both, or the translation alone
    ("abbreviations.yml", "vi: kế hoạch, en: plan", "vi: bản kế hoạch, en: the plan", []),
    ("abbreviations.yml", "vi: kế hoạch, en: plan", "vi: kế hoạch, en: the plan", []),
    ("themes.yml", "id: bau-cu\n", "id: bau-cu-2021\n", []),
    # the Vietnamese alone
    ("abbreviations.yml", "vi: kế hoạch", "vi: bản kế hoạch", ["en/abbreviations/KH"]),
    ("themes.yml", "vi: Bầu cử\n", "vi: Cuộc bầu cử\n", ["en/themes/bau-cu"]),
    ("changes.yml", "vi: Một", "vi: Hai", ["en/changes/2021-05-17 One"]),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), LABELS)
def test_a_translated_name_that_stayed_where_the_vietnamese_changed(tmp_path, file, old, new, expected):
    history = History(tmp_path)
    history.write("docs/_data/changes.yml", "- {date: 2021-05-17, vi: Một, en: One, documents: []}\n")
    base = history.commit()
    history.replace(f"docs/_data/{file}", old, new)
    review = reviewing.between(tmp_path, base, history.commit())
    assert [each.key for each in review.suspects] == expected


@pytest.mark.parametrize("form", FORMS)
def test_no_word_of_a_secret_change_is_told(reviews, form):
    text = told(form, *reviews["secret"])
    assert "TỐI" not in text
    assert "tuyên truyền" not in text
    assert "23-kh-duk-2021" in text


@pytest.mark.parametrize("form", ["md", "html"])
def test_content_is_never_markup(reviews, form):
    text = told(form, *reviews["page"])
    assert "<script>" not in text
    assert "<b>" not in text
    if form == "md":
        assert not {"@ai", "#1", "*x*"} & set(text.split())


def test_a_side_left_out_is_head_and_three_dots_begin_where_both_were_one(tmp_path):
    history = History(tmp_path)
    first = history.git("rev-parse", "HEAD")
    history.git("checkout", "--quiet", "-b", "topic")
    history.write("a", "")
    topic = history.commit()
    history.git("checkout", "--quiet", "main")
    history.write("b", "")
    main = history.commit()
    assert commits.ends(tmp_path, "topic..") == (topic, main)
    assert commits.ends(tmp_path, "..topic") == (main, topic)
    assert commits.ends(tmp_path, "main...topic") == (first, topic)


@pytest.mark.parametrize("span", ["main", "main..no", "..-x", "no..main", "main..main:docs", "a\nb..main", ""])
def test_what_names_no_two_commits(tmp_path, span):
    History(tmp_path)
    with pytest.raises(commits.NotInGit) as raised:
        commits.ends(tmp_path, span)
    assert "\n" not in str(raised.value)


def test_a_folder_that_is_no_repository(tmp_path):
    with pytest.raises(commits.NotInGit, match="không phải là kho git"):
        commits.ends(tmp_path, "a..b")


def test_a_machine_without_git(tmp_path, monkeypatch):
    History(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(commits.NotInGit, match="Không có git"):
        commits.ends(tmp_path, "main..main")


def test_links_and_what_is_no_content_are_read_as_the_check_reads_them(tmp_path):
    history = History(tmp_path)
    (tmp_path / "docs/vi/link.md").symlink_to("/etc/passwd")
    history.write("docs/vi/hoi-dap/a\x1bb.md", "x")
    library = commits.library(tmp_path, history.commit())
    assert {each.code for each in library.problems} == {"FILE-001", "FILE-005"}
    assert not [text for text in library.sources.values() if "root:" in text]


def test_a_commit_without_docs_is_empty(tmp_path):
    history = History(tmp_path)
    head = history.git("rev-parse", "HEAD")
    history.git("checkout", "--quiet", "--orphan", "other")
    history.git("rm", "--quiet", "-r", "--cached", ".")
    history.git("commit", "--quiet", "--allow-empty", "--message", "x")
    review = reviewing.between(tmp_path, history.git("rev-parse", "HEAD"), head)
    assert {each.kind for each in review.documents} == {"added"}
    assert {each.kind for each in review.records} == {"added"}
    assert not review.fails

"""A chain is followed to its present end, whatever it is like; each ring is told once."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb import reading
from kb.model.document import Document, Relation
from kb.model.finding import Span
from kb.model.library import Library
from kb.model.standing import cycles, over_since, standing
from tests.folders import CONTENT

PLACE = Span("docs/vi/van-ban/a.md")
REAL = reading.read(CONTENT)


def relation(document: str | None, date: str | None = None) -> Relation:
    return Relation(document, date, "x#i", PLACE, PLACE)


def library(links: dict[str, str | None], **more) -> Library:
    """Documents, each with the one that replaces it; `more` are further fields by id."""
    documents = {
        key: Document(
            id=key, path=f"docs/vi/van-ban/{key}.md", language="vi", held=False,
            replaced_by=relation(target) if target else None, **more.get(key, {}),
        )
        for key, target in links.items()
    }  # fmt: skip
    return dataclasses.replace(REAL, documents={"vi": documents, "en": {}}, citations=())


CHAINS = [
    ({"a": None}, ()),
    ({"a": "b", "b": None}, ("b",)),
    ({"a": "b", "b": "c", "c": None, "x": "b"}, ("b", "c")),
    ({"a": "gone"}, ()),
    ({"a": "b", "b": "gone"}, ("b",)),
    ({"a": "a"}, ()),
    ({"a": "b", "b": "a"}, ("b",)),
    ({"a": "b", "b": "c", "c": "b"}, ("b", "c")),
]


@pytest.mark.parametrize(("links", "trail"), CHAINS)
def test_trail(links, trail):
    assert standing("a", library(links)).trail == trail


RINGS = [
    ({"a": None, "b": "a"}, []),
    ({"a": "gone"}, []),
    ({"a": "a"}, [("a",)]),
    ({"b": "c", "c": "a", "a": "b", "x": "b"}, [("a", "b", "c")]),
    ({"a": "b", "b": "a", "c": "d", "d": "c", "e": "a"}, [("a", "b"), ("c", "d")]),
]


@pytest.mark.parametrize(("links", "rings"), RINGS)
def test_rings(links, rings):
    assert list(cycles(library(links))) == rings


NAMES = st.sampled_from("abcdefgh")


@given(st.dictionaries(NAMES, st.none() | NAMES | st.just("gone")))
def test_every_chain_ends_and_every_ring_is_told_once(links):
    held = library(links)
    rings = list(cycles(held))
    assert len({key for ring in rings for key in ring}) == sum(map(len, rings))
    for key in links:
        trail = standing(key, held).trail
        assert len({key, *trail}) == len(trail) + 1
        end = (key, *trail)[-1]
        inside = {each for ring in rings for each in ring}
        assert links[end] is None or links[end] not in links or {end, links[end]} & inside


def test_a_chain_of_ten_thousand():
    links = {f"{number:05}": f"{number + 1:05}" for number in range(10_000)} | {"10000": None}
    assert len(standing("00000", library(links)).trail) == 10_000
    assert list(cycles(library(links))) == []


END = relation(None, "2020-06-30")
SINCE = [
    ({"a": None}, {}, None),
    ({"a": "b", "b": None}, {"b": {"date": "2019-01-02"}}, "2019-01-02"),
    ({"a": "b", "b": None}, {}, None),
    ({"a": None}, {"a": {"expired": END}}, "2020-06-30"),
    ({"a": "b", "b": None}, {"a": {"expired": END}, "b": {"date": "2019-01-02"}}, "2019-01-02"),
    ({"a": "b", "b": None}, {"a": {"expired": END}, "b": {"date": "2021-01-02"}}, "2020-06-30"),
]


@pytest.mark.parametrize(("links", "more", "day"), SINCE)
def test_over_since(links, more, day):
    assert over_since("a", library(links, **more)) == day


def test_what_is_said_of_the_end_of_the_chain_counts():
    held = library({"a": "b", "b": None}, a={"amended_by": (relation("x"),)}, b={"expired": END})
    found = standing("a", held)
    assert (found.trail, found.expired, found.amended, found.over) == (("b",), END, (), True)
    assert not standing("x", library({"x": None}, x={"amended_by": (relation("y"),)})).over

"""Every field of the register, and of the data files that give words of the plan, changed once: one finding, there.

So that it takes seconds, one check is of the same change of the same field in all documents of a kind, or in all
entries of a data file: they have nothing to do with one another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from fnmatch import fnmatch
from typing import Any, NamedTuple

import pytest

from tests.check.checkout import Fault
from tests.check.fields import Content, Path, content
from tests.folders import CONTENT

REMOVED, EMPTIED, TYPE, OTHER = "removed", "emptied", "of another type", "another"
ROLES = ("text", "number-symbol", "search")
# Another value that could as well stand there; where none is given, one letter is another. `{}` is the place of a file
# among others, since two documents of one number or title would be another fault, and one unknown kind is one.
PLAUSIBLE: Mapping[str, tuple[Any, ...]] = {
    "number": ("9{}-KH/ĐUK", "9{}-HD/BTGTW"),
    "kind": ("HD", "KH", "X{}"),
    "kind of an abbreviation": ("HD", "search"),
    "issuer": ("BTGTW", "ĐUK"),
    "issuer_name": ("Ban Tổ chức Trung ương",),
    "place": ("Huế",),
    "date": ("2021-05-18",),
    "subject": ("trồng rau, nuôi cá",),
    "title": ("Kế hoạch trồng rau thứ {}",),
    "language": ("en",),
    "text": ("held", "not-held"),
    "basis": ("05-ct-tw-2016",),
    "stated_by": ("23-kh-duk-2021#i-1-2",),
    "source": ("khac.txt",),
    "sha256": ("0" * 64,),
    "of_subject": ("0" * 12,),
    "year": (2024, 2022),
    "provision": ("ii-1.2",),
    "provisions": ("23-kh-duk-2021#i-1-2",),
    "section": ("23-kh-duk-2021#i-1",),
    "id": ("khac-{}",),
}
# Of these a part is no more true than other words.
WHOLE = ("issuer_name", "subject", "title", "names", "received", "shown")
# The other provisions of these terms have all their words.
SPARE = ("0.provisions.0", "3.provisions.0", "3.provisions.2")


class Allowed(NamedTuple):
    """Changes after which what the site says is as true as before, and why; `value` is what stood there."""

    file: str
    path: str
    changes: tuple[str, ...]
    value: Callable[[Any], Any]
    why: str


def anything(_: Any) -> bool:
    return True


def with_(field: str) -> Callable[[Any], bool]:
    """An entry that has a field."""
    return lambda value: isinstance(value, dict) and field in value


def kept(field: str, *kinds: str) -> Callable[[Any], bool]:
    """What a field of the abbreviations of these kinds holds."""
    entries = content((CONTENT / ABBREVIATIONS).read_text(encoding="utf-8"), ABBREVIATIONS).values
    found = {entry[field] for entry in entries if entry["kind"] in kinds}
    return lambda value: value in found


ABBREVIATIONS = "docs/_data/abbreviations.yml"
ALLOWED = (
    Allowed("docs/*/van-ban/*", "*", (REMOVED,), lambda v: v in (None, []), "not there is as unknown as empty"),
    Allowed(
        "docs/en/van-ban/*", "title", (REMOVED, EMPTIED), re.compile(r"(Plan|Directive|Guidance) No\. \S+").fullmatch,
        "the page itself makes this title of kind and number",
    ),
    Allowed("docs/vi/van-ban/*", "normalisations.*.??", (OTHER,), anything, "a reason is in our own words"),
    Allowed("docs/_data/terms.yml", "*", (REMOVED,), with_("term"), "editors choose what to explain"),
    Allowed("docs/_data/bodies.yml", "*", (REMOVED,), with_("vi"), "editors choose whom to give a page"),
    Allowed("docs/_data/*", "*.id", (OTHER,), anything, "an address that was never published may change"),
    Allowed(ABBREVIATIONS, "*.aliases", (REMOVED, EMPTIED), anything, "editors choose what readers may type"),
    Allowed(ABBREVIATIONS, "*.aliases.*", (REMOVED, OTHER), anything, "editors choose what readers may type"),
    Allowed(ABBREVIATIONS, "*", (REMOVED,), with_("short"), "editors choose what to explain"),
    *(
        Allowed(f"docs/_data/{name}.yml", f"*.{language}", (OTHER,), anything, "in our own words")
        for name in ("themes", "groups", "changes")
        for language in ("vi", "en")
    ),
    Allowed("docs/_data/changes.yml", "*.date", (OTHER,), anything, "nobody else knows the day"),
    Allowed("docs/_data/changes.yml", "*.documents", (REMOVED, EMPTIED), anything, "editors choose what to name"),
    Allowed("docs/_data/changes.yml", "*.documents.*", (REMOVED,), anything, "editors choose what to name"),
    Allowed("docs/_data/changes.yml", "*", (REMOVED,), with_("date"), "editors choose what to tell"),
    *(Allowed("docs/_data/terms.yml", path, (REMOVED,), anything, "the others have all the words") for path in SPARE),
)  # fmt: skip


# What is found in other files, once for each place there that is left without it, or only by chance.
ELSEWHERE = (
    *(
        Allowed(ABBREVIATIONS, f"*.{field}", (OTHER,), kept(field, "search", *text), "its letters may still agree")
        for field, text in (("short", ()), ("vi", ("text",)), ("en", ("text",)))
    ),
    Allowed("docs/_data/themes.yml", "*", (REMOVED,), with_("id"), "its provisions have no theme"),
    Allowed("docs/_data/themes.yml", "*.provisions.*", (REMOVED, OTHER), anything, "it may have no other theme"),
    Allowed("docs/_data/groups.yml", "*", (REMOVED,), with_("id"), "its questions have no group"),
    Allowed("docs/_data/groups.yml", "*.id", (OTHER,), anything, "its questions have no group"),
)


class Change(NamedTuple):
    """A field of a file, what is done to it, and how."""

    file: str
    path: Path
    what: str
    make: Callable[[Content], Content]
    allowed: bool


def values(name: str, value: Any, number: int) -> Iterator[Any]:
    """What could stand there instead; where there was nothing, one is as good as another."""
    name = "kind of an abbreviation" if name == "kind" and value in ROLES else name
    held = (other.format(number) if isinstance(other, str) else other for other in PLAUSIBLE.get(name, ()))
    others = [other for other in held if other != value] or ["trồng rau"]
    if value is None:
        yield others[0]
    elif name in PLAUSIBLE:
        yield from others
    if isinstance(value, str):
        words = value.split(" ")
        if name in WHOLE and len(words) > 1:
            yield from (" ".join(words[:-1]), " ".join(words[1:]))
        if name not in PLAUSIBLE:
            at = len(value) // 2
            yield value[:at] + ("x" if value[at] != "x" else "y") + value[at + 1 :]


def made(value: Any, path: Path, number: int) -> Iterator[tuple[str, Callable[[Content], Content]]]:
    """The ways to change a value."""

    def having(other: Any) -> Callable[[Content], Content]:
        return lambda held: held.having(path, other)

    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    yield REMOVED, lambda held: held.without(path)
    if value not in (None, [], {}):
        yield EMPTIED, having(None)
    if isinstance(value, dict | list):
        yield TYPE, having("trồng rau")
        if value == []:
            yield f"{OTHER} 0", having([PLAUSIBLE[name][0]])
        return
    yield TYPE, having({})
    for count, other in enumerate(values(name, value, number)):
        yield f"{OTHER} {count}", having(other)


def changes(file: str, held: Content, number: int) -> Iterator[Change]:
    for path in held.paths():
        value, where = held.at(path), ".".join(map(str, path))
        rows, apart = (
            [each for each in all_rows if fnmatch(file, each.file) and fnmatch(where, each.path) and each.value(value)]
            for all_rows in (ALLOWED, ELSEWHERE)
        )
        for what, make in made(value, path, path[0] if isinstance(path[0], int) else number):
            if not any(what.startswith(each.changes) for each in apart):
                allowed = any(what.startswith(each.changes) for each in rows)
                yield Change(file, path, what, make, allowed)


FILES = sorted(path.relative_to(CONTENT).as_posix() for path in (CONTENT / "docs").rglob("*.*") if path.is_file())
GROUPS = {
    **{
        f"{language}, {kind}": [file for file in FILES if re.fullmatch(rf"docs/{language}/van-ban/{name}", file)]
        for language in ("vi", "en")
        for kind, name in (("held", "23-.*"), ("by number", r"(?!23-)\d.*"), ("by name", r"\D.*"))
    },
    **{
        name: [f"docs/_data/{name}.yml"]
        for name in (
            "abbreviations",
            "bodies",
            "changes",
            "forms",
            "groups",
            "phases",
            "terms",
            "themes",
        )
    },
}


@pytest.mark.parametrize("group", GROUPS)
def test_one_field(checkouts, group):
    held = {file: content((CONTENT / file).read_text(encoding="utf-8"), file) for file in GROUPS[group]}
    batches: dict[str, list[Change]] = {"none": []}
    for number, file in enumerate(held):
        for change in changes(file, held[file], number):
            # Of whole entries and of sections each has to do with its neighbours.
            first, *below = change.path
            path = below if isinstance(first, int) and below and below != ["section"] else change.path
            batches.setdefault(f"{'.'.join(map(str, path))} {change.what}", []).append(change)
    assert len(batches) > 1
    cases, due = {}, {}
    for name, batch in batches.items():
        changed = dict(held)
        for change in batch:
            changed[change.file] = change.make(changed[change.file])
        cases[name] = {file: each.text() for file, each in changed.items()}
        due[name] = [(each.file, line(changed[each.file], each)) for each in batch if not each.allowed]
    found = checkouts.faults(cases)
    assert {name: left for name, faults in found.items() if (left := _apart(faults, due[name]))} == {}


def line(changed: Content, change: Change) -> set[int]:
    """Where the finding is due: what is missing is reported at what would hold it, a missing entry at the next one."""
    path = change.path
    if change.what != REMOVED:
        return {changed.line((*path, 0) if isinstance(changed.at(path), list) else path)}
    if isinstance(path[0], int) and len(path) == 1:
        # After the last section the one before.
        following = changed.values[path[0] : path[0] + 1]
        return {changed.line((path[0] - (not following or "section" not in following[0]),))}
    if isinstance(path[-1], int):
        return {changed.line((*path[:-1], 0))}
    # The top of the file is its first fence, or the first field.
    return {1, 2} if len(path) == 1 else {changed.line(path)}


def _apart(faults: list[Fault], due: list[tuple[str, set[int]]]) -> list[object]:
    """What was found and is not due, and what is due and was not found."""
    left: list[object] = list(faults)
    for file, lines in due:
        fault = next((each for each in left if each[0] == file and each[1] in lines), None)
        if fault:
            left.remove(fault)
        else:
            left.append(("not found", file, lines))
    return left

"""What `mkdocs.yml` says, as far as the commands need it, and what is wrong with it."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from kb.model.text import plain
from kb.parse.encoding import NotText, decode
from kb.parse.yaml_faults import fault

FILE = "mkdocs.yml"
DEEPEST = 100
# What MkDocs prints of a setting that it does not take, and of a value that it cannot make.
REFUSED = re.compile(r"^(?:ERROR|WARNING) +- +Config value '(?P<name>\w+)': (?P<words>.*)", re.MULTILINE)
NOT_MADE = re.compile(r'in "\S*mkdocs\.yml", line (?P<line>\d+), column (?P<column>\d+)')


class Unusable(Exception):
    """The file cannot be read as settings; the message says where, and why."""


def check(root: Path) -> None:
    """Raises Unusable where the file is no mapping that YAML can read."""
    _composed(root)


def setting(root: Path, *names: str) -> str:
    """A word that the file holds under `names`, e.g. `setting(root, "extra", "forge")`; empty where it has none.

    Raises Unusable.
    """
    found = _find(root, names)
    return found.value if isinstance(found, yaml.ScalarNode) else ""


def place(root: Path, name: str) -> str:
    """Where the value of a setting stands, `mkdocs.yml:line:column`; the top where there is none. Raises Unusable."""
    found = _find(root, (name,))
    return f"{FILE}:{found.start_mark.line + 1}:{found.start_mark.column + 1}" if found else f"{FILE}:1:1"


def explained(root: Path, output: str) -> str:
    """What MkDocs printed when it ended with an error: where a setting is at fault, its place and the fact first."""
    names = {found["name"]: found["words"] for found in REFUSED.finditer(output)}
    facts = [f"{place(root, name)}: {_fact(name, words)}" for name, words in names.items()]
    if found := NOT_MADE.search(output):
        facts = [f"{FILE}:{found['line']}:{found['column']}: không dựng được giá trị này."]
    facts = facts or ["MkDocs dừng vì có lỗi."]
    return "\n".join([*facts, "      Lời của MkDocs:", *(f"      {line}" for line in output.strip().split("\n"))])


def _fact(name: str, words: str) -> str:
    if words.startswith("Unrecognised"):
        return f"không có thiết lập nào tên «{name}»."
    if words.startswith("Required"):
        return f"thiếu thiết lập «{name}»."
    return f"MkDocs không dùng được giá trị của «{name}»."


def _find(root: Path, names: tuple[str, ...]) -> yaml.Node | None:
    node = _composed(root)
    for name in names:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        node = next((value for key, value in pairs if key.value == name), None)
    return node


def _composed(root: Path) -> yaml.Node | None:
    """The settings as nodes: the file holds tags that only MkDocs knows, so nothing is made of them."""
    try:
        text = plain(decode((root / FILE).read_bytes(), FILE))
        # First by the parser whose words are known.
        depth = 0
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                raise Unusable(f"{FILE}:{event.start_mark.line + 1}:1: YAML lồng quá sâu.")
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except NotText as error:
        raise Unusable(f"{FILE}:{error.finding.span.line}:1: {error.finding.message}") from error
    except yaml.YAMLError as error:
        found = fault(error, text)
        line, column = text.count("\n", 0, found.offset) + 1, found.offset - text.rfind("\n", 0, found.offset)
        raise Unusable(f"{FILE}:{line}:{column}: YAML không đọc được: {found.fact}.") from error
    if node is not None and not isinstance(node, yaml.MappingNode):
        raise Unusable(f"{FILE}:{node.start_mark.line + 1}:1: tệp phải gồm các trường «tên: giá trị».")
    return node

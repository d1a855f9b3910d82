"""YAML with places: front matter and data files, read into values that know where they stand."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from kb.model.finding import Finding, Span

FENCE = "---"


@dataclass(frozen=True, slots=True)
class Node:
    """A YAML value and its place; `value` is a scalar, a list of Nodes, or a dict of key → Node."""

    value: object
    span: Span

    def plain(self) -> object:
        """The value without places."""
        if isinstance(self.value, dict):
            return {k: v.plain() for k, v in self.value.items()}
        if isinstance(self.value, list):
            return [v.plain() for v in self.value]
        return self.value


class YamlError(Exception):
    """The YAML cannot be read; `finding` says where and why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def split(text: str) -> tuple[str, int, str]:
    """Divide a Markdown file into front matter, the line on which its body begins, and the body."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return "", 1, text
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() == FENCE:
            return "\n".join(lines[1 : number - 1]), number + 1, "\n".join(lines[number:])
    return "\n".join(lines[1:]), len(lines) + 1, ""


def load(text: str, file: str, first_line: int = 1) -> Node:
    """Read YAML into Nodes.

    Raises YamlError for what is not plain YAML: syntax errors, tags, aliases, duplicate keys.
    """
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        span = Span(file, first_line + mark.line, mark.column + 1) if mark else Span(file, first_line)
        raise YamlError(_finding("META-007", span, f"YAML không đọc được: {error.problem}.")) from error
    except (yaml.YAMLError, ValueError) as error:  # e.g. control characters
        raise YamlError(_finding("META-007", Span(file, first_line), f"YAML không đọc được: {error}.")) from error
    except RecursionError as error:
        raise YamlError(_finding("META-007", Span(file, first_line), "YAML lồng quá sâu.")) from error
    if root is None:
        return Node({}, Span(file, first_line))
    return _Builder(file, first_line).build(root)


class _Loader(yaml.SafeLoader):
    """Composes only; an alias would let a few lines stand for millions."""

    def compose_node(self, parent: object, index: object) -> yaml.Node:
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()
            raise yaml.composer.ComposerError(None, None, "không dùng bí danh (*)", event.start_mark)
        return super().compose_node(parent, index)


class _Builder:
    def __init__(self, file: str, first_line: int) -> None:
        self.file = file
        self.first_line = first_line

    def build(self, node: yaml.Node) -> Node:
        span = self._span(node)
        if isinstance(node, yaml.MappingNode):
            return Node(dict(self._pairs(node)), span)
        if isinstance(node, yaml.SequenceNode):
            return Node([self.build(child) for child in node.value], span)
        return Node(self._scalar(node, span), span)

    def _pairs(self, node: yaml.MappingNode) -> Iterator[tuple[str, Node]]:
        seen = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise YamlError(_finding("META-007", self._span(key), "Tên trường phải là một từ."))
            if key.value in seen:
                raise YamlError(_finding("META-008", self._span(key), f"Trường «{key.value}» ghi hai lần."))
            seen.add(key.value)
            yield key.value, self.build(value)

    def _scalar(self, node: yaml.Node, span: Span) -> object:
        try:
            return _construct(node)
        except (ValueError, yaml.YAMLError):
            # An impossible date (2021-02-30) stays as written; the rule for dates says so.
            if node.tag == "tag:yaml.org,2002:timestamp":
                return node.value
            raise YamlError(_finding("META-007", span, f"Không đọc được giá trị «{node.value}».")) from None

    def _span(self, node: yaml.Node) -> Span:
        return Span(self.file, self.first_line + node.start_mark.line, node.start_mark.column + 1)


def _construct(node: yaml.Node) -> object:
    constructor = yaml.constructor.SafeConstructor()
    value = constructor.construct_object(node)
    if isinstance(value, datetime.datetime):
        return node.value
    return value.isoformat() if isinstance(value, datetime.date) else value


def _finding(code: str, span: Span, message: str) -> Finding:
    return Finding(
        code, span, message, "Sửa theo mẫu trong CONTRIBUTING.md; giá trị có dấu hai chấm thì đặt trong dấu nháy."
    )

"""YAML with places: front matter and data files, read into values that know where they stand."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from kb.model.finding import Finding, Span
from kb.model.text import FENCE, closing
from kb.parse.yaml_faults import UNKNOWN, fault

# A fingerprint of digits alone is no number.
FINGERPRINT = re.compile(r"[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Node:
    """A YAML value and its place; `value` is a scalar, a list of Nodes, or a dict of key → Node.

    `key` is the place of the key where the value stands in a mapping.
    """

    value: object
    span: Span
    key: Span | None = None

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


def split(text: str, file: str) -> tuple[str, int, str]:
    """Divide a Markdown file into front matter, the line on which its body begins, and the body.

    Raises YamlError where one of the two fences is not there.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        message = f"Thiếu phần đầu tệp: tệp phải bắt đầu bằng dòng «{FENCE}» rồi các trường."
        remedy = f"Ghi các trường giữa hai dòng «{FENCE}» ở đầu tệp, theo mẫu trong CONTRIBUTING.md."
        raise YamlError(Finding("META-007", Span(file), message, remedy))
    if end := closing(lines):
        return "\n".join(lines[1:end]), min(end + 2, len(lines)), "\n".join(lines[end + 1 :])
    raise YamlError(_finding("META-007", Span(file), f"Thiếu dòng «{FENCE}» đóng phần đầu tệp."))


def load(text: str, file: str, first_line: int = 1) -> Node:
    """Read YAML into Nodes.

    Raises YamlError for what is not plain YAML: syntax errors, tags, aliases, duplicate keys.
    """
    builder = _Builder(text, file, first_line)
    try:
        return builder.document()
    except yaml.YAMLError as error:
        found = fault(error, text)
        span = builder.place(found.offset)
        raise YamlError(_finding("META-007", span, f"YAML không đọc được: {found.fact}.")) from error
    except ValueError as error:  # half a surrogate pair
        raise YamlError(_finding("META-007", Span(file, first_line), f"YAML không đọc được: {UNKNOWN}.")) from error
    except RecursionError as error:
        raise YamlError(_finding("META-007", Span(file, first_line), "YAML lồng quá sâu.")) from error


class _Builder:
    """Builds Nodes from events: a parser of YAML in C gives them ten times faster than one in Python."""

    def __init__(self, text: str, file: str, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self.events = yaml.parse(text, Loader=yaml.CSafeLoader)
        self.resolver = yaml.resolver.Resolver()

    def document(self) -> Node:
        next(self.events)  # the start of the stream
        if isinstance(next(self.events), yaml.StreamEndEvent):
            return Node({}, Span(self.file, self.first_line))
        root = self._node(next(self.events))
        next(self.events)  # the end of the document
        if not isinstance(following := next(self.events), yaml.StreamEndEvent):
            raise YamlError(_finding("META-007", self.span(following.start_mark), "Chỉ ghi một khối YAML."))
        return root

    def _node(self, event: yaml.Event) -> Node:
        span = self.span(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            # An alias would let a few lines stand for millions.
            raise YamlError(_finding("META-007", span, "YAML không đọc được: không dùng bí danh (*)."))
        if isinstance(event, yaml.MappingStartEvent):
            return Node(dict(self._pairs()), span)
        if isinstance(event, yaml.SequenceStartEvent):
            return Node([self._node(child) for child in self._until(yaml.SequenceEndEvent)], span)
        return Node(self._scalar(event, span), span)

    def _until(self, end: type[yaml.Event]) -> Iterator[yaml.Event]:
        while not isinstance(event := next(self.events), end):
            yield event

    def _pairs(self) -> Iterator[tuple[str, Node]]:
        seen = set()
        for key in self._until(yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                raise YamlError(_finding("META-007", self.span(key.start_mark), "Tên trường phải là một từ."))
            if key.value in seen:
                raise YamlError(_finding("META-008", self.span(key.start_mark), f"Trường «{key.value}» ghi hai lần."))
            seen.add(key.value)
            node = self._node(next(self.events))
            yield key.value, Node(node.value, node.span, self.span(key.start_mark))

    def _scalar(self, event: yaml.ScalarEvent, span: Span) -> object:
        tag = event.tag
        if tag is None and FINGERPRINT.fullmatch(event.value):
            return event.value
        if tag is None or tag == "!":
            tag = self.resolver.resolve(yaml.ScalarNode, event.value, event.implicit)
        if tag == "tag:yaml.org,2002:str":
            return event.value
        try:
            return _construct(yaml.ScalarNode(tag, event.value))
        except (ValueError, yaml.YAMLError):
            # An impossible date (2021-02-30) stays as written; the rule for dates says so.
            if tag == "tag:yaml.org,2002:timestamp":
                return event.value
            raise YamlError(_finding("META-007", span, f"Không đọc được giá trị «{event.value}».")) from None

    def span(self, mark: yaml.Mark) -> Span:
        """The place of a mark, by its offset: YAML ends lines at characters that are no line feed too."""
        return self.place(mark.index)

    def place(self, offset: int) -> Span:
        """The place of an offset in the text."""
        line = bisect_right(self.starts, offset)
        return Span(self.file, self.first_line + line - 1, offset - self.starts[line - 1] + 1)


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

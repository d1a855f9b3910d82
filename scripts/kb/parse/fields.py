"""Typed reading of front matter and data items: a value of the wrong type is a finding, never a crash."""

from __future__ import annotations

import datetime
import re

from kb.model.finding import Finding, Span
from kb.model.nearest import Nearest, hint
from kb.model.reference import Ref
from kb.parse.frontmatter import Node

ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
REFERENCE = re.compile(r"(?P<document>[a-z0-9-]+)#(?P<provision>\S+)")
TEMPLATE = "Xem mẫu trong CONTRIBUTING.md."


class Fields:
    """The fields of one mapping. Faults are collected in `problems`; a faulty value reads as missing."""

    def __init__(self, node: Node, problems: list[Finding]) -> None:
        self.span = node.span
        self.problems = problems
        self.at: dict[str, Span] = {}
        self._nodes: dict[str, Node] = {}
        self._known: set[str] = set()
        self._missing: list[str] = []
        self._mapping = isinstance(node.value, dict)
        if self._mapping:
            self._nodes = node.value
            self.at = {key: child.span for key, child in node.value.items()}
        else:
            self._wrong(node, "phải gồm các trường «tên: giá trị»")

    def text(self, key: str, required: bool = False) -> str | None:
        """A string, or None where it is null or missing."""
        node = self._get(key, required)
        if node is None or node.value is None or (required and node.value == ""):
            return None
        if isinstance(node.value, str) and node.value.strip():
            return node.value
        self._wrong(node, f"«{key}» phải là một chuỗi chữ")
        return None

    def number(self, key: str, required: bool = False) -> int | None:
        """A whole number, or None."""
        node = self._get(key, required)
        if node is None or node.value is None or (required and node.value == ""):
            return None
        if isinstance(node.value, int) and not isinstance(node.value, bool):
            return node.value
        self._wrong(node, f"«{key}» phải là một số nguyên")
        return None

    def flag(self, key: str) -> bool:
        """True or false; false where missing."""
        node = self._get(key, required=False)
        if node is None or isinstance(node.value, bool):
            return bool(node and node.value)
        self._wrong(node, f"«{key}» phải là true hoặc false")
        return False

    def choice(self, key: str, allowed: tuple[str, ...], required: bool = False) -> str | None:
        """One of the allowed words."""
        value = self.text(key, required)
        if value is None or value in allowed:
            return value
        self._wrong(self._nodes[key], f"«{key}» phải là một trong: {', '.join(allowed)}")
        return None

    def date(self, key: str, required: bool = False) -> str | None:
        """An ISO date that exists in the calendar."""
        value = self.text(key, required)
        if value is None:
            return None
        try:
            if ISO_DATE.fullmatch(value):
                return datetime.date.fromisoformat(value).isoformat()
        except ValueError:
            pass
        fault = "không có trong lịch" if ISO_DATE.fullmatch(value) else "không ghi theo dạng năm-tháng-ngày"
        remedy = "Ghi ngày có thật theo dạng năm-tháng-ngày, ví dụ 2021-05-17."
        self.problems.append(Finding("META-003", self.at[key], f"Ngày «{value}» {fault}.", remedy))
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings; empty where missing."""
        return tuple(value for value, _ in self._items(key))

    def refs(self, key: str) -> tuple[Ref, ...]:
        """A list of references `document#provision`."""
        return tuple(ref for value, span in self._items(key) if (ref := self._ref(value, span)))

    def ref(self, key: str) -> Ref | None:
        """One reference `document#provision`."""
        value = self.text(key)
        return self._ref(value, self.at[key]) if value else None

    def nodes(self, key: str) -> list[Node]:
        """The elements of a list, unread."""
        node = self._get(key, required=False)
        if node is None or node.value is None:
            return []
        if isinstance(node.value, list):
            return node.value
        self._wrong(node, f"«{key}» phải là một danh sách")
        return []

    def words(self, key: str) -> dict[str, str]:
        """A mapping of words to words; empty where missing."""
        node = self._get(key, required=False)
        if node is None or node.value is None:
            return {}
        if isinstance(node.value, dict) and all(isinstance(each.value, str) for each in node.value.values()):
            return {name: each.value for name, each in node.value.items()}
        self._wrong(node, f"«{key}» phải gồm các dòng «chữ: chữ»")
        return {}

    def child(self, key: str) -> Fields | None:
        """A mapping inside this one, or None where it is missing."""
        node = self._get(key, required=False)
        return Fields(node, self.problems) if node is not None and node.value is not None else None

    def labels(self, required: bool) -> dict[str, str]:
        """The names by language, from the fields `vi` and `en`."""
        found = {language: self.text(language, required) for language in ("vi", "en")}
        return {language: text for language, text in found.items() if text}

    def finish(self) -> None:
        """Name the fields that nobody asked for, else those that are missing: most of those are one of these."""
        unknown = sorted(self._nodes.keys() - self._known)
        for key in unknown:
            near = hint(Nearest(self._missing or self._known).to(key))
            place = self._nodes[key].key or self.span
            self.problems.append(Finding("META-006", place, f"Không có trường nào tên «{key}».", f"{near}{TEMPLATE}"))
        if self._missing and not unknown:
            names = ", ".join(f"«{key}»" for key in self._missing)
            self.problems.append(Finding("META-001", self.span, f"Thiếu trường {names}.", f"Thêm {names}. {TEMPLATE}"))

    def _get(self, key: str, required: bool) -> Node | None:
        self._known.add(key)
        node = self._nodes.get(key)
        if required and node is None and self._mapping:
            self._missing.append(key)
        elif required and node is not None and node.value in (None, ""):
            message = f"Trường «{key}» chưa có giá trị."
            self.problems.append(Finding("META-001", node.span, message, f"Ghi «{key}: …». {TEMPLATE}"))
        return node

    def _items(self, key: str) -> list[tuple[str, Span]]:
        items: dict[str, Span] = {}
        for index, node in enumerate(self.nodes(key)):
            self.at[f"{key}.{index}"] = node.span
            if not isinstance(node.value, str) or not node.value.strip():
                self._wrong(node, f"mỗi dòng của «{key}» phải là một chuỗi chữ")
            elif node.value in items:
                message = f"«{node.value}» ghi hai lần ở «{key}»."
                self.problems.append(Finding("META-008", node.span, message, "Xóa một trong hai chỗ."))
            else:
                items[node.value] = node.span
        return list(items.items())

    def _ref(self, value: str, span: Span) -> Ref | None:
        if found := REFERENCE.fullmatch(value):
            return Ref(found["document"], found["provision"], span)
        message = f"«{value}» không chỉ tới một đoạn của văn bản."
        remedy = "Ghi mã văn bản, dấu #, mã đoạn; ví dụ 23-kh-duk-2021#ii-1.1-3."
        self.problems.append(Finding("META-002", span, message, remedy))
        return None

    def _wrong(self, node: Node, what: str) -> None:
        self.problems.append(Finding("META-002", node.span, f"Sai kiểu: {what}.", TEMPLATE))

"""Precision, recall and F1 over passages in the record format of `gold.jsonl`."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kb.model.citation import Citation

GOLD = Path(__file__).with_name("gold.jsonl")


@dataclass
class Tally:
    right: int = 0
    spurious: int = 0
    missed: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        total = 2 * self.right + self.spurious + self.missed
        return 2 * self.right / total if total else 1.0

    def miss(self, why: str) -> None:
        self.missed += 1
        self.errors.append(why)


def passages() -> list[dict]:
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def score(read: Callable[[str], tuple[Citation, ...]]) -> dict[str, Tally]:
    tallies = {name: Tally() for name in ("canonical", "date", "locator")}
    for passage in passages():
        found = list(read(passage["text"]))
        for gold in passage["citations"]:
            forms = {gold["canonical"], *gold["accept"]}
            match = next((c for c in found if _overlap(c, gold) and c.canonical in forms), None)
            if match is None:
                tallies["canonical"].miss(f"{passage['id']}: {gold['canonical']} missed")
                continue
            found.remove(match)
            tallies["canonical"].right += 1
            for name in ("date", "locator"):
                _field(tallies[name], passage["id"], gold, name, getattr(match, name))
        for citation in found:
            if not any(citation.start < i["end"] and i["start"] < citation.end for i in passage["ignore"]):
                tallies["canonical"].spurious += 1
                tallies["canonical"].errors.append(f"{passage['id']}: {citation.raw!r} spurious")
    return tallies


def _field(tally: Tally, where: str, gold: dict, name: str, value: str | None) -> None:
    if value == gold[name] or (value is not None and value in gold[f"{name}_accept"]):
        tally.right += value is not None and gold[name] is not None
        return
    if gold[name] is not None:
        tally.missed += 1
    if value is not None:
        tally.spurious += 1
    tally.errors.append(f"{where}: {name} {value!r} for {gold[name]!r}")


def _overlap(citation: Citation, gold: dict) -> bool:
    return citation.start < gold["end"] and gold["start"] < citation.end

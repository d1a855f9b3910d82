"""What the check says of each attack in each field, in few checks: all fields of a kind hold the attack at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kb import check, reading
from kb.model.finding import Finding
from kb.model.memory import Memory
from tests.attack import content
from tests.attack.content import Unit, unit
from tests.attack.fields import ATTACKS, Places, attacked, spot

BASE = unit(1000)
# Said because fields hold the same words at once, not because of the words.
TOGETHER = ("TAX-007", "TAX-005", "DUP-", "QA-", "TERM-", "WORD-")


class Judge:
    """Checks units below a folder of its own."""

    def __init__(self, root: Path) -> None:
        (root / "docs").mkdir()
        self.root, self._memory = root, Memory()

    def errors(self, each: Unit) -> list[Finding]:
        """What blocks a unit."""
        library = reading.read(self.root, self._memory, content.files([each]))
        return [finding for finding in check.run(library) if finding.blocks]

    def left(self, fields: Mapping[str, Places]) -> Iterator[tuple[str, str]]:
        """The pairs of a field and an attack for which nothing stands against the lines of the field."""
        spots = {name: spot(BASE, name, places) for name, places in fields.items()}
        for attack, text in ATTACKS.items():
            found = [f.span for f in self.errors(attacked(BASE, fields, text)) if not f.code.startswith(TOGETHER)]
            for name, (file, first, last) in spots.items():
                if not any(span.file == file and first <= span.line <= last for span in found):
                    yield name, attack

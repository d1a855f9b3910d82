"""What a check is given: the library, and what has been found to deviate from the text of record already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.model.document import Document, Provision
from kb.model.library import Library


@dataclass(frozen=True, slots=True)
class Case:
    """`deviating` are the keys (`document#provision`) of provisions with a finding of fidelity.

    Other checks pass over them: one fault is one finding.
    """

    library: Library
    deviating: frozenset[str]

    def sound(self, document: Document) -> Iterator[Provision]:
        """The provisions of a document in which nothing is known to be wrong."""
        for provision in document.provisions:
            if document.language != "vi" or f"{document.id}#{provision.id}" not in self.deviating:
                yield provision

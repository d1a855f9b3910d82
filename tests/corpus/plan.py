"""Which document and which question gets which fault."""

from __future__ import annotations

from random import Random

from tests.corpus.edits import EDITS, QUESTIONS
from tests.corpus.faults import CONTENT, Ground
from tests.corpus.papers import Paper


class Plan:
    """So many faults of each sort, no two of them in one document or question."""

    def __init__(self, papers: list[Paper], questions: int, each: int, rng: Random) -> None:
        self.ground = ground = Ground(papers, rng)
        sorts = [sort for sort in (*CONTENT, *EDITS) for _ in range(each)]
        fit = [paper.id for paper in papers if ground.fit(paper)] if sorts else []
        self.documents = dict(zip(rng.sample(fit, len(sorts)), sorts, strict=True))
        ground.faulty = frozenset(self.documents)
        sorts = [sort for sort in QUESTIONS for _ in range(each)]
        self.questions = dict(zip(rng.sample(range(1, questions + 1), len(sorts)), sorts, strict=True))

"""How long the check takes and how much memory, beside a checker of links on the same Markdown.

    make bench                                        1,000 documents
    .venv/bin/python -m tests.bench.bench 10000       as many as one likes

Both programs run in turn, each in a process of its own, and the medians are told: on a machine that does other work
too, the processor's time and the ratios say more than the clock.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.bench.inside import reading_speed, recheck
from tests.bench.process import Run, run
from tests.corpus.generate import generate

BIN = Path(sys.executable).parent
KB = (str(BIN / "kb"), "check")
LYCHEE = (str(BIN / "lychee"), "--offline", "--no-progress")
AIM_COLD = 10
AIM_WARM = 1


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("documents", type=int, nargs="?", default=1000)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        print(f"{given.documents} synthetic documents, seed {given.seed}, {given.rounds} rounds")
        generate(root, given.documents, given.seed)
        print(f"  {_size(root / 'docs/vi/van-ban'):.1f} MB of text, {_size(root / 'docs'):.1f} MB in docs/\n")
        versus = _side_by_side(root, given.rounds)
        _inside(root, versus, given.rounds)


def _side_by_side(root: Path, rounds: int) -> float:
    """Prints the table of the programs, and gives the seconds of lychee."""
    programs = {
        "kb check": KB,
        "lychee, docs/": (*LYCHEE, "docs/vi", "docs/en"),
        "lychee, every citation a link": (*LYCHEE, "linked"),
    }
    runs: dict[str, list[Run]] = {name: [] for name in programs}
    for _ in range(rounds):
        for name, command in programs.items():
            runs[name].append(run(command, root))
    print(f"{'median of ' + str(rounds):32}{'clock':>9}{'processor':>12}{'memory':>10}")
    for name, each in runs.items():
        clock, processor = (median(getattr(one, field) for one in each) for field in ("clock", "processor"))
        print(f"{name:32}{clock:8.2f}s{processor:11.2f}s{max(one.memory for one in each):7.0f} MB")
    for name in list(programs)[1:]:
        ratios = [a.clock / b.clock for a, b in zip(runs["kb check"], runs[name], strict=True)]
        print(f"kb check : {name:21}{median(ratios):8.1f}  (aim {AIM_COLD} or less)")
    return median(one.clock for one in runs["lychee, docs/"])


def _inside(root: Path, lychee: float, rounds: int) -> None:
    whole, words, field = recheck(root, rounds)
    print(f"\nin one process: first {whole:.2f}s, again")
    print(
        f"  after words of a document changed {words:.2f}s, {words / lychee:.1f} times lychee (aim {AIM_WARM} or less)"
    )
    print(f"  after a field of it, which others are held against, {field:.2f}s")
    print("\nreading citations, one core, the processor's time")
    for density, aim in ((1, 5), (4, 2)):
        print(f"  {density} per kB  {reading_speed(root, density):5.1f} MB/s  (aim {aim} or more)")


def _size(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit(f"{error.cmd[0]} ended with {error.returncode}:\n{error.output}")

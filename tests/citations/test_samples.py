"""Passages outside the repository, where there are some, read by the command and scored by the scorer beside them.

`KB_SAMPLES` names their folder; else it is `shared/samples` beside the checkout.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from kb.cli import main
from tests.conftest import FIGURE

SCORER = "score_citations.py"
MEASURES = {"canonical": 0.975, "date_attachment": 0.97, "locator_attachment": 0.92}
LEAST_OF_EITHER = 0.97
MOST_FALSE = 0.02


def test_the_sample_passages_are_read(root, tmp_path, monkeypatch, record_property):
    samples = Path(os.environ.get("KB_SAMPLES") or root.parent / "shared" / "samples")
    if not (samples / SCORER).is_file():
        record_property(FIGURE, "citations, sample passages: none beside the checkout")
        return
    monkeypatch.chdir(root)
    passages = (samples / "citations.jsonl").read_text(encoding="utf-8")
    read = CliRunner().invoke(main, ["cite"], input=passages)
    assert read.exit_code == 0, read.stderr
    (tmp_path / "read.jsonl").write_text(read.stdout, encoding="utf-8")
    command = [sys.executable, samples / SCORER, tmp_path / "read.jsonl", "--json"]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    false = told["negatives"]["records_with_a_false_positive"] / told["negatives"]["records"]
    figures = ", ".join(f"{name} F1 {told[name]['f1']:.3f}" for name in MEASURES)
    record_property(FIGURE, f"citations, sample passages: {figures}, false positives on {false:.1%}")
    assert {name: told[name]["f1"] for name, least in MEASURES.items() if told[name]["f1"] < least} == {}
    assert min(told["canonical"]["p"], told["canonical"]["r"]) >= LEAST_OF_EITHER
    assert false <= MOST_FALSE

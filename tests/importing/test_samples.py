"""Samples of received files that lie outside the repository, where there are some, scored by the scorer beside them.

`KB_SAMPLES` names their folder; else it is `shared/samples` beside the checkout.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from statistics import mean

from click.testing import CliRunner

from kb.cli import main
from tests.conftest import FIGURE

KEYS = {"type": "kind"}
# The scorer calls the sentences `must`.
LEAST = {"must": 0.995}
LEAST_ELSE = 0.95


def test_the_sample_files_are_read(root, tmp_path, monkeypatch, record_property):
    samples = Path(os.environ.get("KB_SAMPLES") or root.parent / "shared" / "samples") / "import"
    if not (samples / "score_import.py").is_file():
        record_property(FIGURE, "import, sample files: none beside the checkout")
        return
    monkeypatch.chdir(root)
    made = tmp_path / "made"
    made.mkdir()
    for file in sorted((samples / "input").iterdir()):
        CliRunner().invoke(main, ["import", str(file), "--output", str(made / f"{file.stem}.md")])
    (tmp_path / "map.json").write_text(json.dumps(KEYS))
    told = tmp_path / "told.json"
    command = [sys.executable, samples / "score_import.py", made, "--map", tmp_path / "map.json", "--json", told]
    subprocess.run(command, capture_output=True, text=True, check=True)
    scores = defaultdict(list)
    for measures in json.loads(told.read_text(encoding="utf-8")).values():
        for name, measure in measures.items():
            if measure["score"] is not None:
                scores[name].append(measure["score"])
    means = {name: mean(each) for name, each in sorted(scores.items())}
    figures = ", ".join(f"{name} {score:.3f}" for name, score in means.items())
    record_property(FIGURE, f"import, sample files: {figures}")
    assert means
    assert {name: score for name, score in means.items() if score < LEAST.get(name, LEAST_ELSE)} == {}

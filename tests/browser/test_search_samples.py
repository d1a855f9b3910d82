"""Samples of queries that lie outside the repository, where there are some, measured by the harness beside them.

`KB_SAMPLES` names their folder; else it is `shared/samples` beside the checkout.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.browser import chromium
from tests.conftest import FIGURE

ALL, STRATUM, FIRST, NONE, EMPTY = 0.95, 0.90, 0.92, 0.02, 0.90


def test_the_sample_queries_find_their_answers(root, site_then, browser, tmp_path, record_property):
    samples = Path(os.environ.get("KB_SAMPLES") or root.parent / "shared" / "samples") / "search"
    if not (samples / "harness.py").is_file():
        record_property(FIGURE, "search, sample queries: none beside the checkout")
        return
    told = tmp_path / "told.json"
    command = [sys.executable, samples / "harness.py", site_then, "--out", told, "--chromium", chromium.find()]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    record_property(FIGURE, f"search, sample queries\n{done.stdout}")
    result = json.loads(told.read_text(encoding="utf-8"))
    overall, negative = result["overall"], result["negative"]
    assert overall["answer_mrr10"] >= ALL
    assert overall["answer_s1"] >= FIRST
    assert overall["zero_rate"] <= NONE
    assert negative["zero_share"] >= EMPTY
    assert {name: each for name, each in result["strata"].items() if each["answer_mrr10"] < STRATUM} == {}
    assert (result["page_errors"], result["external_hosts_refused"], result["timeouts"]) == ({}, {}, [])

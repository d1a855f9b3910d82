"""The sites on which searches are measured: ours, its pages under stock Material, and Pagefind's index of those."""

from __future__ import annotations

import json
import shutil
import sys
import time
from pathlib import Path

from kb import reading
from kb.check.catalogue import RULES
from kb.publish import staging
from kb.views.context import Context
from kb.views.search import index, records
from kb.views.search.meaning import meaning
from tests.bench.process import run

ROOT = Path(__file__).resolve().parents[2]
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir")
PAGEFIND = (sys.executable, "-m", "pagefind_bin", "--root-selector", ".md-content", "--force-language", "vi", "--site")
# The same pages and the same syntax, and nothing of ours about them.
STOCK = """
site_name: Stock
docs_dir: {docs}
theme: {{name: material, language: vi, font: false}}
plugins: [search: {{lang: vi}}]
markdown_extensions:
  - attr_list
  - abbr
  - tables
  - pymdownx.blocks.html
  - pymdownx.blocks.details
  - kb.markdown
nav: [index.md]
not_in_nav: "*"
"""


def ours(root: Path, site: Path) -> float:
    """Build the whole site of a checkout; seconds of the processor."""
    for name in ("mkdocs.yml", "overrides", "requirements.txt", "scripts"):
        if not (root / name).exists():
            (root / name).symlink_to(ROOT / name)
    return run((*MKDOCS, str(site)), root).processor


def stock(root: Path, site: Path) -> None:
    """Build the Vietnamese pages of a checkout with stock Material and its own search."""
    docs = staging.stage(reading.read(root), root, None, RULES) / "vi"
    shutil.rmtree(docs / "assets")
    configuration = site.with_suffix(".yml")
    configuration.write_text(STOCK.format(docs=json.dumps(str(docs))), encoding="utf-8")
    run((*MKDOCS, str(site), "--config-file", str(configuration)), root)


def pagefind(site: Path) -> None:
    """Lay Pagefind's index of a site of stock Material beside its pages."""
    run((*PAGEFIND, str(site)), site)


def indexed(root: Path, site: Path) -> float:
    """Write the Vietnamese index of a checkout into `site`; seconds of the processor for those of both languages."""
    library = reading.read(root).published
    spent = 0.0
    for language in ("en", "vi"):
        start = time.process_time()
        context = Context(library, language, None)
        files = index.files(language, records.blocks(context, [], index.BLOCK), language, meaning(context))
        spent += time.process_time() - start
    folder = site / "assets/search"
    shutil.rmtree(folder)
    folder.mkdir()
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return spent

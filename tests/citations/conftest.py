from pathlib import Path

import pytest
import yaml

from kb.parse.citations import vocabulary as make_vocabulary

DATA = Path(__file__).parents[2] / "docs" / "_data"


@pytest.fixture(scope="session")
def vocabulary():
    kinds, issuers = (
        yaml.safe_load((DATA / name).read_text(encoding="utf-8")) for name in ("kinds.yml", "issuers.yml")
    )
    return make_vocabulary(kinds, issuers)

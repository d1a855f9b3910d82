"""The subject that words behind a citation give: near misses first."""

from __future__ import annotations

import pytest

from kb.model.subject import stated

SUBJECTS = [
    # nothing is said of a subject
    ("vi", "Kế hoạch này.", 12, "x", None),
    ("vi", "của Ban và các đơn vị", 7, "x", None),
    ("vi", "của Ban, đồng thời", 7, "x", None),
    ("en", "of the Board and others", 12, "x", None),
    # the given one, or another
    ("vi", "của Ban về nuôi cá, trồng rau", 7, "nuôi cá", True),
    ("vi", "của Ban về việc nuôi cá.", 7, "nuôi cá", True),
    ("vi", "của Ban, V/v nuôi cá và trồng rau", 7, "Nuôi cá", True),
    ("vi", "của Ban về nuôi cá lồng", 7, "nuôi cá", False),
    ("vi", "của Ban về “nuôi cá, trồng rau” năm nay", 7, "nuôi cá, trồng rau", True),
    ("vi", "của Ban về “nuôi cá, trồng rau” năm nay", 7, "nuôi cá", False),
    ("vi", "của Ban thực hiện Nghị quyết số 5;", 7, "thực hiện Nghị quyết số 5", True),
    ("vi", "của Ban về nuôi cá", 7, None, False),
    ("en", "of the Board on keeping fish, and on", 12, "keeping fish", True),
    ("en", "of the Board on keeping fish well", 12, "keeping fish", False),
    ("en", "of the Board on “keeping fish” here", 12, "keeping fish", True),
]


@pytest.mark.parametrize(("language", "text", "at", "subject", "agrees"), SUBJECTS)
def test_subjects(language, text, at, subject, agrees):
    found = stated(text, at, subject, language)
    assert (found and found.agrees) == agrees

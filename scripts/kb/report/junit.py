"""Findings as JUnit XML: a test case for each finding, and one that passed for each file without any."""

from __future__ import annotations

import re
from collections import Counter
from xml.etree import ElementTree as ET

from kb.model.finding import Finding
from kb.report.contents import VISIBLE, Contents

NAME = "kb check"
CLEAN = "Không có lỗi."
# What XML 1.0 cannot hold, and the carriage return, which a parser reads as a line feed.
UNFIT = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(contents: Contents) -> str:
    """Only errors fail, as in the check itself; what other findings say stands in the output of their case.

    A finding that an editor keeps in place is a case that was skipped.
    """
    clean = sorted(set(contents.sources) - {finding.span.file for finding in contents.findings})
    failures = sum(finding.blocks for finding in contents.findings)
    skipped = sum(finding.suppressed is not None for finding in contents.findings)
    counts = {"tests": str(len(contents.findings) + len(clean)), "failures": str(failures), "errors": "0"}
    root = ET.Element("testsuites", {"name": NAME, **counts})
    suite = ET.SubElement(root, "testsuite", {"name": NAME, **counts, "skipped": str(skipped)})
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in contents.findings:
        same = (finding.span.file, finding.code, finding.message)
        seen[same] += 1
        _case(suite, finding, seen[same], contents)
    for file in clean:
        ET.SubElement(suite, "testcase", {"classname": _fit(file), "name": CLEAN})
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode")


def _case(suite: ET.Element, finding: Finding, number: int, contents: Contents) -> None:
    # The name is without the place, so that a case keeps its history when lines are put in above.
    name = f"{finding.code}: {finding.message}" + (f" ({number})" if number > 1 else "")
    case = ET.SubElement(suite, "testcase", {"classname": _fit(finding.span.file), "name": _fit(name)})
    place = f"{finding.span.file}:{finding.span.line}:{finding.span.column}"
    text = _fit(f"{place}\n{contents.words(finding)}")
    if finding.suppressed is not None:
        ET.SubElement(case, "skipped", {"message": _fit(finding.suppressed)})
        ET.SubElement(case, "system-out").text = text
    elif finding.blocks:
        failure = ET.SubElement(case, "failure", {"type": _fit(finding.code), "message": _fit(finding.message)})
        failure.text = text
    else:
        ET.SubElement(case, "system-out").text = text


def _fit(text: str) -> str:
    return UNFIT.sub(lambda found: chr(VISIBLE.get(ord(found[0]), 0xFFFD)), text)

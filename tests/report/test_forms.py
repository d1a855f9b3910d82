"""What other programs read: valid by their schemas, and the same fields again for any finding."""

from __future__ import annotations

import json
import re
from collections import Counter
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from jsonschema import Draft4Validator, Draft202012Validator
from lxml import etree

from kb.check.catalogue import RULES as CATALOGUE
from kb.model.finding import Finding, Severity, Span
from kb.model.verdict import Outcome, Verdict
from kb.report import render
from tests.report.sample import BASE, FINDINGS, FOUND, QUESTION, RULES, SOURCES, counting

SCHEMAS = Path(__file__).parent / "schemas"
OURS = Draft202012Validator(json.loads(files("kb.report").joinpath("findings.schema.json").read_text("utf-8")))
SARIF = Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text("utf-8")))
JUNIT = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}


def told(form, found):
    return render(form, found, SOURCES, RULES, base=BASE)


def words(finding):
    link = [f"Xem: {BASE}kiem-tra/{finding.code}/"] if finding.code in RULES else []
    return "\n".join([finding.message, *finding.told, f"Cách sửa: {finding.remedy}", *link])


def place(finding):
    return (finding.code, finding.span.file, finding.span.line, finding.span.column)


def fields(finding):
    """All that is told of a finding, in an order of its own: equal findings are equal here."""
    return (*place(finding), finding.severity.value, words(finding))


def verdict(told):
    return told and Verdict(told["field"], Outcome(told["verdict"]), told["printed"], told["registered"])


def ordered(found):
    return sorted(map(fields, found))


def test_our_schema_is_one():
    Draft202012Validator.check_schema(OURS.schema)


@given(FOUND)
def test_json(found):
    report = json.loads(told("json", found))
    OURS.validate(report)
    read = [
        Finding(
            each["code"], Span(each["file"], each["line"], each["column"]), each["message"], each["remedy"],
            Severity(each["severity"]), tuple(each["details"]), verdict(each["verdict"]), each["suppressed"],
            also=tuple(Span(**span) for span in each["also"]),
        )
        for each in report["findings"]
    ]  # fmt: skip
    assert ordered(read) == ordered(found)
    assert [each.span for each in read] == sorted(each.span for each in found)
    assert Counter(each.verdict for each in read) == Counter(each.verdict for each in found)
    assert Counter(each.suppressed for each in read) == Counter(each.suppressed for each in found)
    assert report["summary"] == {
        **{severity.value: sum(each.severity is severity for each in counting(found)) for severity in Severity},
        "suppressed": len(found) - len(counting(found)),
    }


@given(FOUND)
def test_sarif(found):
    log = json.loads(told("sarif", found))
    SARIF.validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({*RULES, *(each.code for each in found)})
    read, marks, reasons = [], set(), []
    for result in run["results"]:
        (location,) = result["locations"]
        file, region = (location["physicalLocation"][name] for name in ("artifactLocation", "region"))
        assert re.fullmatch(r"[A-Za-z0-9/_.~%-]+", file["uri"])
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        text = re.sub(r"(\{|\})\1", r"\1", result["message"]["text"])
        where = (unquote(file["uri"]), region["startLine"], region["startColumn"])
        severity = next(each for each, level in LEVELS.items() if level == result["level"])
        read.append((result["ruleId"], *where, severity.value, text))
        reasons += [each["justification"] for each in result["suppressions"]]
        marks |= set(result["partialFingerprints"].values())
    assert sorted(read) == ordered(found)
    assert len(marks) == len(found)
    assert sorted(reasons) == sorted(each.suppressed for each in found if each.suppressed is not None)


def test_sarif_rules_explain_themselves():
    (run,) = json.loads(told("sarif", FINDINGS))["runs"]
    known = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert known["META-009"] == {"id": "META-009"}
    rule = known["FID-001"]
    assert rule["help"]["text"] == f"{RULES['FID-001'].why}\n\nCách sửa: {RULES['FID-001'].remedy}"
    assert rule["helpUri"] == f"{BASE}kiem-tra/FID-001/"
    assert run["columnKind"] == "unicodeCodePoints"


def test_sarif_links_only_to_whole_addresses():
    log = render("sarif", FINDINGS, SOURCES, RULES, base="/")
    assert "helpUri" not in log
    assert "informationUri" not in log
    assert "Xem: /kiem-tra/FID-001/" in log


def test_sarif_with_every_rule_that_there_is():
    log = json.loads(render("sarif", (), {}, CATALOGUE, base=BASE))
    SARIF.validate(log)
    assert [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]] == sorted(CATALOGUE)


# The order in which GitHub's runner undoes the escapes.
VALUE = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
PROPERTY = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


def undone(text, escapes):
    for escape, char in escapes:
        text = text.replace(escape, char)
    return text


@given(FOUND)
def test_github(found):
    read = []
    for line in told("github", found).split("\n") if counting(found) else []:
        assert "\r" not in line
        command, properties, message = re.fullmatch(r"(?s)::(\w+) (.*?)::(.*)", line).groups()
        each = dict(part.split("=", 1) for part in properties.split(","))
        assert list(each) == ["file", "line", "col", "title"]
        code = undone(each["title"], PROPERTY).split(" ")[0]
        where = (undone(each["file"], PROPERTY), int(each["line"]), int(each["col"]))
        read.append((code, *where, command, undone(message, VALUE)))
    assert sorted(read) == ordered(counting(found))


@given(FOUND)
def test_gitlab(found):
    issues = json.loads(told("gitlab", found))
    severities = {"major": "error", "minor": "warning", "info": "notice"}
    read = []
    for issue in issues:
        assert list(issue) == ["description", "check_name", "fingerprint", "severity", "location"]
        assert re.fullmatch(r"[0-9a-f]{32}", issue["fingerprint"])
        path, begin = issue["location"]["path"], issue["location"]["lines"]["begin"]
        read.append((issue["check_name"], path, begin, severities[issue["severity"]], issue["description"]))
    assert sorted(read) == sorted((code, file, line, *rest) for code, file, line, _, *rest in ordered(counting(found)))
    assert len({issue["fingerprint"] for issue in issues}) == len(counting(found))


def as_xml_holds(text):
    """What XML 1.0 cannot hold comes back as something to see."""
    text = "".join(chr(0x2400 + ord(char)) if char < " " and char not in "\t\n" else char for char in text)
    return re.sub("[\ufffe\uffff]", "\ufffd", text)


@given(FOUND)
def test_junit(found):
    root = etree.fromstring(told("junit", found).encode())
    JUNIT.assertValid(root)
    (suite,) = root
    clean = [case.get("classname") for case in suite if not len(case)]
    read = [
        (case.get("classname"), case.get("name").split(":")[0], outcome.tag, outcome.text)
        for case in suite
        for outcome in case
        if outcome.tag != "skipped"
    ]
    expected = [
        (
            as_xml_holds(each.span.file),
            each.code,
            "failure" if each.blocks else "system-out",
            as_xml_holds("{}:{}:{}\n".format(*place(each)[1:]) + words(each)),
        )
        for each in found
    ]
    assert sorted(read) == sorted(expected)
    assert sorted(clean) == sorted(set(SOURCES) - {each.span.file for each in found})
    assert suite.get("tests") == str(len(suite)) == root.get("tests")
    assert suite.get("failures") == str(sum(each.blocks for each in found))
    assert suite.get("skipped") == str(len(suite.findall("testcase/skipped"))) == str(len(found) - len(counting(found)))


def fingerprints(found):
    (run,) = json.loads(told("sarif", found))["runs"]
    return [result["partialFingerprints"]["kbFinding/v1"] for result in run["results"]]


def test_a_fingerprint_stays_when_lines_are_put_in_above():
    moved = [Finding(each.code, Span(each.span.file, each.span.line + 7, 2), each.message, each.remedy)
             for each in FINDINGS]  # fmt: skip
    assert fingerprints(moved) == fingerprints(FINDINGS)


def test_findings_that_say_the_same_have_fingerprints_of_their_own():
    same = [Finding("TEXT-001", Span(QUESTION, line), "Không phải NFC.", "Lưu lại.") for line in (3, 1, 2)]
    first, second, third = fingerprints(same)
    assert fingerprints(same[:1]) == [first]
    assert fingerprints(same[:2]) == [first, second]
    assert third not in (first, second)


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab"])
def test_vietnamese_stays_readable(form):
    assert "Chép lại đúng nguyên văn" in told(form, FINDINGS)

"""The manifest of a release, the bill of materials, and the targets: what is read, and what is refused."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from referencing import Registry
from referencing.jsonschema import DRAFT7

from kb.publish import manifest, sbom, targets

from .releases import OLD, site


def test_it_lists_every_file_but_itself_and_its_signature(tmp_path):
    folder, made = site(tmp_path / "site", OLD, "a")
    (folder / manifest.SIGNATURE).write_text("chữ ký")
    assert manifest.describe(folder, "a" * 40, tmp_path) == made
    assert dict(made.files) == {path: hashlib.sha256(text.encode()).hexdigest() for path, text in OLD.items()}
    assert manifest.read(folder) == made
    assert made.lock == hashlib.sha256("khóa".encode()).hexdigest()
    assert made.python.startswith("3.")
    assert set(json.loads(made.text)) == {"commit", "python", "lock", "files"}


def test_a_link_is_not_publishable(tmp_path):
    folder, _ = site(tmp_path / "site", OLD, "a")
    os.symlink("/etc/passwd", folder / "passwd")
    with pytest.raises(manifest.NotPublishable, match="passwd"):
        manifest.describe(folder, None, tmp_path)


GOOD = {"commit": "a" * 40, "python": "3.11", "lock": "0" * 64, "files": {"a/b.html": "1" * 64}}
WRONG = [
    "",
    "[]",
    "{}",
    "[" * 100_000,
    json.dumps({**GOOD, "files": {"../b": "1" * 64}}),
    json.dumps({**GOOD, "files": {"/b": "1" * 64}}),
    json.dumps({**GOOD, "files": {"a//b": "1" * 64}}),
    json.dumps({**GOOD, "files": {"a\\b": "1" * 64}}),
    json.dumps({**GOOD, "files": {"a\nb": "1" * 64}}),
    json.dumps({**GOOD, "files": {manifest.NAME: "1" * 64}}),
    json.dumps({**GOOD, "files": {"a": "1" * 63}}),
    json.dumps({**GOOD, "files": {"a": 1}}),
    json.dumps({**GOOD, "files": ["a"]}),
    json.dumps({**GOOD, "commit": "HEAD"}),
    json.dumps({**GOOD, "commit": 7}),
]


@pytest.mark.parametrize("text", WRONG)
def test_what_is_no_manifest(text):
    with pytest.raises(manifest.NotAManifest):
        manifest.load(text)


def test_what_is_one():
    assert manifest.load(json.dumps(GOOD)).files == GOOD["files"]
    assert manifest.load(json.dumps({**GOOD, "commit": None})).commit is None


LOCK = """#
# made by make lock
one==1.0 \\
    --hash=sha256:{a}
    # via x
Two_three[extra]==2.0.1 \\
    --hash=sha256:{a} \\
    --hash=sha256:{b}
""".format(a="a" * 64, b="b" * 64)


def test_the_bill_of_materials_is_the_lock():
    made = json.loads(sbom.document(LOCK, "a" * 40, "2026-01-01T00:00:00Z"))
    assert [(each["name"], each["version"], each["purl"]) for each in made["components"]] == [
        ("one", "1.0", "pkg:pypi/one@1.0"),
        ("Two_three", "2.0.1", "pkg:pypi/two-three@2.0.1"),
    ]
    hashes = made["components"][1]["externalReferences"][0]["hashes"]
    assert [each["content"] for each in hashes] == ["a" * 64, "b" * 64]
    assert made["metadata"]["timestamp"] == "2026-01-01T00:00:00Z"


SCHEMA = Path(__file__).parent / "schemas" / "bom-1.6.schema.json"
# Refer to schemas of their own, of signatures and licences: ours holds neither.
ELSEWHERE = ("jsf-0.82.SNAPSHOT.schema.json", "spdx.SNAPSHOT.schema.json")


@pytest.fixture(scope="module")
def schema():
    nothing = DRAFT7.create_resource({"not": {}})
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    base = schema["$id"].rpartition("/")[0]
    registry = Registry().with_resources((f"{base}/{name}", nothing) for name in ELSEWHERE)
    return Draft7Validator(schema, registry=registry, format_checker=Draft7Validator.FORMAT_CHECKER)


@pytest.mark.parametrize(("commit", "day"), [("a" * 40, "2026-01-01T00:00:00Z"), (None, None)])
def test_the_bill_of_materials_is_as_its_format_has_it(root, schema, commit, day):
    made = json.loads(sbom.document((root / manifest.LOCK).read_text(encoding="utf-8"), commit, day))
    assert [error.message for error in schema.iter_errors(made)] == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda made: made["components"][0].pop("name"),
        lambda made: made.update(serialNumber="x"),
        lambda made: made["components"].append(made["components"][0]),
        lambda made: made["components"][0]["externalReferences"][0]["hashes"].append(
            {"alg": "SHA-256", "content": "x"}
        ),
    ],
)
def test_what_the_format_refuses(root, schema, spoil):
    made = json.loads(sbom.document((root / manifest.LOCK).read_text(encoding="utf-8"), "a" * 40, None))
    spoil(made)
    assert not schema.is_valid(made)


def test_its_serial_number_is_of_the_commit():
    one, same, other = (json.loads(sbom.document(LOCK, c * 40, None))["serialNumber"] for c in "aab")
    assert one == same != other
    assert "serialNumber" not in json.loads(sbom.document(LOCK, None, None))


def test_every_package_of_our_lock_is_in(root):
    lock = (root / manifest.LOCK).read_text(encoding="utf-8")
    assert len(json.loads(sbom.document(lock, None, None))["components"]) == lock.count("==")


CONFIG = """
noi-bo:
  path: /srv/kb
  keep: 9
  sign: ~/khoa
may-chu:
  host: kb@web
  path: kb
"""
NO_TARGETS = [
    ("noi-ba", CONFIG, "Có: may-chu, noi-bo"),
    ("noi-bo", "noi-bo:\n  keep: 2\n", "targets.yml:2: Thiếu trường «path»"),
    ("noi-bo", "noi-bo:\n  path: /x\n  keep: two\n", "targets.yml:3: "),
    ("noi-bo", "noi-bo:\n  path: /x\n  pat: /x\n", "targets.yml:3: Không có trường nào tên «pat»"),
    ("noi-bo", "- noi-bo", "targets.yml phải gồm"),
    ("noi-bo", "noi-bo: [", "targets.yml:"),
    ("noi-bo", "noi-bo: !!python/object:os.system x", "targets.yml:"),
    ("noi-bo", None, "Không có đích «noi-bo»"),
]


def test_targets_by_name_and_by_path(tmp_path):
    (tmp_path / targets.FILE).write_text(CONFIG, encoding="utf-8")
    home = os.path.expanduser("~")
    assert targets.find("noi-bo", tmp_path) == targets.Target("/srv/kb", keep=9, sign=f"{home}/khoa")
    assert targets.find("may-chu", tmp_path) == targets.Target("kb", host="kb@web")
    assert targets.find("/srv/khac", tmp_path) == targets.Target("/srv/khac")
    assert targets.find("./x", tmp_path).path == f"{os.getcwd()}/x"


@pytest.mark.parametrize(("name", "config", "said"), NO_TARGETS)
def test_no_target_is_one_line(tmp_path, name, config, said):
    if config is not None:
        (tmp_path / targets.FILE).write_text(config, encoding="utf-8")
    with pytest.raises(targets.NoTarget) as error:
        targets.find(name, tmp_path)
    assert said in str(error.value)
    assert "\n" not in str(error.value)

"""How the ready nginx configuration bears load, and a publish in the midst of it: `make soak` prints the figures.

Each address is compared with a bare file of the same compressed size and the same headers, in alternating runs, so that
what else the machine does falls on both.
"""

from __future__ import annotations

import hashlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kb.publish import compressing, manifest, releasing
from kb.publish.far_folder import Folder
from kb.publish.manifest import Manifest
from tests.conftest import ROOT
from tests.publish.releases import STAMP
from tests.publish.sshd import free_port
from tests.serving import nginx
from tests.serving.asking import Address, Answer

PAIRS, SECONDS = 11, 5
CONNECTIONS, HELD = 1000, 60
LEAST = 0.9
DOCUMENT = "van-ban/23-kh-duk-2021/"
INDEX = re.compile(r"assets/search/(?:[0-9a-f]{12}/)?[^/]+\.js")
RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
FAILED = re.compile(r"Socket errors:.*|Non-2xx or 3xx responses:.*")
# What nginx itself says of a file that it finds.
ITS_OWN = frozenset(
    ("accept-ranges", "connection", "content-length", "content-type", "date", "etag", "last-modified", "server")
)
BARE = """
    server {{
        listen 127.0.0.1:{port};
        server_tokens off;
        {places}
    }}
"""
PLACE = """
        location = /{name} {{
            alias {file};
            types {{ }}
            default_type "{kind}";
            {headers}
        }}
"""
Site = tuple[Path, Manifest]


def main() -> None:
    if reason := nginx.missing() or (None if shutil.which("wrk") else "no wrk"):
        sys.exit(f"not run: {reason}")
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 8192), hard))
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        one, other = site(base, "one", ""), site(base, "other", "\n<!-- b -->")
        publish(base / "far", one)
        paths = {"home page": "", "document": DOCUMENT, "first query": largest(one[0], INDEX)}
        with serving(base, paths) as (address, bare):
            good = [compared(address, bare, name, path) for name, path in paths.items()]
            good += [held(address), changed(address, base / "far", one, other)]
    sys.exit(0 if all(good) else 1)


def site(base: Path, name: str, mark: str) -> Site:
    """A copy of the built site, each page with `mark` at its end."""
    folder = Path(shutil.copytree(ROOT / "site", base / name))
    for page in folder.rglob("*.html"):
        page.write_text(page.read_text(encoding="utf-8") + mark, encoding="utf-8")
    compressing.compress(folder)
    made = manifest.describe(folder, hashlib.sha1(name.encode()).hexdigest(), ROOT)
    (folder / manifest.NAME).write_text(made.text, encoding="utf-8")
    return folder, made


def publish(target: Path, made: Site) -> None:
    far = Folder(str(target))
    with far.locked():
        releasing.publish(far, *made, releasing.plan(far, *made), STAMP, 5, lambda line: None)


def largest(folder: Path, wanted: re.Pattern[str]) -> str:
    """The largest of the files whose path is as wanted."""
    found = {path.stat().st_size: path.relative_to(folder).as_posix() for path in folder.rglob("*.js")}
    return next(path for _, path in sorted(found.items(), reverse=True) if wanted.fullmatch(path))


@contextmanager
def serving(base: Path, paths: dict[str, str]) -> Iterator[tuple[Address, Address]]:
    """The live release in plain http, and the compressed bytes of the same addresses as bare files.

    The bare files have the headers of the release as constants: what it costs to decide on them is ours.
    """
    places = []
    with nginx.running(base / "asked", base / "far") as (_, plain):
        for name, path in paths.items():
            answer = plain.get(path, {"Accept-Encoding": "gzip"})
            bare = base / slug(name)
            bare.write_bytes(answer.body)
            said = [(key, value) for key, value in answer.headers.items() if key.lower() not in ITS_OWN]
            headers = "\n            ".join(f'add_header {key} "{value}";' for key, value in said)
            places.append(
                PLACE.format(name=slug(name), file=bare, kind=answer.headers["Content-Type"], headers=headers)
            )
    port = free_port()
    further = BARE.format(port=port, places="".join(places))
    with nginx.running(base / "pressed", base / "far", further=further) as (_, plain):
        bare = Address("127.0.0.1", port)
        for name, path in paths.items():
            ours, theirs = plain.get(path, {"Accept-Encoding": "gzip"}), bare.get(slug(name))
            assert (ours.body, said_of(ours)) == (theirs.body, said_of(theirs)), name
        yield plain, bare


def said_of(answer: Answer) -> list[tuple[str, str]]:
    """The headers of an answer but for those that differ between any two files."""
    passing = {"date", "etag", "last-modified", "accept-ranges"}
    return sorted((key.lower(), value) for key, value in answer.headers.items() if key.lower() not in passing)


def slug(name: str) -> str:
    return name.replace(" ", "-")


def load(url: str, seconds: int, connections: int = 32) -> subprocess.CompletedProcess[str]:
    command = [
        "wrk",
        "-t1",
        f"-c{connections}",
        f"-d{seconds}s",
        "--timeout",
        "30s",
        "-H",
        "Accept-Encoding: gzip",
        url,
    ]
    return subprocess.run(command, capture_output=True, text=True, check=True)


def compared(address: Address, bare: Address, name: str, path: str) -> bool:
    """Whether an address is served nearly as fast as the bare file; the median of pairs of runs."""
    ratios = []
    for _ in range(PAIRS):
        ours, theirs = (
            float(RATE.search(load(url, SECONDS).stdout)[1]) for url in (address.url + path, bare.url + slug(name))
        )
        ratios.append(ours / theirs)
    middle = statistics.median(ratios)
    return told(f"{name}: {middle:.3f} of a bare file ({min(ratios):.3f} to {max(ratios):.3f})", middle >= LEAST)


def held(address: Address) -> bool:
    """Whether many readers at once are all served."""
    said = load(address.url, HELD, CONNECTIONS).stdout
    faults = FAILED.findall(said)
    return told(
        f"{CONNECTIONS} connections for {HELD} s: {RATE.search(said)[1]} a second, {faults or 'no error'}", not faults
    )


def changed(address: Address, target: Path, one: Site, other: Site) -> bool:
    """Whether every answer is of one release while another is published and taken back, again and again."""
    whole = {made.files[f"{path}index.html"] for _, made in (one, other) for path in ("", DOCUMENT)}
    ended, answers, wrong = threading.Event(), [], []

    def read() -> None:
        while not ended.is_set():
            for path in ("", DOCUMENT):
                answer = address.get(path)
                digest = hashlib.sha256(answer.body).hexdigest()
                answers.append(digest)
                if answer.status != 200 or digest not in whole:
                    wrong.append((answer.status, path, digest))

    readers = [threading.Thread(target=read) for _ in range(8)]
    pressing = threading.Thread(target=lambda: load(address.url, 20, 200))
    for each in (pressing, *readers):
        each.start()
    changes = 0
    while pressing.is_alive():
        turn(target, other if changes % 2 == 0 else None)
        changes += 1
    ended.set()
    for each in readers:
        each.join()
    seen = len(set(answers) & whole)
    line = f"{changes} publishes and rollbacks under load: {len(answers)} answers, {len(wrong)} not of one release"
    return told(line, not wrong and seen == len(whole) and changes > 1)


def turn(target: Path, made: Site | None) -> None:
    """Publish, or go back to the release before."""
    if made:
        publish(target, made)
        return
    far = Folder(str(target))
    with far.locked():
        releasing.rollback(far, None, STAMP)


def told(line: str, good: bool) -> bool:
    sys.stdout.write(f"{line if good else f'{line}  <- not enough'}\n")
    sys.stdout.flush()
    return good


if __name__ == "__main__":
    main()

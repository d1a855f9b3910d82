"""A checkout while somebody edits it: what is found in it, and the pages that have changed since the site was built."""

from __future__ import annotations

import posixpath
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kb import check as checks
from kb import log, reading
from kb.check.catalogue import RULES
from kb.history import history
from kb.live import previewing
from kb.live.previewing import PAGE, Preview
from kb.live.rendering import Renderer, RenderingFailed
from kb.model.finding import Finding
from kb.model.library import LANGUAGES, Library
from kb.model.memory import Memory
from kb.publish import revision, staging
from kb.report import summary
from kb.views import taking
from kb.views.staged import url

FOLDER = Path("build", "live")
TAKEN = tuple(f".{ending}" for ending in taking.LABELS)
CONTENT = "docs/"
KEPT_PREVIEWS = 4


@dataclass(frozen=True)
class State:
    """How the checkout stands: `version` grows with every look at it, `pages` tell in which one a page has changed.

    `stale` says that the pages are those from before what was found.
    """

    version: int = 0
    stale: bool = False
    said: str = ""
    findings: tuple[dict[str, Any], ...] = ()
    pages: Mapping[str, int] = field(default_factory=dict)


class Session:
    """`contents` lie over the built site: by address, what a page or file now holds, None for one that is gone."""

    def __init__(self, root: Path, built: Path) -> None:
        self.root = root
        self.staged = root / FOLDER
        self.state = State()
        self.contents: dict[str, bytes | None] = {}
        self.library: Library | None = None
        self.previews: dict[str, str] = {}
        self._memory = Memory()
        self._lock = threading.Lock()
        self._renderer = Renderer(root, self.staged)
        self._today = revision.day(revision.epoch(root))
        self._log = log.read(root)
        # What the site was built from.
        self._made = {
            path.relative_to(built).as_posix(): path.read_bytes() for path in built.rglob("*") if path.is_file()
        }
        # Making these anew with every key would take longer than the page; they are as they were built.
        self._beside = {path: content for path, content in self._made.items() if path.endswith(TAKEN)}
        staging.write(self.staged, self._made)
        self._renderer.start()

    def refresh(self) -> None:
        """Look at the checkout again, and make the pages that have changed."""
        with self._lock:
            version, pages = self.state.version + 1, self.state.pages
            try:
                library, findings = self._checked({})
            except (reading.NotACheckout, OSError) as error:
                self.state = State(version, True, str(error), self.state.findings, pages)
                return
            wanted = self._staged(library, findings)
            changed = self._remade(wanted) if wanted else None
            pages = {**pages, **dict.fromkeys(changed or (), version)}
            self.library = library
            self.state = State(version, changed is None, summary(findings), _told(library, findings), pages)

    def check(self, file: str, text: str) -> tuple[dict[str, Any], ...]:
        """What is found if a file held this text: in it, and errors elsewhere. Raises NotACheckout and OSError."""
        with self._lock:
            library, findings = self._checked({file: text})
            here = [each for found in findings for each in found.within(file)]
            elsewhere = [each for each in findings if each.blocks and not any(each.within(file))]
            return _told(library, [*here, *elsewhere])

    def preview(self, file: str, text: str) -> Preview:
        """The page that a file with this text makes, which is then among the previews, or why it makes none.

        Raises NotACheckout and OSError.
        """
        with self._lock:
            library, findings = self._checked({file: text})
            return self._previewed(library, findings, file)

    def with_texts(self, texts: Mapping[str, str]) -> Library:
        """The library, if these files held these texts. Raises NotACheckout and OSError."""
        with self._lock:
            return reading.read(self.root, self._memory, texts)

    def close(self) -> None:
        """End what runs beside."""
        self._renderer.close()

    def _checked(self, texts: Mapping[str, str]) -> tuple[Library, list[Finding]]:
        library = reading.read(self.root, self._memory, texts)
        return library, [each for each in checks.run(library, self._memory) if each.suppressed is None]

    def _staged(self, library: Library, findings: Sequence[Finding]) -> dict[str, bytes] | None:
        """All that the site would be made of; None where nothing may be made of it, or nothing can."""
        if any(each.code.startswith("SEC-") for each in findings):
            return None
        return staging.attempted(
            lambda: staging.contents(library, self.root, self._today, RULES, self._beside, history(self._log, library)),
            lambda: findings,
        )

    def _remade(self, wanted: dict[str, bytes]) -> set[str] | None:
        """Lay what has changed over the site; returns the addresses, None where MkDocs could not make them."""
        changed = {path for path in wanted if wanted[path] != self._made.get(path)}
        gone = self._made.keys() - wanted.keys()
        staging.write(self.staged, wanted)
        try:
            pages = self._renderer.pages({path: wanted[path].decode() for path in changed if path.endswith(PAGE)})
        except RenderingFailed:
            return None
        laid: dict[str, bytes | None] = {address: html.encode() for address, html in pages.items()}
        laid |= {_address(path): wanted[path] for path in changed if not path.endswith(PAGE)}
        laid |= {_address(path): None for path in gone}
        self._made = wanted
        self.contents |= laid
        return set(laid)

    def _previewed(self, library: Library, findings: Sequence[Finding], file: str) -> Preview:
        path = file.removeprefix(CONTENT)
        shown = previewing.shown(library, file)
        text = (self._staged(shown, findings) or {}).get(path) if path.endswith(PAGE) else None
        try:
            pages = self._alone(path, text.decode()) if text else {}
        except RenderingFailed:
            pages = {}
        for address, html in pages.items():
            self.previews.pop(address, None)
            self.previews[address] = html
            for old in list(self.previews)[:-KEPT_PREVIEWS]:
                del self.previews[old]
            return Preview(address, previewing.said(library, file))
        return Preview("", previewing.reason(library, findings, file))

    def _alone(self, path: str, text: str) -> dict[str, str]:
        """A single page, as `Renderer.pages`; MkDocs makes none of which there is no file, so a new one gets one."""
        target = self.staged / path
        is_new = not target.exists()
        if is_new:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.touch()
        try:
            return self._renderer.pages({path: text})
        finally:
            if is_new:
                target.unlink()


def _address(path: str) -> str:
    """Where a staged file lies in the site: Vietnamese at the top."""
    language, _, rest = path.partition("/")
    folder = "" if language == LANGUAGES[0] else f"{language}/"
    if not rest.endswith(PAGE):
        return f"{folder}{rest}"
    return posixpath.normpath(posixpath.join(url(rest, language), "index.html"))


def _told(library: Library, findings: Sequence[Finding]) -> tuple[dict[str, Any], ...]:
    """Findings for the browser; `anchor` is the provision on whose line one stands, `end` the column behind it."""
    places = {
        provision.span.file: {line: each.id for each in document.provisions for line in each.lines}
        for held in library.documents.values()
        for document in held.values()
        for provision in document.provisions[:1]
    }
    return tuple(
        {
            "file": each.span.file,
            "line": each.span.line,
            "column": each.span.column,
            "end": each.end(_line(library.sources.get(each.span.file, ""), each.span.line)),
            "code": each.code,
            "severity": each.severity.value,
            "message": each.message,
            "details": each.told,
            "remedy": each.remedy,
            "anchor": places.get(each.span.file, {}).get(each.span.line, ""),
            "confirms": _confirms(each, places),
            "rule": url(RULES[each.code].path, LANGUAGES[0]) if each.code in RULES else "",
        }
        for each in findings
    )


def _confirms(finding: Finding, places: Mapping[str, Mapping[int, str]]) -> list[str] | None:
    """The provisions whose translation an editor may find right as it stands: none for prose, which is one whole."""
    if finding.code != "TRANS-002":
        return None
    if finding.span.file not in places:
        return []
    # The subject of a document has no provision of its own: to confirm it would be to confirm all of them.
    anchor = places[finding.span.file].get(finding.span.line)
    return [anchor] if anchor else None


def _line(text: str, number: int) -> str:
    return next(iter(text.split("\n")[number - 1 : number]), "")

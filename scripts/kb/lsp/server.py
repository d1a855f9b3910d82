"""The language server over standard input and output: the protocol's side of it all."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from kb import configuration, reading, shell
from kb.lsp import diagnosing
from kb.lsp.looking import Seen, look
from kb.lsp.positions import Positions
from kb.lsp.session import Checked, Session
from kb.model.finding import Finding, Span

NAME = "kb"
# Seconds without a change before a text is checked: an editor types faster than it reads.
DELAY = 0.15


class Server(LanguageServer):
    """One checkout and one client. Checks run one by one in a thread, all else where the messages come in."""

    def __init__(self) -> None:
        # Whole texts: pygls divides lines where the protocol does not, at a form feed for instance.
        super().__init__(NAME, "1", text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.session: Session | None = None
        self.checked: Checked | None = None
        self.ready = asyncio.Event()
        self.ended_well = False
        self.uris: dict[str, str] = {}
        self._published: dict[str, list[types.Diagnostic]] = {}
        self._checking = ThreadPoolExecutor(1)
        self._due: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[None] | None = None
        self._again = False

    def open_checkout(self, paths: list[Path]) -> None:
        """Take the first folder, of these or above them, that is a checkout; none is no fault: nothing is said then."""
        for path in paths if self.session is None else ():
            try:
                self.session = Session(reading.checkout(path))
                return
            except reading.NotACheckout:
                continue

    def file(self, uri: str) -> str | None:
        """The file of ours that an address of the client means."""
        path = to_fs_path(uri)
        return self.session.file(Path(path)) if self.session and path else None

    def uri(self, file: str) -> str:
        """The address of a file of ours, as the client writes it where it has told."""
        return self.uris.get(file) or (self.session.root / file).as_uri()

    def positions(self, text: str) -> Positions:
        return Positions(text, self.workspace.position_codec)

    def hold(self, uri: str) -> None:
        """Take over the text of an open file, and check."""
        path = to_fs_path(uri)
        if path:
            self.open_checkout([Path(path).parent])
        file = self.file(uri)
        if file:
            self.uris[file] = uri
            self.session.texts[file] = _whole(self.workspace.get_text_document(uri).source)
            self.check_soon()

    def release(self, uri: str) -> None:
        """What is on the disk counts again."""
        file = self.file(uri)
        if file:
            self.session.texts.pop(file, None)
            self.check_soon()

    def check_soon(self) -> None:
        """Check when nothing has changed for a moment."""
        if self._due:
            self._due.cancel()
        if self.session:
            self._due = asyncio.get_running_loop().call_later(DELAY, self._start)

    def _start(self) -> None:
        if self._task and not self._task.done():
            self._again = True
        else:
            self._task = asyncio.get_running_loop().create_task(self._check())

    async def _check(self) -> None:
        texts = dict(self.session.texts)
        try:
            check = asyncio.get_running_loop().run_in_executor(self._checking, self.session.check, texts)
            self.checked = await check
        except (reading.NotACheckout, OSError) as error:
            # Files that come and go while they are read: another change will tell.
            self.window_log_message(types.LogMessageParams(types.MessageType.Warning, str(error)))
        else:
            self._publish(self.checked)
        finally:
            self.ready.set()
            if self._again:
                self._again = False
                self.check_soon()

    def _publish(self, checked: Checked) -> None:
        """Tell what is new, and where nothing is left."""
        root, text = self.session.root, cache(lambda file: self.positions(checked.text(file)))
        base = _setting(root, "site_url")
        found: dict[str, list[types.Diagnostic]] = {}
        for finding in (each for one in checked.findings for each in one.everywhere()):
            page = diagnosing.page(finding.code, base, root / shell.SITE)
            found.setdefault(finding.span.file, []).append(diagnosing.diagnostic(finding, text, self.uri, page))
        for file in sorted(self._published.keys() | found.keys()):
            now = found.get(file, [])
            if now != self._published.get(file):
                self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(self.uri(file), now))
        self._published = found

    async def seen(self, at: types.TextDocumentPositionParams) -> tuple[Checked, Positions, int, Seen | None] | None:
        """What stands at a position of an open text: the content, the text, the line, and what was seen."""
        file = await self.known(at.text_document.uri)
        if file is None:
            return None
        positions = self.positions(self.session.texts[file])
        line, column = positions.place(at.position)
        found = look(self.checked.library, Span(file, line, column), positions.line(line))
        return self.checked, positions, line, found

    async def known(self, uri: str) -> str | None:
        """The open file of ours that an address means, once there is content to compare it with."""
        file = self.file(uri)
        if file is None or file not in self.session.texts:
            return None
        await self.ready.wait()
        return file if self.checked else None

    def findings(self, uri: str) -> list[Finding]:
        """Those of an open file; none where they are of another text than is open now, and have their places there."""
        file = self.file(uri)
        if not self.checked or self.checked.text(file) != self.session.texts.get(file):
            return []
        return [each for finding in self.checked.findings for each in finding.within(file)]

    def end(self) -> None:
        self._checking.shutdown(wait=False, cancel_futures=True)


def _setting(root: Path, name: str) -> str:
    try:
        return configuration.setting(root, name)
    except (configuration.Unusable, OSError):
        return ""  # said when the site is built


def _whole(text: str) -> str:
    """Text that can be written: a half of a character, which a client can send, is none."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

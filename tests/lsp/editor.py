"""An editor as the protocol knows one: a client library at one end, `kb lsp` as a process at the other."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

KB = Path(sys.executable).with_name("kb")
# A machine that does much else besides needs its time; where all is well nobody waits so long.
LIMIT = 90


class Editor(LanguageClient):
    """Keeps what was published last, by file of the checkout."""

    def __init__(self, root: Path) -> None:
        super().__init__("editor", "1")
        self.root = root
        self.diagnostics: dict[str, list[types.Diagnostic]] = {}
        self.registered: list[str] = []
        self.told = asyncio.Event()
        self.versions: dict[str, int] = {}

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params: types.PublishDiagnosticsParams) -> None:
            self.diagnostics[params.uri.removeprefix(f"{root.as_uri()}/")] = list(params.diagnostics)
            self.told.set()

        @self.feature(types.CLIENT_REGISTER_CAPABILITY)
        def register(params: types.RegistrationParams) -> None:
            self.registered += [each.method for each in params.registrations]

        for ignored in (types.WINDOW_LOG_MESSAGE, types.WINDOW_SHOW_MESSAGE):
            self.feature(ignored)(lambda params: None)

    def uri(self, file: str) -> str:
        return (self.root / file).as_uri()

    def open(self, file: str, text: str) -> None:
        self.versions[file] = 1
        document = types.TextDocumentItem(self.uri(file), "markdown", 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(document))

    def change(self, file: str, text: str) -> None:
        self.versions[file] = self.versions.get(file, 0) + 1
        document = types.VersionedTextDocumentIdentifier(self.versions[file], self.uri(file))
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.text_document_did_change(types.DidChangeTextDocumentParams(document, [whole]))

    def close(self, file: str) -> None:
        document = types.TextDocumentIdentifier(self.uri(file))
        self.text_document_did_close(types.DidCloseTextDocumentParams(document))

    def at(self, file: str, line: int, character: int) -> dict[str, object]:
        return {
            "text_document": types.TextDocumentIdentifier(self.uri(file)),
            "position": types.Position(line, character),
        }

    def codes(self, file: str) -> list[str]:
        return [each.code for each in self.diagnostics.get(file, ())]

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait for diagnostics until something holds."""

        async def wait() -> None:
            while not holds():
                self.told.clear()
                await self.told.wait()

        await asyncio.wait_for(wait(), LIMIT)

    async def ended(self) -> int:
        return await asyncio.wait_for(self._server.wait(), LIMIT)


@asynccontextmanager
async def editor(
    root: Path, folder: Path | None = None, capabilities: types.ClientCapabilities | None = None
) -> AsyncIterator[Editor]:
    """An editor with a folder open, the checkout if no other; at the end it leaves as the protocol wants it."""
    started = Editor(root)
    await started.start_io(str(KB), "lsp", cwd=folder or root)
    where = types.WorkspaceFolder((folder or root).as_uri(), "x")
    params = types.InitializeParams(capabilities or types.ClientCapabilities(), workspace_folders=[where])
    started.initialized_with = await asyncio.wait_for(started.initialize_async(params), LIMIT)
    started.initialized(types.InitializedParams())
    try:
        yield started
        if started._server.returncode is None:
            await asyncio.wait_for(started.shutdown_async(None), LIMIT)
            started.exit(None)
            assert await started.ended() == 0
    finally:
        if started._server.returncode is None:
            started._server.kill()
        await started.stop()

"""What the server answers, request by request."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.uris import to_fs_path

from kb.lsp import completing, describing, diagnosing
from kb.lsp.server import Server
from kb.lsp.session import Checked
from kb.model.finding import Span

WATCHED = "watched-files"


def serve() -> int:
    """Serve one client until it ends, and give the exit code: 1 where it went without saying so."""
    server = Server()
    for register in (_lifecycle, _texts, _questions, _actions):
        register(server)
    server.start_io()
    server.end()
    return 0 if server.ended_well else 1


def _lifecycle(server: Server) -> None:
    @server.feature(types.INITIALIZE)
    def initialize(ls: Server, params: types.InitializeParams) -> None:
        uris = [folder.uri for folder in params.workspace_folders or ()] + [params.root_uri or ""]
        ls.open_checkout([Path(path) for uri in uris if (path := to_fs_path(uri))])

    @server.feature(types.INITIALIZED)
    def initialized(ls: Server, params: types.InitializedParams) -> None:
        if get_capability(ls.client_capabilities, "workspace.did_change_watched_files.dynamic_registration"):
            watchers = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher("**/docs/**")])
            wanted = types.Registration(WATCHED, types.WORKSPACE_DID_CHANGE_WATCHED_FILES, watchers)
            ls.client_register_capability(types.RegistrationParams([wanted]))
        ls.check_soon()

    @server.feature(types.SHUTDOWN)
    def shutdown(ls: Server, params: None) -> None:
        ls.ended_well = True


def _texts(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
        ls.hold(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
        ls.hold(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
        ls.release(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
        ls.check_soon()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def watched(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
        ls.check_soon()


def _questions(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
        found = await ls.seen(params)
        if found is None:
            return None
        checked, positions, line, seen = found
        said = [describing.description(checked.library, seen)] if seen else []
        rules = diagnosing.rules_at(ls.findings(params.text_document.uri), params.position, positions)
        said += map(diagnosing.rule_words, rules)
        words = types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(said))
        at = positions.range(line, seen.start + 1, seen.end + 1) if seen else None
        return types.Hover(words, at) if said else None

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    async def definition(ls: Server, params: types.DefinitionParams) -> list[types.Location]:
        found = await ls.seen(params)
        if found is None or found[3] is None:
            return []
        checked, seen = found[0], found[3]
        spans = [seen.provision.span] if seen.provision else [each.place_of("number") for each in seen.documents]
        return [_location(ls, checked, span) for span in spans]

    @server.feature(
        types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[" ", "#", "-", "/", "."])
    )
    async def complete(ls: Server, params: types.CompletionParams) -> list[types.CompletionItem]:
        file = await ls.known(params.text_document.uri)
        if file is None:
            return []
        text = ls.session.texts[file]
        positions = ls.positions(text)
        line, column = positions.place(params.position)
        lines = [positions.line(number) for number in range(1, line + 1)]
        return [
            _item(offer, positions.range(line, offer.start + 1, column))
            for offer in completing.offers(ls.checked.library, file, lines, line, column - 1)
        ]


def _actions(server: Server) -> None:
    kinds = [types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll]

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=kinds))
    async def act(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        file = await ls.known(uri)
        if file is None:
            return []
        wanted = params.context.only or kinds
        offered = diagnosing.actions(ls.findings(uri), params.range, ls.positions(ls.session.texts[file]), uri)
        return [action for action in offered if any(_within(action.kind, kind) for kind in wanted)]


def _within(kind: str, wanted: str) -> bool:
    """Whether a kind of action is the wanted one, or one below it: `source.fixAll` is below `source`."""
    return kind == wanted or kind.startswith(f"{wanted}.")


def _location(ls: Server, checked: Checked, span: Span) -> types.Location:
    at = ls.positions(checked.text(span.file)).position(span.line, span.column)
    return types.Location(ls.uri(span.file), types.Range(at, at))


def _item(offer: completing.Offer, at: types.Range) -> types.CompletionItem:
    return types.CompletionItem(
        offer.words,
        kind=types.CompletionItemKind.Reference,
        detail=offer.detail,
        documentation=types.MarkupContent(types.MarkupKind.Markdown, offer.documentation),
        filter_text=offer.words,
        text_edit=types.TextEdit(at, offer.words),
    )

"""How `kb lsp` begins, ends, and bears what no editor should say to it."""

from __future__ import annotations

import asyncio
import json

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tests.lsp.editor import LIMIT, editor
from tests.lsp.spoken import ANSWER, DEFECT, PLAN, protocol, run, text


@protocol
async def test_what_is_offered_and_how_it_ends(checkout):
    async with editor(checkout) as client:
        offered = client.initialized_with.capabilities
        assert offered.position_encoding == types.PositionEncodingKind.Utf16
        assert offered.text_document_sync.change == types.TextDocumentSyncKind.Full
        assert offered.text_document_sync.open_close
        assert offered.hover_provider
        assert offered.definition_provider
        assert "#" in offered.completion_provider.trigger_characters
        assert types.CodeActionKind.QuickFix in offered.code_action_provider.code_action_kinds
        assert client.initialized_with.server_info.name == "kb"


@pytest.mark.parametrize("goodbye", ["exit", "end of input"])
def test_leaving_without_a_shutdown_ends_it_with_1(checkout, goodbye):
    async def leave() -> None:
        async with editor(checkout) as client:
            if goodbye == "exit":
                client.exit(None)
            else:
                client._server.stdin.close()
            assert await client.ended() == 1

    run(leave())


GARBAGE = [
    b"Content-Length: 5\r\n\r\n{bad}",
    b"Content-Length: 2\r\n\r\n[]",
    b"Content-Length: 4\r\n\r\nnull",
    b"Content-Length: x\r\n\r\n",
    b"\x00\xff\r\n\r\n",
    b"Content-Length: 3\r\n\r\n\xff\xfe\xfd",
]


def message(**fields: object) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", **fields}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


MALFORMED = [
    *GARBAGE,
    message(method="textDocument/didOpen", params={}),
    message(method="textDocument/didOpen", params={"textDocument": {"uri": 5}}),
    message(method="textDocument/didChange", params=None),
    message(method="no/such/notification", params={"a": 1}),
    message(id=901, method="no/such/request"),
    message(id=902, method="textDocument/hover", params={"position": {"line": -1}}),
    message(id=903, method="textDocument/completion", params=[]),
    message(id="x", result=None),
    message(),
]


@protocol
async def test_malformed_messages_do_not_end_it(checkout):
    async with editor(checkout) as client:
        for raw in MALFORMED:
            client._server.stdin.write(raw)
        for each in ("mailto:x", "file:///khong/co.md", "untitled:1", (checkout / "mkdocs.yml").as_uri()):
            document = types.TextDocumentItem(each, "markdown", 1, "a\ud800b")
            client.text_document_did_open(types.DidOpenTextDocumentParams(document))
            at = types.TextDocumentIdentifier(each)
            assert await client.text_document_hover_async(types.HoverParams(at, types.Position(9, 9))) is None
        with pytest.raises(JsonRpcException):
            await asyncio.wait_for(client.protocol.send_request_async("no/such/request", {}), LIMIT)
        # Half a character is none, and a place beyond the text is its end.
        client.open(ANSWER, text(checkout, ANSWER) + "a\ud800b <b>x</b>\n")
        await client.until(lambda: "TEXT-005" in client.codes(ANSWER))
        for line, character in ((0, 10**6), (10**6, 0), (2**31 - 1, 2**31 - 1)):
            at = client.at(ANSWER, line, character)
            await client.text_document_hover_async(types.HoverParams(**at))
            await client.text_document_definition_async(types.DefinitionParams(**at))
            await client.text_document_completion_async(types.CompletionParams(**at))


@protocol
async def test_any_text_may_stand_in_an_editor(checkout):
    """Between two keys a file holds anything: the server answers, and is right again when the text is."""
    sound = text(checkout, PLAN)
    async with editor(checkout) as client:
        client.open(PLAN, sound)
        for spoilt in (
            "",
            "---",
            "---\n",
            sound[:700],
            "\ufeff" + sound,
            sound.replace("\n", "\r"),
            "\x00",
            "\x0c\u2028",
        ):
            client.change(PLAN, spoilt)
            await client.text_document_completion_async(types.CompletionParams(**client.at(PLAN, 0, 3)))
        client.change(PLAN, sound + "\nMỘT DÒNG THỪA\n")
        await client.until(lambda: "FID-003" in client.codes(PLAN))
        client.change(PLAN, sound)
        await client.until(lambda: not any(client.diagnostics.values()))


@protocol
async def test_a_file_is_enough_to_find_its_checkout(checkout, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    async with editor(checkout, folder=elsewhere) as client:
        client.open(ANSWER, text(checkout, ANSWER) + DEFECT)
        await client.until(lambda: client.codes(ANSWER) == ["TEXT-005"])


@protocol
async def test_what_is_no_checkout_is_left_alone(tmp_path):
    (tmp_path / "a.md").touch()
    async with editor(tmp_path) as client:
        client.open("a.md", "số 26")
        assert await client.text_document_hover_async(types.HoverParams(**client.at("a.md", 0, 0))) is None
        assert await client.text_document_completion_async(types.CompletionParams(**client.at("a.md", 0, 6))) == []
        assert client.diagnostics == {}

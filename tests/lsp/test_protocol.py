"""`kb lsp` spoken to as editors speak to it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from functools import wraps
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from kb import check, reading
from kb.check.catalogue import RULES
from tests.lsp.editor import LIMIT, editor

ANSWER = "docs/vi/hoi-dap/in-trang.md"
TRANSLATED = "docs/en/hoi-dap/in-trang.md"
PLAN = "docs/vi/van-ban/23-kh-duk-2021.md"
CITED = "docs/vi/van-ban/26-kh-btgtw-2021.md"
DEFECT = "Xem <b>đây</b>.\n"
# A character of two units, a letter with its marks apart, then a citation.
BOOK, NFD = "\U0001f4d6", "kê\u0301"


def run(spoken: Coroutine[None, None, None]) -> None:
    """Run a coroutine in a thread of its own: in the one of the tests Playwright may have left a loop running."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        thread.submit(asyncio.run, spoken).result()


def protocol(test: Callable[..., Coroutine[None, None, None]]) -> Callable[..., None]:
    """A test that is a coroutine."""

    @wraps(test)
    def spoken(**fixtures):
        run(test(**fixtures))

    return spoken


def text(checkout: Path, file: str) -> str:
    return (checkout / file).read_text(encoding="utf-8")


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


@protocol
async def test_findings_come_and_go_with_the_unsaved_text(checkout):
    sound = text(checkout, ANSWER)
    async with editor(checkout) as client:
        client.open(ANSWER, sound)
        client.change(ANSWER, sound + DEFECT)
        await client.until(lambda: "TEXT-005" in client.codes(ANSWER))
        # The translation, which nobody has opened, may have a finding of its own once this is mended.
        client.change(ANSWER, sound + "Một câu nữa.\n")
        await client.until(lambda: client.codes(ANSWER) == [] and client.codes(TRANSLATED) == ["TRANS-002"])
        client.close(ANSWER)
        await client.until(lambda: client.codes(TRANSLATED) == [])
    assert text(checkout, ANSWER) == sound


@protocol
async def test_a_diagnostic_says_all_that_the_finding_says(checkout):
    line = f"{BOOK} {NFD} và Kế hoạch số 26-KH/BTGTW ngày 06/5/2021.\n"
    before = text(checkout, CITED).replace("date: 2021-05-05", "date: 2021-05-32")
    (checkout / CITED).write_text(before, encoding="utf-8")
    async with editor(checkout) as client:
        await client.until(lambda: "META-003" in client.codes(CITED))
        (found,) = (each for each in client.diagnostics[CITED] if each.code == "META-003")
        (expected,) = (each for each in check.run(reading.read(checkout)) if each.code == "META-003")
        assert found.severity == types.DiagnosticSeverity.Error
        assert found.source == "kb"
        assert found.message.startswith(expected.message)
        assert found.message.endswith(f"Cách sửa: {expected.remedy}")
        start = types.Position(expected.span.line - 1, expected.span.column - 1)
        assert found.range == types.Range(start, types.Position(start.line, start.character + len("2021-05-32")))
    (checkout / CITED).write_text(before.replace("2021-05-32", "2021-05-05"), encoding="utf-8")
    async with editor(checkout) as client:
        client.open(ANSWER, text(checkout, ANSWER) + line)
        await client.until(lambda: "TEXT-001" in client.codes(ANSWER))
        client.change(ANSWER, text(checkout, ANSWER) + line.replace(NFD, "kế"))
        await client.until(lambda: "XREF-002" in client.codes(ANSWER))
        (found,) = (each for each in client.diagnostics[ANSWER] if each.code == "XREF-002")
        units = len(f"{BOOK} kế và Kế hoạch số 26-KH/BTGTW ") + 1
        assert found.range.start == types.Position(text(checkout, ANSWER).count("\n"), units)
        (other,) = found.related_information[:1]
        assert other.location.uri == client.uri(CITED)
        assert text(checkout, CITED).split("\n")[other.location.range.start.line] == "date: 2021-05-05"


@protocol
async def test_a_code_leads_to_the_page_of_its_rule(checkout):
    settings = text(checkout, "mkdocs.yml").replace('site_url: ""', 'site_url: "https://kb.example.org/"')
    (checkout / "mkdocs.yml").write_text(settings, encoding="utf-8")
    async with editor(checkout) as client:
        client.open(ANSWER, text(checkout, ANSWER) + DEFECT)
        await client.until(lambda: "TEXT-005" in client.codes(ANSWER))
        (found,) = client.diagnostics[ANSWER]
        assert found.code_description.href == "https://kb.example.org/kiem-tra/TEXT-005/"
        at = client.at(ANSWER, found.range.start.line, found.range.start.character)
        hover = await client.text_document_hover_async(types.HoverParams(**at))
        assert hover.contents.value.startswith(f"**TEXT-005** {RULES['TEXT-005'].title}\n\n{RULES['TEXT-005'].why}")


@protocol
async def test_the_findings_are_those_of_the_check(checkout):
    changed = text(checkout, PLAN).replace("theo dõi, kiểm tra", "theo doi, kiểm tra").replace("date: ", "date: x")
    async with editor(checkout) as client:
        client.open(PLAN, changed)
        found = check.run(reading.read(checkout, overlay={PLAN: changed}))
        wanted = sorted((each.span.file, each.code, each.span.line - 1, each.span.column - 1) for each in found)
        assert wanted

        def given() -> list[tuple[str, str, int, int]]:
            return sorted(
                (file, each.code, each.range.start.line, each.range.start.character)
                for file, held in client.diagnostics.items()
                for each in held
            )

        await client.until(lambda: given() == wanted)


@protocol
async def test_hover_and_definition(checkout):
    lines = [
        f"{BOOK} {NFD} số 26-KH/BTGTW.",
        "Theo mục 2, phần III Kế hoạch số 23-KH/ĐUK.",
        "[Đoạn](../van-ban/23-kh-duk-2021.md#iii-2-4)",
    ]
    sound = text(checkout, ANSWER)
    first, plan = sound.count("\n"), text(checkout, PLAN).split("\n")
    async with editor(checkout) as client:
        client.open(ANSWER, sound + "\n".join(lines))
        start = lines[0].index("số") + 1  # two units for the book
        hover = await client.text_document_hover_async(types.HoverParams(**client.at(ANSWER, first, start + 3)))
        assert "**Kế hoạch số 26-KH/BTGTW ngày 05/5/2021 của Ban Tuyên giáo Trung ương**" in hover.contents.value
        assert hover.range.start == types.Position(first, start)
        assert hover.range.end == types.Position(first, start + len("số 26-KH/BTGTW"))
        nothing = await client.text_document_hover_async(types.HoverParams(**client.at(ANSWER, 0, 0)))
        assert nothing is None
        hover = await client.text_document_hover_async(types.HoverParams(**client.at(ANSWER, first + 1, 8)))
        assert "> 2. Đảng ủy Khối" in hover.contents.value

        async def leads_to(line: int, character: int) -> tuple[str, str]:
            at = types.DefinitionParams(**client.at(ANSWER, line, character))
            (found,) = await client.text_document_definition_async(at)
            file = found.uri.removeprefix(f"{checkout.as_uri()}/")
            return file, text(checkout, file).split("\n")[found.range.start.line]

        assert await leads_to(first, start) == (CITED, "number: 26-KH/BTGTW")
        file, line = await leads_to(first + 1, 8)
        assert (file, line.endswith("{#iii-2}")) == (PLAN, True)
        file, line = await leads_to(first + 2, 40)
        assert (file, line) == (PLAN, next(each for each in plan if each.endswith("{#iii-2-4}")))


@protocol
async def test_completion(checkout):
    sound = text(checkout, ANSWER)
    line = f"{BOOK} Kế hoạch số 26"
    async with editor(checkout) as client:
        client.open(ANSWER, sound + line)
        at = types.CompletionParams(**client.at(ANSWER, sound.count("\n"), len(line) + 1))
        (found,) = await client.text_document_completion_async(at)
        assert (found.label, found.filter_text) == ("26-KH/BTGTW", "26-KH/BTGTW")
        assert found.text_edit.new_text == "26-KH/BTGTW"
        assert found.text_edit.range.start.character == len(line) - 1
        assert found.text_edit.range.end.character == len(line) + 1
        line = "[Đoạn](../van-ban/23-kh-duk-2021.md#"
        client.change(ANSWER, sound + line)
        at = types.CompletionParams(**client.at(ANSWER, sound.count("\n"), len(line)))
        assert "iii-2-4" in [each.label for each in await client.text_document_completion_async(at)]
        head = "---\nquestion: Hỏi?\nprovisions: ["
        client.change(ANSWER, head + sound.removeprefix("---\n"))
        at = types.CompletionParams(**client.at(ANSWER, 2, len("provisions: [")))
        assert "23-kh-duk-2021#" in [each.label for each in await client.text_document_completion_async(at)]


@protocol
async def test_actions_mend_the_text(checkout):
    sound = text(checkout, ANSWER)
    wrong = f"{BOOK}  Ðảng, số 26 – KH/BTGTW.\n"
    async with editor(checkout) as client:
        client.open(ANSWER, sound + wrong)
        await client.until(lambda: "TEXT-008" in client.codes(ANSWER))
        line = sound.count("\n")

        async def asked(*only: str) -> list[types.CodeAction]:
            context = types.CodeActionContext([], only=list(only) or None)
            at = types.Range(types.Position(line, 0), types.Position(line, 0))
            document = types.TextDocumentIdentifier(client.uri(ANSWER))
            return await client.text_document_code_action_async(types.CodeActionParams(document, at, context))

        found = await asked()
        assert [each.kind for each in found].count("quickfix") == 3
        (all_of_it,) = await asked("source")
        (edits,) = all_of_it.edit.changes.values()
        units = (sound + wrong).split("\n")[line].encode("utf-16-le")
        for edit in reversed(edits):
            assert edit.range.start.line == line
            start, end = edit.range.start.character, edit.range.end.character
            units = units[: 2 * start] + edit.new_text.encode("utf-16-le") + units[2 * end :]
        assert units.decode("utf-16-le") == f"{BOOK} Đảng, số 26-KH/BTGTW."
        # In another text than was checked, the places are others: nothing is offered until it is.
        client.change(ANSWER, "Một dòng nữa.\n" + sound + wrong)
        assert not await asked()


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
async def test_files_that_others_change(checkout):
    watching = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
    able = types.ClientCapabilities(types.WorkspaceClientCapabilities(did_change_watched_files=watching))
    sound = text(checkout, ANSWER)
    async with editor(checkout, capabilities=able) as client:
        (checkout / ANSWER).write_text(sound + DEFECT, encoding="utf-8")
        event = types.FileEvent(client.uri(ANSWER), types.FileChangeType.Changed)
        client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        await client.until(lambda: client.codes(ANSWER) == ["TEXT-005"])
        assert client.registered == [types.WORKSPACE_DID_CHANGE_WATCHED_FILES]
        # Gone altogether, and back
        (checkout / "docs").rename(checkout / "old")
        client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        await asyncio.sleep(1)
        (checkout / "old").rename(checkout / "docs")
        (checkout / ANSWER).write_text(sound, encoding="utf-8")
        client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        await client.until(lambda: client.codes(ANSWER) == [])


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

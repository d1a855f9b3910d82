"""What `kb lsp` answers about a place of a text: hover, definition, completion, actions."""

from __future__ import annotations

from lsprotocol import types

from tests.lsp.editor import editor
from tests.lsp.spoken import ANSWER, BOOK, CITED, NFD, PLAN, protocol, text


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

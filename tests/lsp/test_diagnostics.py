"""What `kb lsp` finds in texts as they are typed, spoken to as editors speak to it."""

from __future__ import annotations

import asyncio

from lsprotocol import types

from kb import check, reading
from kb.check.catalogue import RULES
from tests.lsp.editor import editor
from tests.lsp.spoken import ANSWER, BOOK, CITED, DEFECT, NFD, PLAN, TRANSLATED, protocol, text


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
async def test_one_fault_that_many_places_show_is_seen_at_each(checkout):
    unknown = "\nTheo Kế hoạch số 98-KH/BTGTW và Kế hoạch số 98-KH/BTGTW.\n"
    async with editor(checkout) as client:
        client.open(ANSWER, text(checkout, ANSWER) + unknown)
        await client.until(lambda: client.codes(ANSWER) == ["XREF-001", "XREF-001"])
        first, second = client.diagnostics[ANSWER]
        assert (first.range, second.range) != (second.range, first.range)
        (other,) = second.related_information
        assert (other.location.uri, other.location.range.start.line) == (client.uri(ANSWER), first.range.start.line)


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

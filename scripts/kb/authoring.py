"""The commands that begin a file and lay it out: `kb new` and `kb fmt`."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click

from kb import asking, formatting, scaffolding, shell
from kb.check.metadata import NUMBER
from kb.model import secrecy
from kb.model.document import fingerprint, slug
from kb.model.library import LANGUAGES, Library
from kb.parse.citations import read
from kb.program import Command, Program
from kb.publish import confirming, rewriting

NAMELESS = "Không đặt được tên tệp từ những chữ ấy."
PROVISIONS = "Các đoạn, cách nhau bằng dấu cách"


@click.command(cls=Command)
@click.argument("paths", nargs=-1, metavar="[TỆP]…")
@click.option("--check", "only", is_flag=True, help="Chỉ nêu các tệp chưa đúng dạng, không ghi gì. Mã thoát 1 nếu có.")
def fmt(paths: tuple[str, ...], only: bool) -> None:
    """Sắp lại câu hỏi và trang viết: mỗi câu một dòng. Lời văn bản và nguyên văn không bị đụng tới."""
    root = shell.here()
    library = shell.content(root)
    files = [*_named(root, library, paths)] if paths else sorted(filter(formatting.ours, library.sources))
    before = {file: rewriting.current(root, file) for file in files}
    after = {file: text for file in files if (text := formatting.formatted(before[file])) != before[file]}
    if only:
        for file in after:
            click.echo(file)
        if after:
            click.echo("Chưa đúng dạng. Cách sửa: chạy «.venv/bin/kb fmt».", err=True)
        sys.exit(shell.FAILED if after else 0)
    for file, text in _followed(root, library, after).items():
        _rewrite(root, file, text)
    click.echo(f"Đã sắp lại {len(after)} tệp.", err=True)


def _named(root: Path, library: Library, paths: tuple[str, ...]) -> Iterator[str]:
    """The files of ours that are named; documents and texts of record that a hook names too are passed over."""
    for path in paths:
        target = Path(path).resolve()
        file = target.relative_to(root).as_posix() if target.is_relative_to(root) else path
        if not target.is_file():
            shell.stop(f"Không có tệp {path}.")
        if formatting.ours(file) and file in library.sources:
            yield file


def _followed(root: Path, library: Library, after: dict[str, str]) -> dict[str, str]:
    """With the translations whose fingerprint fitted: the words that it stands for are the same."""
    changed = shell.content(root, overlay=after)
    found = dict(after)
    for language in LANGUAGES[1:]:
        for before, now in ((library.questions, changed.questions), (library.pages, changed.pages)):
            for key, old in before["vi"].items():
                translation = before[language].get(key)
                fitted = translation is not None and translation.translates == fingerprint(old.words)
                if fitted and now["vi"][key].words != old.words:
                    text = found.get(translation.path) or rewriting.current(root, translation.path)
                    found[translation.path] = confirming.confirmed(changed, translation.path, text, ()) or text
    return found


def _rewrite(root: Path, file: str, text: str) -> None:
    try:
        rewriting.rewrite(root, file, rewriting.current(root, file), text)
    except rewriting.NotWritten as error:
        shell.stop(str(error))


@click.group(cls=Program, name="new")
def new() -> None:
    """Tạo tệp mới: văn bản (document), câu hỏi (question) hay chủ đề (theme). Thiếu tùy chọn nào thì hỏi."""


@new.command("document")
@click.option("--number", help="Số, ký hiệu, như 26-KH/BTGTW; văn bản không nêu số thì dùng --title.")
@click.option("--title", help="Tên gọi của văn bản không nêu số.")
@click.option("--kind", help="Ký hiệu tên loại; mặc định lấy từ số, ký hiệu.")
@click.option("--issuer", help="Ký hiệu cơ quan; mặc định lấy từ số, ký hiệu.")
@click.option("--issuer-name", help="Tên cơ quan ban hành.")
@click.option("--place", help="Nơi ban hành.")
@click.option("--date", help="Ngày ban hành, như 2021-05-17.")
@click.option("--subject", help="Trích yếu.")
@click.option(
    "--text", "received", type=click.Path(exists=True, dir_okay=False), help="Nguyên văn, tệp chữ thuần UTF-8."
)
def new_document(received: str | None, **fields: str | None) -> None:
    """Văn bản mới, là bản thảo cho tới khi xóa dòng «status: draft». Điều chưa rõ để null."""
    root = shell.here()
    library = shell.content(root)
    if fields["number"] or not fields["title"]:
        number = asking.perhaps(fields["number"], "Số, ký hiệu", partial(_no_number, library))
        fields["number"] = _canonical(library, number)
    if not fields["number"]:
        name = asking.asked(fields["title"], "number", "Tên gọi của văn bản không có số", _no_name)
        fields["title"] = _one_line(name)
    fields["date"] = asking.perhaps(fields["date"], "Ngày ban hành, như 2021-05-17", _no_day)
    fields["subject"] = _one_line(asking.perhaps(fields["subject"], "Trích yếu"))
    if fields["number"]:
        fields = {**_of_number(library, fields["number"]), **{name: each for name, each in fields.items() if each}}
    key = scaffolding.document_id(fields.get("number"), fields.get("title"), fields.get("date"))
    content = Path(received).read_bytes() if received else None
    source = f"docs/_source/{key}.txt"
    try:
        if content and secrecy.marked_line(content.decode("utf-8")):
            shell.stop("Văn bản mang dấu mật hoặc hạn chế lưu hành; không ghi gì.")
        text = scaffolding.document(fields, [fields.get("title") or ""], content, source)
    except UnicodeDecodeError:
        shell.stop(f"{received} không phải UTF-8.")
    files = {f"docs/vi/van-ban/{key}.md": text.encode()} | ({source: content} if content else {})
    _written(root, files)


def _no_number(library: Library, number: str) -> str | None:
    known = NUMBER.fullmatch(_canonical(library, number))
    return None if known else f"«{number}» không phải là số, ký hiệu; ghi như 26-KH/BTGTW hoặc 30/2020/NĐ-CP."


def _canonical(library: Library, number: str) -> str:
    """A number as it has to be given; what is more than one, or none, as it was typed."""
    found = read(f"số {number}", library.numbers).citations
    bare = "".join(number.split()).casefold()
    return found[0].canonical if found and found[0].canonical.casefold() == bare else number


def _no_name(text: str) -> str | None:
    return None if slug(text) else NAMELESS


def _no_day(text: str) -> str | None:
    try:
        written = datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        written = None
    return None if written == text else f"Ngày «{text}» không có thật; ghi như 2021-05-17."


def _of_number(library: Library, number: str) -> dict[str, str | None]:
    """Kind and issuer as the number states them."""
    found = read(f"số {number}", library.numbers).citations
    return {"kind": found[0].kind, "issuer": found[0].issuer} if found else {}


@new.command("question")
@click.option("--question", help="Câu hỏi.")
@click.option("--group", help="Mã nhóm câu hỏi, có trong groups.yml.")
@click.option("--provision", "provisions", multiple=True, help="Đoạn mà câu trả lời dựa vào; ghi được nhiều lần.")
@click.option("--answer", help="Câu trả lời.")
@click.option("--question-en", help="Câu hỏi bằng tiếng Anh.")
@click.option("--answer-en", help="Câu trả lời bằng tiếng Anh.")
def new_question(provisions: tuple[str, ...], **given: str | None) -> None:
    """Câu hỏi mới và bản dịch của nó."""
    root = shell.here()
    library = shell.content(root)
    asked = _one_line(asking.asked(given["question"], "question", "Câu hỏi", partial(_taken, library)))
    if given["group"] is None:
        asking.shown("Các nhóm:", ((each.id, each.labels["vi"]) for each in library.groups))
    group = asking.asked(given["group"], "group", "Mã nhóm", partial(_no_group, library))
    rests = asking.perhaps(" ".join(provisions) or None, PROVISIONS, partial(_unknown, library)).split()
    answer = asking.asked(given["answer"], "answer", "Câu trả lời")
    english = _one_line(asking.asked(given["question_en"], "question-en", "Câu hỏi bằng tiếng Anh"))
    translated = asking.asked(given["answer_en"], "answer-en", "Câu trả lời bằng tiếng Anh")
    name = slug(asked)
    text = formatting.formatted(scaffolding.question(asked, group, rests, answer))
    words = text.split("---\n", 2)[2]
    of = formatting.formatted(scaffolding.translated_question(english, translated, asked, words))
    _written(root, {f"docs/vi/hoi-dap/{name}.md": text.encode(), f"docs/en/hoi-dap/{name}.md": of.encode()})


@new.command("theme")
@click.option("--vi", help="Tên chủ đề.")
@click.option("--en", help="Tên chủ đề bằng tiếng Anh.")
@click.option("--provision", "provisions", multiple=True, help="Đoạn thuộc chủ đề; ghi được nhiều lần.")
def new_theme(provisions: tuple[str, ...], **given: str | None) -> None:
    """Chủ đề mới ở cuối docs/_data/themes.yml."""
    root = shell.here()
    library = shell.content(root)
    themes = {each.id for each in library.themes}
    taken = "Đã có chủ đề mã «{}»."
    name = asking.asked(
        given["vi"],
        "vi",
        "Tên chủ đề",
        lambda one: _no_name(one) or (taken.format(slug(one)) if slug(one) in themes else None),
    )
    english = asking.asked(given["en"], "en", "Tên chủ đề bằng tiếng Anh")
    rests = asking.asked(" ".join(provisions) or None, "provision", PROVISIONS, partial(_unknown, library))
    entry = scaffolding.theme(_one_line(name), _one_line(english), rests.split())
    file = "docs/_data/themes.yml"
    before = rewriting.current(root, file)
    kept = "" if before.strip() == "[]" else before.rstrip("\n") + "\n"
    _rewrite(root, file, kept + entry)
    click.echo(file)


def _no_group(library: Library, given: str) -> str | None:
    groups = [each.id for each in library.groups]
    return None if given in groups else f"Không có nhóm «{given}»; các nhóm: {', '.join(groups)}."


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _taken(library: Library, question: str) -> str | None:
    name = slug(question)
    return f"Đã có docs/vi/hoi-dap/{name}.md." if name in library.questions["vi"] else _no_name(question)


def _unknown(library: Library, given: str) -> str | None:
    """What is wrong with a list of provisions."""
    for each in given.split():
        document, _, name = each.partition("#")
        if library.provision("vi", document, name) is None:
            meant = [f"{key}#{each}" for key, held in library.originals.items() if each in held.by_id]
            return f"Không có đoạn «{each}»; ghi như {meant[0] if len(meant) == 1 else '23-kh-duk-2021#ii-1.1-3'}."
    return None


def _written(root: Path, files: dict[str, bytes]) -> None:
    """Write new files, or nothing where one of them is there or the disk refuses one."""
    for file in files:
        name = file.rpartition("/")[2].partition(".")[0]
        if not name:
            raise click.UsageError(NAMELESS)
        if (root / file).exists() or not rewriting.is_plain(root, file):
            shell.stop(f"Đã có {file}; không ghi gì.")
    rewriting.put_new(root, files)
    for file in files:
        click.echo(file)

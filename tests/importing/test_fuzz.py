"""Damaged Word files: each is read or refused, never a traceback, never a hang."""

from __future__ import annotations

import random
import time
import zipfile
from io import BytesIO

from kb.importing import making, word
from kb.importing.received import Refused
from tests.importing.docx import docx, numbering, p, packed, part, relations, run, styles, table

MUTATIONS = 2000
LONGEST = 1.0
SEED = docx(
    table(("ĐẢNG ỦY HAI\n*\nSố 15-KH/ĐU", "ĐẢNG CỘNG SẢN VIỆT NAM\nBa, ngày 06 tháng 9 năm 2024")),
    p("KẾ HOẠCH", centred=True), p("việc một", centred=True), p("Thực hiện việc một:"),
    p("MỘT", num=(1, 0), style="A"), p("Hai", num=(1, 1)), p("- Ba\nbốn"), p(run("kÕ ho¹ch", ".VnTime")),
    p('<w:ins><w:r><w:t>mới</w:t></w:r></w:ins><w:r><w:footnoteReference w:id="1"/></w:r>'),
    p(f"<w:r><w:pict><v:textbox><w:txbxContent>{p('trong khung')}</w:txbxContent></v:textbox></w:pict></w:r>"),
    table(("STT", "Tên"), ("1", "một")), table(("Nơi nhận:\n- Một.", "T/M ĐẢNG ỦY\nBÍ THƯ")),
    numbering=numbering((("upperRoman", "%1-"), ("decimal", "%2.")), (("bullet", "•"),)),
    styles=styles('<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="A"/></w:style>'),
    footnotes=part("footnotes", f'<w:footnote w:id="1">{p("Chú thích")}</w:footnote>'),
    header1=part("hdr", p("1")), _rels=relations(("image", "http://nowhere.invalid/x.png")),
)  # fmt: skip
VALUES = ["", "-1", "0", "999999999999", "\u0000".strip("\u0000"), "%1%9", "x" * 300, "NaN", "MẬT", "<", "&#xFFFF;"]


def _mutated(text: str, dice: random.Random) -> str:
    """A part with one to three damages: a tag lost, doubled, renamed or moved, a value changed, a piece cut out."""
    for _ in range(dice.randint(1, 3)):
        tags = [at for at, letter in enumerate(text) if letter == "<"]
        if not tags:
            return text
        at = dice.choice(tags)
        end = text.find(">", at) + 1
        kind = dice.randrange(7)
        if kind == 0:
            text = text[:at] + text[end:]
        elif kind == 1:
            text = text[:end] + text[at:end] + text[end:]
        elif kind == 2:
            other = dice.choice(tags)
            text = text[:at] + text[other : text.find(">", other) + 1] + text[end:]
        elif kind == 3 and '"' in text:
            quotes = [each for each, letter in enumerate(text) if letter == '"']
            start = dice.choice(quotes)
            text = text[: start + 1] + dice.choice(VALUES) + text[text.find('"', start + 1) :]
        elif kind == 4:
            text = text[:at] + text[at + dice.randint(1, 400) :]
        elif kind == 5:
            # A whole element, so that the part stays well formed.
            name = text[at + 1 : end].split(" ")[0].rstrip("/>")
            close = text.find(f"</{name}>", end)
            if name[:1].isalpha() and close > 0:
                whole = text[at : close + len(name) + 3]
                text = text.replace(whole, dice.choice(["", whole * 2, whole * 9]), 1)
        else:
            text = text[:at] + chr(dice.choice([0, 9, 0xFFFE, 0x202E, 0x1F600, 60])) + text[at:]
    return text


def test_damaged_files(vocabulary):
    parts = {}
    with zipfile.ZipFile(BytesIO(SEED)) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    dice, read, told = random.Random(7), 0, set()
    for number in range(MUTATIONS):
        damaged = dict(parts)
        name = dice.choice([*parts, *["word/document.xml"] * 5])
        damaged[name] = _mutated(parts[name], dice)
        raw = packed(damaged)
        if dice.random() < 0.05:
            at = dice.randrange(len(raw))
            raw = raw[:at] + bytes([dice.randrange(256)]) + raw[at + 1 :]
        start = time.process_time()
        try:
            made = making.made(word.read(raw), "0" * 64, vocabulary)
            assert made.written.text.startswith("---\n")
            read += 1
        except Refused as error:
            told.add(str(error))
        assert time.process_time() - start < LONGEST, number
    assert not any("\n" in each for each in told)
    # Damage that refuses everything would try nothing.
    assert read > MUTATIONS // 5

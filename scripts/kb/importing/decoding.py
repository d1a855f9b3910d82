"""Pieces of text of one font each, decoded as their fonts and their letters tell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from kb.importing.letters import TCVN3, UNICODE, by_content, by_font, decode, raised
from kb.importing.received import Received

OLD = re.compile("[\u00a0-\u00ff]")


@dataclass(slots=True)
class Piece:
    """Text of one font; `caps` where it is shown in capitals."""

    text: str
    font: str
    caps: bool = False


class Decoder:
    """Decides font by font, by all that is written in it, and then piece by piece."""

    def __init__(self, pieces: Iterable[Piece], received: Received) -> None:
        self._received = received
        texts: dict[str, list[str]] = {}
        for piece in pieces:
            texts.setdefault(piece.font, []).append(piece.text)
        self._of = {font: self._encoding(font, "".join(found)) for font, found in texts.items()}

    @staticmethod
    def _encoding(font: str, text: str) -> str:
        named = by_font(font)
        # An old font over Unicode text: Word draws those letters in another one.
        return "" if named and _is_unicode(text) else named or by_content(text)

    def text(self, pieces: Iterable[Piece]) -> str:
        """The words of neighbouring pieces, in NFC."""
        pieces = list(pieces)
        plain = "".join(each.text for each in pieces if not self._of.get(each.font))
        # One paragraph is little to judge by: in Unicode text it has to be beyond doubt.
        of_plain = by_content(plain, 4)
        text = unicodedata.normalize("NFC", "".join(self._piece(each, of_plain) for each in pieces))
        # A word may go over several pieces.
        return raised(text) if any(self._of.get(each.font, "") == TCVN3 for each in pieces) else text

    def whole(self, text: str) -> str:
        """A text of unknown font."""
        return decode(text, by_content(text))

    def _piece(self, piece: Piece, of_plain: str) -> str:
        encoding = self._of.get(piece.font, "") or of_plain
        text = piece.text
        if encoding and not _is_unicode(text):
            if OLD.search(text):
                kind = "TCVN3" if encoding.startswith(TCVN3) else encoding
                self._received.warn(f"Chữ theo bảng mã cũ {kind} đã đổi sang Unicode; hãy đối chiếu với bản gốc.")
            text = decode(text, encoding)
        return text.upper() if piece.caps else text


def _is_unicode(text: str) -> bool:
    """Whether a text is no longer in an old encoding; a single letter may have been put right in it."""
    modern = len(UNICODE.findall(text))
    return bool(modern) and modern * 3 > len(OLD.findall(text))

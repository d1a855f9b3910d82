"""What Word's styles say of paragraphs and runs: font, numbering, alignment, capitals, hidden text."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from kb.importing.numbering import W, value, whole

DEEPEST = 20
OFF = ("0", "false", "off", "none")


@dataclass(slots=True)
class Style:
    """What a style says itself; what is None is said by the one that it is based on."""

    based_on: str | None = None
    font: str | None = None
    number: tuple[str | None, int | None] = (None, None)
    align: str | None = None
    caps: bool | None = None
    hidden: bool | None = None


class Styles:
    """The styles of a document by their id."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self.default = ""
        self.font = ""
        if root is None:
            return
        self.font = font_of(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")) or ""
        for element in root.findall(W + "style"):
            name = value(element, "styleId") or ""
            run, paragraph = element.find(W + "rPr"), element.find(W + "pPr")
            self._styles[name] = Style(
                value(element.find(W + "basedOn")), font_of(run), number_of(paragraph), align_of(paragraph),
                flag(run, "caps"), flag(run, "vanish"),
            )  # fmt: skip
            if value(element, "type") == "paragraph" and value(element, "default") in ("1", "true"):
                self.default = name

    def find(self, name: str | None, what: str) -> object:
        """The first thing said by a style or those that it is based on; None where nothing is."""
        for _ in range(DEEPEST):
            style = self._styles.get(name or "")
            if style is None:
                return None
            if (found := getattr(style, what)) is not None:
                return found
            name = style.based_on
        return None

    def number(self, name: str | None) -> tuple[str | None, int | None, str | None]:
        """List, level and the style that names the list, for a paragraph that says nothing itself."""
        level = None
        for _ in range(DEEPEST):
            style = self._styles.get(name or "")
            if style is None:
                break
            num, at = style.number
            level = at if level is None else level
            if num is not None:
                return num, level, name
            name = style.based_on
        return None, level, None


def font_of(properties: etree._Element | None) -> str | None:
    """The font that run properties name; empty for that of the theme, None where they name none."""
    fonts = None if properties is None else properties.find(W + "rFonts")
    if fonts is None:
        return None
    if found := value(fonts, "hAnsi") or value(fonts, "ascii"):
        return found
    return "" if any(key.endswith("Theme") for key in fonts.attrib) else None


def number_of(properties: etree._Element | None) -> tuple[str | None, int | None]:
    """The list and the level that paragraph properties name."""
    found = None if properties is None else properties.find(W + "numPr")
    if found is None:
        return None, None
    level = value(found.find(W + "ilvl"))
    return value(found.find(W + "numId")), None if level is None else whole(level)


def align_of(properties: etree._Element | None) -> str | None:
    """`center`, `both` …; None where paragraph properties do not say."""
    return None if properties is None else value(properties.find(W + "jc"))


def flag(properties: etree._Element | None, name: str) -> bool | None:
    """Whether a property is on; None where it is not there."""
    found = None if properties is None else properties.find(W + name)
    return None if found is None else value(found) not in OFF

"""Pages as they are read from a disk: without a server the address of a folder opens no page."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

INDEX = "index.html"
# Attributes of our pages that lead to a page; the last one is where a page that has moved leads.
ADDRESS = re.compile(
    r'(?P<before>\s(?:href|action|data-(?:other-)?page)="|\scontent="0; url=)(?P<address>[^"?#:]*)(?=[?#"])'
)
# They are for servers: the one page speaks of an address, the list of addresses, and what they hand out compressed.
SERVED = re.compile(r"(?:[a-z]+/)?404\.html|sitemap\.xml|.*\.gz")


def kept(path: str) -> bool:
    """Whether a file of a release has a use without a server."""
    return not SERVED.fullmatch(path) and path not in ("manifest.json", "manifest.json.sig")


def readable(path: str, content: bytes, site: Path) -> bytes:
    """A file of the site at `path`; a page has each folder's address ended by that of its page."""
    if not path.endswith(".html"):
        return content
    folder = posixpath.dirname(path)

    def ended(found: re.Match[str]) -> str:
        address = found["address"]
        if not address or address.startswith("/"):
            return found[0]
        place = posixpath.normpath(posixpath.join(folder, address))
        if place.startswith("..") or not (site / place / INDEX).is_file():
            return found[0]
        return f"{found['before']}{posixpath.join(address, INDEX)}"

    return ADDRESS.sub(ended, content.decode()).encode()

"""What every answer of a server must say besides the file; `scripts/serving/` says the same to other servers."""

from __future__ import annotations

import re

# The style of the one page that can name no file, `overrides/bare.html`, by its hash. Else nothing runs or paints
# that is no file of the release.
BARE_STYLE = "sha256-/hRnHw9cypIcr/fzabouHUQpH6udwBZ/0y6TQJXi8Ns="
HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; script-src 'self'; style-src 'self' '{BARE_STYLE}'; img-src 'self'; font-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": (
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), clipboard-write=(self)"
    ),
    # The index of the search comes as scripts, which another site could load and read.
    "Cross-Origin-Resource-Policy": "same-origin",
}
# What lies in a folder named by its content stays as it is; all else must be asked for again.
FINGERPRINTED = re.compile(r"(?:^|/)assets/(?:search/(?:help/)?)?[0-9a-f]{12}/")
FOR_EVER, ASKED_AGAIN = "max-age=31536000, immutable", "no-cache"


def caching(path: str) -> str:
    """How long a file of the release may be kept."""
    return FOR_EVER if FINGERPRINTED.search(path) else ASKED_AGAIN

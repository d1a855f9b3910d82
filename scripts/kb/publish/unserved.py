"""Why no release was found at an address, as far as the server itself lets one tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from kb.publish.fetching import Answer, fetch
from kb.publish.manifest import NAME, load

# The end of an address that no folder has.
BEHIND = re.compile(r"[?#].*\Z", re.DOTALL)
PARTS = re.compile(r"(?P<server>https?://[^/]+)(?P<path>(?:/[^/]*)*)\Z")
MOST_ABOVE = 8
REFUSED = (401, 403)


def likely(base: str, answer: Answer) -> str:
    """What is probably wrong with an address where the server gave this answer instead of a manifest.

    Folders above are asked for one: an address is mostly copied from a page below the site.
    """
    if not answer.status:
        return ""
    asked = f"Lệnh đã hỏi {NAME}, tệp mà mọi bản phát hành có ở thư mục gốc của trang"
    for above in _above(base):
        if _is_release(above):
            return f"{asked}; tệp ấy có ở {above}/, nên phần sau của địa chỉ là thừa: chạy lại với {above}/."
    if 300 <= answer.status < 400 and (to := answer.headers.get("Location")):
        there = urljoin(f"{base}/{NAME}", to).removesuffix(NAME)
        return f"{asked}; máy chủ chuyển sang {there}: nếu đó là trang này thì chạy lại với địa chỉ ấy."
    if answer.status in REFUSED:
        return f"{asked}; máy chủ đòi quyền đọc: chạy lệnh từ một máy được đọc."
    if answer.status >= 500:
        return f"{asked}; máy chủ đang có lỗi: xem nhật ký của máy chủ rồi chạy lại."
    return (
        f"{asked}; ở đây không có. Trang nằm dưới một đường dẫn (như {_server(base)}/van-ban/) thì ghi cả đường"
        " dẫn ấy; địa chỉ của một trang con thì bỏ phần cuối; chưa công bố thì chạy kb publish."
    )


def _server(base: str) -> str:
    found = PARTS.match(base)
    return found["server"] if found else base


def _above(base: str) -> Iterator[str]:
    """The address without what no folder has, then the folders above it, from the nearest."""
    plain = BEHIND.sub("", base).rstrip("/")
    if plain != base:
        yield plain
    found = PARTS.match(plain)
    parts = found["path"].split("/")[1:] if found else []
    for length in reversed(range(max(0, len(parts) - MOST_ABOVE), len(parts))):
        yield "/".join([found["server"], *parts[:length]])


def _is_release(base: str) -> bool:
    answer = fetch(f"{base}/{NAME}")
    try:
        return answer.status == 200 and load(answer.body) is not None
    except ValueError:
        return False

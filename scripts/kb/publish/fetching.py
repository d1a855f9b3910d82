"""One request to a server, and what it answers: redirects are not followed, and no proxy is asked."""

from __future__ import annotations

import http.client
import socket
import ssl
import urllib.error
import urllib.request
from typing import NamedTuple

TIMEOUT = 30
TRUSTING = "cơ quan cấp nội bộ thì đặt SSL_CERT_FILE là tệp chứng thư của cơ quan cấp ấy"


class Answer(NamedTuple):
    """What a server says to a request; `status` is 0 where there was no answer at all, and `why` then tells more."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes
    why: str = ""

    @property
    def told(self) -> str:
        """The answer in a word: its status, or why there is none."""
        return str(self.status or self.why)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A file that is served from elsewhere is not served here."""

    def redirect_request(self, *_: object) -> None:
        return None


OPENER = urllib.request.build_opener(_NoRedirect, urllib.request.ProxyHandler({}))


def fetch(address: str, encoding: str = "identity") -> Answer:
    """The answer to a request for an address."""
    request = urllib.request.Request(address, headers={"Accept-Encoding": encoding})
    try:
        with OPENER.open(request, timeout=TIMEOUT) as answer:
            return Answer(answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, error.headers, error.read())
    except (OSError, http.client.HTTPException) as error:
        return Answer(0, http.client.HTTPMessage(), b"", _why(error))


def _why(error: Exception) -> str:
    """Why nothing was answered; a certificate that is not trusted is not a server that is down."""
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    match cause:
        case ssl.SSLCertVerificationError():
            return f"không tin chứng thư của máy chủ ({cause.verify_message}); {TRUSTING}"
        case socket.gaierror():
            return "không tìm thấy máy chủ có tên này"
    return "không trả lời"

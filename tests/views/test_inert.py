"""What Markdown makes of content runs nothing, loads nothing and leads nowhere else, whatever the check let through."""

from __future__ import annotations

import pytest
from lxml import etree

from kb.inert import leads_out
from tests.views.rendering import rendered

ADDRESSES = [
    ("#ii-1.1", False), ("../van-ban/a.md#i", False), ("a.md", False), ("", False), ("?q=a:b", False), ("a/b:c", False),
    ("javascript:alert(1)", True), ("JavaScript:alert(1)", True), (" javascript:x", True), ("java\tscript:x", True),
    ("java\nscript:x", True), ("\x01javascript:x", True), ("javascript&colon;x", True), ("javascript&#58;x", True),
    ("&#106;avascript:x", True), ("vbscript:x", True), ("data:text/html,x", True), ("https://a.example/", True),
    ("//a.example/", True), ("\\\\a.example", True), ("/\\a.example", True), ("/a", True), ("mailto:a@b", True),
]  # fmt: skip


@pytest.mark.parametrize(("address", "out"), ADDRESSES)
def test_which_addresses_lead_out(address, out):
    assert leads_out(address) == out


MADE = [
    # what prose is made of stays
    ("**a** *b* `c`", "<p><strong>a</strong> <em>b</em> <code>c</code></p>"),
    ("[a](b.md#c)", '<p><a href="b.md#c">a</a></p>'),
    ("![a](b.png)", '<p><img alt="a" src="b.png"></p>'),
    ('<time datetime="2021-05-17">17/5/2021</time>', '<p><time datetime="2021-05-17">17/5/2021</time></p>'),
    ("*a*{ lang=vi .b }", '<p><em class="b" lang="vi">a</em></p>'),
    # raw HTML is text
    ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>"),
    ("<script>a()</script>", "<p>&lt;script&gt;a()&lt;/script&gt;</p>"),
    ("<div>\n\n*a*\n\n</div>", "<p>&lt;div&gt;</p>\n<p><em>a</em></p>\n<p>&lt;/div&gt;</p>"),
    ("<svg/onload=a()>", "<p>&lt;svg/onload=a()&gt;</p>"),
    ("<https://a.example/>", "<p>&lt;https://a.example/&gt;</p>"),
    ('<time datetime="x" onclick="a()">b</time>', '<p>&lt;time datetime="x" onclick="a()"&gt;b&lt;/time&gt;</p>'),
    # attributes and elements that run, load or cover others go, and what stands after them stays
    ("*a*{onclick=b}", "<p><em>a</em></p>"),
    ("*a*{ style=position:fixed srcdoc=x autofocus }", "<p><em>a</em></p>"),
    ("[a](javascript:b)", "<p><a>a</a></p>"),
    ("[a](javascript&colon;b)", "<p><a>a</a></p>"),
    ("[a][1]\n\n[1]: javascript:b", "<p><a>a</a></p>"),
    ("![a](//b.example/c.png)", '<p><img alt="a"></p>'),
    ("a\n\n/// html | script\nb()\n///\n\nc", "<p>a</p>\n<p>c</p>"),
    ("/// html | iframe[src=x]\nb\n///\n\nc", "<p>c</p>"),
    ("/// html | div[onclick=a]\nb\n///", "<div>\n<p>b</p>\n</div>"),
]  # fmt: skip


@pytest.mark.parametrize(("markdown", "made"), MADE)
def test_what_is_made_of_it(markdown, made):
    tree = rendered(markdown)
    found = "".join(etree.tostring(each, encoding="unicode", method="html") for each in tree)
    assert found.split() == made.split()

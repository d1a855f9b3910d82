"""Which forms are document numbers: some are by themselves, others by what stands before them."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.parse.citations.context import Left
from kb.parse.citations.grammar import YEAR
from kb.parse.citations.lexicon import Lexicon
from kb.parse.citations.numbers import Number

# What forms are numbered by: `01-1/TAIN`
PART_OF_FORM = re.compile(r"-[0-9]\Z")
# `giai đoạn 2016-2020/…`
SPAN_OF_YEARS = re.compile(YEAR)
# Kind and issuer run together, known without a word before: `302/QĐUB`, but not `01/BCTC`
FUSED = frozenset(kind + issuer for kind in ("NĐ", "NQ", "QĐ", "CT") for issuer in ("CP", "TTg", "UB", "UBND", "HĐND"))
# `12/CTCP` counts joint-stock companies.
FUSED -= {"CTCP"}
# Numbers of court cases: `12/2017/HSST`, `05/2019/KDTM-PT`.
COURTS = r"(?:ST|PT|GĐT|DS|HS|HC|HNGĐ|KDTM|LĐ)"
# `12/HĐ-KT` with nothing before it but `số` is a contract or an invoice.
CONTRACTS = frozenset({"HĐ", "HĐKT", "HĐLĐ", "HĐMB", "HĐTC", "HĐTD", "HĐXD"})
# `Nhà số B12/KH-TC`; of a document only behind its type word, where OCR prints the letter for a figure
LETTERED = frozenset("GSBZ")
# Behind the letters of a company they make a product or a branch of it.
PLACES = frozenset({"HN", "HCM", "HCMC", "TPHCM", "SG", "ĐN", "HP", "CT", "HUE"})
# Not `LĐLĐ`, which is a federation of labour.
CASE = re.compile(rf"(?!LĐLĐ)(?:DS|HS|HC|KDTM|KT|LĐ|HNGĐ|HN|VDS|TL|TLST|TLPT|TLVA)(?:-?{COURTS})*")


def accept(number: Number, left: Left, lexicon: Lexicon, *, dated: bool = False) -> bool:
    """Whether a form is a document number; a date of issue right behind it says as much as `số` before it."""
    first, *rest = number.parts
    # `Luật Công chứng số 53/2014/QH13`: the title may speak of what has numbers of another order.
    if left.other and not (number.year and (lexicon.is_lone(first) or (left.name and first in left.name.symbols))):
        return False
    if _of_court(number.parts) or ("-" in number.number and PART_OF_FORM.search(number.number)):
        return False
    if (first in CONTRACTS or number.number[0] in LETTERED) and not (left.name and left.adjacent):
        return False
    kind, made = lexicon.is_kind(first), lexicon.is_made_kind(first)
    named = left.listed or (left.name is not None and (left.adjacent or left.so))
    called = named or left.so or dated
    if "-" in number.number and not called:
        return False
    if number.year and len(number.year) == 4:
        # `Chứng nhận bản quyền tác giả số 12/2009/QTG ngày …`: a document, if of no kind that is known
        return _with_year(number, left, lexicon, named or (dated and left.so and len(first) > 2))
    if left.form or left.ordered:
        return False
    if not rest:
        return _single(first, number, left, lexicon, named, dated)
    issuer = any(lexicon.is_issuer(part) for part in rest)
    if number.year or number.lowered or number.glued:
        # Two digits may be a month, lower case may be prose (but not qđ), a glued word may be the end of a name.
        unmistakable = number.lowered and (first in ("QĐ", "NĐ") or rest[-1] == "QĐ")
        # `công văn số 12/vpcp-kg`, `công văn 12/BTC-TCTđã`
        letter = left.adjacent and named and lexicon.is_issuer(first)
        return letter or ((kind or made or unmistakable) and (issuer or called or unmistakable))
    if number.join == ".":
        return kind and issuer and called
    if not number.join:
        # `26 KH/BTGTW`, `1001 VPCP/KG`; a kind that is misspelt: `Quyết định số 12 QQĐ/TU`
        misspelt = issuer and left.adjacent and left.so and named
        return (
            (kind and (issuer or called))
            or (issuer and made and called)
            or (lexicon.is_issuer(first) and named)
            or misspelt
        )
    if kind or made:
        # `QĐ-UBND` is a symbol by itself; `KH-KT` and `QĐNS/X` need a word or an organ that is known.
        slashed = number.join == "/" or number.marks[0] == "/"
        # `QĐ-Cty`: small letters could be a name.
        small = any(part[1:].islower() for part in rest)
        if called or issuer or left.counted or not (kind and slashed) or number.loose or small:
            return called or issuer
        # One figure and two letters are a code as well: `bếp 2-CV/GS`.
        return sum(letter.isalpha() for part in rest for letter in part) > (2 if len(number.number) == 1 else 1)
    if number.join == "/":
        if called or (lexicon.is_issuer(first) and not number.loose and len(first) > 2):
            return True
        # `01/VBHB-VPQH`, `03/KDTC/GP-HC`: a known organ behind an unknown kind, a kind behind an unknown organ
        known = lexicon.is_issuer(rest[-1]) and len(rest[-1]) > 3 and number.marks == ("-",)
        turned = lexicon.is_kind(rest[0]) and rest[0] not in CONTRACTS and number.marks == ("/", "-")
        return (known or turned) and len(number.number) > 1 and len(first) > 2 and not number.loose
    # `6-LĐ/TT`, `1102-TCT/NV3`: the order that the ministries had before 1996; but `12-VNPT/HN` may be a product
    old = number.marks[0] == "/" and not number.loose and (issuer or lexicon.is_issuer(first))
    return named or (old and (called or rest[0] not in PLACES))


# Kept, since a few hundred symbols make up all numbers.
@lru_cache(maxsize=4096)
def _of_court(parts: tuple[str, ...]) -> bool:
    return CASE.fullmatch("-".join(parts)) is not None


def _with_year(number: Number, left: Left, lexicon: Lexicon, named: bool) -> bool:
    """A year between the slashes leaves little doubt; codes of goods and contracts have one, too."""
    first, *rest = number.parts
    if number.before == "-" and SPAN_OF_YEARS.fullmatch(number.number):
        return False
    # `quy hoạch 1/2000 - QH phân khu`: a scale
    if number.number == "1" and number.year == "2000" and number.join != "/" and not left.so:
        return False
    # `tháng 5/2021-QH`
    if left.ordered and number.join != "/":
        return False
    # The Council of Ministers ended in 1992; what bears its letters now is a contract.
    if first == "HĐBT" and number.year > "1992" and not named:
        return False
    known = lexicon.is_kind(first) or lexicon.is_made_kind(first) or lexicon.is_lone(first)
    if number.lowered or number.glued or not number.join:
        letter = number.lowered or (number.glued and bool(rest) and lexicon.is_issuer(first))
        return known or (letter and named and left.adjacent)
    if left.form:
        return known and bool(rest)
    if rest:
        return known or named or left.so or lexicon.is_issuer(first)
    # `Nghị quyết liên tịch số 04/1985/NQLT` says more than the kind.
    return lexicon.is_lone(first) or (named and len(first) > 1 and (len(first) > 3 or not lexicon.is_kind(first)))


def _single(first: str, number: Number, left: Left, lexicon: Lexicon, named: bool, dated: bool) -> bool:
    """One part only: `12-CP`, `0127/BTM`, `01-KLTW`, but not `09-TKX`, `12-COX`, `Quận 12 – TP`."""
    if number.lowered or not number.join:
        return False
    if number.glued:
        # `Công văn số 55/TCTvà`
        return named and left.adjacent and lexicon.is_issuer(first)
    if first in lexicon.lone_issuers or first in lexicon.lone_kinds:
        # `165-HĐBT` is no other thing; `36-CP` may be a company.
        alone = len(first) > 2 or (number.join == "/" and not left.so and not number.year)
        return named or dated or (not number.loose and alone)
    if number.loose:
        return False
    if lexicon.is_kind(first) and len(first) > 3:
        # `12/GPXD`, `12/KLTTr` say more than the kind.
        return named
    if lexicon.is_kind(first):
        # `Quyết định số 426/QĐ ngày …`: of an organ that nobody has written down
        if dated and left.so and left.name and left.adjacent and first in left.name.symbols:
            return True
        # `Quyết định 268-CT`, `Chỉ thị 306-CT` are of the chairman; an undated `Chỉ thị số 12/CT` lost its issuer.
        other = left.name is not None and (number.join == "-" or dated or first not in left.name.symbols)
        return named and left.adjacent and other and first in lexicon.issuers
    if first not in lexicon.issuers and _fused(first, lexicon):
        return named or left.so or (number.join == "/" and first in FUSED)
    if lexicon.is_issuer(first):
        return named or (dated and number.join == "/" and len(first) > 2)
    near = (left.adjacent and (left.so or dated)) or (left.so and dated)
    if number.join == "-" and near and (first.isalpha() or len(first) > 2):
        # `Thông tư số 05-NV`, `công văn bổ sung số 139-KHXX ngày …`: the ministries of old, which nobody lists
        return named and len(first) > 1
    # The police have numbers for names: `117/C11`
    return named and left.adjacent and number.join == "/" and len(first) > (1 if first.isalpha() else 2)


def _fused(first: str, lexicon: Lexicon) -> bool:
    """Kind and issuer without the mark between them: `KLTW`, `NĐCP`."""
    return any(lexicon.is_kind(first[:at]) and first[at:] in lexicon.issuers for at in range(2, min(5, len(first) - 1)))

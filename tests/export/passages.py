"""Passages of every kind that a speaker may paste, made from the plan, each with the verdict that is right."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from kb.model.document import Document
from kb.model.quotation import tokens, words
from kb.model.sentences import sentences

DOCUMENT = "Kế hoạch số 23-KH/ĐUK ngày 17/5/2021 của Ban Thường vụ Đảng ủy Khối các cơ quan Trung ương"
# The tone of these stands in another place.
OLD = {"hòa": "hoà", "hóa": "hoá", "ủy": "uỷ", "thủy": "thuỷ", "tọa": "toạ", "khóa": "khoá", "tỏa": "toả", "úy": "uý"}
# Written for this test, of things that the plan does not speak of or in words that it does not use.
OTHERS = (
    "Thư viện mở cửa từ thứ hai đến thứ bảy, trừ các ngày nghỉ theo quy định.",
    "Người mượn sách có trách nhiệm giữ gìn và trả đúng hạn ghi trên phiếu.",
    "Mỗi hộ gia đình đăng ký một vị trí để xe tại tầng hầm của tòa nhà.",
    "Nước sinh hoạt được cấp hai lần mỗi ngày, vào buổi sáng và buổi chiều.",
    "Học sinh lớp ba tham quan bảo tàng vào tuần cuối của học kỳ.",
    "Hợp tác xã thu mua toàn bộ sản lượng lúa theo giá thỏa thuận với nông dân.",
    "Khi có báo động, mọi người rời khỏi phòng theo lối thoát hiểm gần nhất.",
    "Đội bóng của xã đã tập luyện ba buổi mỗi tuần trong suốt mùa hè.",
    "Giá vé xe buýt không thay đổi so với năm trước.",
    "Bản đồ này vẽ theo tỷ lệ một phần mười nghìn.",
)
PARAPHRASES = (
    "Làm cho mọi người hiểu rõ đại hội vừa qua đã thành công ra sao.",
    "Các cơ quan phải gửi báo cáo về cho cấp trên sau khi làm xong.",
    "Người dân và cán bộ cần được biết vì sao phải đi bầu cử và bầu như thế nào.",
    "Nên dùng báo, đài và mạng xã hội để đưa tin cho nhanh.",
    "Nêu gương những người làm tốt để người khác noi theo.",
    "Việc học và làm theo Bác phải gắn với công việc hằng ngày của mỗi người.",
    "Chú ý nghe xem anh em trong cơ quan đang nghĩ gì rồi báo lại.",
    "Băng rôn, khẩu hiệu cần treo ở nơi nhiều người qua lại.",
)


class Passage(NamedTuple):
    """`provision` is the one whose words it has, None where there is none or where several have them."""

    kind: str
    text: str
    verdict: str
    provision: str | None


def passages(plan: Document, number: int, seed: int = 0) -> Iterator[Passage]:
    """So many of each kind; the same arguments give the same ones."""
    rng = random.Random(seed)
    whole = [(p.id, p.text[a:b]) for p in plan.provisions for a, b in sentences(p.text)]
    known: dict[str, list[str]] = {}
    for name, text in whole:
        known.setdefault(text, []).append(name)
    alone = [(name, text) for name, text in whole if len(known[text]) == 1 and name != "tieu-de"]
    long = [(name, text) for name, text in alone if len(words(text)) >= 12]
    pool = [token.form for _, text in whole for token in words(text)]
    for _ in range(number):
        yield Passage("exact", *_same(rng.choice(alone)))
        name, text = rng.choice(long)
        yield Passage("folded", _folded(rng, text), "folded", name)
        name, text = rng.choice(long)
        yield Passage("elided", _elided(rng, text), "elided", name)
        for changes in range(1, 6):
            name, text = rng.choice(long)
            yield Passage(f"altered {changes}", _altered(rng, text, changes, pool), "altered", name)
        name, text = rng.choice([each for each in long if any(map(str.isdigit, each[1]))])
        yield Passage("number", _number(rng, text), "altered", name)
        yield Passage("other", rng.choice(OTHERS), "absent", None)
        yield Passage("paraphrase", rng.choice(PARAPHRASES), "absent", None)
        yield _attributed(rng, plan, long)


def _same(chosen: tuple[str, str]) -> tuple[str, str, str]:
    name, text = chosen
    return text, "exact", name


def _folded(rng: random.Random, text: str) -> str:
    ways: list[Callable[[str], str]] = [
        str.upper,
        str.lower,
        lambda words: unicodedata.normalize("NFD", words.lower()),
        lambda words: words.replace(", ", " , ", 1).replace(" ", "  ", 2) if ", " in words else words.upper(),
        lambda words: _old(words) if _old(words) != words else words.upper(),
    ]
    return rng.choice(ways)(text)


def _old(text: str) -> str:
    for new, old in OLD.items():
        text = text.replace(new, old)
    return text


def _elided(rng: random.Random, text: str) -> str:
    parts = text.split(" ")
    start = rng.randrange(3, len(parts) - 6)
    end = rng.randrange(start + 1, len(parts) - 3)
    return " ".join([*parts[:start], rng.choice(("…", "...", "[…]", "(...)")), *parts[end:]])


def _altered(rng: random.Random, text: str, changes: int, pool: list[str]) -> str:
    """Words changed, put in or left out, each in a place of its own; what is left out at an end is no change."""
    spots = rng.sample([token for token in words(text)[1:-1] if not token.form.isdigit()], changes)
    for token in sorted(spots, reverse=True, key=lambda each: each.start):
        other = rng.choice([word for word in pool if word != token.form])
        put = rng.choice((other, f"{text[token.start : token.end]} {other}", ""))
        text = text[: token.start] + put + text[token.end :]
    return text


def _number(rng: random.Random, text: str) -> str:
    """Another digit in one number."""
    place = rng.choice([at for at, sign in enumerate(text) if sign.isdigit()])
    return text[:place] + rng.choice([each for each in "123456789" if each != text[place]]) + text[place + 1 :]


def _attributed(rng: random.Random, plan: Document, long: list[tuple[str, str]]) -> Passage:
    name, text = rng.choice([each for each in long if tokens(each[1])[0].form.isalpha()])
    wrong = (
        f"Theo {DOCUMENT.replace('23-', f'{rng.choice((21, 22, 24, 25))}-')}: “{text}”",
        f"“{text}” ({DOCUMENT.replace('17/5', f'{rng.choice((7, 16, 18))}/5')})",
        f"{text}\nmục {2 if name.startswith('i-1') else 1}, phần I, {DOCUMENT}" if not name.startswith("i-1") else
        f"{text}\nmục 2, phần I, {DOCUMENT}",
    )  # fmt: skip
    return Passage("attributed", rng.choice(wrong), "misattributed", name)

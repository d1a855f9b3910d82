"""Changes that people make, each written into a history: what the review report is held against golden files for."""

from __future__ import annotations

from tests.review.history import IN_ENGLISH, PLAN, RECORD, History

DASH = "- Kết quả và dư luận tích cực"
QUESTION = "docs/vi/hoi-dap/can-cu.md"


def nothing(history: History) -> None:
    """A commit in which no file is another."""


def record_without_corrigendum(history: History) -> None:
    """A word of the received text and of the plan, and the hash."""
    history.received("theo nội dung Hướng dẫn", "theo tinh thần Hướng dẫn")
    history.replace(PLAN, "theo nội dung Hướng dẫn", "theo tinh thần Hướng dẫn")


def record_with_corrigendum(history: History) -> None:
    """The same with a record of why, and the translation confirmed."""
    before, after = history.received("theo nội dung Hướng dẫn", "theo tinh thần Hướng dẫn")
    history.replace(PLAN, "theo nội dung Hướng dẫn", "theo tinh thần Hướng dẫn")
    history.write(
        "docs/_data/corrigenda.yml",
        f"- document: 23-kh-duk-2021\n  date: 2027-01-20\n  from: {before}\n  to: {after}\n"
        "  vi: Nhận được bản đúng hơn.\n  en: A better copy was received.\n",
    )
    history.confirm(IN_ENGLISH)


def inserted(history: History) -> None:
    """A dash put in before others, which are counted anew; what they were called stays as aliases."""
    history.received("- Kết quả và dư luận", "- Lời chữ thử.\n- Kết quả và dư luận")
    history.replace(PLAN, "{#ii-1.1-2}", "{#ii-1.1-3}")
    history.replace(PLAN, "{#ii-1.1-1}", "{#ii-1.1-2}")
    history.replace(PLAN, DASH, f"- Lời chữ thử. {{#ii-1.1-1}}\n\n{DASH}")


def moved(history: History) -> None:
    """An ID of old that leads to a new one, with another word."""
    history.replace(PLAN, "{#iii-1-1}", "{#iii-1-2}")
    history.replace(PLAN, "Chỉ đạo tổ chức tốt", "Chỉ đạo thực hiện tốt")
    history.replace(PLAN, "language: vi\n", "language: vi\naliases:\n  iii-1-1: iii-1-2\n")


def answer(history: History) -> None:
    """An answer that says more, and a question that is new."""
    history.replace(QUESTION, "Kế hoạch thực hiện Kế hoạch", "Kế hoạch này thực hiện Kế hoạch")
    history.replace(QUESTION, "  - 23-kh-duk-2021#ii-1.1-1\n", "")
    rests = "group: ke-hoach\nprovisions: [23-kh-duk-2021#ii-1.1-1]"
    history.write("docs/vi/hoi-dap/moi.md", f"---\nquestion: Có câu mới không?\n{rests}\n---\nCó.\n")
    history.write("docs/en/hoi-dap/moi.md", "---\nquestion: Is there a new one?\nof: x\n---\nYes.\n")
    history.confirm("docs/en/hoi-dap/moi.md")
    history.confirm("docs/en/hoi-dap/can-cu.md")


def translation(history: History) -> None:
    """Words of a translation, and a fingerprint that is renewed without."""
    history.replace(IN_ENGLISH, "PLAN\n", "ACTION PLAN\n")
    history.replace("docs/en/hoi-dap/can-cu.md", "of: a7877540f4b0", "of: 000000000000")


def renamed(history: History) -> None:
    """A document's file under another name."""
    for language in ("vi", "en"):
        folder = f"docs/{language}/van-ban"
        history.git("mv", f"{folder}/169-hd-btgtw-2021.md", f"{folder}/169-hd-2021.md")
    history.replace("docs/vi/van-ban/169-hd-2021.md", "language: vi\n", "language: vi\nformerly: [169-hd-btgtw-2021]\n")


def removed(history: History) -> None:
    """A document that is cited."""
    history.git("rm", "--quiet", "docs/vi/van-ban/26-kh-btgtw-2021.md", "docs/en/van-ban/26-kh-btgtw-2021.md")


def register(history: History) -> None:
    """Two fields, of which the date lets a citation mean nothing certain; entries of data files; other files."""
    history.replace("docs/vi/van-ban/26-kh-btgtw-2021.md", "place: null", "place: Hà Nội")
    history.replace("docs/vi/van-ban/26-kh-btgtw-2021.md", "date: 2021-05-05", "date: 2021-05-06")
    history.replace("docs/_data/themes.yml", "vi: Bầu cử", "vi: Cuộc bầu cử")
    history.replace("docs/_data/terms.yml", ", 23-kh-duk-2021#ii-1.1-1", "")
    history.write("README.md", "x\n")


def secret(history: History) -> None:
    """A mark of secrecy in a text of record."""
    history.write(RECORD, f"TỐI MẬT\n{history.text(RECORD)}")


def page(history: History) -> None:
    """A page that speaks with the signs of Markdown and HTML."""
    history.write("docs/vi/gioi-thieu.md", '---\ntitle: "Trang <b>|*x*"\n---\n| @ai #1 `a` <script>x</script> | b\n')
    history.write("docs/vi/huong-dan.md", "---\ntitle: Hướng dẫn\n---\nwww.kb.example, http://kb.example\n")


SCRIPTS = (
    nothing, record_without_corrigendum, record_with_corrigendum, inserted, moved, answer, translation, renamed,
    removed, register, secret, page,
)  # fmt: skip

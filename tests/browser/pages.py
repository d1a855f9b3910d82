"""One page of every type, by its address on the Vietnamese side."""

from __future__ import annotations

TYPES = {
    "home": "/",
    "register": "/van-ban/",
    "document held": "/van-ban/23-kh-duk-2021/",
    "document not held": "/van-ban/05-ct-tw-2016/",
    "document without number": "/van-ban/nq-dai-hoi-xiii-dang/",
    "index": "/giai-doan/",
    "phase": "/giai-doan/tu-2022-den-2025/",
    "theme": "/chu-de/bau-cu/",
    "form": "/hinh-thuc/tuyen-truyen-mieng/",
    "body": "/co-quan/dang-uy-khoi/",
    "matrix": "/ma-tran/",
    "terms": "/thuat-ngu/",
    "questions": "/hoi-dap/",
    "question": "/hoi-dap/mang-xa-hoi/",
    "question about the site": "/hoi-dap/de-nghi-sua/",
    "about": "/gioi-thieu/",
    "guide": "/huong-dan/bien-tap/",
    "rules": "/kiem-tra/",
    "rule": "/kiem-tra/FID-004/",
    "search": "/tim-kiem/",
    "quote": "/doi-chieu/",
    "notebook": "/so-trich/",
    "history": "/van-ban/23-kh-duk-2021/lich-su/",
    "not found": "/khong-co/trang-nay/",
}


def in_both_languages() -> list[str]:
    """The addresses of all types, Vietnamese then English."""
    return [prefix + path for prefix in ("", "/en") for path in TYPES.values()]

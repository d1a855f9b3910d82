"""The ways in which a page is looked at, as the settings of a browser context."""

from __future__ import annotations

from typing import Any

DESKTOP = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
# A4 at 96 dots an inch.
PAPER = {"viewport": {"width": 794, "height": 1123}}

# What would differ from one machine or run to the next: the reader's place, and how far a transition has got.
STEADY = {"locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh", "reduced_motion": "reduce"}


def settings(size: dict[str, Any] = DESKTOP, *, dark: bool = False, javascript: bool = True) -> dict[str, Any]:
    return {**STEADY, **size, "color_scheme": "dark" if dark else "light", "java_script_enabled": javascript}

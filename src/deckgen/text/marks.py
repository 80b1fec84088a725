"""Quotation marks as each language has them."""

from __future__ import annotations

_MARKS = {
    "ar": ("«", "»"), "de": ("„", "“"), "es": ("«", "»"), "fa": ("«", "»"),
    "fr": ("«\u202f", "\u202f»"), "he": ("”", "”"), "it": ("«", "»"), "ja": ("「", "」"),
    "pl": ("„", "”"), "ru": ("«", "»"), "ur": ("”", "“"),
}  # fmt: skip


def marks(language: str) -> tuple[str, str]:
    """What opens and what closes a quotation in a language (a BCP 47 tag)."""
    return _MARKS.get(language.partition("-")[0].lower(), ("“", "”"))

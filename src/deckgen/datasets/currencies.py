"""Where a currency stands at a number, and its sign (Unicode CLDR)."""

from __future__ import annotations

_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "CNY": "CN¥", "INR": "₹", "KRW": "₩"}
_HOME = {"zh": "CNY", "ja": "JPY"}
_BEFORE = ("en", "zh", "ja", "ko", "he", "hi", "th")
_BEFORE_APART = ("nl", "tr", "pt-br", "de-at", "de-ch", "de-li", "it-ch", "nb", "no")


def spelt(currency: str, language: str) -> tuple[str, str]:
    """What stands before and behind a number; nothing for no currency.

    A currency without a sign stands with its code (ISO 4217), apart from the number.
    """
    if not currency:
        return "", ""
    tag = language.lower()
    code = currency.upper()
    sign = "¥" if _HOME.get(tag[:2]) == code else _SIGNS.get(code, currency)
    if tag in _BEFORE_APART or tag.split("-")[0] in _BEFORE_APART:
        return f"{sign}\u00a0", ""
    if tag.split("-")[0] in _BEFORE:
        return f"{sign}\u00a0" if sign[-1].isalpha() else sign, ""
    return "", f"\u00a0{sign}"

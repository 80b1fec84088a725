"""Numbers as lists write them (ECMA-376 17.18.59), as far as headings use them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"


def shown(number: int, form: str) -> str:
    """The number in a format by its name in `w:numFmt`; in digits when the format is rarer."""
    write = _FORMS.get(form)
    return write(number) if write is not None and number > 0 else str(number)


def _roman(number: int) -> str:
    letters = ""
    for value, letter in _ROMAN:
        letters += letter * (number // value)
        number %= value
    return letters


def _letter(number: int) -> str:
    """a to z, then aa to zz: one letter, repeated."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _chinese(digits: str, ten: str) -> Callable[[int], str]:
    def write(number: int) -> str:
        tens, ones = divmod(number, 10)
        if tens > 9:
            return "".join(digits[int(digit)] for digit in str(number))
        first = ten if tens == 1 and ten == "十" else f"{digits[tens]}{ten}" if tens else ""
        return first + (digits[ones] if ones else "")

    return write


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if number <= 20 else str(number)


_FORMS: Mapping[str, Callable[[int], str]] = {
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "decimalZero": lambda number: f"{number:02d}",
    "chineseCounting": _chinese(_DIGITS, "十"),
    "chineseCountingThousand": _chinese(_DIGITS, "十"),
    "japaneseCounting": _chinese(_DIGITS, "十"),
    "taiwaneseCountingThousand": _chinese(_DIGITS, "十"),
    "chineseLegalSimplified": _chinese(_LEGAL, "拾"),
    "ideographDigital": lambda number: "".join(_DIGITS[int(digit)] for digit in str(number)),
    "ideographTraditional": lambda number: _STEMS[(number - 1) % 10],
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "ordinal": lambda number: f"{number}.",
    "none": lambda _: "",
    "bullet": lambda _: "",
}

"""Days, months and years in cells: ISO 8601, and the ways of writing that leave no doubt."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2})(?:[T ]\d{2}:\d{2}.*)?)?\Z")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})\Z")
_MONTH = re.compile(r"(\d{1,2})[./](\d{4})\Z")
_YEAR = re.compile(r"[12]\d{3}\Z")

# The nominative, as in a heading; shortened where the language has usual short forms.
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio "
    "julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno "
    "luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho "
    "julho agosto setembro outubro novembro dezembro",
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "he": "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    "fa": "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
}
_SHORT = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sep. Okt. Nov. Dez.",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "es": "ene feb mar abr may jun jul ago sept oct nov dic",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "pt": "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
    "ru": "янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек.",
}


def as_iso(text: str) -> str:
    """A day, a month or a year in ISO 8601 with the precision that it has; empty for no date."""
    words = text.strip()
    if found := _ISO.match(words):
        return _checked(int(found[1]), int(found[2]), int(found[3] or 0))
    if found := _DOTTED.match(words):
        return _checked(int(found[3]), int(found[2]), int(found[1]))
    if found := _MONTH.match(words):
        return _checked(int(found[2]), int(found[1]), 0)
    return words if _YEAR.match(words) else ""


def comparable(iso: str, operand: str) -> str:
    """A date cut to the precision of what it is compared with; empty when it is less precise."""
    return iso[: len(operand)] if len(iso) >= len(operand) else ""


def truncated(iso: str, unit: str) -> str:
    """The year, quarter or month that a date lies in: 2016, 2016 Q1, 2016-03; empty for neither."""
    if unit == "year":
        return iso[:4]
    if len(iso) < len("2016-03"):
        return ""
    if unit == "month":
        return iso[:7]
    return f"{iso[:4]} Q{(int(iso[5:7]) + 2) // 3}"


def following(span: str, unit: str) -> str:
    """The year, quarter or month after another."""
    year = int(span[:4])
    if unit == "year":
        return f"{year + 1:04}"
    whole, most = int(span.removeprefix(span[:5]).lstrip("Q")), 4 if unit == "quarter" else 12
    year, whole = (year + 1, 1) if whole == most else (year, whole + 1)
    return f"{year:04} Q{whole}" if unit == "quarter" else f"{year:04}-{whole:02}"


def written(iso: str, pattern: str, language: str) -> str:
    """A date by a pattern of d, dd, m, mm, mmm, mmmm, yy and yyyy, in the language's words.

    What stands in quotes, or behind a backslash, is text. A language whose months are not known
    keeps them as numbers; a part that the date does not have leaves it as it is.
    """
    year, month, day = iso[:4], iso[5:7], iso[8:10]
    named = language.split("-", maxsplit=1)[0].lower()
    number = int(month or 1) - 1
    short, full = (
        table[named].split()[number] if named in table else month for table in (_SHORT, MONTHS)
    )
    parts = {"d": day.lstrip("0"), "dd": day, "m": month.lstrip("0"), "mm": month, "mmm": short,
             "mmmm": full, "yy": year[2:], "yyyy": year}  # fmt: skip
    wanted = {found[0][0] for found in PIECES.finditer(pattern) if found[0] in parts}
    if ("m" in wanted and not month) or ("d" in wanted and not day):
        return iso
    return PIECES.sub(lambda found: parts.get(found[0], _literal(found[0])), pattern)


def _literal(piece: str) -> str:
    return piece[1:] if piece.startswith("\\") else piece[1:-1]


PARTS = r"dd|d|mmmm|mmm|mm|m|yyyy|yy"
PIECES = re.compile(rf'"[^"]*"|\\.|{PARTS}')


def _checked(year: int, month: int, day: int) -> str:
    try:
        made = date(year, month, day or 1)
    except ValueError:
        return ""
    return made.isoformat() if day else made.isoformat()[:7]

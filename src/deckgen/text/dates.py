"""Dates in words, as each language writes them."""

from __future__ import annotations

from datetime import date

# As they stand behind a day.
MONTHS: dict[str, str] = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
    "dezembro",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
    "dicembre",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "he": "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    "fa": "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
_DAY_MONTH: dict[str, str] = {
    "en": "{day} {month}",
    "fr": "{day} {month}",
    "es": "{day} de {month}",
    "de": "{day}. {month}",
    "pt": "{day} de {month}",
    "it": "{day} {month}",
    "ru": "{day} {month}",
    "ar": "{day} {month}",
    "he": "{day} ב{month}",
    "fa": "{day} {month}",
    "ur": "{day} {month}",
}
_YEAR: dict[str, str] = {"es": " de {year}", "pt": " de {year}", "ru": " {year} г."}
_DAY: dict[str, str] = {"de": "{day}."}
# Year, month and day, what stands between them, and between two days.
_COUNTED = {
    "zh": ("年", "月", "日", "", "至"),
    "ja": ("年", "月", "日", "", "～"),
    "ko": ("년", "월", "일", " ", "~"),
}


def in_words(days: tuple[str, ...], language: str) -> str:
    """One ISO day, or the first and the last, in the language's words.

    A language that is not known keeps the ISO form; a date that is none stays as written.
    """
    if not days:
        return ""
    try:
        first, last = date.fromisoformat(days[0]), date.fromisoformat(days[-1])
    except ValueError:
        return " – ".join(dict.fromkeys(days))
    primary = language.lower().split("-")[0]
    if primary in _COUNTED:
        return _counted(first, last, *_COUNTED[primary])
    if primary not in MONTHS:
        return " – ".join(dict.fromkeys((first.isoformat(), last.isoformat())))
    return _alphabetic(first, last, primary)


def _alphabetic(first: date, last: date, language: str) -> str:
    months = MONTHS[language].split()

    def day_month(day: date) -> str:
        return _DAY_MONTH[language].format(day=_day(day, language), month=months[day.month - 1])

    def year(day: date) -> str:
        return _YEAR.get(language, " {year}").format(year=day.year)

    end = day_month(last) + year(last)
    if first == last:
        return end
    if first.year != last.year:
        return f"{day_month(first)}{year(first)} – {end}"
    if first.month != last.month:
        return f"{day_month(first)} – {end}"
    return f"{_DAY.get(language, '{day}').format(day=_day(first, language))}–{end}"


def _day(day: date, language: str) -> str:
    """The day's number; French says `1er` for the first."""
    return "1er" if language == "fr" and day.day == 1 else str(day.day)


def _counted(
    first: date, last: date, year: str, month: str, day: str, between: str, to: str
) -> str:
    start = between.join((f"{first.year}{year}", f"{first.month}{month}", f"{first.day}{day}"))
    if first == last:
        return start
    end = [f"{last.day}{day}"]
    if (first.year, first.month) != (last.year, last.month):
        end.insert(0, f"{last.month}{month}")
    if first.year != last.year:
        end.insert(0, f"{last.year}{year}")
    return f"{start}{to}{between.join(end)}"

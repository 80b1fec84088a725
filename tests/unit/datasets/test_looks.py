from __future__ import annotations

import pytest

from deckgen.datasets.currencies import spelt
from deckgen.datasets.looks import DateLook, NumberLook, code, date_shown, look, settled, shown


@pytest.mark.parametrize(
    ("format_code", "value", "language", "text"),
    [
        ("0", 2.5, "en", "3"),
        ("0.00", 0.125, "en", "0.13"),
        ("#,##0", 1234567, "en", "1,234,567"),
        ("#,##0.0", 1234.56, "de", "1.234,6"),
        ("#,##0.0", 1234.56, "fr", "1\u202f234,6"),
        ("#,##0", 1234, "es", "1234"),
        ("#,##0", 12345, "es", "12.345"),
        ("#,##0", 1234.5, "de-CH", "1’235"),
        ("#,##0", 1234, "de-AT", "1\u00a0234"),
        ("#,##0", 1234, "zh-Hans", "1,234"),
        ("0%", 0.125, "en", "13%"),
        ("0.0%", 0.125, "de", "12,5\u00a0%"),
        ('0"%"', 12.5, "en", "13%"),
        ('#,##0.0,,"m"', 1_234_567, "en", "1.2m"),
        ("€0.00", 5, "en", "€5.00"),
        ('"EUR" 0', -5, "en", "−EUR\u00a05"),
        ("0.0", -0.04, "en", "0.0"),
    ],
)
def test_numbers_are_shown_as_excel_would_in_that_language(format_code, value, language, text):
    made = look(format_code)
    assert isinstance(made, NumberLook)
    assert shown(value, made, language) == text


@pytest.mark.parametrize(
    ("pattern", "text", "language", "expected"),
    [
        ("mmm yyyy", "2016-11-20", "en", "Nov 2016"),
        ("mmmm yyyy", "20.11.2016", "de", "November 2016"),
        ("d mmmm yyyy", "2016-11-20", "fr", "20 novembre 2016"),
        ("dd.mm.yy", "2016-11-02", "de", "02.11.16"),
        ("yyyy", "2016-11", "en", "2016"),
        ('d "de" mmmm', "2016-11-02", "es", "2 de noviembre"),
        ("mmm yyyy", "2016", "en", "2016"),
        ("mmm yyyy", "soon", "en", "soon"),
        ("yyyy-mm", "2016-11-20", "ko", "2016-11"),
    ],
)
def test_dates_are_shown_by_their_pattern(pattern, text, language, expected):
    made = look(pattern)
    assert isinstance(made, DateLook)
    assert date_shown(text, made, language) == expected


@pytest.mark.parametrize("format_code", ["", "abc", "0;0", "[Red]0", "# ?/?", "hh:mm", "General"])
def test_other_formats_are_refused(format_code):
    with pytest.raises(ValueError, match=r".*"):
        look(format_code)


@pytest.mark.parametrize("format_code", ["0", "#,##0.00", "0.0%", '"€"0.0', "#,##0.0,,", '0"%"'])
def test_a_look_is_written_as_the_format_that_it_was(format_code):
    made = look(format_code)
    assert isinstance(made, NumberLook)
    assert code(made) == format_code


def test_quotation_marks_do_not_end_a_formats_words():
    assert code(NumberLook(0, after='5" pipes')) == '0"5"\\"" pipes"'
    assert look(code(NumberLook(0, False, after='"'))) == NumberLook(0, False, after='"')


def test_numbers_without_a_look_suggest_one():
    assert settled(NumberLook(), [1, 2]) == NumberLook(0, False)
    assert settled(NumberLook(), [1.5, 20_000]) == NumberLook(1, True)
    assert settled(NumberLook(percent="ratio"), [1 / 3]).decimals == 2


@pytest.mark.parametrize(
    ("currency", "language", "expected"),
    [
        ("EUR", "en", ("€", "")),
        ("EUR", "de", ("", "\u00a0€")),
        ("CHF", "en", ("CHF\u00a0", "")),
        ("EUR", "nl", ("€\u00a0", "")),
        ("CNY", "zh-Hans", ("¥", "")),
        ("", "en", ("", "")),
    ],
)
def test_a_currency_stands_where_its_language_puts_it(currency, language, expected):
    assert spelt(currency, language) == expected

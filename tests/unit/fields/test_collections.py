from __future__ import annotations

from deckgen.fields import ByShape, Flag, Lines, ListOf, MapOf, Number, Plain
from deckgen.model.inline import plain


def test_a_list_tries_all_its_values(read):
    value, found = read(ListOf(Number("n"), "Numbers."), "[1, x, 3, y]")
    assert value is None
    assert [one.split()[0] for one in found] == ["1:5", "1:11"]


def test_a_list_has_a_least_and_a_most(read):
    field = ListOf(Number("n"), "Numbers.", minimum=2, maximum=3)
    assert read(field, "[1, 2]") == ((1, 2), [])
    assert read(field, "[1]")[1] == ["1:1 only 1 in this list, at least 2 needed"]
    assert read(field, "[1, 2, 3, 4]")[1] == ["1:1 4 in this list, at most 3 fit"]


def test_a_lone_value_can_stand_for_a_list_of_one(read):
    assert read(ListOf(Plain("p"), "Keys.", lone=True), "abc") == (("abc",), [])
    assert read(ListOf(Plain("p"), "Keys."), "abc")[1] == [
        "1:1 expected a list, found the text 'abc'"
    ]


def test_free_keys_keep_their_places(read):
    value, _ = read(MapOf(Number("n"), "Numbers."), "a: 1\nb: 2")
    assert [(key.text, key.span.line, number) for key, number in value] == [
        ("a", 1, 1),
        ("b", 2, 2),
    ]


def test_shapes_tell_the_fields_apart(read):
    field = ByShape("a number or numbers", "x", scalar=Flag("f"), sequence=Flag("never"))
    assert read(field, "true") == (True, [])
    assert read(field, "{a: b}")[1] == [
        "1:1 expected a number or numbers, found a mapping with 'a'"
    ]


def test_lines_are_a_text_or_a_list(read):
    assert [plain(one) for one in read(Lines("x"), "|\n  a\n\n  b\n")[0]] == ["a", "b"]
    assert [plain(one) for one in read(Lines("x"), "[a, b]")[0]] == ["a", "b"]

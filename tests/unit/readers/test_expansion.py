"""Outlines whose texts are expressions over a row."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.diagnostics import Diagnostic
from deckgen.model.tree import Broken, Mapping, Scalar, Sequence, Tree
from deckgen.readers.expansion import read_pattern, read_template


def expanded(yaml: str, **row: Any) -> tuple[Tree, tuple[Diagnostic, ...]]:
    template, diagnostics = read_template(yaml.encode(), "outline.yaml")
    assert template is not None, diagnostics
    return template.expand(row, 1)


def value(yaml: str, **row: Any) -> Any:
    """The tree of a row as plain values; a plain scalar shows as a tuple."""
    tree, diagnostics = expanded(yaml, **row)
    assert not diagnostics
    return shown(tree)


def shown(tree: Tree) -> Any:
    if isinstance(tree, Scalar):
        return (tree.text,) if tree.style == "plain" else tree.text
    if isinstance(tree, Sequence):
        return [shown(item) for item in tree.items]
    assert isinstance(tree, Mapping)
    return {key.text: shown(each) for key, each in tree.entries}


def message(yaml: str, **row: Any) -> str:
    _, (found,) = expanded(yaml, **row)
    return f"{found.span}: {found.message} {found.hint}"


def test_a_value_cannot_change_the_structure() -> None:
    name = 'x"\n- y: [{'
    assert value('title: "About {{ name }}"', name=name) == {"title": f"About {name}"}


def test_a_column_has_two_names() -> None:
    assert (
        value("\"{{ row['launch year'] }}/{{ year }}\"", **{"launch year": 1, "year": 2}) == "1/2"
    )


@pytest.mark.parametrize(
    ("given", "becomes"),
    [
        (3, ("3",)),
        (2.5, ("2.5",)),
        (3.0, ("3",)),
        ("12", ("12",)),  # all that a CSV file can give
        ("007", ("007",)),
        ("no", "no"),
        (True, ("true",)),
        ("", ("",)),  # null
        (None, ("",)),
        ([1, "a"], [("1",), "a"]),
        ({"a": [2]}, {"a": [("2",)]}),
    ],
)
def test_an_expression_alone_gives_its_value(given: Any, becomes: Any) -> None:
    assert value('a: "{{ x }}"', x=given) == {"a": becomes}


def test_a_text_with_an_expression_stays_a_text() -> None:
    assert value('"{{ x }} %"', x=3) == "3 %"


def test_what_comes_out_of_data_is_known() -> None:
    tree, _ = expanded(
        '"**{{ x }}** {{ y | markdown }}{% if x %}, {{ x }}{% endif %}"', x="*", y="_y_"
    )
    assert isinstance(tree, Scalar)
    assert (tree.text, tree.given) == ("***** _y_, *", ((2, 3), (11, 12)))


def test_what_names_no_column_stays_the_same_object() -> None:
    template, _ = read_template(b"- a: [1, 2]\n- '{{ x }}'", "outline.yaml")
    assert template is not None
    first, second = (template.expand({"x": x}, 1)[0] for x in "ab")
    assert isinstance(first, Sequence)
    assert isinstance(second, Sequence)
    assert first.items[0] is second.items[0]
    assert first.items[1] != second.items[1]


def test_keys_can_be_expressions_too() -> None:
    assert value('{"{{ x }}": 1}', x="Kenya") == {"Kenya": ("1",)}


def test_two_keys_of_one_name_are_an_error() -> None:
    assert "'a' stands twice" in message('{"{{ x }}": 1, a: 2}', x="a")


def test_an_unknown_column_is_an_error_at_its_expression() -> None:
    said = message('a: b\ntitle: "In {{ yeer }}"', year=2024)
    assert said == "outline.yaml:2:12: 'yeer' is undefined Did you mean 'year'?"


def test_all_errors_of_a_row_come_at_once() -> None:
    tree, diagnostics = expanded('["{{ a }}", "{{ b }}", "{{ c }}"]', c=1)
    assert len(diagnostics) == 2
    assert isinstance(tree, Sequence)
    assert [type(item) for item in tree.items] == [Broken, Broken, Scalar]


@pytest.mark.parametrize("expression", ["x * 2", "x | int", "x | float", "x + 1", "x > 2"])
def test_a_text_is_never_silently_taken_for_a_number(expression: str) -> None:
    assert "bad-expression" in {
        found.code for found in expanded(f'"{{{{ {expression} }}}}"', x="many")[1]
    }


def test_numbers_are_made_of_texts() -> None:
    assert value('"{{ (x | float) * 2 }}"', x="1.25") == ("2.5",)


@pytest.mark.parametrize("expression", ["x.__class__", "range(10**9) | list", "'a' * 10**9"])
def test_expressions_run_in_a_sandbox(expression: str) -> None:
    assert expanded(f'"{{{{ {expression} }}}}"', x=1)[1]


def test_bad_syntax_is_found_before_any_row() -> None:
    template, (found,) = read_template(b'a: 1\nb: "{{ x "', "outline.yaml")
    assert template is None
    assert (found.code, str(found.span)) == ("bad-expression", "outline.yaml:2:5")


def test_an_expression_without_quotes_is_explained() -> None:
    _, (found, *_) = read_template(b"title: {{ x }}", "outline.yaml")
    assert 'Put the expression in quotes: "{{ x }}"' in str(found.hint)


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ({"a": "Kenya", "b": 2024}, "Kenya-2024"),
        ({"a": "../../etc/passwd", "b": 1}, "etc-passwd-1"),
        ({"a": "C:\\x", "b": ""}, "C-x"),
        ({"a": "Côte d'Ivoire", "b": "日本"}, "Côte-d-Ivoire-日本"),
        ({"a": "a" * 500, "b": 1}, "a" * 150),
        ({"a": "v1.5", "b": "."}, "v1.5"),
    ],
)
def test_names_are_safe(row: dict[str, Any], name: str) -> None:
    pattern, _ = read_pattern("{{ a }}-{{ b }}")
    assert pattern is not None
    assert pattern.name(row, 1) == (name, ())


def test_a_device_of_windows_is_no_name() -> None:
    pattern, _ = read_pattern("{{ a }}")
    assert pattern is not None
    assert pattern.name({"a": "con"}, 1)[0] == "con-"


def test_without_a_pattern_rows_are_called_by_their_numbers() -> None:
    pattern, _ = read_pattern("")
    assert pattern is not None
    assert pattern.name({}, 7)[0] == "00007"


def test_an_empty_name_is_an_error() -> None:
    pattern, _ = read_pattern("{{ a }}")
    assert pattern is not None
    name, (found,) = pattern.name({"a": "??"}, 1)
    assert (name, found.code) == ("", "bad-name")

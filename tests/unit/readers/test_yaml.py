from __future__ import annotations

import sys

import pytest

from deckgen.diagnostics import Diagnostics
from deckgen.model.tree import Mapping, Scalar, Sequence
from deckgen.readers.yaml import read_tree


def tree_of(text):
    found = Diagnostics()
    return read_tree(text.encode(), "o.yaml", found), [one.code for one in found]


def places(tree):
    if isinstance(tree, Scalar):
        return [(tree.text, tree.span.line, tree.span.column)]
    if isinstance(tree, Sequence):
        return [place for item in tree.items for place in places(item)]
    return [place for pair in tree.entries for tree in pair for place in places(tree)]


def test_every_value_has_its_place():
    tree, codes = tree_of("é: '😀'\r\nb:\r\n  - x\r\n  - {y: z}\r\n")
    assert codes == []
    assert places(tree) == [
        ("é", 1, 1), ("😀", 1, 4), ("b", 2, 1), ("x", 3, 5), ("y", 4, 6), ("z", 4, 9),
    ]  # fmt: skip


def test_an_alias_is_the_node_that_it_names():
    tree, _ = tree_of("a: &x [1]\nb: *x")
    assert tree.value("a") is tree.value("b")


def test_quoted_and_tagged_texts_are_never_numbers():
    tree, _ = tree_of("['1', \"1\", !!str 1, ! 1, 1]")
    assert [item.style for item in tree.items] == ["quoted"] * 4 + ["plain"]


def test_two_hundred_thousand_brackets_do_no_harm():
    assert tree_of("[" * 200_000) == (None, ["too-deep"])
    assert tree_of("a: " + "{a: " * 200_000) == (None, ["too-deep"])
    assert tree_of("- " * 200_000) == (None, ["too-deep"])


def test_aliases_cannot_multiply_without_end():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
    assert tree_of("\n".join(lines)) == (None, ["too-many-aliases"])


def test_aliases_cannot_nest_without_end():
    lines = ["a0: &a0 {title: x}"]
    lines += [f"a{i}: &a{i} {{title: x, children: [*a{i - 1}]}}" for i in range(1, 100)]
    assert tree_of("\n".join(lines)) == (None, ["too-deep"])


def test_an_alias_as_a_key_is_a_duplicate_the_second_time():
    assert tree_of("a: &x b\n? *x\n: 1\n? *x\n: 2\n")[1] == ["duplicate-key"]


def test_what_stands_before_a_fault_is_kept_as_incomplete():
    tree, codes = tree_of("a: [1, 2]\nb:\n  - {c: d}\n  - e: f: g\n")
    assert codes == ["yaml-syntax"]
    assert isinstance(tree, Mapping)
    assert not tree.whole
    assert tree.value("a").whole
    assert not tree.value("b").whole


def test_a_deep_text_within_the_limit_is_read():
    tree, codes = tree_of("[" * 60 + "]" * 60)
    assert codes == []
    assert isinstance(tree, Sequence)


@pytest.mark.parametrize(
    "text", ["a: 1\n...\n", "---\na: 1\n", "\ufeffa: 1", "%YAML 1.2\n---\na: 1\n"]
)
def test_marks_around_one_document_are_fine(text):
    tree, codes = tree_of(text)
    assert codes == []
    assert tree.value("a").text == "1"


def test_without_the_c_parser_the_places_are_the_same(monkeypatch):
    compose = sys.modules["deckgen.readers.yaml.compose"]
    text = "é: '😀'\nb:\n  - x\n  - {y: z}\nc: |\n  d\n"
    fast, _ = tree_of(text)
    monkeypatch.setattr(compose, "_parser", compose._pure_parser)
    slow, _ = tree_of(text)
    assert slow == fast

"""What a plain scalar means in YAML 1.2's core schema (YAML 1.2.2, 10.3.2)."""

from __future__ import annotations

import re

from deckgen.model.tree import Scalar, Tree

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTHS = {
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INTEGER = re.compile(r"[-+]?[0-9]+\Z")
_OCTAL = re.compile(r"0o[0-7]+\Z")
_HEX = re.compile(r"0x[0-9a-fA-F]+\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
# Longer ones are no measure of anything, and hexadecimal ones would exceed a float.
_MAX_LENGTH = 200


def is_null(tree: Tree) -> bool:
    """Whether a value is absent: nothing written, `~` or `null`."""
    return type(tree) is Scalar and tree.style == "plain" and tree.text in _NULLS


def as_bool(tree: Scalar) -> bool | None:
    """True or false when it is written so, without quotes."""
    return _TRUTHS.get(tree.text) if tree.style == "plain" else None


def as_number(tree: Scalar) -> int | float | None:
    """The number when a plain scalar is one; infinities and `.nan` are none."""
    text = tree.text
    if tree.style != "plain" or len(text) > _MAX_LENGTH:
        return None
    if _INTEGER.match(text):
        return int(text)
    if _OCTAL.match(text):
        return int(text[2:], 8)
    if _HEX.match(text):
        return int(text[2:], 16)
    return _finite(text) if _FLOAT.match(text) else None


def _finite(text: str) -> float | None:
    value = float(text)
    return None if value in (float("inf"), float("-inf")) else value

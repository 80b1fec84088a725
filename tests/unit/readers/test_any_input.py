"""Whatever stands in a file, reading it ends in an outline or in findings with a place."""

from __future__ import annotations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from deckgen.model.files import FileRefused
from deckgen.readers import read_outline

GOOD = """\
talk: {title: T, dates: 2016-11-20/2016-11-24}
sources: {a: A}
slides:
  - title-slide
  - agenda: Outline
  - part: P
  - bullets: 'a'
    items: &x [b, {c: [d]}, "e: f"]
    sources: [a]
    notes: |
      N
  - columns: C
    items: [{items: *x}, {chart: {categories: [a], series: {s: [1]}}}]
  - table: T2
    columns: [a, b]
    rows: [[1, 2], [{text: x, columns: 2}]]
"""


class NoFiles:
    def read(self, path: str) -> bytes:
        raise FileRefused(f"there is no file '{path}'", "Check the path.")


def check(data: bytes) -> None:
    outline, found = read_outline(data, "o.yaml", NoFiles())
    assert (outline is None) == any(one.severity == "error" for one in found)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for one in found:
        assert one.span is not None
        assert one.message
        assert one.hint
        assert 1 <= one.span.line <= lines


def test_the_text_that_is_spoilt_below_is_good() -> None:
    outline, found = read_outline(GOOD.encode(), "o.yaml", NoFiles())
    assert outline is not None
    assert found == ()


@given(st.binary(max_size=200))
@example(b"\xff\xfe")
@example(b"\x80")
def test_any_bytes(data: bytes) -> None:
    check(data)


@given(st.text(alphabet="ab:-?[]{}&*!|>'\"%@`#,. \n\t~1", max_size=60))
@example("- ? a\n")
@example("&a *a")
@example("a: &a\nb: *a")
@example("{? a}")
def test_any_text_of_yamls_marks(text: str) -> None:
    check(text.encode())
    check(b"talk: {title: T}\nslides:\n" + text.encode())


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(GOOD)), st.integers(0, 12), st.text(max_size=6))
def test_any_damage_to_a_good_outline(start: int, length: int, instead: str) -> None:
    damaged = GOOD[:start] + instead + GOOD[start + length :]
    check(damaged.encode("utf-8", "surrogatepass"))


KEYS = (
    "title", "text", "items", "columns", "rows", "file", "alt", "series", "values", "x", "data",
    "categories", "type", "events", "when", "what", "steps", "root", "children", "cells", "axes",
    "quote", "chart", "table", "picture", "code", "math", "formula", "by", "highlight", "listing",
    "icon", "number",
)  # fmt: skip
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(KEYS),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_values_under_the_keys_of_any_kind(data: st.DataObject) -> None:
    import json

    from deckgen.kinds import KINDS
    from deckgen.readers.slide_keys import slide_table

    kind = data.draw(st.sampled_from(sorted(KINDS)))
    keys = sorted(slide_table(KINDS[kind]))
    slide = data.draw(st.dictionaries(st.sampled_from(keys), VALUES, max_size=6))
    slides = [{kind: "A", **slide}]
    check(json.dumps({"talk": {"title": "T"}, "slides": slides}).encode())

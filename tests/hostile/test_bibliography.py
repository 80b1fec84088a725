"""Bibliographies made to exhaust, to confuse, or to lead elsewhere."""

from __future__ import annotations

import json

import pytest
from tests.hostile import bombs
from tests.hostile.conftest import Outline

TALK = (
    "talk: {{title: T}}\nsources: a.{}\nslides:\n  - bullets: A\n    items: [one]\n    sources: k\n"
)
STRINGS = "@string{a0 = {xxxxxxxxxx}}\n" + "".join(
    f"@string{{a{n} = {' # '.join([f'a{n - 1}'] * 10)}}}\n" for n in range(1, 12)
)


def work(**fields: object) -> str:
    """A bibliography of one work in CSL-JSON."""
    return json.dumps([{"id": "k", "title": "x", **fields}])


@pytest.mark.parametrize(
    "bibtex",
    [
        pytest.param("@article{k, title={" + "{" * 100_000, id="braces"),
        pytest.param("".join(f"@article{{k{n}, title={{x}}}}\n" for n in range(60_000)), id="60000-works"),
        pytest.param(STRINGS + "@article{k, title=a11}", id="strings-of-strings"),
        pytest.param("@article{k, title={" + "w" * 3_000_000 + "}}", id="long-title"),
        pytest.param("@article{k, author={" + " and ".join(["A B"] * 100_000) + "}}", id="100000-authors"),
        pytest.param("@article{k, title={x}", id="open"),
        pytest.param(b"@article{k, title={caf\xe9}}", id="latin-1"),
    ],
)  # fmt: skip
def test_bibtex_is_refused(build: Outline, bibtex: str | bytes) -> None:
    ended = build(TALK.format("bib"), {"a.bib": bibtex}, "--to", "summary")
    ended.refused("bad-value" if isinstance(bibtex, bytes) else "bad-bibliography")


@pytest.mark.parametrize(
    "csl",
    [
        pytest.param("[" * 100_000, id="brackets"),
        pytest.param('[{"id":"k","title":' + '{"a":' * 50_000, id="objects"),
        pytest.param(work(title="\ud800"), id="half-a-character"),
        pytest.param(work(id="\udc00"), id="half-a-character-in-a-key"),
        pytest.param(work(title="w" * 3_000_000), id="long-title"),
        pytest.param(json.dumps([{"id": f"k{n}"} for n in range(60_000)]), id="60000-works"),
        pytest.param("{}", id="nothing"),
        pytest.param("null", id="null"),
    ],
)
def test_csl_json_is_refused(build: Outline, csl: str) -> None:
    ended = build(TALK.format("json"), {"a.json": csl}, "--to", "summary")
    ended.refused("bad-bibliography")


@pytest.mark.parametrize(
    "csl",
    [
        pytest.param('[{"id":"k","title":"x","volume":%s}]' % ("9" * 5_000), id="long-number"),
        pytest.param(work(title=[1], author="x", issued=5, page={}), id="other-types"),
        pytest.param(work(title="a\0b\u202e</w:t><evil/>"), id="characters"),
        pytest.param(work(URL="javascript:alert(1)"), id="script"),
        pytest.param(work(URL="file:///etc/passwd"), id="file"),
        pytest.param(work(DOI='x"><evil>'), id="markup"),
    ],
)  # fmt: skip
def test_odd_works_are_cited_and_link_nowhere_else(build: Outline, csl: str) -> None:
    ended = build(TALK.format("json"), {"a.json": csl}, "--to", "deck,briefing")
    ended.good()
    for name in ("deck.pptx", "briefing.docx"):
        parts = bombs.parts(ended.files[name])
        arrows = b"".join(data for part, data in parts.items() if part.endswith(".rels"))
        assert b"javascript:" not in arrows
        assert b"file:" not in arrows
        assert not any(b"<evil" in data for data in parts.values())

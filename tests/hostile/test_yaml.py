"""YAML made to exhaust, to confuse, or to run something."""

from __future__ import annotations

import codecs

import pytest
from tests.hostile.conftest import Outline

TALK = "talk: {title: T}\nslides:\n  - bullets: A\n    items: [one]\n"
BOMB = "".join(
    [
        "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n",
        *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10)),
    ]
)
DEEP = 200_000


@pytest.mark.parametrize(
    ("outline", "code"),
    [
        pytest.param(BOMB + TALK, "too-many-aliases", id="alias-bomb"),
        pytest.param("talk: " + "[" * DEEP, "too-deep", id="open-brackets"),
        pytest.param("talk: " + "[" * DEEP + "]" * DEEP, "too-deep", id="brackets"),
        pytest.param("talk: " + "{a: " * DEEP, "too-deep", id="braces"),
        pytest.param("- " * DEEP + "a", "too-deep", id="dashes"),
        pytest.param("? " * DEEP + "a", "too-deep", id="question-marks"),
        pytest.param("talk: &a {title: T, keywords: [*a]}\nslides: [title-slide]", "recursive-alias", id="recursive-mapping"),
        pytest.param("talk: {title: T}\nslides: &a [*a]\n", "recursive-alias", id="recursive-list"),
        pytest.param("talk: {title: T}\0\n", "forbidden-character", id="nul"),
        pytest.param(TALK.encode("utf-16"), "not-utf-8", id="utf-16"),
        pytest.param(TALK.encode("utf-16-be"), "not-utf-8", id="utf-16-without-mark"),
        pytest.param(TALK.encode("utf-32"), "not-utf-8", id="utf-32"),
        pytest.param(b"talk: {title: \xed\xa0\x80}\n", "not-utf-8", id="surrogate"),
        pytest.param(b"talk: {title: \xc0\xaf}\n", "not-utf-8", id="overlong"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not-utf-8", id="a-picture"),
        pytest.param(b"PK\x03\x04\x14\0\0\0\x08\0", "forbidden-character", id="a-zip"),
        pytest.param(TALK + "talk: {title: U}\n", "duplicate-key", id="duplicate-key"),
        pytest.param(TALK + "\n---\n" + TALK, "several-documents", id="two-documents"),
        pytest.param("talk:\n\ttitle: T\n", "yaml-syntax", id="tab"),
        pytest.param("", "empty-outline", id="empty"),
        pytest.param("talk: !!python/object/apply:os.system [id]\n" + TALK[17:], "unknown-tag", id="tag"),
        pytest.param("%TAG ! tag:yaml.org,2002:python/\n--- !name:os.system\n", "unknown-tag", id="tag-directive"),
        pytest.param(f'talk: {{title: "{"x" * 40_000_000}"}}\n', "unreadable-outline", id="huge"),
        pytest.param(TALK + "  - a: b\n" * 500_000, "too-large", id="many-values"),
        pytest.param(TALK + ", a" * 500_000, "yaml-syntax", id="many-commas"),
        pytest.param("talk: {title: T}\nslides: [" + "," .join("a" * 500_000), "too-large", id="long-list"),
        pytest.param("? [a, b]\n: c\n" + TALK, "bad-key", id="list-as-key"),
    ],
)  # fmt: skip
def test_is_refused(build: Outline, outline: str | bytes, code: str) -> None:
    build(outline).refused(code)


@pytest.mark.parametrize(
    "outline",
    [
        pytest.param(codecs.BOM_UTF8 + TALK.encode(), id="byte-order-mark"),
        pytest.param(TALK.replace("\n", "\r\n"), id="windows"),
        pytest.param(TALK.replace("\n", "\r"), id="old-mac"),
        pytest.param("#" * 5_000_000 + "\n" + TALK, id="long-comment"),
        pytest.param("# a\n" * 1_000_000 + TALK, id="many-comments"),
        pytest.param("%YAML 1.1\n---\n" + TALK, id="yaml-1.1"),
        pytest.param(
            "talk: {title: no}\nslides:\n  - bullets: 12:30\n    items: [0o17, 1_000, .inf, ~x, on]\n",
            id="words-that-look-like-values",
        ),
        pytest.param(TALK.replace("one", "1" * 9_000), id="a-number-of-9000-digits"),
    ],
)
def test_is_built(build: Outline, outline: str | bytes) -> None:
    build(outline, None, "--to", "summary").good()


def test_a_long_key_is_not_told_whole(build: Outline) -> None:
    build("talk: {title: T, " + "k" * 900 + ": v}\nslides: [title-slide]\n").refused("unknown-key")
    ended = build("a: " * 200_000)
    assert ended.code == 1
    assert len(ended.said) < 3_000


def test_thousands_of_slides_may_have_one_title(build: Outline) -> None:
    ended = build("talk: {title: T}\nslides:\n" + "  - title-slide\n" * 9_000)
    assert ended.code == 1, ended.said
    assert "error[too-many-errors]" in ended.said


def test_a_million_faults_are_told_in_a_screenful(build: Outline) -> None:
    ended = build("talk: {title: T}\nslides:\n" + "  - nonsense: A\n" * 15_000)
    assert ended.code == 1
    assert len(ended.said) < 50_000
    assert "too-many-errors" in ended.said

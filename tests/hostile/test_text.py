"""Texts made to slow down what parses, measures, breaks or writes them."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO

import pytest
from tests.hostile.conftest import Ended, Outline

LARGE = 1_000_000
PROSE, SHOWN = 30_000, 10_000  # what is still read: the most that has to be quick
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
FLAG = "\U0001f1e6\U0001f1f9"
TURNED = "a\u202egpj.exe\u202c \u2066b\u2069 \u200f\u061c"


def talk(**slide: object) -> str:
    """An outline of one slide, as JSON, which is YAML."""
    return json.dumps({"talk": {"title": "T"}, "slides": [slide]})


def items(text: str) -> str:
    return talk(bullets="A", items=[text])


def notes(text: str) -> str:
    return talk(bullets="A", items=["one"], notes=text)


def briefing(text: str) -> str:
    return talk(bullets="A", items=["one"], briefing=text)


def slide_xml(ended: Ended) -> str:
    with zipfile.ZipFile(BytesIO(ended.files["deck.pptx"])) as archive:
        return archive.read("ppt/slides/slide1.xml").decode()


DEEP: dict[str, object] = {"title": "x"}
for _ in range(30):
    DEEP = {"title": "x", "children": [DEEP]}


@pytest.mark.parametrize(
    "outline",
    [
        pytest.param(items(f"{FAMILY} {FLAG} \u2764\ufe0f \U0001f44d\U0001f3fd" * 3), id="emoji"),
        pytest.param(items("a" + "\u0301" * 2_000), id="many-marks-on-one-letter"),
        pytest.param(items(TURNED), id="bidi-controls"),
        pytest.param(items("\ufffe \uffff \ufdd0 \U0001fffe \ue000 \u200b\u2060\ufeff"), id="noncharacters"),
        pytest.param(items("\u0001\u0008\u007f\u0085\u009f"), id="control-characters"),
        pytest.param(items("ب" * 40 + " " + "ן" * 40 + " ไทย" * 10), id="scripts"),
        pytest.param(items("word " * (SHOWN // 5)), id="long-paragraph"),
        pytest.param(items("w" * SHOWN), id="long-word"),
        pytest.param(items("<" * SHOWN), id="open-tags-on-a-slide"),
        pytest.param(notes("word " * (PROSE // 5)), id="long-notes"),
        pytest.param(notes("- a\n" * (PROSE // 4)), id="notes-of-many-items"),
        pytest.param(notes("[" * PROSE), id="notes-of-brackets"),
        pytest.param(briefing("w" * PROSE), id="long-word-on-paper"),
        pytest.param(briefing("> " * 3_000 + "a"), id="quotations-in-quotations"),
        pytest.param(briefing("- " * 3_000 + "a"), id="lists-in-lists"),
        pytest.param(briefing("".join(" " * n + "- a\n" for n in range(0, 400, 2))), id="deep-list"),
        pytest.param(briefing("[" * PROSE), id="open-links"),
        pytest.param(briefing("*a **a " * (PROSE // 7)), id="open-emphasis"),
        pytest.param(briefing("`" * 5_000 + "a" + "``" * 5_000), id="backticks"),
        pytest.param(briefing("<" * PROSE), id="open-tags"),
        pytest.param(briefing("![" * (PROSE // 2)), id="open-pictures"),
        pytest.param(briefing("| a " * 2_000 + "|\n" + "|-" * 2_000 + "|\n" + "| b " * 2_000), id="wide-table"),
        pytest.param(briefing("a | b\n-|-\n" + "a\n" * (PROSE // 2 - 10)), id="long-table"),
        pytest.param(briefing("[^1]" * 2_000 + "\n\n[^1]: [^1] a"), id="footnote-in-itself"),
        pytest.param(briefing("::: a\n" * 2_000), id="containers"),
        pytest.param(briefing("&amp;" * (PROSE // 5)), id="entities"),
        pytest.param(briefing("$a$ " * (PROSE // 4)), id="many-formulas"),
        pytest.param(briefing("\\" * PROSE), id="backslashes"),
        pytest.param(talk(code="A", language="python", listing="\"\"\"" + "(" * 2_000), id="listing"),
    ],
)  # fmt: skip
def test_is_built_or_refused_in_words(build: Outline, outline: str) -> None:
    ended = build(outline)
    assert ended.code in (0, 1), ended.said
    assert "internal-error" not in ended.said
    assert "Traceback" not in ended.said
    assert len(ended.said) < 3_000
    assert bool(ended.files) == (ended.code == 0)


@pytest.mark.parametrize(
    ("outline", "code"),
    [
        pytest.param(items("word " * (LARGE // 5)), "bad-value", id="paragraph"),
        pytest.param(items("w" * LARGE), "bad-value", id="paragraph-without-a-space"),
        pytest.param(talk(statement="word " * (LARGE // 5)), "bad-value", id="statement"),
        pytest.param(talk(bullets="word " * (LARGE // 5), items=["a"]), "bad-value", id="title"),
        pytest.param(notes("word " * (LARGE // 5)), "bad-value", id="notes"),
        pytest.param(briefing("w" * LARGE), "bad-value", id="briefing"),
        pytest.param(talk(bullets="A", items=["a"] * 100_000), "bad-value", id="many-items"),
        pytest.param(talk(table="A", columns=["a"] * 2_000, rows=[["b"] * 2_000]), "bad-value", id="wide-table"),
        pytest.param(talk(table="A", columns=["a"] * 70, rows=[["b"] * 70] * 190), "bad-value", id="many-cells"),
        pytest.param(talk(code="A", listing="(" * 100_000), "bad-value", id="listing"),
        pytest.param(talk(math="A", formula="{" * 1_000 + "}" * 1_000), "bad-formula", id="braces"),
        pytest.param(talk(math="A", formula=r"\sqrt" * 390 + "x"), "bad-formula", id="roots"),
        pytest.param(talk(math="A", formula="x" * 9_000), "bad-formula", id="formula"),
        pytest.param(talk(math="A", formula=r"\def\a{\a\a}\a"), "bad-formula", id="macro"),
        pytest.param(talk(math="A", formula="a\u0001"), "bad-formula", id="control-character"),
        pytest.param(talk(hierarchy="A", root=DEEP), "does-not-fit", id="deep-tree"),
    ],
)  # fmt: skip
def test_is_refused(build: Outline, outline: str, code: str) -> None:
    build(outline).refused(code)


def test_a_lone_surrogate_never_comes_to_a_file(build: Outline) -> None:
    outline = 'talk: {title: "a\\ud800b"}\nslides:\n  - bullets: A\n    items: [a]\n'
    build(outline).refused("yaml-syntax")


def test_a_message_cannot_steer_the_terminal(build: Outline) -> None:
    ended = build('talk: {title: T}\nslides:\n  - "\\e[2J\\e]0;x\\a\u202e": A\n')
    assert ended.code == 1
    assert not {"\x1b", "\x07", "\u202e"} & set(ended.said)


def test_links_that_run_something_are_no_links(build: Outline) -> None:
    targets = (
        "javascript:alert(1)",
        "vbscript:x",
        "file:///etc/passwd",
        "ms-msdt:/id",
        r"\\\\host\\share",
    )
    ended = build(items(" ".join(f"[a{n}]({target})" for n, target in enumerate(targets))))
    with zipfile.ZipFile(BytesIO(ended.files["deck.pptx"])) as archive:
        arrows = archive.read("ppt/slides/_rels/slide1.xml.rels").decode()
    assert "External" not in arrows, arrows
    assert ended.code == 0


def test_control_characters_are_left_out_of_headers_and_properties(build: Outline) -> None:
    talk = {"title": "T\0", "event": "E\u0001", "footer": "F\u001f", "keywords": ["k\u0008"]}
    outline = json.dumps({"talk": talk, "slides": ["title-slide"]})
    ended = build(outline, None, "--to", "deck,briefing")
    ended.good()


def test_control_characters_are_left_out_of_the_deck(build: Outline) -> None:
    ended = build(items("on\u0001e"))
    ended.good()
    assert ">one<" in slide_xml(ended)

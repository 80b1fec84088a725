from __future__ import annotations

import re
from random import Random

import pytest

from deckgen.ooxml import names
from deckgen.ooxml.validity.known_forms import KnownForms
from deckgen.ooxml.validity.order import form_faults
from deckgen.ooxml.xml import document

HEAD = f'<p:sld xmlns:a="{names.A}" xmlns:r="{names.R}" xmlns:p="{names.P}">'
PARAGRAPH = (
    '<a:p><a:pPr marL="0"><a:buNone/></a:pPr>'
    '<a:r><a:rPr b="1"/><a:t>one &amp; two</a:t></a:r></a:p>'
)
SHAPE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>'
    f"<p:txBody><a:bodyPr/><a:lstStyle/>{PARAGRAPH * 2}</p:txBody></p:sp>"
)
SLIDE = f"{HEAD}<p:cSld><p:spTree><p:nvGrpSpPr/><p:grpSpPr/>{SHAPE * 2}</p:spTree></p:cSld></p:sld>"


def sound(xml: str) -> bool:
    return KnownForms().structure(document(xml)) is not None


def test_a_slide_of_the_usual_form_is_known() -> None:
    forms = KnownForms()

    assert forms.structure(document(SLIDE))
    assert forms.structure(document(SLIDE.replace("one", "another")))


@pytest.mark.parametrize(
    ("usual", "wrong"),
    [
        ("<a:bodyPr/><a:lstStyle/>", "<a:lstStyle/><a:bodyPr/>"),
        ("</a:r></a:p>", "</a:p></a:r>"),
        ("</p:sld>", ""),
        ("</p:sld>", "</p:sld><p:sld/>"),
        ("</p:sld>", "</p:sld>text"),
        ("<a:buNone/>", "<a:buNone>"),
        ("one &amp; two", "one & two"),
        ("one &amp; two", "]]>"),
        ('b="1"', 'b="1" b="0"'),
        ('b="1"', "b=1"),
        ("<a:lstStyle/>", "<a14:m/>"),
        ("<a:lstStyle/>", f'<x:lstStyle xmlns:x="{names.A}"/>'),
        ("<a:lstStyle/>", '<a:lstStyle xmlns:a="https://example.org"/>'),
    ],
)  # fmt: skip
def test_what_is_wrong_or_unusual_is_left_to_the_walk(usual: str, wrong: str) -> None:
    assert usual in SLIDE
    assert not sound(SLIDE.replace(usual, wrong, 1))


def test_nothing_is_taken_for_sound_that_the_walk_finds_fault_with() -> None:
    tags = re.findall("<[^<]*", SLIDE)
    random = Random(7)
    forms, known = KnownForms(), 0
    for _ in range(3_000):
        mixed = list(tags)
        for _ in range(random.randint(0, 2)):
            a, b = random.randrange(len(mixed)), random.randrange(len(mixed))
            change = random.choice(("swap", "drop", "double"))
            if change == "swap":
                mixed[a], mixed[b] = mixed[b], mixed[a]
            elif change == "drop":
                del mixed[a]
            else:
                mixed.insert(b, mixed[a])
        content = document("".join(mixed))
        if forms.structure(content):
            known += 1
            assert form_faults("slide", content) == ()
    assert known > 500

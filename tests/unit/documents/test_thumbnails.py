"""Pictures of slides in the annex of a briefing."""

from __future__ import annotations

import io
from pathlib import Path

import docx
from PIL import Image
from tests.unit.documents.talks import TEMPLATES, outline

from deckgen import pipeline
from deckgen.model.outline import Outline
from deckgen.packs import load_pack

TALK = "briefing: {thumbnails: true}"
SLIDES = "  - bullets: One\n    items: [a]\n    notes: Said of one.\n"


def briefing(talk: Outline, show: pipeline.Show | None) -> tuple[bytes, list[str]]:
    pack, _ = load_pack("default", [Path(TEMPLATES)])
    assert pack is not None
    formats = (pipeline.FORMATS["briefing"],)
    artifacts, found = pipeline.build(talk, pack, formats, 0, show)
    return artifacts[0].data, [one.code for one in found]


def page(_deck: bytes) -> tuple[bytes, ...]:
    file = io.BytesIO()
    Image.new("RGB", (64, 36), "navy").save(file, "PNG")
    return (file.getvalue(),)


def test_the_annex_shows_each_slide_over_its_notes():
    data, codes = briefing(outline(SLIDES, TALK), page)
    shown = docx.Document(io.BytesIO(data))
    words = [paragraph.text for paragraph in shown.paragraphs]

    assert codes == []
    assert words[-3:] == ["One", "", "Said of one."]
    assert shown.inline_shapes[0]._inline.docPr.get("descr") == "Slide: One"


def test_where_slides_cannot_be_shown_a_warning_says_so():
    def blind(_deck: bytes) -> tuple[bytes, ...]:
        raise pipeline.Unshown("no office")

    data, codes = briefing(outline(SLIDES, TALK), blind)

    assert codes == ["no-thumbnails"]
    assert docx.Document(io.BytesIO(data)).paragraphs[-1].text == "Said of one."

"""One talk as each tool reads it: deckgen's outline, Pandoc's Markdown, JSON for the scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from tests.bench.content import Bullet, Slide, Talk, Text

OUTLINE = "outline.yaml"
MARKDOWN = "talk.md"
SCRIPTED = "talk.json"


def write_forms(talk: Talk, folder: Path) -> None:
    """All forms of the talk, with the pictures that they name, in one folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for path, data in talk.pictures:
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(data)
    (folder / OUTLINE).write_text("\n".join(outline(talk)) + "\n", "utf-8")
    (folder / MARKDOWN).write_text("\n".join(markdown(talk)) + "\n", "utf-8")
    (folder / SCRIPTED).write_text(json.dumps(scripted(talk)), "utf-8")


def scripted(talk: Talk) -> dict[str, object]:
    """The talk as plain values."""
    return {
        "title": talk.title,
        "speaker": talk.speaker,
        "date": talk.date,
        "slides": [asdict(slide) for slide in talk.slides],
    }


def outline(talk: Talk) -> Iterator[str]:
    """The lines of deckgen's outline."""
    yield "talk:"
    yield f"  title: {talk.title}"
    yield f"  speaker: {talk.speaker}"
    yield f"  dates: {talk.date}"
    yield "  language: en"
    yield "slides:"
    for slide in talk.slides:
        yield from _outlined(slide)


def _outlined(slide: Slide) -> Iterator[str]:
    if slide.kind == "title":
        yield "  - title-slide"
    else:
        yield f"  - {slide.kind}: {slide.title}"
    if slide.kind == "part":
        yield "    slide: true"
    if slide.kind == "bullets":
        yield "    items:"
        for bullet in slide.bullets:
            yield from _item(bullet)
    if slide.kind == "table":
        head, *rows = (", ".join(row) for row in slide.rows)
        yield f"    columns: [{head}]"
        yield "    rows:"
        yield from (f"      - [{row}]" for row in rows)
    if slide.kind == "picture":
        yield f"    file: {slide.picture}"
        yield f"    alt: {slide.alt}"
    if slide.notes:
        yield f"    notes: {slide.notes}"


def _item(bullet: Bullet) -> Iterator[str]:
    if bullet.below:
        yield f"      - {_marked(bullet.text)}:"
        yield from (f"          - {_marked(text)}" for text in bullet.below)
    else:
        yield f"      - {_marked(bullet.text)}"


def markdown(talk: Talk) -> Iterator[str]:
    """The lines of Pandoc's Markdown; the title slide comes from its head."""
    yield from ("---", f"title: {talk.title}", f"author: {talk.speaker}", f"date: {talk.date}")
    yield from ("lang: en", "---", "")
    for slide in talk.slides[1:]:
        mark = "#" if slide.kind == "part" else "##"
        yield from (f"{mark} {slide.title}", "")
        yield from _marked_down(slide)
        yield from ("", "::: notes", slide.notes, ":::", "")


def _marked_down(slide: Slide) -> Iterator[str]:
    for bullet in slide.bullets:
        yield f"- {_marked(bullet.text)}"
        yield from (f"    - {_marked(text)}" for text in bullet.below)
    if slide.rows:
        head, *rows = (f"| {' | '.join(row)} |" for row in slide.rows)
        yield from (head, "|---|---|---|---|", *rows)
    if slide.picture:
        yield f"![{slide.alt}]({slide.picture})"


def _marked(text: Text) -> str:
    return "".join(f"**{words}**" if bold else words for words, bold in text)

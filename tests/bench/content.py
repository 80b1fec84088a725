"""The talk that every tool is given: title, agenda, parts, bullets, tables, pictures, notes."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.bench.words import Run, Writer

PARTS = 6
PICTURE_EVERY = 50  # slides for one picture, which several of them show
# In turn, so that a talk of twice the slides has twice as many of each.
KINDS = ("bullets", "bullets", "table", "bullets", "picture")

Text = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Bullet:
    """A list item, with the items below it."""

    text: Text
    below: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide; what its kind does not have is empty."""

    kind: str
    title: str
    notes: str = ""
    bullets: tuple[Bullet, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    picture: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk of `len(slides)` slides, the first of which shows its title, and its pictures."""

    title: str
    speaker: str
    date: str
    slides: tuple[Slide, ...]
    pictures: tuple[tuple[str, bytes], ...]


def make_talk(count: int, seed: int) -> Talk:
    """A talk of so many slides, the same for the same seed."""
    writer = Writer(seed)
    pictures = tuple(
        (f"figures/figure-{number}.png", _picture(writer.chance))
        for number in range(1, max(2, count // PICTURE_EVERY) + 1)
    )
    parts = tuple(f"{writer.phrase(2, 4)} {number}" for number in range(1, PARTS + 1))
    slides = [
        Slide("title", "A talk to measure"),  # Pandoc makes it of the head, without notes
        Slide(
            "agenda",
            "Agenda",
            writer.sentences(1, 2),
            tuple(Bullet(((part, False),)) for part in parts),
        ),
    ]
    content = count - len(slides) - PARTS
    for number, part in enumerate(parts):
        slides.append(Slide("part", part, writer.sentences(1, 2)))
        last = content * (number + 1) // PARTS
        for place in range(content * number // PARTS, last):
            slides.append(_slide(writer, place + 1, pictures))
    return Talk("A talk to measure", "Ada Example", "2030-05-06", tuple(slides), pictures)


def _slide(writer: Writer, number: int, pictures: tuple[tuple[str, bytes], ...]) -> Slide:
    kind = KINDS[number % len(KINDS)]
    title = f"{writer.phrase(3, 6)} {number}"  # titles differ, as they should
    notes = writer.sentences(2, 4)
    if kind == "bullets":
        count = writer.chance.randint(3, 5)
        nested = writer.chance.randrange(count) if writer.chance.random() < 0.4 else None
        bullets = tuple(_bullet(writer, 2 if place == nested else 0) for place in range(count))
        return Slide(kind, title, notes, bullets)
    if kind == "table":
        return Slide(kind, title, notes, rows=_rows(writer))
    path, _ = writer.chance.choice(pictures)
    return Slide(kind, title, notes, picture=path, alt=writer.phrase(4, 8))


def _bullet(writer: Writer, below: int) -> Bullet:
    return Bullet(writer.runs(4, 11), tuple(writer.runs(2, 6) for _ in range(below)))


def _rows(writer: Writer) -> tuple[tuple[str, ...], ...]:
    """A head and four rows: words, then numbers."""
    head = tuple(writer.phrase(1, 1) for _ in range(4))
    body = (
        (writer.phrase(1, 3), *(str(writer.chance.randint(10, 9_999)) for _ in head[1:]))
        for _ in range(4)
    )
    return (head, *body)


def _picture(chance: Random) -> bytes:
    """A small PNG with bars in random colours and heights."""
    from io import BytesIO

    from PIL import Image, ImageDraw

    image = Image.new("RGB", (480, 270), "white")
    draw = ImageDraw.Draw(image)
    for left in range(0, 480, 24):
        colour = tuple(chance.randrange(256) for _ in range(3))
        draw.rectangle((left, chance.randrange(260), left + 18, 270), fill=colour)
    for _ in range(900):  # grain, so that it is as hard to pack as a photograph's sky
        image.putpixel((chance.randrange(480), chance.randrange(270)), (90, 120, 150))
    stream = BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def main(folder: Path, count: int, seed: int) -> None:
    """Write the talk in every tool's format."""
    from tests.bench.forms import write_forms

    write_forms(make_talk(count, seed), folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))

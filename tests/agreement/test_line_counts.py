"""Text is set as LibreOffice sets it: the same paragraphs, the same number of lines."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
import yaml
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt

from deckgen.typeset import TypeParagraph, TypeRun, Typesetter

ALPHABETIC = ("en", "fr", "de", "pl", "el", "ru", "vi")
EAST_ASIAN = ("zh", "ja", "ko")
COMPLEX = ("ar", "he")
PARAGRAPHS = {
    **dict.fromkeys(ALPHABETIC, 50),
    **dict.fromkeys(EAST_ASIAN, 50),
    **dict.fromkeys(COMPLEX, 30),
}
FAMILIES = ("Calibri", "Cambria", "Arial", "Times New Roman", "Courier New")
# The faces that cover a script here; in others LibreOffice would fall back on any font it finds.
COVERING = {"vi": FAMILIES[:1], "el": FAMILIES[::2], "ru": FAMILIES[::2]}
SIZES = (11.0, 14.0, 16.0, 18.0, 20.0, 24.0, 28.0)
EAST_ASIAN_FACE = {"zh": "Noto Sans CJK SC", "ja": "Noto Sans CJK JP", "ko": "Noto Sans CJK KR"}
COMPLEX_FACE = {"ar": "Noto Sans Arabic", "he": "Arial"}


@dataclass(frozen=True, slots=True)
class Sample:
    """A paragraph to be set into a measure in points."""

    lang: str
    paragraph: TypeParagraph
    measure: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """The lines we set, their height in points, and the lines that LibreOffice set."""

    sample: Sample
    ours: tuple[str, ...]
    height: float
    theirs: tuple[str, ...]

    @property
    def rendered_height(self) -> float:
        """LibreOffice sets lines in a shape 1.2 times their size apart, whatever the face."""
        return 1.2 * self.sample.paragraph.runs[0].size * len(self.theirs)


@pytest.fixture(scope="module")
def outcomes(
    to_pdf: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory
) -> list[Outcome]:
    samples = made_samples()
    deck = tmp_path_factory.mktemp("samples") / "samples.pptx"
    write_deck(samples, deck)
    return compared(samples, to_pdf(deck))


@pytest.mark.office
@pytest.mark.parametrize(
    ("languages", "agreement"), [(ALPHABETIC, 0.98), (EAST_ASIAN, 0.95), (COMPLEX, 0.95)]
)
def test_lines_are_as_many_as_the_office_sets(
    outcomes: list[Outcome],
    languages: tuple[str, ...],
    agreement: float,
    record_property: Callable[[str, object], None],
) -> None:
    found = [outcome for outcome in outcomes if outcome.sample.lang in languages]
    same = sum(len(outcome.ours) == len(outcome.theirs) for outcome in found)

    name = f"paragraphs with LibreOffice's line count, {' '.join(languages)}"
    record_property(name, f"{same} of {len(found)}")
    assert same >= agreement * len(found), report(found)


@pytest.mark.office
def test_no_paragraph_is_taller_than_measured(outcomes: list[Outcome]) -> None:
    taller = [outcome for outcome in outcomes if outcome.height < outcome.rendered_height]

    assert not taller, report(taller)


def made_samples(seed: int = 14) -> list[Sample]:
    """The same paragraphs in every run."""
    sentences = yaml.safe_load((Path(__file__).parent / "sentences.yaml").read_text("utf-8"))
    random = Random(seed)
    return [
        made_sample(random, lang, sentences[lang])
        for lang, count in PARAGRAPHS.items()
        for _ in range(count)
    ]


def made_sample(random: Random, lang: str, sentences: Sequence[str]) -> Sample:
    size = random.choice(SIZES)
    plain = TypeRun(
        "",
        size,
        random.choice(COVERING.get(lang, FAMILIES)),
        EAST_ASIAN_FACE.get(lang, ""),
        COMPLEX_FACE.get(lang, ""),
        lang=lang,
    )
    joint = "" if lang in ("zh", "ja") else " "
    text = joint.join(random.sample(sentences, random.randint(2, 4)))
    runs = tuple(
        plain._replace(text=part, bold=random.random() < 0.3, italic=random.random() < 0.3)
        for part in parts(random, text)
    )
    return Sample(lang, TypeParagraph(runs, rtl=lang in COMPLEX), random.uniform(12, 45) * size)


def parts(random: Random, text: str) -> list[str]:
    """One to three parts, cut wherever."""
    cuts = sorted(random.sample(range(1, len(text)), random.randint(0, 2)))
    return [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def write_deck(samples: Iterable[Sample], deck: Path) -> None:
    """A text box a slide."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Pt(1000), Pt(1500)
    for sample in samples:
        slide = presentation.slides.add_slide(presentation.slide_layouts[6])
        frame = slide.shapes.add_textbox(Pt(9), Pt(9), Pt(sample.measure), Pt(99)).text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        if sample.paragraph.rtl:
            frame.paragraphs[0]._p.get_or_add_pPr().set("rtl", "1")
        for run in sample.paragraph.runs:
            written = frame.paragraphs[0].add_run()
            written.text = run.text
            written.font.size, written.font.name = Pt(run.size), run.family
            written.font.bold, written.font.italic = run.bold, run.italic
            properties = written._r.get_or_add_rPr()
            properties.set("lang", run.lang)
            for tag, family in (("a:ea", run.ea_family), ("a:cs", run.cs_family)):
                if family:
                    properties.append(properties.makeelement(qn(tag), {"typeface": family}))
    presentation.save(str(deck))


def compared(samples: Sequence[Sample], pdf: Path) -> list[Outcome]:
    """Our lines beside those of the PDF, page by page."""
    read = ["pdftotext", "-bbox", str(pdf), "-"]
    boxes = subprocess.run(read, check=True, capture_output=True, text=True, timeout=120).stdout
    typesetter = Typesetter()
    found = []
    for sample, page in zip(samples, boxes.split("<page ")[1:], strict=True):
        ours = typesetter.set([sample.paragraph], sample.measure)
        theirs = lines_of_page(page, sample.paragraph.runs[0].size)
        lines = tuple(line.text for line in ours.lines)
        found.append(Outcome(sample, lines, ours.height, theirs))
    return found


def lines_of_page(page: str, size: float) -> tuple[str, ...]:
    """The words of a page, gathered into lines by where they stand."""
    pattern = r'yMin="([^"]*)" xMax="[^"]*" yMax="([^"]*)">(.*?)</word>'
    words = [
        ((float(top) + float(bottom)) / 2, text) for top, bottom, text in re.findall(pattern, page)
    ]
    lines: list[str] = []
    last = float("-inf")
    for middle, text in sorted(words, key=lambda word: word[0]):
        if middle - last > size / 2:
            lines.append(text)
        else:
            lines[-1] += f" {text}"
        last = middle
    return tuple(lines)


def report(outcomes: Iterable[Outcome]) -> str:
    """What was set differently."""
    return "\n\n".join(
        f"{outcome.sample.lang} {outcome.sample.measure:.1f} pt {outcome.sample.paragraph.runs[0]}"
        f"\n  ours   {' | '.join(outcome.ours)}\n  theirs {' | '.join(outcome.theirs)}"
        for outcome in outcomes
        if len(outcome.ours) != len(outcome.theirs)
    )

"""What a build does with its talks, with readers, packs and formats that only pretend."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from deckgen.diagnostics import Diagnostic, Diagnostics, Severity, Span
from deckgen.model.outline import Outline, Talk
from deckgen.pipeline import Format, Made
from deckgen.steps import Steps
from deckgen.workspace import jobs
from deckgen.workspace.jobs import BuildResult, Request, Surroundings

HERE = Span("outline.yaml", 1, 1)
TALK = Talk((), HERE)


def outline(**fields: Any) -> Outline:
    return replace(Outline(TALK, (), (), (), "", "outline.yaml"), **fields)


def finding(severity: Severity, code: str = "pretended") -> Diagnostic:
    return Diagnostic(severity, code, "It is so.", None, Span("outline.yaml", 1, 1))


def good(_: object, __: object, epoch: int, *___: object) -> Steps[Made]:
    yield
    return str(epoch).encode(), 3


def doubtful(_: object, __: object, epoch: int, found: Diagnostics, ___: object) -> Steps[Made]:
    yield
    found.extend([finding(Severity.WARNING)])
    return b"doubtful", 3


def bad(_: object, __: object, epoch: int, found: Diagnostics, ___: object) -> Steps[None]:
    yield
    found.extend([finding(Severity.ERROR)])
    return None


def broken(*_: object) -> Steps[Made]:
    yield
    raise RuntimeError("a wheel came off")


GOOD = Format("summary", "summary.md", good, "words")
OTHER = Format("deck", "deck.pptx", good, "slides")


class Shop:
    """A working folder with a talk, and what reading its outline and its pack gives."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.read: tuple[Any, tuple[Diagnostic, ...]] = (outline(), ())
        self.packs: list[str] = []
        self.faults: tuple[Diagnostic, ...] = ()
        self.told: list[tuple[float, str]] = []
        self.add_talk("orbits")

    def add_talk(self, name: str) -> None:
        (self.root / "content" / name).mkdir(parents=True)
        (self.root / "content" / name / "outline.yaml").write_text("talk:", "utf-8")

    def read_outline(self, *_: object) -> object:
        return self.read

    def load_pack(self, source: str, _: object) -> object:
        self.packs.append(source)
        return SimpleNamespace(name=source), self.faults

    def build(self, *formats: Format, words: tuple[str, ...] = (), **wanted: Any) -> BuildResult:
        request = Request(formats or (OTHER, GOOD), **wanted)
        around = Surroundings(self.root, {}, lambda share, step: self.told.append((share, step)))
        return jobs.build(words, request, around)

    def written(self) -> dict[str, bytes]:
        build = self.root / "build"
        return {
            path.relative_to(build).as_posix(): path.read_bytes()
            for path in sorted(build.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shop:
    shop = Shop(tmp_path)
    monkeypatch.setattr("deckgen.readers.read_outline", shop.read_outline)
    monkeypatch.setattr("deckgen.packs.load_pack", shop.load_pack)
    return shop


def test_writes_every_format_of_a_talk(shop: Shop) -> None:
    result = shop.build()
    assert result.ok
    assert [(file.label, file.count, file.unit) for file in result.files] == [
        ("build/orbits/deck.pptx", 3, "slides"),
        ("build/orbits/summary.md", 3, "words"),
    ]
    assert shop.written() == {"orbits/deck.pptx": b"946684800", "orbits/summary.md": b"946684800"}


def test_an_error_in_one_format_writes_none_of_them(shop: Shop) -> None:
    shop.build(GOOD)
    before = shop.written()
    result = shop.build(replace(GOOD, make=doubtful), replace(OTHER, make=bad))
    assert not result.ok
    assert result.files == ()
    assert shop.written() == before


def test_errors_of_all_formats_and_all_talks_come_at_once(shop: Shop) -> None:
    shop.add_talk("moons")
    shop.read = (None, (finding(Severity.ERROR, "misspelt"),))
    assert [found.code for found in shop.build().diagnostics] == ["misspelt", "misspelt"]


def test_the_same_finding_of_two_formats_is_said_once(shop: Shop) -> None:
    result = shop.build(replace(GOOD, make=doubtful), replace(OTHER, make=doubtful))
    assert [found.code for found in result.diagnostics] == ["pretended"]


def test_a_talk_with_an_error_does_not_hold_up_the_others(shop: Shop) -> None:
    shop.add_talk("broken")
    (shop.root / "content" / "broken" / "outline.yaml").unlink()
    (shop.root / "content" / "broken" / "outline.yaml").mkdir()
    result = shop.build(words=("broken", "orbits"))
    assert not result.ok
    assert result.outlines == ("content/orbits/outline.yaml",)
    assert list(shop.written()) == ["orbits/deck.pptx", "orbits/summary.md"]


def test_strict_makes_errors_of_warnings(shop: Shop) -> None:
    doubt = replace(GOOD, make=doubtful)
    assert shop.build(doubt).ok
    result = shop.build(doubt, strict=True)
    assert [found.severity for found in result.diagnostics] == [Severity.ERROR]
    assert shop.written() == {"orbits/summary.md": b"doubtful"}


def test_a_check_writes_nothing(shop: Shop) -> None:
    assert shop.build(write=False).ok
    assert not (shop.root / "build").exists()


def test_a_fault_of_deckgen_is_one_error_and_its_traceback_a_note(shop: Shop) -> None:
    result = shop.build(replace(GOOD, make=broken))
    error, note = result.diagnostics
    assert (error.severity, error.code) == (Severity.ERROR, "internal-error")
    assert "RuntimeError: a wheel came off" in error.message
    assert note.severity is Severity.NOTE
    assert "Traceback" in note.message


@pytest.mark.parametrize(
    ("of_outline", "asked", "taken"),
    [("", "", "default"), ("calm", "", "calm"), ("calm", "bold", "bold")],
)
def test_the_pack_is_the_asked_one_then_the_outlines_own(
    shop: Shop, of_outline: str, asked: str, taken: str
) -> None:
    shop.read = (outline(pack=of_outline), ())
    shop.build(pack=asked)
    assert shop.packs == [taken]


def test_a_fault_of_the_pack_points_at_the_line_that_names_it(shop: Shop) -> None:
    place = Span("outline.yaml", 7, 7)
    shop.read = (outline(pack="calm", pack_span=place), ())
    shop.faults = (Diagnostic(Severity.ERROR, "unknown-pack", "There is no pack 'calm'."),)
    assert [found.span for found in shop.build().diagnostics] == [place]
    assert [found.span for found in shop.build(pack="calm").diagnostics] == [None]


def test_a_template_beside_the_outline_is_a_pack(shop: Shop) -> None:
    template = shop.root / "content" / "orbits" / "house.pptx"
    template.touch()
    shop.read = (outline(pack="house.pptx"), ())
    shop.build()
    assert shop.packs == [str(template.resolve())]


@pytest.mark.parametrize("pack", ["../../house.pptx", "/etc/house.potx", "https://x.org/a.pptx"])
def test_an_outline_cannot_take_a_template_from_elsewhere(shop: Shop, pack: str) -> None:
    place = Span("outline.yaml", 7, 7)
    shop.read = (outline(pack=pack, pack_span=place), ())
    (found,) = shop.build().diagnostics
    assert (found.code, found.span) == ("bad-pack", place)
    assert shop.packs == []


def test_progress_rises_through_all_talks(shop: Shop) -> None:
    shop.add_talk("moons")
    shop.build()
    shares = [share for share, _ in shop.told]
    assert shares == sorted(shares)
    assert shares[0] == 0.0
    assert max(shares) < 1.0
    assert [step for _, step in shop.told][:3] == [
        "moons: reading",
        "moons: deck",
        "moons: summary",
    ]

"""How each tool is called: what a person would type, in processes of its own."""

from __future__ import annotations

import shutil
import sys
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.bench.forms import MARKDOWN, SCRIPTED
from tests.bench.measured import ENVIRONMENT, Command, Failed, Usage, measure

RIVALS = Path(__file__).parent / "rivals"
ROOT = Path(__file__).resolve().parents[2]
NODE = ROOT / "build" / "bench" / "node" / "node_modules"
SEED = 7
ALL = ("deck", "briefing", "summary")

OURS = "deckgen"
PANDOC = "Pandoc"
PLAIN = "python-pptx"
SCRIPT = "PptxGenJS"


def deckgen() -> str:
    """The program beside the Python that runs this."""
    return str(Path(sys.executable).parent / "deckgen")


def pandoc() -> str:
    """Pandoc's program, as the wheel carries it."""
    import pypandoc

    return str(pypandoc.get_pandoc_path())


def has_script() -> bool:
    """Whether node and PptxGenJS are here."""
    return shutil.which("node") is not None and (NODE / "pptxgenjs").is_dir()


@dataclass(frozen=True, slots=True)
class Bench:
    """The folder in which talks lie and files are made; nobody else's caches are touched."""

    folder: Path

    def talk(self, count: int, seed: int = SEED) -> Path:
        """The folder of a talk of so many slides, in every tool's form."""
        folder = self.folder / f"talk-{count}-{seed}"
        if not folder.exists():
            # In a process of its own: see `measure` about the peak of memory.
            words = (sys.executable, "-m", "tests.bench.content", str(folder), str(count))
            measure([Command((*words, str(seed)), ROOT, ENVIRONMENT)])
        return folder

    def environment(self) -> Mapping[str, str]:
        """The environment of deckgen's runs: a cache of its own."""
        return {**ENVIRONMENT, "DECKGEN_CACHE": str(self.folder / "cache")}

    def fresh(self, name: str) -> Path:
        """An empty folder for output."""
        folder = self.folder / "out" / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder

    def build(self, talk: Path, out: Path, to: tuple[str, ...] = ALL) -> Usage:
        """`deckgen build` into a folder, whatever is there already."""
        words = (deckgen(), "build", str(talk), "--to", ",".join(to), "-o", str(out), "--quiet")
        return measure([Command(words, self.folder, self.environment())])

    def forget(self) -> None:
        """Leave deckgen's cache as the build of another talk leaves it: the template is known."""
        shutil.rmtree(self.folder / "cache", ignore_errors=True)
        self.build(self.talk(31, SEED + 1), self.fresh("other"))

    def pandoc(self, talk: Path, *outputs: Path) -> Usage:
        """Pandoc, once for each file, which it makes by its ending."""
        head = (pandoc(), "--from=markdown-implicit_figures", "--slide-level=2", MARKDOWN)
        commands = [
            Command((*head, *_to(out), "-o", str(out)), talk, ENVIRONMENT) for out in outputs
        ]
        return measure(commands)

    def plain(self, talk: Path, *outputs: Path) -> Usage:
        """The scripts with python-pptx and python-docx, once for each file."""
        scripts = [(RIVALS / f"plain_{out.suffix[1:]}.py", out) for out in outputs]
        words = [(sys.executable, str(script), SCRIPTED, str(out)) for script, out in scripts]
        return measure([Command(call, talk, ENVIRONMENT) for call in words])

    def script(self, talk: Path, out: Path) -> Usage:
        """The script with PptxGenJS."""
        words = ("node", str(RIVALS / "pptxgenjs.cjs"), SCRIPTED, str(out))
        return measure([Command(words, talk, {**ENVIRONMENT, "NODE_PATH": str(NODE)})])


def _to(out: Path) -> tuple[str, ...]:
    return ("--to=gfm",) if out.suffix == ".md" else ("--standalone",)


def expect_slides(deck: Path, count: int) -> None:
    """Raise Failed unless the deck has so many slides."""
    with zipfile.ZipFile(deck) as archive:
        names = archive.namelist()
    slides = sum(name.startswith("ppt/slides/slide") for name in names)
    if slides != count:
        raise Failed(f"{deck} has {slides} slides and not {count}")


Deck = Callable[[Bench, Path, Path], Usage]  # a tool's run: the talk's folder, the file to make


def _ours(bench: Bench, talk: Path, out: Path) -> Usage:
    bench.forget()
    used = bench.build(talk, out.parent, ("deck",))
    (out.parent / talk.name / "deck.pptx").rename(out)
    return used


DECKS: Mapping[str, Deck] = {
    OURS: _ours,
    PANDOC: Bench.pandoc,
    PLAIN: Bench.plain,
    SCRIPT: Bench.script,
}

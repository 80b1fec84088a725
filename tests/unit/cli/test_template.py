"""`deckgen template`: looking into templates, and making packs of them."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from pptx import Presentation

import deckgen

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run


@pytest.fixture
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """python-pptx's own template with a sample slide, in an empty working folder."""
    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[5])
    path = tmp_path / "corporate.pptx"
    deck.save(str(path))
    monkeypatch.chdir(tmp_path)
    return path


def test_inspect_says_which_layout_serves_and_why(run: Run, template: Path) -> None:
    ended = run("template", "inspect", str(template))
    assert ended.code == 0
    assert "holds: 1 master, 11 layouts, 1 sample slide" in ended.out
    line = next(line for line in ended.out.splitlines() if line.startswith("content "))
    assert "Title and Content" in line
    assert "its type is obj" in line
    assert "There is no layout for quote slides" in ended.out


def test_inspect_gives_everything_to_programs(run: Run, template: Path) -> None:
    report = json.loads(run("template", "inspect", str(template), "--format", "json").out)
    assert report["size_cm"] == [25.4, 19.05]
    assert report["facts"]["slides"] == 1
    (content,) = [each for each in report["roles"] if each["role"] == "content"]
    assert (content["layout"], content["native"]) == ("Title and Content", True)
    (layout,) = [each for each in report["layouts"] if each["name"] == "Title and Content"]
    body = next(each for each in layout["placeholders"] if each["role"] == "body")
    assert body["box_cm"] == [1.27, 4.45, 22.86, 12.57]
    assert (body["font"], body["size"]) == ("Calibri", 32)


def test_inspect_knows_packs_by_name(run: Run, template: Path) -> None:
    ended = run("template", "inspect", "default")
    assert ended.code == 0
    assert "chosen in pack.yaml" in ended.out


def test_inspect_opens_templates_of_every_kind(run: Run, template: Path) -> None:
    source, changed = ZipFile(template), io.BytesIO()
    with ZipFile(changed, "w") as archive:
        for name in source.namelist():
            data = source.read(name).replace(b"presentation.main+xml", b"template.main+xml")
            archive.writestr(name, data)
    (template.parent / "corporate.potx").write_bytes(changed.getvalue())
    assert run("template", "inspect", "corporate.potx").code == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not a zip archive, or it is truncated"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted or in the binary format"),
        (None, "There is no file"),
    ],
)
@pytest.mark.parametrize("command", ["inspect", "adopt"])
def test_what_is_no_template_is_refused_in_a_sentence(
    run: Run, template: Path, command: str, content: bytes | None, said: str
) -> None:
    if content is not None:
        Path("odd.pptx").write_bytes(content)
    ended = run("template", command, "odd.pptx", *(["odd"] if command == "adopt" else []))
    assert ended.code == 1
    assert said in ended.err
    assert "Traceback" not in ended.err
    assert not Path("templates/odd").exists()


def test_a_folder_is_no_template(run: Run, template: Path) -> None:
    Path("odd.pptx").mkdir()
    ended = run("template", "inspect", "odd.pptx")
    assert ended.code == 1
    assert "is a folder, but no pack's" in ended.err


def test_a_truncated_template_is_refused(run: Run, template: Path) -> None:
    template.write_bytes(template.read_bytes()[:9000])
    ended = run("template", "inspect", str(template))
    assert ended.code == 1
    assert "truncated" in ended.err


def test_adopt_makes_a_pack_that_can_be_used_and_edited(run: Run, template: Path) -> None:
    ended = run("template", "adopt", str(template), "corp")
    assert ended.code == 0
    assert ended.out.split() == ["templates/corp/deck.pptx", "templates/corp/pack.yaml"]
    assert Path("templates/corp/deck.pptx").read_bytes() == template.read_bytes()
    text = Path("templates/corp/pack.yaml").read_text("utf-8")
    assert '\n  content: "Title and Content"  #' in text
    assert '\n  # quote: "Title and Content"  #' in text
    assert run("template", "inspect", "corp").code == 0


@pytest.mark.parametrize("name", ["corp", "../corp", "a/b", ".", "_shared", ""])
def test_no_pack_is_overwritten_or_made_elsewhere(run: Run, template: Path, name: str) -> None:
    Path("templates/corp").mkdir(parents=True)
    ended = run("template", "adopt", str(template), name)
    assert ended.code == 1
    assert [path.name for path in Path("templates").iterdir()] == ["corp"]


def test_new_makes_all_files_of_a_pack(run: Run, template: Path) -> None:
    ended = run("template", "new", "house", "--accent", "#0f6e5b", "--font", "Arial")
    assert ended.code == 0, ended.err
    made = {path.name for path in Path("templates/house").iterdir()}
    assert made == {"pack.yaml", "deck.pptx", "briefing.docx"}
    deck = Presentation("templates/house/deck.pptx")
    assert len(deck.slide_layouts) > 10


def test_a_colour_that_is_none_is_wrong_usage(run: Run, template: Path) -> None:
    ended = run("template", "new", "house", "--accent", "red")
    assert ended.code == 2
    assert "six hex digits" in ended.err


def test_preview_says_what_it_needs(
    run: Run, template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(template.parent))
    ended = run("template", "preview", "default")
    assert ended.code == 1
    assert "A preview needs LibreOffice" in ended.err


@pytest.mark.office
def test_preview_shows_every_kind_on_one_sheet(run: Run, template: Path) -> None:
    from PIL import Image

    ended = run("template", "preview", str(template), "-o", "sheet.png")
    assert ended.code == 0, ended.err
    with Image.open("sheet.png") as sheet:
        assert sheet.width > 1500
        assert sheet.height > 1500


def test_adopt_takes_the_papers_template_along(run: Run, template: Path) -> None:
    own = Path(deckgen.__file__).parents[2] / "templates/default/briefing.docx"
    ended = run("template", "adopt", str(template), "corp", "--briefing", str(own))
    assert ended.code == 0, ended.err
    assert Path("templates/corp/briefing.docx").read_bytes() == own.read_bytes()
    assert 'word: "briefing.docx"' in Path("templates/corp/pack.yaml").read_text("utf-8")


def test_adopt_makes_a_pack_of_a_word_file_alone(run: Run, template: Path) -> None:
    own = Path(deckgen.__file__).parents[2] / "templates/default/briefing.docx"
    assert run("template", "adopt", str(own), "letters").code == 0
    text = Path("templates/letters/pack.yaml").read_text("utf-8")
    assert "extends: default" in text
    assert run("template", "inspect", "letters").code == 0


def test_files_of_other_programs_are_called_by_their_names(run: Run, template: Path) -> None:
    with ZipFile("slides.potx", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.presentation-template")
    assert "the file is in the OpenDocument format" in run("template", "inspect", "slides.potx").err

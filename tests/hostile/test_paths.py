"""Names of files that lead out of the talk's folder, and outputs that could be led astray."""

from __future__ import annotations

import os

import pytest
from tests.hostile.bombs import png
from tests.hostile.conftest import SECRET, Outline, Project

PICTURE = "talk: {{title: T}}\nslides:\n  - picture: A\n    file: {}\n    alt: A field\n"
TABLE = "talk: {{title: T}}\nslides:\n  - table: A\n    data: {}\n"
CODE = "talk: {{title: T}}\nslides:\n  - code: A\n    file: {}\n"
NAMED = (PICTURE, TABLE, CODE)


@pytest.mark.parametrize("outline", NAMED, ids=["picture", "table", "code"])
@pytest.mark.parametrize(
    "path",
    [
        "../../../secret.txt",
        "/etc/passwd",
        "~/secret.txt",
        "https://192.0.2.1/a.png",
        "link/secret.txt",
        "/dev/zero",
        "figures/../../../../secret.txt",
    ],
)
def test_nothing_is_read_outside_the_talks_folder(
    project: Project, outline: str, path: str
) -> None:
    (project.talk / "link").symlink_to(project.root.parent)
    project.put({"outline.yaml": outline.format(path)})
    project.build("--to", "deck").refused("file-refused")


@pytest.mark.parametrize(
    "target", ["/dev/zero", "/dev/stdin", "/dev/tcp/192.0.2.1/80", "/proc/self/mem"]
)
def test_a_link_to_a_device_is_not_read(project: Project, target: str) -> None:
    (project.talk / "a.png").symlink_to(target)
    project.put({"outline.yaml": PICTURE.format("a.png")})
    project.build("--to", "deck").refused("file-refused")


def test_a_pipe_is_not_waited_for(project: Project) -> None:
    os.mkfifo(project.talk / "a.png")
    project.put({"outline.yaml": PICTURE.format("a.png")})
    project.build("--to", "deck").refused("file-refused")


def test_an_outline_that_is_a_link_is_not_shown(project: Project) -> None:
    (project.talk / "outline.yaml").symlink_to(project.secret)
    project.build().refused("unreadable-outline")


@pytest.mark.parametrize(
    "pack", ["../../../secret.potx", "/etc/x.pptx", "link/x.pptx", "http://192.0.2.1/a.potx"]
)
def test_a_template_is_not_taken_from_elsewhere(project: Project, pack: str) -> None:
    (project.talk / "link").symlink_to(project.root.parent)
    project.put({"outline.yaml": f"pack: {pack}\ntalk: {{title: T}}\nslides: [title-slide]\n"})
    project.build("--to", "deck").refused("bad-pack")


def test_a_folder_is_read_when_whoever_builds_allows_it(project: Project) -> None:
    shared = project.root.parent / "shared"
    shared.mkdir()
    (shared / "a.csv").write_text("a,b\nx,1\n", "utf-8")
    (shared / "link.csv").symlink_to(project.secret)
    allow = ("--to", "summary", "--allow", str(shared))
    project.put({"outline.yaml": TABLE.format("../../../shared/a.csv")})
    project.build("--to", "summary").refused("file-refused", "--allow")
    project.build(*allow).good()
    for path in ("../../../shared/link.csv", "../../../secret.txt", "https://192.0.2.1/a.csv"):
        project.put({"outline.yaml": TABLE.format(path)})
        assert "error[file-refused]" in project.build(*allow).said


@pytest.mark.parametrize("pack", ["a" * 5_000, "a\\0b", "\\ud800"], ids=["long", "nul", "half"])
def test_a_name_that_no_file_can_have_is_no_pack(project: Project, pack: str) -> None:
    outline = f'pack: "{pack}"\ntalk: {{title: T}}\nslides: [title-slide]\n'
    project.put({"outline.yaml": outline})
    ended = project.build("--to", "deck")
    ended.refused("yaml-syntax" if "ud800" in pack else "unknown-pack")


def test_an_output_that_is_a_link_is_replaced_and_not_written_through(
    project: Project, build: Outline
) -> None:
    output = project.root / "build" / "talk"
    output.mkdir(parents=True)
    (output / "summary.md").symlink_to(project.secret)
    ended = build("talk: {title: T}\nslides: [title-slide]\n", None, "--to", "summary")
    assert ended.code == 0, ended.said
    assert project.secret.read_text("utf-8") == SECRET
    assert not (output / "summary.md").is_symlink()


def test_a_folder_whose_name_is_no_text_is_built(project: Project) -> None:
    folder = project.root / os.fsdecode(b"content/caf\xe9")
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("this file system has no such names")
    (folder / "outline.yaml").write_text("talk: {title: T}\nslides: [title-slide]\n", "utf-8")
    project.build("--to", "summary", talk=str(folder)).good()


@pytest.mark.parametrize("name", ["...yaml", "..yaml", "..", "CON.yaml", "a\nb.yaml", "-rf.yaml"])
def test_no_name_of_an_outline_leads_out_of_the_output_folder(project: Project, name: str) -> None:
    if name != "..":
        (project.talk / name).write_text("talk: {title: T}\nslides: [title-slide]\n", "utf-8")
    place = os.path.join("content", "talk", name)
    before = sorted(project.root.rglob("*"))
    ended = project.build("--to", "summary", talk=place)
    assert ended.code == (1 if name == ".." else 0), ended.said
    assert "Traceback" not in ended.said
    assert "guarded:" not in ended.said
    outside = set(project.root.rglob("*")) - set(before)
    assert all(path.is_relative_to(project.root / "build") for path in outside)


def test_modules_that_lie_in_the_working_folder_are_not_imported(
    project: Project, build: Outline
) -> None:
    evil = "raise SystemExit('imported')\n"
    files = {f"/{name}.py": evil for name in ("resvg_py", "yaml", "lxml", "PIL", "sitecustomize")}
    outline = PICTURE.format("a.svg")
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    ended = build(outline, {**files, "a.svg": svg, "b.png": png(2, 2, rows=2)}, "--to", "deck")
    ended.good()
    assert "imported" not in ended.said

"""How findings and files are printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deckgen.cli.report import Reporter
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.workspace.jobs import BuildResult, BuiltFile

DECK = BuiltFile(Path("build/t/deck.pptx"), "build/t/deck.pptx", "deck", 31, "slides", 0.1234)
SUMMARY = BuiltFile(Path("build/t/summary.md"), "build/t/summary.md", "summary", 812, "words", 0.02)


def finding(
    severity: Severity = Severity.ERROR, span: Span | None = None, message: str = "It is wrong."
) -> Diagnostic:
    return Diagnostic(severity, "wrong", message, "Mend it.", span)


def result(*found: Diagnostic) -> BuildResult:
    return BuildResult((), (), found)


@pytest.fixture
def outline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "outline.yaml"


def test_a_finding_shows_its_place_its_line_and_a_caret(
    outline: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outline.write_text("talk:\n  titel: Orbits\n", "utf-8")
    assert Reporter().result(result(finding(span=Span("outline.yaml", 2, 3)))) == 1
    assert capsys.readouterr().err == (
        "outline.yaml:2:3: error[wrong]: It is wrong.\n"
        "  2 |   titel: Orbits\n"
        "    |   ^\n"
        "  hint: Mend it.\n"
        "1 error, nothing was written\n"
    )


def test_the_caret_stands_below_wide_characters(
    outline: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outline.write_text("宇宙: x\n", "utf-8")
    Reporter().result(result(finding(span=Span("outline.yaml", 1, 3))))
    assert "  1 | 宇宙: x\n    |     ^\n" in capsys.readouterr().err


def test_a_long_line_is_cut_around_the_caret(
    outline: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outline.write_text("a" * 5_000 + "X" + "b" * 5_000, "utf-8")
    Reporter().result(result(finding(span=Span("outline.yaml", 1, 5_001))))
    _, shown, caret, *_ = capsys.readouterr().err.splitlines()
    assert len(shown) < 120
    assert shown[caret.index("^")] == "X"


def test_text_cannot_steer_the_terminal(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline.write_text("a: \x1b[31m\u202ex\n", "utf-8")
    found = finding(span=Span("outline.yaml", 1, 1), message="\x1b]0;title\x07 is wrong")
    Reporter().result(result(found))
    shown = capsys.readouterr().err
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "\u202e" not in shown


def test_a_file_that_is_gone_leaves_the_line_out(
    outline: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Reporter().result(result(finding(span=Span("outline.yaml", 1, 1))))
    assert "|" not in capsys.readouterr().err


def test_one_line_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert Reporter().result(BuildResult((DECK, SUMMARY), ("outline.yaml",), ())) == 0
    assert capsys.readouterr().out == (
        "build/t/deck.pptx    31 slides  0.12 s\nbuild/t/summary.md  812 words   0.02 s\n"
    )


@pytest.mark.parametrize(
    ("reporter", "shown"),
    [
        (Reporter(quiet=True), ["error"]),
        (Reporter(), ["error", "warning"]),
        (Reporter(verbose=True), ["error", "warning", "note"]),
    ],
)
def test_how_much_is_said(
    reporter: Reporter, shown: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    reporter.result(result(*(finding(severity) for severity in Severity)))
    said = capsys.readouterr().err
    assert [str(severity) for severity in Severity if f"{severity}[wrong]" in said] == shown


@pytest.mark.parametrize(
    ("found", "code"),
    [
        ((), 0),
        ((finding(Severity.WARNING),), 0),
        ((finding(),), 1),
        ((finding(), Diagnostic(Severity.ERROR, "internal-error", "A wheel came off.")), 3),
    ],
)
def test_exit_codes(found: tuple[Diagnostic, ...], code: int) -> None:
    assert Reporter(quiet=True).result(result(*found)) == code


def test_json_is_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    found = finding(Severity.WARNING, Span("outline.yaml", 2, 3))
    Reporter("json").result(BuildResult((DECK,), ("outline.yaml",), (found,)))
    assert json.loads(capsys.readouterr().out) == {
        "ok": True,
        "files": [{"path": "build/t/deck.pptx", "format": "deck", "slides": 31}],
        "diagnostics": [
            {
                "severity": "warning",
                "code": "wrong",
                "message": "It is wrong.",
                "hint": "Mend it.",
                "file": "outline.yaml",
                "line": 2,
                "column": 3,
            }
        ],
    }


def test_github_annotations_are_escaped(capsys: pytest.CaptureFixture[str]) -> None:
    found = finding(span=Span("a,b.yaml", 2, 3), message="100% wrong\nreally")
    Reporter("github", quiet=True).result(result(found))
    assert capsys.readouterr().out == (
        "::error file=a%2Cb.yaml,line=2,col=3,title=wrong::100%25 wrong%0Areally%0AMend it.\n"
    )

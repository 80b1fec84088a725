"""The schema that the talks' first lines name."""

from __future__ import annotations

from pathlib import Path

from deckgen.workspace.starter import schema_text


def test_the_schema_beside_the_talks_is_the_readers_own(talk: Path) -> None:
    schema = talk.parent / "outline.schema.json"
    # When this fails: deckgen schema -o content/outline.schema.json
    assert schema.read_text("utf-8") == schema_text()


def test_the_talk_names_it(talk: Path) -> None:
    first = (talk / "outline.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../outline.schema.json"

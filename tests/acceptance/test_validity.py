"""An independent validator finds nothing to say."""

from __future__ import annotations

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator


@pytest.mark.parametrize("document", ["deck", "briefing"])
def test_the_validator_finds_no_error(document: str, request: pytest.FixtureRequest) -> None:
    path: Path = request.getfixturevalue(document)
    result = OpenXmlValidator().validate(str(path))
    assert [str(error) for error in result.errors] == []

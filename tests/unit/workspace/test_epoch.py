"""The time that files carry."""

from __future__ import annotations

import pytest

from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.inline import Run
from deckgen.model.outline import Talk
from deckgen.workspace.epoch import epoch


def talk(*dates: str) -> Talk:
    return Talk((Run("Orbits"),), Span("outline.yaml", 1, 1), dates=dates)


@pytest.mark.parametrize(
    ("dates", "seconds"),
    [
        ((), 946_684_800),  # 2000-01-01
        (("2016-11-20", "2016-11-24"), 1_479_600_000),
        (("1957-10-04",), 315_532_800),  # a zip archive begins in 1980
    ],
)
def test_the_first_day_of_the_talk(dates: tuple[str, ...], seconds: int) -> None:
    assert epoch(talk(*dates), {}, Diagnostics()) == seconds


@pytest.mark.parametrize(("wanted", "seconds"), [("1700000000", 1_700_000_000), ("0", 315_532_800)])
def test_source_date_epoch_wins(wanted: str, seconds: int) -> None:
    environment = {"SOURCE_DATE_EPOCH": wanted}
    assert epoch(talk("2016-11-20"), environment, Diagnostics()) == seconds


@pytest.mark.parametrize("wanted", ["yesterday", "-1", "1.5", "99999999999", "١٢"])
def test_a_source_date_epoch_that_is_none_is_an_error(wanted: str) -> None:
    found = Diagnostics()
    epoch(talk(), {"SOURCE_DATE_EPOCH": wanted}, found)
    assert [finding.code for finding in found] == ["bad-epoch"]

"""Running a job on talks: with a progress bar while it runs, and a report when it is done."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from pathlib import Path

from deckgen.cli.progress import progress
from deckgen.cli.report import Reporter
from deckgen.workspace import jobs
from deckgen.workspace.cache import NO_CACHE, cache


def run(talks: Sequence[str], request: jobs.Request, reporter: Reporter, *, no_cache: bool) -> int:
    """Do what is requested in the working folder; gives the exit code."""
    # A build keeps nearly all that it makes; to look for cycles in it is a quarter of its time.
    gc.disable()
    with progress(wanted=reporter.style == "text" and not reporter.quiet) as tell:
        kept = NO_CACHE if no_cache else cache(os.environ)
        result = jobs.build(talks, request, jobs.Surroundings(Path(), os.environ, tell, kept))
    return reporter.result(result, wrote=request.write)

"""The hooks that pre-commit finds here pass on the talks of this project."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
HOOKS = {
    hook["id"]: hook
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
}


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_runs_when_a_talk_changes_and_passes(name: str) -> None:
    hook = HOOKS[name]
    assert re.search(hook["files"], "content/tour/figures/earth.svg")
    program, *arguments = shlex.split(hook["entry"])
    assert program == "deckgen"
    subprocess.run([sys.executable, "-m", "deckgen", *arguments], cwd=ROOT, check=True)

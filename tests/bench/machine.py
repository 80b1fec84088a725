"""What the figures were measured on and with."""

from __future__ import annotations

import os
import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.bench.tools import NODE, PANDOC, PLAIN, SCRIPT, has_script, pandoc


def describe() -> dict[str, str]:
    """The day, the machine, and every tool's version."""
    described = {
        "date": datetime.now(UTC).date().isoformat(),
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "system": f"{platform.system()} {platform.machine()}",
        "load": load(),
        "Python": platform.python_version(),
        "deckgen": version("deckgen-pipeline"),
        "commit": _said("git", "rev-parse", "--short", "HEAD"),
        PANDOC: _said(pandoc(), "--version").split()[1],
        PLAIN: version("python-pptx"),
        "python-docx": version("python-docx"),
    }
    if has_script():
        described[SCRIPT] = _script_version()
        described["node"] = _said("node", "--version").removeprefix("v")
    return described


def load() -> str:
    """How many processes wanted a core in the last minute."""
    return f"{os.getloadavg()[0]:.1f}"


def _script_version() -> str:
    import json

    package = NODE / "pptxgenjs" / "package.json"
    return str(json.loads(package.read_text("utf-8"))["version"])


def _said(*words: str) -> str:
    ended = subprocess.run(words, capture_output=True, text=True, check=False)
    return ended.stdout.strip()


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown"
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()

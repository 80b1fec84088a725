"""Renders an SVG from standard input as a PNG to standard output, in a process of its own.

The renderer is native code: what breaks it, or keeps it busy, ends this process and not the build.
"""

from __future__ import annotations

import subprocess
import sys

SECONDS = 3  # of the processor: by the clock, a busy machine would refuse a good picture
PATIENCE = 60  # seconds by the clock, for what waits and for systems without such bounds
MEMORY = 400 << 20


class NotRendered(Exception):
    """The renderer gave up, broke down, or took too long."""


def render(svg: str, width: int) -> bytes:
    """The picture as a PNG of this width; raises NotRendered."""
    # -P: what lies in the working folder is not imported.
    command = [sys.executable, "-P", "-m", __name__, str(width)]
    try:
        ended = subprocess.run(
            command, input=svg.encode(), capture_output=True, timeout=PATIENCE, check=True
        )
    except (subprocess.SubprocessError, OSError) as fault:
        raise NotRendered from fault
    return ended.stdout


def main() -> int:
    """Render, within bounds where the system has them."""
    import resvg_py

    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    svg = sys.stdin.buffer.read().decode()
    try:
        png = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=int(sys.argv[1])))
    except Exception:  # the renderer raises its own kinds of errors
        return 1
    sys.stdout.buffer.write(png)
    return 0


if __name__ == "__main__":
    sys.exit(main())

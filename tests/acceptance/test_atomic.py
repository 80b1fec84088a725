"""Killed, at once, on a full disk: a talk's files are whole, and all old or all new.

`DECKGEN_KILLS=200` kills as many builds.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from deckgen.workspace.lock import locked

COMMAND = [sys.executable, "-m", "deckgen", "build", "--quiet"]
KILLS = int(os.environ.get("DECKGEN_KILLS", "20"))
TALK = """\
talk: {{title: {}}}
slides:
  - title-slide
  - bullets: What goes round
    items: [The Earth, The Moon]
"""
NAMES = {"deck.pptx", "briefing.docx", "summary.md"}

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals and limits")


def project(root: Path, title: str) -> Path:
    """A project with one talk."""
    outline = root / "content" / "orbits" / "outline.yaml"
    outline.parent.mkdir(parents=True, exist_ok=True)
    outline.write_text(TALK.format(title), "utf-8")
    return root


def files(folder: Path) -> dict[str, bytes]:
    """The files of the talk, and nothing else that lies there."""
    return {name: (folder / "orbits" / name).read_bytes() for name in NAMES}


def built(root: Path, title: str, output: str = "build") -> dict[str, bytes]:
    """The files that a build with this title gives."""
    subprocess.run([*COMMAND, "-o", output], cwd=project(root, title), check=True)
    return files(root / output)


# Imports once, then builds in a copy of itself whenever it is told to, and says the copy's number.
WARM = """\
import os, sys, deckgen
assert deckgen.check("content/orbits").ok
for _ in sys.stdin:
    child = os.fork()
    if not child:
        deckgen.build("content/orbits")
        os._exit(0)
    print(child, flush=True)
    os.waitpid(child, 0)
    print("ended", flush=True)
"""


def test_a_killed_build_leaves_only_whole_files(tmp_path: Path) -> None:
    versions = [built(tmp_path, title) for title in ("Every orbit", "Orbits")]
    server = subprocess.Popen(
        [sys.executable, "-c", WARM],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdin is not None
    assert server.stdout is not None
    chance = random.Random(7)
    took = 0.0  # by the first build, which is left alone
    for number in range(KILLS + 1):
        project(tmp_path, ("Every orbit", "Orbits")[number % 2])
        server.stdin.write("build\n")
        server.stdin.flush()
        build = int(server.stdout.readline())
        started = time.monotonic()
        if number:
            wait(tmp_path / "build" / "orbits", started, took, chance)
            with suppress(ProcessLookupError):  # it may have ended before
                os.kill(build, signal.SIGKILL)
        assert server.stdout.readline() == "ended\n"
        with locked(tmp_path / "build" / "orbits"):  # by what is left of the build, until it ends
            pass
        took = took or time.monotonic() - started
        left = files(tmp_path / "build")
        assert left in versions
    server.communicate()
    assert built(tmp_path, "Orbits") == versions[1]
    assert {path.name for path in (tmp_path / "build" / "orbits").iterdir()} == NAMES


def wait(folder: Path, started: float, took: float, chance: random.Random) -> None:
    """Wait for a moment of the build, every other time for one at which it is writing."""
    if chance.random() < 0.5:
        time.sleep(chance.uniform(0.0, 1.1) * took)
        return
    while time.monotonic() < started + took and not any(folder.glob(".deckgen-*")):
        time.sleep(0.001)
    time.sleep(chance.uniform(0.0, 0.02))


def test_two_builds_at_once_do_not_mix(tmp_path: Path) -> None:
    titles = ("Orbits", "Every orbit")
    roots = [tmp_path / str(number) for number in range(2)]
    versions = [built(root, title) for root, title in zip(roots, titles, strict=True)]
    shared = str(tmp_path / "shared")
    for _ in range(2):
        builds = [subprocess.Popen([*COMMAND, "-o", shared], cwd=root) for root in roots]
        assert [build.wait() for build in builds] == [0, 0]
        assert files(tmp_path / "shared") in versions


# -- disks that are full or closed --------------------------------------------------------------

# In a mount namespace of its own: `$1` is the folder, `$2` what is done to the disk.
ON_A_DISK = """\
mount -t tmpfs -o size=300k none "$1/build" && cd "$1" || exit 77
"$3" -m deckgen build --quiet || exit 78
cp -r build before
sed -i s/Orbits/Others/ content/orbits/outline.yaml
eval "$2"
"$3" -m deckgen build --quiet 2>said
echo $? >code
cp -r build after
"""


def on_a_disk(root: Path, change: str) -> tuple[int, str]:
    """Build twice on a small disk that is changed in between: the exit code, and what was said."""
    if shutil.which("unshare") is None:
        pytest.skip("needs unshare")
    (project(root, "Orbits") / "build").mkdir()
    shell = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", ON_A_DISK, "sh"]
    ended = subprocess.run([*shell, root, change, sys.executable], capture_output=True, check=False)
    if ended.returncode in (1, 77):
        pytest.skip(f"cannot mount a disk here: {ended.stderr.decode()}")
    assert ended.returncode == 0, ended.stderr
    assert files(root / "before") == files(root / "after")
    return int((root / "code").read_text()), (root / "said").read_text("utf-8")


def test_a_full_disk_leaves_the_old_files(tmp_path: Path) -> None:
    fill = "head -c 400k /dev/zero >build/filling 2>/dev/null"
    code, said = on_a_disk(tmp_path, fill)
    assert code == 1
    assert "error[cannot-write]" in said
    assert "disk is full" in said
    left = {path.name for path in (tmp_path / "after" / "orbits").iterdir()}
    assert left == NAMES


def test_a_read_only_disk_leaves_the_old_files(tmp_path: Path) -> None:
    code, said = on_a_disk(tmp_path, "mount -o remount,ro build")
    assert code == 1
    assert "error[cannot-write]" in said
    assert "read-only disk" in said


def test_a_limit_on_the_size_of_files_leaves_the_old_files(tmp_path: Path) -> None:
    before = built(tmp_path, "Orbits")
    project(tmp_path, "Others")
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000));"
        "from deckgen.cli import main; sys.argv = ['deckgen', 'build', '-q']; sys.exit(main())"
    )
    ended = subprocess.run(
        [sys.executable, "-c", limited], cwd=tmp_path, capture_output=True, check=False
    )
    assert ended.returncode == 1
    assert b"error[cannot-write]" in ended.stderr
    assert files(tmp_path / "build") == before


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to root"
)
def test_a_closed_folder_leaves_the_old_files(tmp_path: Path) -> None:
    before = built(tmp_path, "Orbits")
    project(tmp_path, "Others")
    folder = tmp_path / "build" / "orbits"
    folder.chmod(0o555)
    ended = subprocess.run(COMMAND, cwd=tmp_path, capture_output=True, check=False)
    folder.chmod(0o755)
    assert ended.returncode == 1
    assert b"may not be written" in ended.stderr
    assert files(tmp_path / "build") == before

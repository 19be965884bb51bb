"""The script ``dev``: what it does before any line of Python of ours runs."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parent.parent
_REFUSES: Final = '#!/bin/sh\necho "an installer was called" >&2\nexit 9\n'
_ANSWERS: Final = '#!/bin/sh\n[ "$1" = -c ] && exit 0\necho "$(pwd)|$PYTHONPATH|$*"\n'


def _script(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    path.chmod(0o755)


def _checksum(path: Path) -> str:
    """Checksum and size as POSIX ``cksum`` prints them, without the blank."""
    done = subprocess.run(
        ["cksum"], input=path.read_bytes(), capture_output=True, check=True
    )
    return done.stdout.decode().strip().replace(" ", "")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder set up for running, with stubs for every Python."""
    home = tmp_path / "a folder with blanks"
    shutil.copytree(ROOT / "requirements", home / "requirements")
    shutil.copy(ROOT / "dev", home / "dev")
    _script(home / ".venv/bin/python", _ANSWERS)
    (home / f".venv/.set-run-{_checksum(home / 'requirements/run.txt')}").touch()
    for name in ("python3", "python", "pip", "uv"):
        _script(tmp_path / "bin" / name, _REFUSES)
    return home


def _dev(
    project: Path, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    path = f"{project.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [project / "dev", *arguments],
        cwd=project.parent,
        env={**os.environ, "PATH": path, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_is_plain_shell() -> None:
    done = subprocess.run(
        ["sh", "-n", ROOT / "dev"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_what_is_set_up_is_not_set_up_again(project: Path) -> None:
    done = _dev(project, "run", "--port", "0")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("-P -m adapters.cli serve --demo --port 0\n")


def test_the_command_line_stays_in_the_callers_folder(project: Path) -> None:
    done = _dev(project, "faden", "--file", "../here.csv")
    folder, code, arguments = done.stdout.strip().split("|")
    assert (folder, code) == (str(project.parent), str(project))
    assert arguments == "-P -m adapters.cli --file ../here.csv"


def test_changed_requirements_are_noticed(project: Path) -> None:
    with (project / "requirements/run.txt").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert _dev(project, "run", PYTHON="python3").returncode == 1


def test_without_a_python_it_says_what_to_do(project: Path) -> None:
    shutil.rmtree(project / ".venv")
    done = _dev(project, "run", PYTHON="python3")
    assert done.returncode == 1
    assert "Python 3.11 oder neuer" in done.stderr
    assert "Python 3.11 or newer" in done.stderr
    assert not (project / ".tools/lock").is_symlink()


def test_an_unknown_word_is_answered_with_help(project: Path) -> None:
    done = _dev(project, "walk")
    assert done.returncode == 1
    assert "./dev help" in done.stderr
    assert "./dev run" in _dev(project, "help").stdout

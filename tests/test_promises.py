"""Promises the project makes about itself: its layers, its folders, its sizes."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parent.parent
OURS: Final = ("core", "projections", "bots", "adapters")
FOLDERS: Final = {*OURS, "tests", "deploy", "requirements"}
MODULE: Final = 250  # lines at most; source: the house style
TEST: Final = 200  # lines at most; source: the house style
_JOINED: Final = {"deploy/verify.py"}  # of modules that keep the promise each
_LEFT_BEHIND: Final = {"__pycache__", "data", "dist", "htmlcov"}  # as in .gitignore
# put together here, so that this file keeps the promise too
_ELSEWHERE: Final = re.compile(
    "|".join(
        re.escape("".join(parts))
        for parts in (
            ("pypi", ".org"),
            ("pypi", ".python.org"),
            ("python", "hosted.org"),
            ("registry.", "npmjs"),
            ("deb.", "debian.org"),
            ("file:", "//"),
        )
    )
)


def _git(*arguments: str) -> str | None:
    """Answer of git about this checkout, None when this is none of its own."""
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        return None
    return done.stdout if done.returncode == 0 else None


def _walked() -> list[Path]:
    """Every file that belongs to the project, found without git."""
    found = []
    for folder, inner, names in os.walk(ROOT):
        at_root = Path(folder) == ROOT
        inner[:] = [
            name
            for name in inner
            if (name not in _LEFT_BEHIND or (name == "data" and not at_root))
            and (not name.startswith(".") or (at_root and name == ".ci"))
        ]
        found += [Path(folder, name) for name in names if name != ".coverage"]
    return found


def _files() -> list[Path]:
    """Every file that is or will be committed."""
    top = _git("rev-parse", "--show-toplevel")
    listed = _git("ls-files", "-z", "--cached", "--others", "--exclude-standard")
    if top is None or listed is None or Path(top.strip()) != ROOT.resolve():
        return _walked()
    named = (ROOT / name for name in listed.split("\0") if name)
    return [path for path in named if path.is_file()]


FILES: Final = sorted(_files())
MODULES: Final = [path for path in FILES if path.suffix == ".py"]


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _imported(module: Path) -> set[str]:
    """Top-level names of everything a module imports from elsewhere."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def test_core_imports_the_standard_library_only() -> None:
    allowed = sys.stdlib_module_names | {"core"}
    core = [path for path in MODULES if path.is_relative_to(ROOT / "core")]
    outside = {_named(path): _imported(path) - allowed for path in core}
    assert core
    assert not {name: found for name, found in outside.items() if found}


def test_the_layers_hold() -> None:
    linter = "from importlinter.cli import lint_imports_command as main; main()"
    done = subprocess.run(
        [sys.executable, "-c", linter, "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_are_no_other_folders() -> None:
    inside = [path.relative_to(ROOT).parts for path in FILES]
    folders = {parts[0] for parts in inside if len(parts) > 1}
    assert {name for name in folders if not name.startswith(".")} <= FOLDERS


@pytest.mark.parametrize("name", OURS)
def test_nobody_else_installs_a_package_of_our_name(name: str) -> None:
    assert set(packages_distributions().get(name, [])) <= {"faden"}


def test_the_locks_name_no_address() -> None:
    locks = sorted((ROOT / "requirements").glob("*.txt"))
    assert [lock.name for lock in locks] == ["dev.txt", "run.txt", "uv.txt"]
    assert not [lock.name for lock in locks if "://" in lock.read_text("utf-8")]


def test_no_file_names_a_registry_or_a_place_on_somebodys_disk() -> None:
    texts = {_named(path): path.read_text("utf-8", "ignore") for path in FILES}
    found = {name: _ELSEWHERE.findall(text) for name, text in texts.items()}
    assert not {name: hosts for name, hosts in found.items() if hosts}


def test_no_module_outgrows_a_reader() -> None:
    lines = {
        path.relative_to(ROOT): len(path.read_text("utf-8").splitlines())
        for path in MODULES
        if _named(path) not in _JOINED
    }
    assert not {
        path.as_posix(): count
        for path, count in lines.items()
        if count > (TEST if path.parts[0] == "tests" else MODULE)
    }

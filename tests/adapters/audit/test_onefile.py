"""The file that stands alone says what the program says, and needs nothing else."""

from __future__ import annotations

import ast
import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Final

import pytest

from adapters.audit import alone, onefile
from adapters.cli.call import Call
from adapters.cli.run import run
from bots import procedure
from bots.locale import catalogue
from bots.sealed import FIELDS
from bots.speech import Speech
from bots.verdicts import SENTENCES
from core.bundle.leaf import ERASED
from core.bundle.verdict import Said
from core.catalogue import EVENTS
from tests.adapters.audit.bundles import FORGER, Log, closed, log, shown

VERIFIER: Final = Path(__file__).parents[3] / "deploy" / "verify.py"
SMALL: Final = log(24, 7, 14)
SPEECH: Final = Speech(language="de", today=date(2027, 3, 17))


def test_the_file_is_up_to_date() -> None:
    assert VERIFIER.read_text("utf-8") == onefile.text()  # ./dev verifier


def test_the_file_needs_the_standard_library_only() -> None:
    tree = ast.parse(VERIFIER.read_text("utf-8"))
    imported = {
        name.partition(".")[0]
        for node in ast.walk(tree)
        for name in (
            [one.name for one in node.names]
            if isinstance(node, ast.Import)
            else [str(node.module)]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imported <= sys.stdlib_module_names


def test_every_outcome_has_words() -> None:
    assert SENTENCES.keys() == set(Said)


FILES: Final[dict[str, bytes]] = {
    "sound": b"".join(closed(SMALL.lines())),
    "forged": b"".join(closed(replace(SMALL.rewritten(9), signer=FORGER).lines())),
    "changed": b"".join(closed(SMALL.lines())).replace(b"number", b"numbex"),
    "cut": b"".join(closed(SMALL.lines())[:-3]),
    "silent": b"".join(closed(line for line in SMALL.lines() if "text" not in line)),
    "empty": b"",
    "other": b"PK\x03\x04",
}
CODES: Final = [
    ("sound", [], 0),
    ("sound", ["--against", "note"], 0),
    ("forged", [], 0),
    ("forged", ["--against", "note"], 3),
    ("changed", [], 2),
    ("cut", [], 2),
    ("silent", [], 4),
    ("silent", ["--against", "note"], 4),
    ("sound", ["--quorum", "1"], 5),
    ("sound", ["--against", "other"], 1),
    ("empty", [], 1),
    ("other", [], 1),
    ("nowhere", [], 1),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with bundles, and a checkpoint that was kept."""
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "note").write_text(SMALL.note(14).written(), "utf-8")
    return tmp_path


@pytest.mark.parametrize("file, options, code", CODES)
def test_both_say_the_same_of_the_same_file(
    folder: Path, file: str, options: list[str], code: int
) -> None:
    out = StringIO()
    call = Call(language="de", cwd=folder, out=out, err=StringIO())
    assert run(["audit", "verify", file, *options], call) == code
    lonely = [sys.executable, "-I", "-S", "-X", "utf8", str(VERIFIER)]
    done = subprocess.run(
        [*lonely, file, *options], cwd=folder, capture_output=True, check=False
    )
    assert done.returncode == code, done.stderr
    assert done.stdout.decode("utf-8") == out.getvalue()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["a", "b"],
        ["a", "--against"],
        ["a", "--quorum", "-1"],
        ["a", "--quorum", "many"],
        ["a", "--else"],
    ],
)
def test_a_misspelt_call_is_told_how_to_call(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert alone.main(arguments, {}) == 1
    assert capsys.readouterr().err.startswith("python verify.py DATEI")


def test_the_file_runs_inside_as_well(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = onefile.words(catalogue("de"))
    kept = ["--against", str(folder / "note"), "--quorum", "0"]
    assert alone.main([str(folder / "sound"), *kept], words) == 0
    assert capsys.readouterr().out.startswith("IN ORDNUNG: ")
    assert alone.main([str(folder / "nowhere")], words) == 1
    assert capsys.readouterr().err == (
        f"Eine Datei {folder / 'nowhere'} gibt es nicht. Bitte prüfen Sie den Namen.\n"
    )
    assert alone.main([str(folder)], words) == 1
    assert "lässt sich nicht lesen" in capsys.readouterr().err


def test_codes_in_the_file_are_said_in_german(tmp_path: Path) -> None:
    body = {"leaf": 10, "field": "reason", "ground": "objection"}
    entries = [*SMALL.entries, shown(25, kind=ERASED, **body)]
    file = tmp_path / "erased"
    lines = [line for line in Log(entries).lines() if "text" not in line]
    file.write_bytes(b"".join(closed(lines)))
    out = StringIO()
    run(["audit", "verify", "erased"], Call(language="de", cwd=tmp_path, out=out))
    done = subprocess.run(
        [sys.executable, str(VERIFIER), str(file)], capture_output=True, check=False
    )
    assert done.stdout.decode("utf-8") == out.getvalue()
    assert "Text „Grund“ gelöscht, Grund: Widerspruch der Person" in out.getvalue()


def test_every_text_that_is_sealed_has_a_name() -> None:
    known = {
        field.name.rpartition(".")[2]
        for event in EVENTS
        for field in procedure.kind(event, SPEECH).fields
        if field.held == "sealed"
    }
    assert known <= FIELDS.keys()


def test_an_endless_line_is_none_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alone, "LONGEST", 100)
    file = tmp_path / "long"
    file.write_bytes(b'{"bundle":' + b"1" * 1_000)
    verdict = alone.check(file, None, 0, 0)
    assert verdict.said[0][0] is Said.NO_BUNDLE


def test_two_parts_of_the_file_must_not_share_a_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(onefile, "MODULES", (*onefile.MODULES, alone))
    with pytest.raises(ValueError, match="named twice"):
        onefile.text()

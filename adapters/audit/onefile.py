"""One file: the verifier that anybody can read and start (*Prüfprogramm*).

``deploy/verify.py`` is written by ``./dev verifier``: the modules below, one behind
the other, with their imports gathered at the top and the German sentences at the
end. So it accepts and refuses exactly what ``faden audit verify`` does.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Collection, Iterable
from gettext import NullTranslations
from pathlib import Path
from textwrap import wrap
from types import ModuleType
from typing import Final

from adapters.audit import alone
from bots.locale import catalogue
from bots.verdicts import CLOSED, FACTS, SENTENCES, UNOPENED
from core import checkpoint, ed25519, merkle, note
from core.bundle import canonical, head, judge, kept, leaf, summary, verdict

MODULES: Final = (
    merkle,
    ed25519,
    note,
    checkpoint,
    verdict,
    canonical,
    leaf,
    head,
    kept,
    summary,
    judge,
    alone,
)
_INSIDE: Final = ("core", "adapters", "bots", "__future__")
_WIDTH: Final = 88
_TOP: Final = '''#!/usr/bin/env python3
"""Prüft eine Prüfdatei von Faden, ohne Faden und ohne Netz.

    python verify.py DATEI                       beweist die Datei, was sie zeigt?
    python verify.py DATEI --against ALT         passt sie zu dem, was Sie haben?
    python verify.py DATEI --quorum 9            haben es so viele bezeugt?

ALT ist, was Sie aufgehoben haben: eine Mail oder Nachricht mit einem Prüfstand (so
wie sie ist), eine Niederschrift als Text oder eine ältere Prüfdatei. Nötig ist nur
Python 3.11 oder neuer.

Ergebnis (auch als Exit-Code): 0 in Ordnung, 1 nicht lesbar, 2 ungültig, 3 gültig,
widerspricht aber dem Aufgehobenen, 4 gültig, aber etwas fehlt ohne Erklärung,
5 gültig, aber von weniger bezeugt als verlangt.

Diese Datei ist aus den Modulen von Faden zusammengesetzt (adapters/audit/onefile.py).
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):
    raise SystemExit("Bitte mit Python 3.11 oder neuer starten.")

'''


def text() -> str:
    """Return the whole file: of each module what is needed in the end.

    Raises:
        ValueError: two modules call something by the same name.
    """
    modules = [_Module(one) for one in MODULES]
    needed = _needed(modules)
    parts = "".join(module.text(needed) for module in modules)
    imports = _imports(modules, needed)
    return f"{_TOP}{imports}{parts}{_end()}"


def words(of: NullTranslations) -> dict[str, str]:
    """Return what ``alone.main`` needs to speak the language ``of`` a catalogue."""
    sentences = {code.value: sentence for code, sentence in SENTENCES.items()}
    files = {"no file": UNOPENED, "closed file": CLOSED}
    english = {**sentences, **files, **FACTS}
    return {code: of.gettext(sentence) for code, sentence in english.items()}


class _Module:
    """The source of a module, cut into what it defines."""

    def __init__(self, module: ModuleType) -> None:
        """Read it."""
        source = Path(str(module.__file__)).read_text("utf-8")
        first, *rest = ast.parse(source).body
        self.name = module.__name__
        self.lines = source.rstrip("\n").split("\n")
        self.words = "\n".join(self.lines[: first.end_lineno]).strip('"').strip()
        self.imports = [node for node in rest if isinstance(node, ast.ImportFrom)]
        self.whole = [node for node in rest if isinstance(node, ast.Import)]
        self.nodes: list[tuple[str, ast.stmt, int]] = []  # name, what, last line
        for node in rest:
            if isinstance(node, ast.Expr):  # words about what stands before
                name, before, _ = self.nodes.pop()
                self.nodes.append((name, before, node.end_lineno or 0))
            elif not isinstance(node, ast.Import | ast.ImportFrom):
                self.nodes.append((_name(node), node, node.end_lineno or 0))

    def text(self, needed: Collection[str]) -> str:
        """Return what is needed of it, its first words as a comment."""
        comment = "\n".join(f"# {line}".rstrip() for line in self.words.split("\n"))
        found, before, small = "", 0, False
        for name, node, last in self.nodes:
            if name in needed:
                first, is_small = _first_line(node), isinstance(node, ast.AnnAssign)
                blank = min(first - before - 1, 1) if small and is_small else 2
                code = "\n".join(self.lines[first - 1 : last])
                found += "\n" * blank * bool(found) + f"{code}\n"
                before, small = last, is_small
        rule = f" {self.name} "
        return f"\n\n# {rule:─^{_WIDTH - 2}}\n{comment}\n\n{found}"


def _needed(modules: Iterable[_Module]) -> set[str]:
    """Return the names without which ``main`` would not run."""
    named: dict[str, ast.stmt] = {}
    for module in modules:
        for name, node, _ in module.nodes:
            if name in named:
                raise ValueError(f"named twice: {name}")
            named[name] = node
    found, open_ = {"main"}, ["main"]
    while open_:
        for name in _used(named[open_.pop()]) & named.keys() - found:
            found.add(name)
            open_.append(name)
    return found


def _imports(modules: Iterable[_Module], needed: Collection[str]) -> str:
    """Return what they need of the standard library."""
    used, whole = {"Final", "Mapping"}, set()
    parts: defaultdict[str, set[str]] = defaultdict(set)
    for module in modules:
        for name, node, _ in module.nodes:
            used |= _used(node) if name in needed else set()
    for module in modules:
        whole |= {one.name for node in module.whole for one in node.names} & used
        for node in module.imports:
            if str(node.module).partition(".")[0] not in _INSIDE:
                names = {one.name for one in node.names} & used
                parts[str(node.module)] |= names
    lines = [f"import {name}\n" for name in sorted(whole - {"sys"})]
    for name, names in sorted(parts.items()):
        lines += [f"from {name} import {', '.join(sorted(names))}\n"] if names else []
    return "".join(lines)


def _used(node: ast.stmt) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}


def _name(node: ast.stmt) -> str:
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return name
        case ast.AnnAssign(target=ast.Name(id=name)):
            return name
        case _:
            raise ValueError(ast.unparse(node))


def _first_line(node: ast.stmt) -> int:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return min(one.lineno for one in (node, *node.decorator_list))
    return node.lineno


def _end() -> str:
    """Return the sentences in German, and the call."""
    entries = "".join(
        f"    {code!r}: (\n{_literal(sentence)}    ),\n"
        for code, sentence in words(catalogue("de")).items()
    )
    return (
        f"\n\nSENTENCES: Final[Mapping[str, str]] = {{\n{entries}}}\n\n\n"
        'if __name__ == "__main__":\n'
        "    raise SystemExit(main(sys.argv[1:], SENTENCES))\n"
    )


def _literal(sentence: str) -> str:
    pieces = wrap(sentence, _WIDTH - 12, drop_whitespace=False)
    return "".join(f"        {piece!r}\n" for piece in pieces)

"""Mutants: the effect function with one thing in it turned around."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Final, NamedTuple

_COMPARED: Final[dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}


class Mutant(NamedTuple):
    """A changed module and, in words, what was changed in which function."""

    name: str
    code: ast.Module


def mutants(source: str) -> Iterator[Mutant]:
    """Yield ``source`` with every comparison, branch, operator, constant turned."""
    tree = ast.parse(source)
    names: dict[str, int] = {}
    for index, (function, node) in enumerate(_nodes(tree)):
        for number, words in enumerate(_turns(node)):
            names[f"{function}: {words}"] = names.get(f"{function}: {words}", 0) + 1
            again = names[f"{function}: {words}"]
            name = f"{function}: {words}" + (f" #{again}" if again > 1 else "")
            changed = deepcopy(tree)
            _turn(_nodes(changed)[index][1], number)
            yield Mutant(name, ast.fix_missing_locations(changed))


def _nodes(tree: ast.Module) -> Sequence[tuple[str, ast.AST]]:
    """Return every node inside a function, and every table, with its place."""
    found: list[tuple[str, ast.AST]] = []
    for part in tree.body:
        if isinstance(part, ast.FunctionDef):
            body = [node for line in part.body for node in ast.walk(line)]
            found += [(part.name, node) for node in body]
        if isinstance(part, ast.AnnAssign) and isinstance(
            part.value, ast.Dict | ast.Constant
        ):
            found.append((ast.unparse(part.target), part.value))
    return found


def _turns(node: ast.AST) -> list[str]:
    """Return in words how ``node`` can be turned; each is a mutant."""
    match node:
        case ast.Compare(ops=[operator]):
            text = ast.unparse(node)
            others = [other.__name__ for other in _COMPARED[type(operator)]]
            return [f"{text} -> {other}" for other in others]
        case ast.BoolOp(op=operator):
            return [f"{ast.unparse(node)} -> and/or", *_dropped(node)]
        case ast.If() | ast.IfExp():
            return [f"if {ast.unparse(node.test)} -> never, always"[:90]] * 2
        case ast.UnaryOp(op=ast.Not()):
            return [f"{ast.unparse(node)} -> without not"]
        case ast.BinOp(op=ast.Mult()):
            return [f"{ast.unparse(node)} -> +"]
        case ast.Constant(value=bool() as value):
            return [f"{value} -> {not value}"]
        case ast.Constant(value=int() as value):
            return [f"{value} -> {value + 1}"]
        case ast.Match(cases=cases):
            return [f"case {ast.unparse(one.pattern)} -> the next" for one in cases]
        case ast.Dict(keys=keys):
            return [f"{ast.unparse(key)} -> the next" for key in keys if key]
        case ast.comprehension(ifs=[_]):
            return [f"for ... if {ast.unparse(node.ifs[0])} -> all"]
        case _:
            return []


def _dropped(node: ast.BoolOp) -> list[str]:
    return [f"without {ast.unparse(value)}" for value in node.values]


def _turn(node: ast.AST, number: int) -> None:
    match node:
        case ast.Compare(ops=[operator]):
            node.ops = [_COMPARED[type(operator)][number]()]
        case ast.BoolOp() if number == 0:
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        case ast.BoolOp():
            node.values[number - 1] = ast.Constant(value=isinstance(node.op, ast.And))
        case ast.If() | ast.IfExp():
            node.test = ast.Constant(value=bool(number))
        case ast.UnaryOp():
            node.op = ast.Not()
            node.operand = ast.UnaryOp(op=ast.Not(), operand=node.operand)
        case ast.BinOp():
            node.op = ast.Add()
        case ast.Constant(value=bool() as value):
            node.value = not value
        case ast.Constant(value=int() as value):
            node.value = value + 1
        case ast.Match(cases=cases):
            cases[number].body = cases[(number + 1) % len(cases)].body
        case ast.Dict(values=values):
            values[number] = values[(number + 1) % len(values)]
        case ast.comprehension():
            node.ifs = []
        case _:
            raise TypeError(node)

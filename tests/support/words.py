"""Words in the product's source: literals in Chinese, and which keys of ``zpj/texts`` a module reads."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from support.tree import CARRIED

CHINESE = re.compile(r"[\u4e00-\u9fff]")
Keys = tuple[str, ...]
"""A topic and the keys below it: ("cli", "new", "says", "done")."""


class Read(NamedTuple):
    """Keys that a module reads: of a text, or of a table that it hands on or chooses from while it runs."""

    keys: Keys
    line: int


def chinese_literals(path: Path) -> Iterator[str]:
    """Every string of the module at ``path`` with a Chinese character, docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in docs:
            continue
        if isinstance(node.value, str) and CHINESE.search(node.value):
            yield f"{node.lineno}: {node.value}"


def reads(path: Path) -> Iterator[Read]:
    """What the module at ``path`` reads by ``wording("topic")["key"]...``, directly or through a name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    assigned = [node for node in ast.walk(tree) if isinstance(node, ast.Assign | ast.AnnAssign)]
    top = _names({}, [node for node in assigned if _function(node, parents) is tree])
    known: dict[ast.AST, Mapping[str, Keys]] = {
        function: _names(top, [node for node in assigned if _function(node, parents) is function])
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call | ast.Name | ast.Subscript):
            continue
        names = known.get(_function(node, parents), top)
        keys, parent = _keys(node, names), parents.get(node)
        if keys is None or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)):
            continue
        if isinstance(parent, ast.Subscript) and parent.value is node:
            if _keys(parent, names) is None:
                yield Read(keys, node.lineno)
        elif not _is_named(node, parents):
            yield Read(keys, node.lineno)


def leaves(words: Any, above: Keys) -> Iterator[Keys]:
    """The keys of every text in a table of words, and of every list."""
    if isinstance(words, Mapping):
        for key, below in words.items():
            yield from leaves(below, (*above, key))
    else:
        yield above


def in_templates(key: str) -> bool:
    """Whether a template names ``key``."""
    return any(re.search(rf"\b{re.escape(key)}\b", text) for text in _templates())


def _templates() -> list[str]:
    if not _TEXTS:
        for folder in CARRIED:
            files = (path for path in folder.rglob("*") if path.is_file())
            _TEXTS.extend(path.read_text(encoding="utf-8") for path in files)
    return _TEXTS


_TEXTS: list[str] = []


def _function(node: ast.AST, parents: Mapping[ast.AST, ast.AST]) -> ast.AST:
    while node in parents and not isinstance(node, ast.FunctionDef):
        node = parents[node]
    return node


def _names(above: Mapping[str, Keys], assignments: list[Any]) -> Mapping[str, Keys]:
    """Names of tables of words."""
    names = dict(above)
    for node in assignments:
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        pairs = (
            zip(target.elts, node.value.elts, strict=True)
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple)
            else [(target, node.value)]
        )
        for name, value in pairs:
            if isinstance(name, ast.Name) and value is not None:
                names.pop(name.id, None)
                if keys := _keys(value, names):
                    names[name.id] = keys
    return names


def _keys(node: ast.AST, names: Mapping[str, Keys]) -> Keys | None:
    match node:
        case ast.Name(id=name):
            return names.get(name)
        case ast.Call(func=ast.Name(id="wording"), args=[ast.Constant(value=str(topic))]):
            return (topic,)
        case ast.Subscript(value=value, slice=ast.Constant(value=str(key))):
            above = _keys(value, names)
            return above and (*above, key)
    return None


def _is_named(node: ast.AST, parents: Mapping[ast.AST, ast.AST]) -> bool:
    """Whether a name is given to it, under which it is looked for."""
    parent = parents.get(node)
    if isinstance(parent, ast.Tuple):
        parent = parents.get(parent)
    if not isinstance(parent, ast.Assign | ast.AnnAssign):
        return False
    target = parent.targets[0] if isinstance(parent, ast.Assign) else parent.target
    return isinstance(target, ast.Name | ast.Tuple)

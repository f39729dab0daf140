# SPDX-License-Identifier: GPL-3.0-or-later
"""Every word of the window can be said in another language: it goes through `tr`, and never too early."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAID = frozenset({"tr", "trn"})
MARKED = frozenset({"marked", "marked_plural"})
SHOWING = frozenset(
    {
        *("setText", "setToolTip", "setStatusTip", "setWindowTitle", "setTitle", "setPlaceholderText"),
        *("setAccessibleName", "setAccessibleDescription", "setInformativeText", "setDetailedText"),
        *("setLabelText", "setOkButtonText", "setTabText", "setTabToolTip", "setItemText", "setHeaderLabels"),
        *("addAction", "addMenu", "addButton", "addTab", "addItem", "addItems", "addRow", "showMessage"),
        *("QLabel", "QCheckBox", "QRadioButton", "QPushButton", "QToolButton", "QAction", "QGroupBox"),
        *("plain_button", "primary_button", "flat_button", "link_button", "arrow_button", "chip", "badge"),
        *("section_label", "muted_label", "strong_label", "search_field", "set_badge", "announce"),
        *(
            "ElidedButton",
            "ClampedLabel",
            "ContentList",
            "CardList",
            "Step",
            "DraftError",
            "problem",
            "certain",
        ),
    }
)
"""The calls that put words on the screen or into a message."""
NO_WORDS = re.compile(r"Penholder|PP\d|OP\d+|PDF|XML|Qt|GNU|Ctrl\+\w+|&nbsp;|</?\w+[^>]*>")
"""What is the same in every language: the program, names of paragraphs and kinds of files, keys, markup."""
ALLOWED = frozenset(
    {
        *(
            "certain",
            "fact",
            "error",
            "review",
            "style",
            "new",
            "moved",
            "deleted",
            "outline",
            "count",
            "plain",
        ),
        *("link", "accent"),
    }
)
"""Roles and kinds of badges, which the style sheet reads."""


def _imported(tree: ast.Module) -> frozenset[str]:
    """What a module takes from drafting.translation; elsewhere functions of these names say nothing."""
    return frozenset(
        name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "drafting.translation"
        for name in node.names
    )


def _trees(*folders: str) -> Iterator[tuple[str, ast.Module]]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_bytes())


def _called(node: ast.AST) -> str:
    """The name of the function or the method that is called."""
    return getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""


def _says(node: ast.AST) -> str:
    """The name of a function that is called by its bare name; `star.start()` of a match says nothing."""
    return getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""


def _at_once(node: ast.AST) -> Iterator[ast.AST]:
    """What is worked out when a module is loaded: all but the bodies of functions."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        parts = [*node.args.defaults, *filter(None, node.args.kw_defaults), *node.decorator_list]
    elif isinstance(node, ast.Lambda):
        parts = [*node.args.defaults, *filter(None, node.args.kw_defaults)]
    else:
        yield node
        parts = list(ast.iter_child_nodes(node))
    for part in parts:
        yield from _at_once(part)


def test_nothing_is_translated_before_the_language_is_chosen() -> None:
    early = [
        f"{name}:{node.lineno}"
        for name, tree in _trees("drafting", "ui")
        for node in _at_once(tree)
        if _says(node) in SAID
    ]
    assert early == []


def test_messages_are_whole_literals() -> None:
    """Neither f-strings nor glued pieces: the catalogues would not know them."""
    wrong = []
    for name, tree in _trees("drafting", "ui"):
        taken = (SAID | MARKED) & _imported(tree)
        for node in ast.walk(tree):
            if _says(node) not in taken:
                continue
            plain = (ast.Constant,) if _says(node) in MARKED else (ast.Constant, ast.IfExp, *_LOOKED_UP)
            if not isinstance(node.args[0], plain):
                wrong.append(f"{name}:{node.lineno}: {ast.unparse(node.args[0])}")
    assert wrong == []


_LOOKED_UP = (ast.Name, ast.Attribute, ast.Subscript, ast.Call, ast.Starred, ast.BoolOp)
"""What stands for a message that was marked elsewhere."""


def _shown(node: ast.expr) -> Iterator[str]:
    """The words an argument may show that did not go through `tr`."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(part.value if isinstance(part, ast.Constant) else " " for part in node.values)
    elif isinstance(node, ast.IfExp):
        yield from (*_shown(node.body), *_shown(node.orelse))
    elif isinstance(node, ast.BinOp):
        yield from (*_shown(node.left), *_shown(node.right))


def test_what_is_shown_went_through_the_catalogues() -> None:
    bare = [
        f"{name}:{node.lineno}: {text}"
        for name, tree in _trees("ui", "drafting/draft")
        for node in ast.walk(tree)
        if _called(node) in SHOWING
        for argument in (*node.args, *(one.value for one in node.keywords))
        for text in _shown(argument)
        if re.search(r"[^\W\d_]{2}", NO_WORDS.sub(" ", text) if text not in ALLOWED else "")
    ]
    assert bare == []


SENTENCE = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}")
SAID_OF_THE_TEXT = ("drafting/checking/", "drafting/updating/typed", "drafting/updating/facts.py")
"""The modules whose sentences about places and values the window shows."""
FOR_READERS = frozenset({"drafting/checking/catalogue.py"})
"""What writes pages of the documentation, which are in English."""
UNSAID = frozenset({"compile", "search", "match", "fullmatch", "findall", "sub", "Mend"})
"""The calls of patterns, and of what a fix puts into the text."""


def _no_sentences(tree: ast.Module) -> Iterator[ast.AST]:
    """Where words stand that nobody is told: docstrings, assertions, patterns; or that went through `tr`."""
    taken = (SAID | MARKED) & _imported(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr | ast.Assert) or _says(node) in taken or _called(node) in UNSAID:
            yield from ast.walk(node) if not isinstance(node, ast.Expr) else [node.value]


def test_sentences_about_places_went_through_the_catalogues() -> None:
    """Whatever calls they go through: in these modules words with a blank between them are a sentence."""
    bare = []
    for name, tree in _trees("drafting"):
        if not name.startswith(SAID_OF_THE_TEXT):
            continue
        passed = {id(node) for node in _no_sentences(tree)}
        words = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in passed]
        if name not in FOR_READERS:
            bare += [f"{name}:{one.lineno}" for one in words if SENTENCE.search(str(one.value))]
    assert bare == []

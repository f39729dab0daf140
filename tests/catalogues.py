# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogues of what the program says: python tests/catalogues.py gathers, updates and compiles them.

Every message marked in the code or standing in the data that the window shows goes into
resources/translations/LANGUAGE/LC_MESSAGES/penholder.po; what is translated there stays, what is no longer
said goes. The same code gives the same files: they hold no dates and no line numbers.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from drafting.data import load  # noqa: E402
from drafting.translation import DOMAIN, SOURCE, languages  # noqa: E402

TRANSLATIONS = ROOT / "resources" / "translations"
SINGLE, PLURAL = frozenset({"tr", "marked"}), frozenset({"trn", "marked_plural"})
"""The calls whose words are messages; of an `Entry` in a table of acts the second and the third are."""
Message = tuple[str | tuple[str, ...], str]
"""The message with its plural, and the file it stands in."""


def _of_checks(data: Any) -> Iterator[str]:
    for group in data["groups"]:
        yield group["title"]
        for rule in group["rules"]:
            yield from (rule["title"], rule["says"])


def _of_phrases(data: Any) -> Iterator[str]:
    yield from (kind["says"] for kind in data["budget"]["kinds"])


def _of_kinds(data: Any) -> Iterator[str]:
    yield from dict.fromkeys(kind[said] for kind in data["kinds"] for said in ("what", "do") if said in kind)


DATA: dict[str, Callable[[Any], Iterator[str]]] = {
    "checks": _of_checks,
    "file_kinds": _of_kinds,
    "phrases": _of_phrases,
}
"""What the window shows of files in `resources`."""


class Words(Catalog):
    """A catalogue whose head has only what is the same whenever it is written."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """What gettext asks for: the language, how it counts, and the encoding."""
        return [
            ("Project-Id-Version", DOMAIN),
            ("Language", str(self.locale)),
            ("Plural-Forms", self.plural_forms),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]


def gathered() -> Iterator[Message]:
    """Every message of the program, in the order of files, and in each in the order of its letters."""
    for folder in ("drafting", "ui"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            calls = [one for one in ast.walk(ast.parse(path.read_bytes())) if isinstance(one, ast.Call)]
            found = dict.fromkeys(message for call in calls for message in _said_by(call))
            yield from ((message, name) for message in sorted(found, key=_head))
    for name, messages in DATA.items():
        for message in messages(load(name)):
            yield message, f"resources/{name}.json"


def _said_by(call: ast.Call) -> Iterator[str | tuple[str, ...]]:
    called = getattr(call.func, "id", "")
    if called in SINGLE:
        yield from _literals(call.args[0])
    elif called in PLURAL and len(found := [word for one in call.args[:2] for word in _literals(one)]) == 2:
        yield tuple(found)
    elif called == "Entry":
        yield from (word for one in call.args[1:3] for word in _literals(one))


def _literals(node: ast.expr) -> list[str]:
    """The strings an argument may be: itself, or either side of a choice."""
    if isinstance(node, ast.IfExp):
        return [*_literals(node.body), *_literals(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def place(language: str, kind: str) -> Path:
    """The file of a catalogue; `kind` is "po" for the source and "mo" for what the program reads."""
    return TRANSLATIONS / language / "LC_MESSAGES" / f"{DOMAIN}.{kind}"


def read(language: str) -> Words:
    """The catalogue of a language as its source has it; empty when there is none yet."""
    path = place(language, "po")
    if not path.exists():
        return _empty(language)
    with path.open("rb") as source:
        return _copied(language, read_po(source, locale=language))


def updated(language: str, messages: Iterable[Message]) -> Words:
    """The catalogue with these messages and no others; what was translated before stays."""
    before, after = read(language), _empty(language)
    for message, name in messages:
        known = before.get(_head(message))
        same = known is not None and known.id == message
        after.add(message, known.string if known and same else "", [(name, None)])
    return after


def source_of(words: Words) -> bytes:
    """The catalogue as its source file."""
    out = BytesIO()
    # No width: where a line is broken would change with every word.
    write_po(out, words, width=0, include_lineno=False)
    return out.getvalue()


def compiled(words: Words) -> bytes:
    """The catalogue as the program reads it, without what is not translated."""
    out = BytesIO()
    write_mo(out, words)
    return out.getvalue()


def _head(message: Any) -> str:
    return message if isinstance(message, str) else message[0]


def _empty(language: str) -> Words:
    return Words(
        language, domain=DOMAIN, header_comment=f"# Penholder in the language “{language}”.", fuzzy=False
    )


def _copied(language: str, found: Catalog) -> Words:
    words = _empty(language)
    for one in found:
        if one.id:
            words.add(one.id, one.string, one.locations, one.flags, one.auto_comments, one.user_comments)
    return words


def main(wanted: Iterable[str]) -> None:
    """Update and compile the catalogues of these languages, of all there are when none is named."""
    messages = list(gathered())
    for language in tuple(wanted) or [one for one in languages() if one != SOURCE]:
        words = updated(language, messages)
        missing = sum(1 for one in words if one.id and not all(_strings(one.string)))
        place(language, "po").parent.mkdir(parents=True, exist_ok=True)
        place(language, "po").write_bytes(source_of(words))
        place(language, "mo").write_bytes(compiled(words))
        sys.stdout.write(f"{language}: {len(words)} messages, {missing} not translated\n")


def _strings(string: str | Iterable[str]) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string)


if __name__ == "__main__":
    main(sys.argv[1:])

# SPDX-License-Identifier: GPL-3.0-or-later
"""Corpus documents as records, simply: paragraphs in order, no masthead; enough to compare real versions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from drafting.resolution import Footnote, Kind, Masthead, Paragraph, Part, Resolution

_POINT = re.compile(r"\s*(\d+\.|\([a-z]+\))\s+")
Row = tuple[Kind, Part, str, str, list[str]]


def load_corpus(path: Path) -> Resolution:
    """One JSON paragraph list or XML file of the corpus."""
    rows = _xml_rows(path) if path.suffix == ".xml" else _json_rows(path)
    paragraphs = tuple(_numbered(rows))
    return Resolution(Masthead(number=path.stem), paragraphs, source=path.name)


def series(folder: Path) -> list[Resolution]:
    """All versions of a series, oldest first, one file a version."""
    files: dict[str, Path] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix in (".json", ".xml"):
            files[path.stem] = path
    return [load_corpus(files[stem]) for stem in sorted(files, key=_age)]


def _age(stem: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", stem))


def _numbered(rows: Iterator[Row]) -> Iterator[Paragraph]:
    counts = dict.fromkeys(("PP", "OP", "H"), 0)
    parent, seen = "", set[str]()
    for kind, part, label, text, notes in rows:
        if kind is Kind.SUBPARAGRAPH:
            name = f"{parent}{label}"
        else:
            letter = {Kind.PREAMBULAR: "PP", Kind.OPERATIVE: "OP", Kind.HEADING: "H"}[kind]
            counts[letter] += 1
            name = f"{letter}{counts[letter]}"
            parent = name if kind is not Kind.HEADING else parent
        while name in seen:
            name += "'"
        seen.add(name)
        footnotes = tuple(Footnote(index, len(text), note) for index, note in enumerate(notes, start=1))
        yield Paragraph(name, kind, part, text, label, footnotes=footnotes)


def _json_rows(path: Path) -> Iterator[Row]:
    part = Part.PREAMBLE
    for entry in json.loads(path.read_text(encoding="utf-8")):
        if entry["type"] == "heading":
            yield Kind.HEADING, part, "", entry["text"].strip(), []
        elif entry["type"] == "paragraph":
            kind, part, label = _json_kind(entry)
            text = entry["text"].strip()
            if kind is not Kind.PREAMBULAR or not re.fullmatch(r"The (\w+ ){1,3}(Council|Assembly),", text):
                yield kind, part, label, text, []


def _json_kind(entry: dict[str, Any]) -> tuple[Kind, Part, str]:
    if entry["paragraph_type"] == "preambular":
        return Kind.PREAMBULAR, Part.PREAMBLE, ""
    kind = Kind.SUBPARAGRAPH if entry["paragraph_level"] == 2 else Kind.OPERATIVE
    return kind, Part.OPERATIVE, (entry["prefix"] or "").rstrip(".")


def _xml_rows(path: Path) -> Iterator[Row]:
    root = etree.fromstring(path.read_bytes())
    for element in root.iter("{*}p"):
        ancestors = [etree.QName(a).localname for a in element.iterancestors()]
        if (
            "authorialNote" in ancestors
            or not {"preamble", "mainBody"} & set(ancestors)
            or "formula" in ancestors
        ):
            continue
        preamble = "preamble" in ancestors
        text, notes = _text(element)
        number = (
            element.getparent().getparent().find("{*}num")
            if "content" in ancestors or "intro" in ancestors
            else None
        )
        label = "".join(number.itertext()).strip().rstrip(".") if number is not None else ""
        if match := _POINT.match(text):
            label, text = match[1].rstrip("."), text[match.end() :]
        if not text:
            continue
        if preamble:
            yield Kind.PREAMBULAR, Part.PREAMBLE, "", text, notes
        elif "heading" in ancestors or (not label and not re.search(r"[,;:.]$", text)):
            yield Kind.HEADING, Part.OPERATIVE, label, text, notes
        elif label.startswith("(") or "point" in ancestors:
            yield Kind.SUBPARAGRAPH, Part.OPERATIVE, label, text, notes
        else:
            yield Kind.OPERATIVE, Part.OPERATIVE, label, text, notes


def _text(element: Any) -> tuple[str, list[str]]:
    notes = ["".join(note.itertext()).strip() for note in element.iter("{*}authorialNote")]
    parts: list[str] = []

    def walk(node: Any) -> None:
        parts.append(node.text or "")
        for child in node:
            if etree.QName(child).localname != "authorialNote":
                walk(child)
            parts.append(child.tail or "")

    walk(element)
    return " ".join("".join(parts).split()), notes

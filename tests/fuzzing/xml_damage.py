# SPDX-License-Identifier: GPL-3.0-or-later
"""Damage of XML and of pages: elements and attributes, entities, encodings, tags."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from lxml import etree

from tests.fuzzing.any_damage import Damage, behead, cut, double, drop, flip, splice

_DEEP = 20_000
_LAUGHS = "".join(
    f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' if level else '<!ENTITY l0 "laugh ">'
    for level in range(10)
)
_DOCTYPES = (
    f"<!DOCTYPE x [{_LAUGHS}]>",
    '<!DOCTYPE x [<!ENTITY l9 SYSTEM "file:///etc/hostname">]>',
    '<!DOCTYPE x [<!ENTITY l9 SYSTEM "http://127.0.0.1:9/a.xml">]>',
    '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/a.dtd">',
    '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;]>',
)


def _elements(data: bytes) -> tuple[etree._Element, list[etree._Element]] | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root, [element for element in root.iter() if isinstance(element.tag, str) and element is not root]


def _on_element(change: Callable[[etree._Element, list[etree._Element], Random], None]) -> Damage:
    def damage(data: bytes, chance: Random) -> bytes:
        found = _elements(data)
        if not found or not found[1]:
            return flip(data, chance)
        root, elements = found
        change(chance.choice(elements), elements, chance)
        return etree.tostring(root, xml_declaration=True, encoding="utf-8")

    damage.__name__ = change.__name__.strip("_")
    return damage


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def _copy(element: etree._Element) -> etree._Element:
    return etree.fromstring(etree.tostring(element, with_tail=False))


def _drop_element(element: etree._Element, _others: object, _chance: Random) -> None:
    _parent(element).remove(element)


def _unwrap_element(element: etree._Element, _others: object, _chance: Random) -> None:
    for child in reversed(element):
        element.addnext(child)
    _parent(element).remove(element)


def _double_element(element: etree._Element, _others: object, chance: Random) -> None:
    for _ in range(chance.choice((1, 1, 5, 200 if len(element) < 5 else 2))):
        element.addnext(_copy(element))


def _move_element(element: etree._Element, others: list[etree._Element], chance: Random) -> None:
    target = chance.choice(others)
    if target is not element and element not in set(target.iterancestors()):
        target.append(element)


def _nest_element(element: etree._Element, _others: object, chance: Random) -> None:
    inner = element
    for _ in range(chance.choice((1, 2, 40, 200))):
        inner = etree.SubElement(inner, element.tag)
    inner.text = "nested"


def _rename_element(element: etree._Element, others: list[etree._Element], chance: Random) -> None:
    element.tag = chance.choice((chance.choice(others).tag, "unknown", f"{element.tag}x"))


def _drop_attributes(element: etree._Element, others: list[etree._Element], chance: Random) -> None:
    for other in (element, *chance.sample(others, min(20, len(others)))):
        other.attrib.clear()


def _change_attribute(element: etree._Element, others: list[etree._Element], chance: Random) -> None:
    bearing = [other for other in others if other.attrib] or [element]
    chosen = chance.choice(bearing)
    name = chance.choice(list(chosen.attrib) or ["id"])
    chosen.set(
        name, chance.choice(("", "-1", "9" * 400, "x" * 5000, "../../x", "NaN", chosen.get(name, "") * 2))
    )


def _change_text(element: etree._Element, _others: object, chance: Random) -> None:
    texts = ("", "9" * 5000, "(a)" * 2000, "1." * 3000, "\u202e\u0301" * 500, "word " * 40_000, "İ" * 300)
    element.text = chance.choice(texts)


ELEMENTS: tuple[Damage, ...] = tuple(
    map(
        _on_element,
        (
            _drop_element,
            _unwrap_element,
            _double_element,
            _move_element,
            _nest_element,
            _rename_element,
            _drop_attributes,
            _change_attribute,
            _change_text,
        ),
    )
)


def place(data: bytes, chance: Random) -> int:
    """A place after an opening tag."""
    tags = [match.end() for match in re.finditer(rb"<[A-Za-z][^<>]*[^/]>", data)]
    return chance.choice(tags) if tags else len(data)


def deep(data: bytes, chance: Random) -> bytes:
    """Elements nested by the ten thousand."""
    at, depth = place(data, chance), chance.choice((300, 2000, _DEEP))
    tag = chance.choice((b"p", b"div", b"content", b"w:p", b"b"))
    close = b"</" + tag + b">" if chance.random() < 0.8 else b""
    return data[:at] + b"<" + tag + b">" * 1 + (b"<" + tag + b">") * depth + b"x" + close * depth + data[at:]


def entities(data: bytes, chance: Random) -> bytes:
    """Entities that explode, or ask for a file or an address."""
    at = place(data, chance)
    head = re.match(rb"\s*(<\?xml[^>]*\?>)?", data)
    end = head.end() if head else 0
    doctype = chance.choice(_DOCTYPES).encode()
    return data[:end] + doctype + data[end:at] + b"&l9;" + data[at:] if at >= end else doctype + data


def encoding(data: bytes, chance: Random) -> bytes:
    """The file says another encoding than it has, or has another than it says."""
    text = data.decode("utf-8", errors="replace")
    if chance.random() < 0.5:
        name = chance.choice(("utf-16", "latin-1", "utf-7", "ebcdic-cp-us", "no-such", "utf-32"))
        return re.sub(
            r"^(<\?xml[^>]*\?>)?", f'<?xml version="1.0" encoding="{name}"?>', text, count=1
        ).encode()
    return text.encode(chance.choice(("utf-16", "utf-16-be", "utf-32", "cp1252")), errors="replace")


def tags(data: bytes, chance: Random) -> bytes:
    """A tag is missing, doubled, or closed by another."""
    found = list(re.finditer(rb"</?[A-Za-z][^<>]*>", data))
    if not found:
        return flip(data, chance)
    match = chance.choice(found)
    other = chance.choice(found)[0]
    return data[: match.start()] + chance.choice((b"", match[0] * 2, other)) + data[match.end() :]


XML: tuple[Damage, ...] = (
    *ELEMENTS,
    *ELEMENTS,
    deep,
    entities,
    encoding,
    tags,
    tags,
    flip,
    cut,
    drop,
    splice,
)
PAGE: tuple[Damage, ...] = (deep, encoding, tags, tags, tags, flip, cut, drop, double, splice, behead)

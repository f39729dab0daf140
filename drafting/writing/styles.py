# SPDX-License-Identifier: GPL-3.0-or-later
"""The styles of a Word file, made from those of its layout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from drafting.writing.layout import INDENTS, Layout
from drafting.writing.ooxml import Element, Look, character_look, w

# Word expects these three to be there, whatever else a document defines.
_DEFAULTS = (
    ("character", "DefaultParagraphFont", "Default Paragraph Font"),
    ("table", "TableNormal", "Normal Table"),
    ("numbering", "NoList", "No List"),
)


def styles_xml(layout: Layout) -> Element:
    """The styles part: defaults, then paragraph and character styles in the order of the layout."""
    font = layout["font"]
    faces = w("rFonts", ascii=font, eastAsia=font, hAnsi=font, cs=font)
    language = w("lang", val=layout["language"], eastAsia=layout["language"], bidi="ar-SA")
    defaults = w("docDefaults", w("rPrDefault", w("rPr", faces, language)), w("pPrDefault"))
    paragraphs = [_paragraph_style(style, layout) for style in layout["styles"]]
    characters = [_character_style(style) for style in layout["character_styles"]]
    return w("styles", defaults, *paragraphs, *map(_default_style, _DEFAULTS), *characters)


def _paragraph_style(style: Mapping[str, Any], layout: Layout) -> Element:
    normal = style["id"] == "Normal"
    default = {"default": 1} if normal else {}
    element = w("style", w("name", val=style["name"]), type="paragraph", **default, styleId=style["id"])
    if not normal:
        element.append(w("basedOn", val=style.get("based_on", "Normal")))
    if "next" in style:
        element.append(w("next", val=style["next"]))
    element.append(w("qFormat"))
    element.append(w("pPr", *_flow(style), *_list_place(style, layout), *_shape(style)))
    if look := [*_characters(style)]:
        element.append(w("rPr", *look))
    return element


def _flow(style: Mapping[str, Any]) -> Iterator[Element]:
    """What keeps a paragraph together; these come first in the schema."""
    if style.get("keep") or style.get("keep_next"):
        yield w("keepNext")
    if style.get("keep"):
        yield w("keepLines")
    if style.get("new_page"):
        yield w("pageBreakBefore")
    if style["id"] == "Normal":
        yield w("widowControl")


def _shape(style: Mapping[str, Any]) -> Iterator[Element]:
    """Whether lines are counted, border, tabs, spacing, indents, alignment, in the order of the schema."""
    if style.get("uncounted"):
        yield w("suppressLineNumbers")
    if "border" in style:
        side, width, space = style["border"]
        yield w("pBdr", w(side, val="single", sz=width, space=space, color="auto"))
    if "tabs" in style:
        yield w("tabs", *(w("tab", val=kind, pos=place) for kind, place in style["tabs"]))
    if style["id"] == "Normal":
        yield w("suppressAutoHyphens")
    spacing: dict[str, Any] = {side: style[side] for side in ("before", "after") if side in style}
    if "line" in style:
        spacing["line"], spacing["lineRule"] = style["line"]
    if spacing:
        yield w("spacing", **spacing)
    if any(name in style for name in INDENTS):
        yield w("ind", **{name: style[key] for key, name in INDENTS.items() if key in style})
    if style.get("together"):
        yield w("contextualSpacing")  # no space between two of this style
    if "align" in style:
        yield w("jc", val=style["align"])


def _list_place(style: Mapping[str, Any], layout: Layout) -> Iterator[Element]:
    """The list and level a style numbers itself in; lists are counted in the order of the layout."""
    if "list" not in style:
        return
    levels = [level["style"] for level in layout["lists"][style["list"]]]
    yield w(
        "numPr",
        w("ilvl", val=levels.index(style["id"])),
        w("numId", val=list(layout["lists"]).index(style["list"]) + 1),
    )


def _characters(style: Mapping[str, Any]) -> Iterator[Element]:
    names = ("bold", "italic", "grey", "spacing", "stretch", "kern", "size", "raised")
    return character_look(Look(**{name: style[name] for name in names if name in style}))


def _character_style(style: Mapping[str, Any]) -> Element:
    return w(
        "style",
        w("name", val=style["name"]),
        w("basedOn", val="DefaultParagraphFont"),
        w("qFormat"),
        w("rPr", *_characters(style)),
        type="character",
        styleId=style["id"],
    )


def _default_style(default: tuple[str, str, str]) -> Element:
    kind, style_id, name = default
    element = w("style", type=kind, default=1, styleId=style_id)
    element.extend((w("name", val=name), w("uiPriority", val=99), w("semiHidden"), w("unhideWhenUsed")))
    if kind == "table":
        margins = {"top": 0, "left": 108, "bottom": 0, "right": 108}
        cells = w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in margins.items()))
        element.append(w("tblPr", w("tblInd", w=0, type="dxa"), cells))
    return element

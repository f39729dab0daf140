# SPDX-License-Identifier: GPL-3.0-or-later
"""The small parts Word expects beside text, styles and numbering: settings, font table, theme."""

from __future__ import annotations

from docx.oxml.parser import OxmlElement

from drafting.writing.footnotes import footnote_settings
from drafting.writing.layout import Layout
from drafting.writing.ooxml import Element, w

_WORD_2013 = "15"  # the newest compatibility mode; without it Word opens the file as one of 2007
_WORD = "http://schemas.microsoft.com/office/word"

# Black on white and the usual blue for links: nothing of a draft is coloured by the theme.
_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "44546A",
    "lt2": "E7E6E6",
    "accent1": "4472C4",
    "accent2": "ED7D31",
    "accent3": "A5A5A5",
    "accent4": "FFC000",
    "accent5": "5B9BD5",
    "accent6": "70AD47",
    "hlink": "0563C1",
    "folHlink": "954F72",
}


def settings_xml(layout: Layout) -> Element:
    """The settings part: tab stops, footnote separators, language; the page headers add theirs."""
    return w(
        "settings",
        w("zoom", percent=100),
        w("bordersDoNotSurroundHeader"),
        w("bordersDoNotSurroundFooter"),
        w("defaultTabStop", val=layout["tab"]),
        w("characterSpacingControl", val="doNotCompress"),
        *footnote_settings(),
        w("compat", w("compatSetting", name="compatibilityMode", uri=_WORD, val=_WORD_2013)),
        w("themeFontLang", val=layout["language"]),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def fonts_xml(layout: Layout) -> Element:
    """The font table: the one font, and that a serif font may stand in for it."""
    font = w(
        "font",
        w("panose1", val="02020603050405020304"),
        w("charset", val="00"),
        w("family", val="roman"),
        w("pitch", val="variable"),
        name=layout["font"],
    )
    return w("fonts", font)


def theme_xml(layout: Layout) -> Element:
    """A theme of the one font, so that what the drafter adds in Word is set in it too."""
    colours = (_a(name, _a("srgbClr", val=value)) for name, value in _COLOURS.items())
    elements = _a(
        "themeElements",
        _a("clrScheme", *colours, name="Plain"),
        _a("fontScheme", *(_faces(kind, layout) for kind in ("majorFont", "minorFont")), name="Plain"),
        _a(
            "fmtScheme",
            _a("fillStyleLst", *(_fill() for _ in range(3))),  # the schema wants three of each
            _a("lnStyleLst", *(_a("ln", _fill(), w="6350") for _ in range(3))),
            _a("effectStyleLst", *(_a("effectStyle", _a("effectLst")) for _ in range(3))),
            _a("bgFillStyleLst", *(_fill() for _ in range(3))),
            name="Plain",
        ),
    )
    return _a("theme", elements, name="Plain")


def _faces(kind: str, layout: Layout) -> Element:
    return _a(kind, _a("latin", typeface=layout["font"]), _a("ea", typeface=""), _a("cs", typeface=""))


def _fill() -> Element:
    return _a("solidFill", _a("schemeClr", val="phClr"))


def _a(tag: str, *children: Element, **attributes: str) -> Element:
    """An element of DrawingML, whose attributes stand in no namespace."""
    element: Element = OxmlElement(f"a:{tag}")
    for name, value in attributes.items():
        element.set(name, value)
    element.extend(children)
    return element

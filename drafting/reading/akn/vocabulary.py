# SPDX-License-Identifier: GPL-3.0-or-later
"""The elements of Akoma Ntoso by what they do to the text (OASIS LegalDocML 1.0; AKN4UN guidelines)."""

from __future__ import annotations

NOTE = frozenset({"authorialNote", "editorialNote"})
ITALIC, BOLD = frozenset({"i", "em"}), frozenset({"b", "strong"})
HEADINGS = frozenset({"heading", "subheading", "crossHeading", "longTitle", "title"})
# They hold running text: everything inside belongs to one paragraph, unless it is a paragraph of its own.
TEXT = frozenset({"p", "block", "listIntroduction", "listWrapUp", "tocItem", "li", "caption"}) | HEADINGS
# Paragraphs of their own even inside running text.
PARTING = TEXT | frozenset({
    "list", "point", "blockList", "item", "intro", "content", "wrapUp", "table", "tr", "td", "th", "ul", "ol",
    "div", "embeddedStructure", "quotedStructure", "subFlow", "formula", "container", "paragraph",
})  # fmt: skip
INLINE = frozenset({
    "span", "i", "b", "u", "a", "ref", "rref", "mref", "sup", "sub", "ins", "del", "def", "term", "abbr",
    "inline", "docTitle", "docNumber", "docDate", "docAuthority", "docProponent", "docStatus", "docType",
    "docPurpose", "docStage", "docCommittee", "docIntroducer", "docketNumber", "session", "event", "date",
    "time", "quantity", "organization", "person", "role", "location", "entity", "concept", "object",
    "process", "vote", "outcome", "legislature", "signature", "placeholder", "fillIn", "omissis", "remark",
    "quotedText", "mod", "rmod", "mmod", "marker", "noteRef", "eol", "br", "eop", "img",
}) | NOTE  # fmt: skip
# Their words are data of their own: never part of the word before or after, even where no blank is written.
DATA = frozenset({
    "docTitle", "docNumber", "docDate", "docAuthority", "docProponent", "docStatus", "docType", "session",
    "event", "date", "location", "quantity", "outcome", "inline",
})  # fmt: skip
POINTS = frozenset({"point", "item", "li", "subparagraph", "subpoint"})
ANNEXES = frozenset({"attachments", "attachment", "annex"})
BODIES = frozenset({"mainBody", "body"})
REGIONS = frozenset({"preface", "preamble", "formula", "conclusions"}) | ANNEXES | BODIES
PREFACES = frozenset({"coverPage", "preface"})

# SPDX-License-Identifier: GPL-3.0-or-later
"""Small resolutions that hypothesis draws: every kind of paragraph, footnotes anywhere, in sober words."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from drafting.resolution import Footnote, Kind, Masthead, Paragraph, Part, Resolution

_WORDS = (
    *("the", "States", "parties", "organizations", "cooperation", "development", "report", "report’s", "of"),
    *("and", "in", "to", "on", "with", "“Transforming our world”,", "long-term", "multi-stakeholder", "0.5"),
    *("A/RES/70/1", "79/166,", "2025,", "(2015)", "§4", "non‑governmental", "capacity-building;", "§ 12,"),
    *("E/CN.4/Sub.2", "Côte d’Ivoire", "Conference’s"),
)
_PREAMBULAR = (
    "Recalling",
    "Reaffirming",
    "Noting with concern",
    "Taking note",
    "Bearing in mind",
    "Recalling also",
)
_OPERATIVE = ("Urges", "Decides", "Requests", "Calls upon", "Takes note", "Also urges", "Encourages")
_NOTES = ("Resolution 70/1.", "A/80/1, para. 5.", "See A/HRC/56/40 and Corr.1.", "Ibid., annex II.")
_LETTERS = "abcdefgh"


@st.composite
def resolutions(draw: st.DrawFn) -> Resolution:
    """A General Assembly resolution of a few paragraphs, as the reader gives it."""
    paragraphs = [
        _paragraph(draw, f"PP{at}", Kind.PREAMBULAR, draw(st.sampled_from(_PREAMBULAR)), ",")
        for at in range(1, draw(st.integers(1, 4)) + 1)
    ]
    count = draw(st.integers(1, 4))
    headed = draw(st.booleans())
    for at in range(1, count + 1):
        if headed and at <= 2:
            paragraphs.append(_heading(at, draw(st.sampled_from(("Cooperation", "Means of implementation")))))
        paragraphs += _operative(draw, at, last=at == count)
    title = "Sustainable cooperation"
    masthead = Masthead("General Assembly", "A/RES/80/204", "80/204", title, session=80)
    return Resolution(masthead, _with_notes(draw, paragraphs))


def _operative(draw: st.DrawFn, number: int, *, last: bool) -> list[Paragraph]:
    opening, points = draw(st.sampled_from(_OPERATIVE)), draw(st.integers(0, 3))
    end = "." if last else ";"
    name = f"OP{number}"
    whole = _paragraph(draw, name, Kind.OPERATIVE, opening, ":" if points else end, str(number))
    return [
        whole,
        *(
            _paragraph(
                draw, f"{name}({letter})", Kind.SUBPARAGRAPH, "", end if at == points else ";", f"({letter})"
            )
            for at, letter in enumerate(_LETTERS[:points], start=1)
        ),
    ]


def _heading(number: int, title: str) -> Paragraph:
    return Paragraph(f"H{number}", Kind.HEADING, Part.OPERATIVE, title, "I" * number)


def _paragraph(draw: st.DrawFn, name: str, kind: Kind, opening: str, end: str, label: str = "") -> Paragraph:
    words = draw(st.lists(st.sampled_from(_WORDS), min_size=6, max_size=30))
    text = " ".join([opening or "To cooperate in", "all", *words]).rstrip(",;") + end
    part = Part.PREAMBLE if kind is Kind.PREAMBULAR else Part.OPERATIVE
    return Paragraph(name, kind, part, text, label, opening, int(kind is Kind.SUBPARAGRAPH))


def _with_notes(draw: st.DrawFn, paragraphs: list[Paragraph]) -> tuple[Paragraph, ...]:
    """Footnotes behind some words or at the end of some paragraphs, numbered through."""
    noted, number = [], 0
    for paragraph in paragraphs:
        notes = []
        if paragraph.kind is not Kind.HEADING and draw(st.booleans()):
            places = [
                at for at, sign in enumerate(paragraph.text) if sign == " " and at > len(paragraph.opening)
            ]
            behind = draw(st.sampled_from([*places, len(paragraph.text)]))
            number += 1
            notes = [Footnote(number, behind, draw(st.sampled_from(_NOTES)))]
        noted.append(replace(paragraph, footnotes=tuple(notes)))
    return tuple(noted)

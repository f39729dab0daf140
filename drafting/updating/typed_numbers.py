# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers and symbols as people type them: "166", "79/166", "A/RES/79/166", "resolution 79/166 of …".

What the blank takes is the piece that is missing; what stands around it says to which session it belongs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafting.citing import NUMBER, SYMBOL
from drafting.translation import tr
from drafting.updating.records import PLACEHOLDER, FactPart
from drafting.updating.typed import Understood, cleaned, doubted, out
from drafting.updating.typed_dates import day_form, point_of

_SERIAL = r"\d{1,4}(?:\s[A-Z])?"
_DOCUMENT = r"(?:[A-Z]{1,4}\.)?\d{1,4}(?:/(?:Add|Rev|Corr|Amend)\.\d{1,3})*"
_ADOPTED = re.compile(r"/(?:RES|DEC|PRST)/")
_ITEM = re.compile(r"(?<![\w.])([1-9]\d{0,3})(?!\w)\s?((?:\(\w{1,4}\)\s?)*)")
_MOST = 999  # no organ adopts so many texts in a session


@dataclass(frozen=True, slots=True)
class _Form:
    """A form cut at its blank ("A/HRC/58/", "/Add.1"), and what may stand in it."""

    before: str
    after: str
    inside: str

    def inside_of(self, text: str) -> list[str]:
        """What stands at the blank wherever the text has the whole, or its end ("58/12"), each once."""
        steps = [at + 1 for at, sign in enumerate(self.before) if sign == "/"][:-1]
        leads = "|".join(re.escape(self.before[at:]) for at in [0, *steps]) if self.before else ""
        pattern = rf"(?<![\w-])(?<!\d/)(?i:{leads})0*({self.inside}){re.escape(self.after)}(?![\w/])"
        return list(dict.fromkeys(match[1] for match in re.finditer(pattern, text)))


def understood_number(part: FactPart, typed: str) -> Understood:
    """The number of a resolution or decision; without a form a whole one ("59/12") or an item ("71 (b)")."""
    text = cleaned(typed)
    if not text:
        return Understood()
    if "{}" not in part.form:
        return _standing_alone(text, part)
    form = _form(part, _SERIAL)
    wanted = _wanted(part)
    if impossible := _impossible(text):
        return out(f"{impossible} {wanted}")
    symbols = [
        match[0] for match in re.finditer(SYMBOL, text, re.IGNORECASE) if re.search(r"/\S*\d", match[0])
    ]
    if other := next((one for one in symbols if not _ADOPTED.search(one.upper())), None):
        told = (
            tr("“{symbol}” is the symbol of a draft; the number is given when it is adopted.")
            if re.search(r"/L\.\d", other)
            else tr("“{symbol}” is the symbol of a document, not a number.")
        )
        return out(f"{told.format(symbol=other)} {wanted}")
    found = form.inside_of(text)
    if not found and (stray := re.search(rf"(?<!\d){NUMBER}(?!\d)", text)):
        return out(_elsewhere(stray[0], part))
    return _one(found or _bare(text, _SERIAL), part, text, wanted)


def understood_symbol(part: FactPart, typed: str) -> Understood:
    """The missing end of the symbol of a document, with its addenda; without a form a whole symbol."""
    text = cleaned(typed)
    if not text:
        return Understood()
    symbols = [
        match[0] for match in re.finditer(SYMBOL, text, re.IGNORECASE) if re.search(r"/\S*\d", match[0])
    ]
    if "{}" not in part.form:
        one = symbols[0].upper() if len(symbols) == 1 else ""
        wanted = tr("Write it such as “{example}”.").format(example=part.example or "A/HRC/59/40")
        told = tr("“{text}” is not one symbol of a document.").format(text=text)
        return doubted(one, "") if one else out(f"{told} {wanted}")
    form, wanted = _form(part, _DOCUMENT), _wanted(part)
    if impossible := _impossible(text):
        return out(f"{impossible} {wanted}")
    found = form.inside_of(text)
    if not found and (stray := symbols or re.findall(r"(?<![\w/])\d{1,4}/\d{1,4}(?![\w/])", text)):
        return out(_elsewhere(stray[0], part))
    return _one(found or _bare(text, _DOCUMENT), part, text, wanted)


def whole_number(part: FactPart, text: str) -> str:
    """The one value for the blank that a text names with its session ("79/166"); empty when there is none."""
    inside = _DOCUMENT if part.form.count("/") > 1 else _SERIAL
    found = _form(part, inside).inside_of(cleaned(text)) if "{}" in part.form else []
    return found[0] if len(found) == 1 else ""


def _form(part: FactPart, inside: str) -> _Form:
    before, _, after = part.form.partition("{}")
    return _Form(before, after, inside)


def _bare(text: str, inside: str) -> list[str]:
    """The values that stand alone in a text, apart from what belongs to a date."""
    rest = day_form().sub(lambda match: " " if point_of(match).month else match[0], text)
    return list(dict.fromkeys(re.findall(rf"(?<![\w/.])0*({inside})(?![\w/])", rest)))


def _one(found: list[str], part: FactPart, text: str, wanted: str) -> Understood:
    if len(found) != 1:
        return out(f"{_not_one(text, several=bool(found))} {wanted}")
    number = found[0]
    leading = int(re.findall(r"\d+", number)[0])
    if not leading:
        return out(f"{tr('There is no number 0.')} {wanted}")
    whole = part.form.replace("{}", number)
    if number == part.example:
        told = tr("{number} is the number of the text cited so far: is it that of {whole} too?")
        return doubted(number, told.format(number=number, whole=whole))
    if leading > _MOST and part.form.count("/") <= 1:
        return doubted(number, tr("{whole} is an unusually high number: is it right?").format(whole=whole))
    if number.startswith("L."):
        return doubted(number, tr("{whole} is the symbol of a draft: is it right?").format(whole=whole))
    return doubted(number, "")


def _elsewhere(stray: str, part: FactPart) -> str:
    asked = part.form.replace("{}", PLACEHOLDER)
    return tr(
        "“{text}” does not belong here: {asked} is asked for. To cite the other one, reword the proposal at "
        "its place."
    ).format(text=stray, asked=asked)


def _not_one(text: str, *, several: bool) -> str:
    told = tr("“{text}” names more than one number.") if several else tr("There is no number in “{text}”.")
    return told.format(text=text)


def _impossible(text: str) -> str:
    """What is wrong with a figure that can be no number of a text or document; empty when nothing is."""
    if re.match(r"-\d", text):
        return tr("“{text}” begins with a minus sign.").format(text=text)
    long = re.search(r"\d{5,}", text)
    told = tr("“{number}” is too high to be the number of a text or document.")
    return told.format(number=long[0]) if long else ""


def _wanted(part: FactPart) -> str:
    """What to write: no number that could be taken for the answer, but the one cited so far."""
    told = (
        tr("Write the number alone, as “{example}” in the text cited so far, or all of “{whole}”.")
        if part.example
        else tr("Write the number alone, or all of “{whole}”.")
    )
    return told.format(example=part.example, whole=part.form.replace("{}", PLACEHOLDER))


def _standing_alone(text: str, part: FactPart) -> Understood:
    """A whole number of a resolution, or the number of an agenda item with its points."""
    wanted = (
        tr("Write a number, as “{example}” so far.").format(example=part.example)
        if part.example
        else tr("Write a number.")
    )
    if impossible := _impossible(text):
        return out(f"{impossible} {wanted}")
    numbers = list(dict.fromkeys(match[0] for match in re.finditer(rf"(?<!\d){NUMBER}(?!\d)", text)))
    if len(numbers) == 1:
        return doubted(numbers[0], "")
    items = [] if numbers or "/" in text else list(_ITEM.finditer(text))
    if len(items) == 1:
        return doubted(f"{items[0][1]} {items[0][2]}".rstrip(), "")
    return out(f"{_not_one(text, several=bool(numbers or items))} {wanted}")

# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done with the finding in hand, the same from menus, keys, cards and the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from drafting.checking import rule
from drafting.draft import Draft, Located, Step, heed, ignore, mend
from drafting.errors import DraftError
from drafting.translation import tr
from ui.checks.places import Anchor, Passed, Placed, located, proposal_over
from ui.checks.watch import Checker
from ui.desk import Desk
from ui.settings import Settings

Act = Callable[[Draft, Located], Step]


class Acting(QObject):
    """The acts on findings; after one of them the next finding is taken in hand."""

    refused = Signal(str)
    """Why an act was not done."""
    said = Signal(str)
    """A word in passing on what was done."""
    proposal_wanted = Signal()
    """The proposal in hand is to be decided on."""
    wanted = Signal(object)
    """A place of the draft shall be shown, its words selected: an `Anchor`."""

    def __init__(self, desk: Desk, checker: Checker, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self.checker, self._settings = desk, checker, settings

    @property
    def can_ignore(self) -> bool:
        """Whether a finding is in hand that is not passed over yet."""
        return self.checker.chosen is not None and self.checker.chosen.passed is Passed.NOWHERE

    @property
    def can_fix(self) -> bool:
        """Whether the finding in hand can be mended: it stands, has a fix, and no proposal waits there."""
        draft, finding = self._desk.draft, self.checker.chosen
        if draft is None or finding is None or not self.can_ignore or not finding.fix:
            return False
        return not proposal_over(draft, finding)

    def fix(self) -> None:
        """Apply the fix of the finding in hand, as one act."""
        if self.can_fix:
            self._do(_mend)

    def to_proposal(self) -> None:
        """Take the proposal in hand that would change the words of the finding in hand."""
        draft, finding = self._desk.draft, self.checker.chosen
        proposal = proposal_over(draft, finding) if draft and finding else ""
        if proposal:
            self._desk.choose(proposal)
            self.proposal_wanted.emit()

    def ignore(self) -> None:
        """Pass over the finding in hand in this draft, as one act."""
        self._do(ignore)

    def ignore_always(self) -> None:
        """Pass over what this rule says of these words, in every draft."""
        finding = self.checker.chosen
        if finding is not None:
            follower = self._next_of(finding)
            self._settings.passed_over = (*self._settings.passed_over, finding.always)
            self.checker.sort_out()
            self.said.emit(
                tr(
                    "Ignored in every draft from now on. "
                    "Undo does not reach it: “Which checks…” takes it back."
                )
            )
            self.checker.choose(follower)

    def take_back(self) -> None:
        """Tell again of the finding in hand, which was passed over."""
        finding = self.checker.chosen
        if finding is not None and finding.passed is Passed.ALWAYS:
            self.heed(finding.always)
        elif finding is not None and finding.passed is Passed.HERE:
            self._do(_heed)

    def heed(self, always: tuple[str, str]) -> None:
        """Pass over nothing of this rule and these words any more."""
        self._settings.passed_over = [one for one in self._settings.passed_over if one != always]
        self.checker.sort_out()
        self.said.emit(tr("Told of again in every draft."))

    def jump(self) -> None:
        """Show the finding in hand on the page, its words selected."""
        finding = self.checker.chosen
        if finding is not None:
            self.wanted.emit(finding.at)

    def lead(self, number: int) -> None:
        """Show one of the places that the finding in hand is compared with."""
        finding = self.checker.chosen
        if finding is not None and number < len(finding.related):
            self.wanted.emit(finding.related[number])

    def take(self, rule_id: str, key: str, start: int) -> None:
        """Take the finding of a rule in a paragraph in hand, that at `start` if it has several."""
        here = [one for one in self.checker.standing if (one.finding.rule, one.at.key) == (rule_id, key)]
        if here:
            self.checker.choose(min(here, key=lambda one: abs(one.at.start - start)).id)

    def begin(self, here: Anchor) -> None:
        """Take the first finding from a place on in hand, unless one is."""
        standing = self.checker.standing
        if standing and self.checker.chosen is None:
            self.checker.choose(standing[(self._before(standing, here) + 1) % len(standing)].id)

    def move(self, by: int, here: Anchor | None = None) -> None:
        """Take the next (1) or previous (-1) finding in hand and show it, round the end.

        Without one in hand, the first from `here` on in that direction.
        """
        standing, chosen = self.checker.standing, self.checker.chosen
        if not standing:
            self.said.emit(tr("No findings."))
            return
        at = next((number for number, one in enumerate(standing) if chosen and one.id == chosen.id), None)
        if at is None:
            at = self._before(standing, chosen.at if chosen else here) + (0 if by > 0 else 1)
        self.checker.choose(standing[(at + by) % len(standing)].id)
        self.jump()

    def _before(self, standing: tuple[Placed, ...], here: Anchor | None) -> int:
        """How many findings stand before a place, less one."""
        draft = self._desk.draft
        if here is None or draft is None or here.key not in draft:
            return -1
        place = draft.position(here.key), here.note or "", here.start
        places = ((draft.position(one.at.key), one.at.note or "", one.at.start) for one in standing)
        return sum(one < place for one in places) - 1

    def _do(self, act: Act) -> None:
        draft, finding = self._desk.draft, self.checker.chosen
        if draft is None or finding is None:
            return
        follower = self._next_of(finding)
        try:
            step = act(draft, located(draft, finding))
        except DraftError as error:
            self.refused.emit(str(error))
            return
        if act is _mend:
            self.checker.settle(finding.id)
        self._desk.do(step)
        if act is not _heed:
            self.checker.choose(follower)

    def _next_of(self, finding: Placed) -> str:
        """The finding after this one, the one before at the end; empty when it is the last that stands."""
        ids = [one.id for one in self.checker.standing]
        if finding.id not in ids:
            return finding.id
        at = ids.index(finding.id)
        return (ids[at + 1 :] or ids[:at][-1:] or [""])[0]


def _mend(draft: Draft, found: Located) -> Step:
    title = tr(rule(found.finding.rule).title)
    name = tr("Fix {check} in {paragraph}").format(
        check=f"{title[:1].lower()}{title[1:]}", paragraph=draft.label(found.paragraph).id
    )
    return replace(mend(draft, found), name=name)


def _heed(draft: Draft, found: Located) -> Step:
    return heed(draft, found.ignoring)

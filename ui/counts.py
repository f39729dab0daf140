# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of the draft in the status bar: each is a button that leads to what it counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from drafting.draft.negotiating import Progress
from drafting.translation import tr, trn
from ui.editor.filters import Filter
from ui.panels.fact_card import Standing
from ui.panels.show import Figures
from ui.theme import current_theme, scaled, themes
from ui.widgets import Button

if TYPE_CHECKING:
    from ui.window import MainWindow

PAD = 6
"""Left and right of the words of a button."""


@dataclass(frozen=True, slots=True)
class Count:
    """One figure: `words` follow the number, `tip` says what a click does."""

    number: int
    words: str
    tip: str


class CountButton(Button):
    """A number in strong letters and what it counts in quiet ones; one word for a screen reader."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self._count = Count(0, "", "")
        self.setProperty("role", "count")
        self.setAccessibleName(name)  # until there is something to count
        self.hide()

    def show_count(self, count: Count) -> None:
        """Show another number or other words."""
        if count != self._count:
            self._count = count
            self.setAccessibleName(f"{count.number} {count.words}")
            self.setToolTip(count.tip)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        number, words = self._fonts()
        width = QFontMetrics(number).horizontalAdvance(f"{self._count.number} ")
        width += QFontMetrics(words).horizontalAdvance(self._count.words)
        return QSize(width + 2 * scaled(PAD), QFontMetrics(number).height() + 6)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter, theme = QStylePainter(self), current_theme()
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        line = self.rect().adjusted(scaled(PAD), 0, 0, 0)
        for font, text, colour in zip(
            self._fonts(),
            (f"{self._count.number} ", self._count.words),
            (theme.text, theme.muted),
            strict=True,
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
            line.setLeft(line.left() + QFontMetrics(font).horizontalAdvance(text))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def _fonts(self) -> tuple[QFont, QFont]:
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.Bold)
        return strong, self.font()


ORDER = ("paragraphs", "unchanged", "proposals", "facts", "findings", "agreed", "brackets")
"""The figures from left to right."""
GIVE_WAY = ("unchanged", "paragraphs", "agreed", "brackets", "findings", "facts", "proposals")
"""Where there is no room for all, the first of these go first: the left column has them too."""


class Counts(QWidget):
    """The figures side by side; those for which there is no room are hidden."""

    wanted = Signal(str)
    """A figure was pressed: its name in ORDER."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {name: CountButton(name) for name in ORDER}
        self._shown: set[str] = set()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, name=name: self.wanted.emit(name))
            row.addWidget(button)
        row.addStretch()
        # Else it would keep the window from being made narrower than all of it.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        themes().changed.connect(self._fit)

    def show_count(self, name: str, count: Count | None) -> None:
        """Show one figure; None takes it away."""
        if count is None:
            self._shown.discard(name)
        else:
            self._shown.add(name)
            self.buttons[name].show_count(count)
        self._fit()

    def text(self) -> str:
        """All figures in words, those without room too."""
        return " · ".join(self.buttons[name].accessibleName() for name in ORDER if name in self._shown)

    def sizeHint(self) -> QSize:
        widths = [self.buttons[name].sizeHint().width() + 2 for name in self._shown]
        return QSize(sum(widths), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height())

    def event(self, event: QEvent) -> bool:
        """Letters may have become larger."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _height(self) -> int:
        """Also while no figure is shown: the bar asks before there are any."""
        return self.buttons[ORDER[0]].sizeHint().height()

    def _fit(self) -> None:
        room, shown = self.width(), set(self._shown)
        for name in GIVE_WAY:
            if sum(self.buttons[one].sizeHint().width() + 2 for one in shown) <= room:
                break
            shown.discard(name)
        for name, button in self.buttons.items():
            button.setVisible(name in shown)
        self.updateGeometry()


def counts_of(found: Figures | None) -> dict[str, Count | None]:
    """The figures of a draft as counts; none without a draft."""
    if found is None:
        return dict.fromkeys(ORDER)
    every = found.by_choice[Filter.ALL]
    return {
        "paragraphs": Count(
            every, trn("paragraph", "paragraphs", every), tr("Shows all and goes to the outline")
        ),
        "unchanged": Count(
            found.unchanged,
            tr("unchanged since {version}").format(version=found.first),
            tr("Shows only the paragraphs that read alike in every version"),
        ),
        "proposals": Count(
            found.open,
            trn("proposal open", "proposals open", found.open),
            tr("Goes to the next open proposal"),
        ),
        "facts": Count(
            found.missing,
            trn("fact missing", "facts missing", found.missing),
            tr("Goes to what must be found out"),
        ),
        **_negotiated(found.progress),
    }


def _negotiated(found: Progress) -> dict[str, Count | None]:
    """What the room has come to; nothing before it has begun."""
    agreed = Count(
        found.agreed, tr("of {all} agreed").format(all=found.all), tr("Shows what is not agreed yet")
    )
    brackets = Count(
        found.brackets,
        trn("bracket open", "brackets open", found.brackets),
        tr("Goes to the next words in square brackets"),
    )
    return {"agreed": agreed if found.begun else None, "brackets": brackets if found.brackets else None}


def finding_count(number: int) -> Count:
    """The findings of the checks as a count."""
    return Count(number, trn("finding", "findings", number), tr("Goes to the findings of the checks"))


def lead(window: MainWindow, name: str) -> None:
    """Go to what a figure counts."""
    work = window.work

    def to_paragraphs() -> None:
        work.narrow(Filter.ALL)
        work.bring_up_outline()

    def to_proposals() -> None:
        work.proposals.widen()
        if any(not row.decided for row in work.proposals.model.rows):
            window.deciding.move(1)
        work.bring_up(work.proposals)

    def to_facts() -> None:
        work.facts.widen()
        if any(card.standing is Standing.MISSING for card in work.facts.cards):
            work.facts.show_only(Standing.MISSING)
        work.bring_up(work.facts)

    def to_bracket() -> None:
        work.page.setFocus(Qt.FocusReason.OtherFocusReason)
        window.acts["next_bracket"].trigger()

    leads: dict[str, Callable[[], object]] = {
        "paragraphs": to_paragraphs,
        "unchanged": lambda: work.narrow(Filter.STABLE),
        "proposals": to_proposals,
        "facts": to_facts,
        "findings": lambda: work.bring_up(work.checks),
        "agreed": lambda: work.narrow(Filter.NOT_AGREED),
        "brackets": to_bracket,
    }
    leads[name]()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Colours by meaning, fonts and text size: one look on every system, light, dark or in high contrast.

The colours are data in `resources/themes/`; code asks for what a thing means ("deleted"), never for a hue.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from drafting.data import load
from ui import fonts

NAMES = ("light", "dark", "contrast")
SYSTEM = "system"

SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
"""The steps of the text size, 1.0 being normal."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme by meaning, as "#RRGGBB"; `…_soft` is the quiet background of its meaning.

    Every colour that carries text has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3) on every background
    of the theme and on its own soft background.
    """

    name: str
    dark: bool
    background: str  # behind panels and page
    panel: str
    page: str  # paper, fields, cards
    hover: str
    text: str
    muted: str  # second-rank text
    line: str  # rules between things
    border: str  # edges of fields
    accent: str  # current, chosen, primary
    accent_soft: str
    on_accent: str  # text on the accent
    changed: str  # changed last time
    changed_soft: str
    new: str  # new last time; moved
    new_soft: str
    edited: str  # edited in this draft
    fact: str  # a fact is missing
    fact_soft: str
    deleted: str
    deleted_soft: str
    inserted: str
    inserted_soft: str
    found: str  # behind the hits of a search
    stable: str  # quiet marks; never text


@cache
def load_theme(name: str) -> Theme:
    """The theme of this name, one of NAMES; raises FileNotFoundError for any other."""
    return Theme(name=name, **load(f"themes/{name}"))


class Themes(QObject):
    """The theme and text size in force; `changing` is sent before it is applied, `changed` after.

    Whoever wants to keep a place in a scrolled text notes it on `changing`: fonts change in between.
    """

    changing = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice = SYSTEM
        self.theme = load_theme("light")
        self.scale = 1.0
        self._worn = False

    def set_scale(self, scale: float) -> None:
        """Sets the text size, 1.0 being normal; kept between the smallest and the largest step.

        Before a theme was chosen, only lengths follow.
        """
        scale = min(max(scale, SCALES[0]), SCALES[-1])
        if scale != self.scale:
            self.scale = scale
            self._dress()

    def larger(self) -> None:
        """The next larger text size."""
        self.set_scale(next((step for step in SCALES if step > self.scale), SCALES[-1]))

    def smaller(self) -> None:
        """The next smaller text size."""
        self.set_scale(next((step for step in reversed(SCALES) if step < self.scale), SCALES[0]))

    def normal_size(self) -> None:
        """The text size as it was designed."""
        self.set_scale(1.0)

    def choose(self, choice: str) -> None:
        """Applies a theme of NAMES, or follows the system from now on when `choice` is SYSTEM."""
        if choice != SYSTEM and choice not in NAMES:
            raise ValueError(choice)
        self.choice, self._worn = choice, True
        hints = QApplication.styleHints()
        if choice == SYSTEM:
            hints.unsetColorScheme()
        else:  # title bars and native dialogs follow too
            dark = load_theme(choice).dark
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        self.theme = load_theme(_of_system(hints.colorScheme()) if choice == SYSTEM else choice)
        self._dress()

    def follow(self, scheme: Qt.ColorScheme) -> None:
        """The system changed to `scheme`: follow it when that was chosen and makes a difference."""
        theme = load_theme(_of_system(scheme))
        if self.choice == SYSTEM and theme is not self.theme:
            self.theme = theme
            self._dress()

    def _dress(self) -> None:
        self.changing.emit()
        app = QApplication.instance()
        if isinstance(app, QApplication) and self._worn:
            app.setPalette(palette(self.theme))
            app.setFont(ui_font())
            app.setStyleSheet(style_sheet(self.theme))
        self.changed.emit()


@cache
def themes() -> Themes:
    """The one notifier of the program."""
    return Themes()


def current_theme() -> Theme:
    """The theme in force."""
    return themes().theme


def apply_theme(app: QApplication, choice: str = SYSTEM) -> None:
    """Dresses the application in a theme of NAMES, or follows the system from now on (SYSTEM)."""
    hints = app.styleHints()
    # The same on every system, and the base our style sheet was drawn on.
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    hints.colorSchemeChanged.connect(themes().follow, Qt.ConnectionType.UniqueConnection)
    themes().choose(choice)


def scaled(pixels: float) -> int:
    """A length in logical pixels at normal text size, at the text size in force."""
    return max(1, round(pixels * themes().scale))


def page_font(size: int = 15) -> QFont:
    """The serif font of resolution text; its lines stand `page_line()` apart."""
    return fonts.serif(scaled(size))


def page_line(size: int = 15) -> int:
    """The distance of lines of resolution text set in `page_font(size)`: 22 for 15."""
    return scaled(size * 22 / 15)


def ui_font(size: int = 13) -> QFont:
    """The interface font: 13 for controls, 12 and 11 for labels."""
    return fonts.interface(scaled(size))


def mixed(first: str, second: str, share: float) -> str:
    """The colour between two, `share` (0 to 1) of the way to the second."""
    one, two = QColor(first), QColor(second)
    channels = zip(one.getRgb()[:3], two.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a + (b - a) * share) for a, b in channels)).name().upper()


def palette(theme: Theme) -> QPalette:
    """The theme as a palette, for whatever the style sheet does not reach."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.background,
        role.WindowText: theme.text,
        role.Base: theme.page,
        role.AlternateBase: theme.panel,
        role.Text: theme.text,
        role.PlaceholderText: theme.muted,
        role.Button: theme.panel,
        role.ButtonText: theme.text,
        role.BrightText: theme.deleted,
        role.ToolTipBase: theme.panel,
        role.ToolTipText: theme.text,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.new,
        role.Light: theme.page,
        role.Midlight: theme.hover,
        role.Mid: theme.line,
        role.Dark: theme.border,
        role.Shadow: theme.line,
    }
    result = QPalette()
    for key, colour in colours.items():
        result.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, key, QColor(_disabled(theme)))
    return result


def style_sheet(theme: Theme) -> str:
    """The application style sheet in the colours of the theme and the text size in force."""
    sheet = Template((files("resources") / "themes" / "style.qss").read_text(encoding="utf-8"))
    sizes = {
        "small": 11,
        "label": 12,
        "heading": 14,
        "title": 17,
        "line_height": 18,
        "chip_height": 16,
        "separator": 22,
        "foot": 26,
        "tick": 13,
        "arrow": 10,
        "drop": 24,
        "drop_room": 26,
    }
    values = {name: f"{scaled(size)}px" for name, size in sizes.items()}
    values["chip_radius"] = f"{(scaled(16) + 6) // 2}px"
    dot, ring = scaled(4), scaled(5)
    across = dot + 2 * ring
    values |= {"dot": f"{dot}px", "ring": f"{ring}px", "radio": f"{across - 2}px"}
    values["drop_focus"] = f"{scaled(26) - 1}px"
    values["radio_radius"] = f"{across // 2}px"
    values["accent_strong"] = mixed(theme.accent, theme.text, 0.2)
    values["disabled"] = _disabled(theme)
    # Where the soft grounds are near black, what is chosen in a menu or a list takes the accent itself.
    strong = theme.name == "contrast"
    values["chosen"] = theme.accent if strong else theme.accent_soft
    values["hovered"] = theme.accent if strong else theme.hover
    values["on_chosen"] = theme.on_accent if strong else theme.text
    values["icons"] = str(files("resources") / "icons").replace("\\", "/")
    return sheet.substitute(asdict(theme) | values)


def _disabled(theme: Theme) -> str:
    return mixed(theme.muted, theme.panel, 0.45)


def _of_system(scheme: Qt.ColorScheme) -> str:
    """The theme that fits the system's colour scheme and its wish for contrast (known from Qt 6.10 on)."""
    hints = QApplication.styleHints()
    if hasattr(hints, "accessibility"):
        wish = hints.accessibility().contrastPreference()
        if wish == Qt.ContrastPreference.HighContrast:
            return "contrast"
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"

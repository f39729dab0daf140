# SPDX-License-Identifier: GPL-3.0-or-later
"""Which section of the user guide belongs to what has the keyboard."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

SECTIONS = {
    "WelcomePage": "Open a series",
    "AssistantDialog": "Look first",
    "ReadReport": "What the reader did",
    "SeriesPanel": "Open a series",
    "OutlinePanel": "The outline",
    "ShowPanel": "Read the page",
    "Page": "Read the page",
    "FindBar": "Find and replace",
    "ReplacePreview": "Find and replace",
    "GoToDialog": "Go to a place",
    "MoveToDialog": "Change the structure",
    "MemoDialog": "Negotiate",
    "ProposalsPanel": "Decide on the proposals",
    "WordingDialog": "Decide on the proposals",
    "FactsPanel": "Fill in the facts",
    "ChecksPanel": "Heed the checks",
    "WhichChecks": "Heed the checks",
    "ReadyDialog": "Ready to submit",
    "HistoryPanel": "Look at the history",
    "ComparisonWindow": "Compare two versions",
    "RoomWindow": "Show a paragraph to the room",
    "ExportDialog": "Export",
    "PrintDialog": "Print",
    "RecoveryDialog": "Never lose work",
    "PreferencesDialog": "Preferences",
    "ShortcutsDialog": "Help",
    "AboutDialog": "Help",
}
"""Sections by the class of the panel or dialog they tell of."""


def section_for(widget: QWidget | None) -> str:
    """The section that tells of the nearest place a widget stands in, "" for none."""
    while widget is not None:
        if section := SECTIONS.get(type(widget).__name__):
            return section
        widget = widget.parentWidget()
    return ""

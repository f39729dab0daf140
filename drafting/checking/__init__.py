# SPDX-License-Identifier: GPL-3.0-or-later
"""Checking: what is wrong or doubtful in a text, by rules with a source; findings never change anything."""

from drafting.checking.check import check, in_text_order
from drafting.checking.records import Finding, Mend, Rule, Severity, Spot, Subject
from drafting.checking.rules import off_by_default, rule, rules
from drafting.checking.series import findings_of, subjects_of

__all__ = [
    "Finding",
    "Mend",
    "Rule",
    "Severity",
    "Spot",
    "Subject",
    "check",
    "findings_of",
    "in_text_order",
    "off_by_default",
    "rule",
    "rules",
    "subjects_of",
]

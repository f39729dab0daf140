# SPDX-License-Identifier: GPL-3.0-or-later
"""Data that the program carries with it: phrases, calendars, names of States, the sample series; no code."""

# SPDX-License-Identifier: GPL-3.0-or-later
"""Never losing work: copies for recovery, what they hold beyond the saved file, the start of next year."""

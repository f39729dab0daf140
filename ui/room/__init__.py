# SPDX-License-Identifier: GPL-3.0-or-later
"""The room view: one paragraph of the draft in large type, for a second screen that the whole room sees."""

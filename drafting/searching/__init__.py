# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding words in a draft and putting others in their place; without Qt."""

# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes tracked in the official Word file itself: what the General Assembly asks for."""

from __future__ import annotations

from drafting.writing.official.document import official_bytes

__all__ = ["official_bytes"]

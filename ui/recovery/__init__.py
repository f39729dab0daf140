# SPDX-License-Identifier: GPL-3.0-or-later
"""Never losing work in the window: recovery copies, the recovery screen, and the file kept from others."""

# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong with files on other people's computers, for tests to let it happen."""

from __future__ import annotations

import errno
from collections.abc import Callable


def failing(error: OSError) -> Callable[..., None]:
    """Something in place of a function of the system, which then fails like this."""

    def fail(*_args: object, **_kwargs: object) -> None:
        raise error

    return fail


def windows_error(winerror: int) -> OSError:
    """What Windows raises: a PermissionError with its own number."""
    error = PermissionError(errno.EACCES, "denied")
    error.winerror = winerror
    return error

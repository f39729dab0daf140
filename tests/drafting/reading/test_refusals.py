# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a file is not read, in the language that is spoken: also where another process reads it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from drafting.errors import UnreadableFile
from drafting.reading import read
from drafting.translation import SOURCE, speak

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(40)
PDF = b"%PDF-1.7\nno more came\n"


@pytest.fixture
def french() -> Iterator[None]:
    speak("fr")
    yield
    speak(SOURCE)


def _refused(folder: Path, data: bytes) -> str:
    path = folder / "text"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile) as caught:
        read(path)
    return caught.value.reason


@pytest.mark.parametrize(
    ("data", "begins"),
    [(PICTURE, "c’est une image."), (PDF, "le fichier PDF ne peut pas être lu\u00a0: il est endommagé")],
)
def test_refusals_follow_the_language(french: None, tmp_path: Path, data: bytes, begins: str) -> None:
    reason = _refused(tmp_path, data)
    assert reason.startswith(begins)
    assert "Le fichier est intact." in reason
    speak(SOURCE)
    assert "The file was not changed." in _refused(tmp_path, data)

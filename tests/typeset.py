# SPDX-License-Identifier: GPL-3.0-or-later
"""Small PDF files for tests: lines at given places in type of one width, so that every line end is exact.

In a text `{i:…}` is italic, `{b:…}` bold, `{^:…}` raised and small, as footnote marks are; none
holds a space.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_FACES = {"": "Courier", "i": "Courier-Oblique", "b": "Courier-Bold", "^": "Courier"}
_RUN = re.compile(r"\{([ib^]):([^}]*)\}|([^{]+)")
_WIDTH = 0.6  # of the type size: every letter of Courier
LEFT, COLUMNS, LEADING = 120.0, 60, 12.0


@dataclass
class Sheet:
    """One page; `y` is where the next line goes."""

    y: float = 700.0
    content: list[str] = field(default_factory=list)

    def put(self, x: float, y: float, text: str, size: float = 10) -> None:
        """A line of text whose first letter stands at x, y."""
        for face, marked, plain in _RUN.findall(text):
            letters = marked or plain
            kind = size * 0.65 if face == "^" else size
            rise = size * 0.35 if face == "^" else 0
            shown = "".join(f"\\{ord(letter):03o}" for letter in letters.encode("cp1252").decode("latin-1"))
            font = "/" + _FACES[face]
            self.content.append(f"BT {font} {kind} Tf 1 0 0 1 {x} {y + rise} Tm ({shown}) Tj ET")
            x += len(letters) * _WIDTH * kind

    def rule(self, left: float, right: float, y: float) -> None:
        """A thin line."""
        self.content.append(f"{left} {y} m {right} {y} l 0.5 w S")

    def lines(self, *texts: str, left: float = LEFT, size: float = 10) -> None:
        """Lines one under the other."""
        for text in texts:
            self.put(left, self.y, text, size)
            self.y -= LEADING * size / 10

    def paragraph(self, text: str, *, first: int = 4, gap: float = 6, columns: int = COLUMNS) -> None:
        """A paragraph wrapped as an editor would, its first line indented by letters, with room above."""
        self.y -= gap
        self.set(wrapped(text, first=first, columns=columns))

    def set(self, rows: list[tuple[float, str]]) -> None:
        """Lines with the place where each begins."""
        for left, line in rows:
            self.put(left, self.y, line)
            self.y -= LEADING


def wrapped(text: str, *, first: int = 4, columns: int = COLUMNS) -> list[tuple[float, str]]:
    """The lines of a paragraph with the place where each begins."""
    rows: list[tuple[float, str]] = []
    line, used, left = "", first, LEFT + first * _WIDTH * 10
    for word in text.split(" "):
        width = len(_RUN.sub(r"\2\3", word))
        if line and used + 1 + width > columns:
            rows.append((left, line))
            line, used, left = "", 0, LEFT
        line, used = (f"{line} {word}", used + 1 + width) if line else (word, used + width)
    return [*rows, (left, line)]


def pdf_of(*sheets: Sheet, encrypted: bool = False) -> bytes:
    """The file with these pages."""
    fonts = " ".join(
        f"/{name} << /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
        for name in sorted(set(_FACES.values()))
    )
    kids = " ".join(f"{3 + 2 * at} 0 R" for at in range(len(sheets)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>"]
    for at, sheet in enumerate(sheets):
        stream = "\n".join(sheet.content)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << {fonts} >> >> "
            f"/Contents {4 + 2 * at} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    more = ""
    if encrypted:
        secret = f"/O <{'ab' * 32}> /U <{'cd' * 32}>"
        objects.append(f"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 {secret} >>")
        more = f"/Encrypt {len(objects)} 0 R /ID [<{'00' * 16}> <{'00' * 16}>]"
    return _file(objects, more)


def _file(objects: list[str], more: str) -> bytes:
    data, places = "%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n"
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    data += "".join(f"{place:010} 00000 n \n" for place in places)
    data += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {more} >>\nstartxref\n{start}\n%%EOF\n"
    return data.encode("latin-1")

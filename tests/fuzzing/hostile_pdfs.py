# SPDX-License-Identifier: GPL-3.0-or-later
"""PDF files made to do harm."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tests.fuzzing.hostile_packages import LAST, repeatable
from tests.fuzzing.made_up import MEGABYTE, NOWHERE, SMALL, Hostile
from tests.made_files import MAKERS

_PASSWORD = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -4 >> /Root" % (b"o" * 32, b"u" * 32)
_LAUNCH = f"/OpenAction << /S /Launch /F (/bin/sh) >> /AA << /O << /S /URI /URI (http://{NOWHERE}/) >> >>"
_PAGE = "/Type /Page /Parent 2 0 R /MediaBox [0 0 612 792]"
_FONT = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >>"


def pdfs() -> Iterator[Hostile]:
    """PDF files that refer in circles, nest, unpack to gigabytes, or are encrypted."""
    trees = {
        "whose pages hold themselves": ("/Kids [2 0 R 2 0 R] /Count 2", True),
        "with a billion pages": ("/Kids [3 0 R] /Count 1000000000", False),
        "with a page a hundred thousand times": (f"/Kids [{'3 0 R ' * 100_000}] /Count 100000", False),
        "without pages": ("/Kids [] /Count 0", True),
        "deep in arrays": ("/Count 1 /Kids " + "[" * 300_000, False),
        "deep in dictionaries": ("/Count 1 /Kids [3 0 R] /X " + "<</X " * 300_000, False),
    }
    for name, (tree, refused) in trees.items():
        yield Hostile(f"PDF {name}", ".pdf", partial(_pdf, tree), refused=refused)
    yield Hostile(
        "PDF with a form that draws itself", ".pdf", partial(_pdf, stream=b"/F Do " * 1000, form=True)
    )
    yield Hostile("PDF that unpacks to a gigabyte", ".pdf", _gigabyte)
    letters = b"BT /F1 9 Tf 9 0 0 9 9 9 Tm " + b"(word) Tj " * 250_000 + b"ET"
    yield Hostile("PDF with a million letters on a page", ".pdf", partial(_pdf, stream=letters))
    yield Hostile("PDF whose table refers back to itself", ".pdf", _looped_table)
    yield Hostile("PDF with a password", ".pdf", partial(_replaced, b"/Root", _PASSWORD), refused=True)
    yield Hostile("PDF of its head alone", ".pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".strip, refused=True)
    yield Hostile("PDF without its end", ".pdf", _without_end)
    launch = b"/Pages 2 0 R " + _LAUNCH.encode()
    yield Hostile("PDF that opens a program", ".pdf", partial(_replaced, b"/Pages 2 0 R", launch))


def _whole() -> bytes:
    return MAKERS[".pdf"](SMALL)


def _replaced(old: bytes, new: bytes) -> bytes:
    return _whole().replace(old, new, 1)


def _looped_table() -> bytes:
    return _replaced(b"/Root 1 0 R >>", b"/Root 1 0 R /Prev %d >>" % _whole().rfind(b"xref\n0"))


def _without_end() -> bytes:
    return _whole()[: _whole().rfind(b"xref\n0")]


def _gigabyte() -> bytes:
    shows = b"BT /F1 9 Tf (x) Tj ET "
    packed = b"\x78\xda" + repeatable(shows * (MEGABYTE // len(shows))) * 1024 + LAST + bytes(4)
    return _pdf(stream=packed, packed=True)


def _pdf(
    tree: str = "/Kids [3 0 R] /Count 1", *, stream: bytes = b"", form: bool = False, packed: bool = False
) -> bytes:
    """A PDF of one page with this stream, or with this tree of pages."""
    resources = f"/Resources << {_FONT} {'/XObject << /F 4 0 R >>' if form else ''} >>"
    kind = f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] {resources} " if form else ""
    kind += "/Filter /FlateDecode " if packed else ""
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages {tree} >>".encode(),
        f"<< {_PAGE} {resources} /Contents 4 0 R >>".encode(),
        f"<< {kind}/Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream",
    )
    file, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(file)
    return file + b"xref\n0 5\n0000000000 65535 f \n" + table + end

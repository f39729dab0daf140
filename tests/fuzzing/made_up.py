# SPDX-License-Identifier: GPL-3.0-or-later
"""What all files made to do harm have in common: a name, their bytes when wanted, what must come of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from drafting.resolution import Kind, Masthead, Paragraph, Part, Resolution

MEGABYTE = 1 << 20
# RFC 5737: an address that leads nowhere, should a file ever reach the network.
NOWHERE = "192.0.2.1"
SMALL = Resolution(
    Masthead("General Assembly", "A/RES/80/1", "80/1", "Cooperation", 80),
    (
        Paragraph("PP1", Kind.PREAMBULAR, Part.PREAMBLE, "Recalling its resolution 79/1,", "", "Recalling"),
        Paragraph("OP1", Kind.OPERATIVE, Part.OPERATIVE, "Urges States to act;", "1", "Urges"),
        Paragraph("OP2", Kind.OPERATIVE, Part.OPERATIVE, "Decides to remain seized of it.", "2", "Decides"),
    ),
)
_LAUGHS = '<!ENTITY l0 "laugh laugh laugh ">' + "".join(
    f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10)
)
DOCTYPES = {
    "entities that explode": (f"<!DOCTYPE x [{_LAUGHS}]>", "&l9;"),
    "a long entity, often": (f'<!DOCTYPE x [<!ENTITY l9 "{"laugh " * 20_000}">]>', "&l9;" * 20_000),
    "an entity of itself": ('<!DOCTYPE x [<!ENTITY l9 "&l9;">]>', "&l9;"),
    "an entity from a file": ('<!DOCTYPE x [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>', "&l9;"),
    "an entity from a device": ('<!DOCTYPE x [<!ENTITY l9 SYSTEM "file:///dev/zero">]>', "&l9;"),
    "an entity from the network": (f'<!DOCTYPE x [<!ENTITY l9 SYSTEM "http://{NOWHERE}/x">]>', "&l9;"),
    "a DTD from the network": (f'<!DOCTYPE x SYSTEM "http://{NOWHERE}/x.dtd">', ""),
    "parameter entities": (f'<!DOCTYPE x [<!ENTITY % p SYSTEM "http://{NOWHERE}/p"> %p;]>', ""),
    "a style sheet": (f'<?xml-stylesheet href="http://{NOWHERE}/x.xsl" type="text/xsl"?>', ""),
}
"""What stands before the first element, and a reference to be put into the text."""


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file made by hand; `refused`: nothing in it can be read, so that it must be refused."""

    name: str
    suffix: str
    content: Callable[[], bytes]
    refused: bool = False

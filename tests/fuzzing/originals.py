# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that are damaged: a spread of the corpus, and the samples in every format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from drafting.reading import read
from drafting.writing.word import word_bytes
from tests.corpus.files import CORPUS, SAMPLES
from tests.made_files import MAKERS

# One of every kind and template; the longest only as XML, since a damaged one is read from its beginning too.
_SPREAD = (
    "reader/docx/A_RES_72_12.docx",
    "reader/docx/A_RES_72_128.docx",
    "reader/docx/A_RES_72_284.docx",
    "reader/languages/A_HRC_RES_56_2.ar.xml",
    "reader/languages/A_HRC_RES_56_8.zh.xml",
    "reader/pdf/A_80_L.12.pdf",
    "reader/pdf/A_C.1_80_L.9.pdf",
    "reader/pdf/A_HRC_DEC_59_112.pdf",
    "series/ga-intl-cooperation-human-rights/A_RES_72_169.docx",
    "series/ga-intl-cooperation-human-rights/A_RES_80_204.pdf",
    "series/ga-migrants/A_RES_72_179.docx",
    "series/ga-migrants/A_RES_80_218.xml",
    "series/ga-sustainable-fisheries/A_RES_76_71.xml",
    "series/hrc-intl-cooperation-human-rights/A_HRC_RES_56_2.xml",
    "series/sc-undof/S_RES_2737_2024.xml",
    "series/sc-undof/S_RES_2824_2026.xml",
)


@dataclass(frozen=True)
class Original:
    """A whole file: its name, its kind, and its bytes when they are wanted."""

    name: str
    suffix: str
    content: Callable[[], bytes]


def originals() -> Sequence[Original]:
    """All files to be damaged; where the corpus is absent, the samples in every format alone."""
    found = [CORPUS / name for name in _SPREAD]
    real = [Original(path.name, path.suffix, cache(path.read_bytes)) for path in found if path.is_file()]
    texts = [Original(path.name, ".txt", cache(path.read_bytes)) for path in SAMPLES]
    made = [
        Original(f"made-{path.stem}{suffix}", suffix, cache(lambda path=path, make=make: make(read(path))))
        for path in SAMPLES[-1:]
        for suffix, make in MAKERS.items()
    ]
    own = Original("written-56-2.docx", ".docx", cache(lambda: word_bytes(read(SAMPLES[-1]))))
    return [*real, *texts, *made, own]

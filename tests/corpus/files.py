# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that are measured: the real documents beside the project, and the samples it brings."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
SAMPLES = tuple(ROOT / "resources" / "samples" / f"{name}.txt" for name in ("47-9", "50-4", "53-11", "56-2"))

# A report, an amendment and a document that only shows a template: what is right is to say so.
NO_RESOLUTION = {"A_HRC_59_15_Add.1.pdf", "A_C.3_80_L.58.pdf", "UNECE-Geneva-template.docx"}
TRUTH_ONLY = ".json"  # a paragraph list: not read by the product, but another's reading to compare with
KINDS = {".xml": "XML", ".docx": "Word", ".pdf": "PDF", ".txt": "text", ".html": "page", TRUTH_ONLY: "list"}


def corpus_files(only: Iterable[Path] = ()) -> list[Path]:
    """The documents of the corpus that the product reads, each once; or those of the given paths."""
    chosen = [path for path in _below(only) if path.suffix in KINDS and path.suffix != TRUTH_ONLY]
    seen: dict[tuple[str, int], Path] = {}
    for path in chosen:
        seen.setdefault((path.name, path.stat().st_size), path)
    return list(seen.values())


def lists(only: Iterable[Path] = ()) -> list[Path]:
    """The paragraph lists of the corpus, or those of the given paths."""
    return [path for path in _below(only) if path.suffix == TRUTH_ONLY]


def language_of(path: Path) -> str:
    """The language that the name of a corpus file tells ("A_HRC_RES_56_2.ar.xml"), English without."""
    code = path.stem.rpartition(".")[2]
    return code if len(code) == 2 and code.isalpha() else "en"


def _below(only: Iterable[Path]) -> list[Path]:
    paths = list(only) or [CORPUS]
    found = [inner for path in paths for inner in (path.rglob("*") if path.is_dir() else [path])]
    return sorted(path.resolve() for path in found if path.is_file())

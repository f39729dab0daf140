# SPDX-License-Identifier: GPL-3.0-or-later
"""The exceptions of Penholder; every message may be shown to a drafter as it is.

    PenholderError              anything a drafter can be told about
    ├── FileError               one file; names it
    │   ├── UnreadableFile      missing, empty, locked, binary, or of a kind not read yet
    │   ├── NotAResolution      readable, but no resolution was found in it
    │   ├── NotForShelf         readable, but nothing in it answers a question, or it is on the shelf already
    │   ├── DamagedDraft        a saved draft that cannot be opened
    │   │   └── LaterDraft      because it needs a later Penholder; it is as it was
    │   ├── ReadingStopped      the drafter stopped the reading before it was done
    │   ├── ChangedFile         a file that says something else than when it was read
    │   ├── OtherResolution     a file that holds no version of the resolution that is drafted
    │   ├── WritingStopped      the drafter stopped the writing before the file was put in place
    │   └── WriteFailed         an output could not be put in place; what was there before is untouched
    ├── SeriesError             the files do not make one series
    ├── TargetError             the target session does not follow the base version
    ├── UsageError              a command line that cannot be carried out as asked
    ├── OfficialFileError       a Word file in which the changes cannot be written
    │   └── StrictFile          because it is a “Strict Open XML Document”
    ├── TrackingFailed          marked changes that do not give the two texts back exactly
    ├── SearchError             what cannot be looked for
    └── DraftError              an operation that the draft in its present state does not allow

A message has up to three parts, in this order: what happened, what is safe, what to do next.
"""

from __future__ import annotations

from pathlib import Path

from drafting.translation import tr


class PenholderError(Exception):
    """Base of all errors whose text is written for the drafter."""


class FileError(PenholderError):
    """An error about one file; `path` is the file and `reason` the sentence without its name."""

    def __init__(self, path: Path | str, reason: str) -> None:
        self.path = Path(path)
        self.reason = reason
        super().__init__(f"{self.path.name or self.path}: {reason}")


class UnreadableFile(FileError):
    """The file is missing, empty, locked, binary, or of a kind Penholder does not read."""


class NotAResolution(FileError):
    """The file was read but holds no resolution."""


class NotForShelf(FileError):
    """The file was read but is of no use on the shelf."""


class DamagedDraft(FileError):
    """A saved draft cannot be opened."""


class LaterDraft(DamagedDraft):
    """A saved draft that needs a later version of Penholder."""


class ReadingStopped(FileError):
    """The reading of a file was stopped by the drafter; nothing of it was used."""


class ChangedFile(FileError):
    """A file says something else than when it was read."""


class OtherResolution(FileError):
    """A file holds no version of the resolution that is drafted."""


class WritingStopped(FileError):
    """The writing of a file was stopped by the drafter; what was there before is untouched."""


class WriteFailed(FileError):
    """An output file could not be written; an earlier file of that name is untouched."""


class SeriesError(PenholderError):
    """The files given do not make one series of resolutions."""


class TargetError(PenholderError):
    """The target session cannot follow the base version."""


class UsageError(PenholderError):
    """The command line asks for something that cannot be done as asked."""


class OfficialFileError(PenholderError):
    """The changes cannot be written into the file the text was read from; `place` says where."""

    def __init__(self, place: str) -> None:
        super().__init__(
            tr(
                "The changes could not be written into the official file: {place} was not found in "
                "it as it was read. The file and the draft are as they were. Export the draft with "
                "tracked changes as a file of its own instead."
            ).format(place=place)
        )


class StrictFile(OfficialFileError):
    """The official file is a “Strict Open XML Document”: changes are written only in others."""

    def __init__(self) -> None:
        PenholderError.__init__(
            self,
            tr(
                "The changes could not be written into the official file: it is saved as a “Strict Open "
                "XML Document”, which is not the usual kind of Word file. The file and the draft are as they "
                "were. "
                "Open it in Word, save it under another name as “Word Document (*.docx)”, and choose "
                "that file; or export the "
                "draft with tracked changes as a file of its own."
            ),
        )


class TrackingFailed(PenholderError):
    """The file with its changes marked was read back and said something else; it was not written.

    `taken` is "accepted" or "rejected": a redline is held to the same.
    """

    def __init__(self, taken: str, found: str, meant: str) -> None:
        if taken == "accepted":
            told = tr(
                "The changes could not be written faithfully: with all of them accepted, the file "
                "would read “{found}” instead of “{meant}”. No file was written and the draft is "
                "safe. Export the clean draft instead, and tell the makers of Penholder."
            )
        else:
            told = tr(
                "The changes could not be written faithfully: with all of them rejected, the file "
                "would read “{found}” instead of “{meant}”. No file was written and the draft is "
                "safe. Export the clean draft instead, and tell the makers of Penholder."
            )
        super().__init__(told.format(found=found, meant=meant))


class SearchError(PenholderError):
    """What was typed cannot be looked for, or not in the time there is."""


class DraftError(PenholderError):
    """The draft in its present state does not allow this operation."""

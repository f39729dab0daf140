# SPDX-License-Identifier: GPL-3.0-or-later
"""What Penholder remembers between two runs: its look, recent files, choices for exports, the checks wanted.

Of any text only the words whose findings are to be ignored always.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from math import isfinite
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from drafting.translation import languages
from ui import theme

MOST_RECENT = 8
MOST_FILES = 60
"""Word files whose places are remembered: a drafter's series are few."""

PAPERS = ("A4", "Letter")
PREFERENCES = (
    *("look/theme", "look/scale", "look/language", "edit/completion", "files/own_folder"),
    *("print/paper", "print/marks", "print/lines"),
)
"""Under which names the preferences are kept."""


def there(path: Path) -> bool:
    """Whether something stands at a path; no where the system will not say (a share that is not reached)."""
    try:
        return path.exists()
    except OSError:
        return False


def _usable(folder: Path) -> bool:
    return folder.is_absolute() and there(folder) and folder.is_dir()


class Settings:
    """Typed values over one INI file; a value that is missing or makes no sense reads as its default.

    `recovery` is the folder for copies of what is not saved yet, on this machine alone.
    """

    def __init__(self, store: QSettings, recovery: Path | None = None) -> None:
        self._store = store
        self.recovery = recovery or Path(store.fileName()).parent / "recovery"

    @classmethod
    def of_user(cls) -> Settings:
        """The settings of this user, where the system keeps such files."""
        ini, user = QSettings.Format.IniFormat, QSettings.Scope.UserScope
        own = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
        return cls(QSettings(ini, user, "Penholder", "penholder"), Path(own) / "recovery")

    @classmethod
    def in_file(cls, path: Path) -> Settings:
        """Settings kept in a file of one's own, for tests and pictures."""
        return cls(QSettings(str(path), QSettings.Format.IniFormat))

    @property
    def theme(self) -> str:
        """The chosen theme: one of `theme.NAMES`, or `theme.SYSTEM`."""
        choice = str(self._store.value("look/theme", theme.SYSTEM))
        return choice if choice in theme.NAMES else theme.SYSTEM

    @theme.setter
    def theme(self, choice: str) -> None:
        self._store.setValue("look/theme", choice)

    @property
    def scale(self) -> float:
        """The text size, 1.0 being normal."""
        try:
            scale = float(str(self._store.value("look/scale", 1.0)))
        except ValueError:
            return 1.0
        return scale if isfinite(scale) else 1.0

    @scale.setter
    def scale(self, scale: float) -> None:
        self._store.setValue("look/scale", scale)

    @property
    def language(self) -> str:
        """The chosen language by its code, empty for that of the system; spoken from the next start on."""
        choice = str(self._store.value("look/language", ""))
        return choice if choice in languages() else ""

    @language.setter
    def language(self, choice: str) -> None:
        self._store.setValue("look/language", choice)

    def bytes_of(self, name: str) -> QByteArray | None:
        """A state that Qt saved under this name ("window/geometry"), None when there is none."""
        value = self._store.value(name)
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def keep_bytes(self, name: str, value: QByteArray) -> None:
        """Remember a state that Qt gave."""
        self._store.setValue(name, value)

    def forget_state(self, names: Iterable[str]) -> None:
        """Remember these states no longer."""
        for name in names:
            self._store.remove(name)

    @property
    def completion(self) -> bool:
        """Whether opening words are completed while they are typed."""
        return self._is_on("edit/completion", usual=True)

    @completion.setter
    def completion(self, on: bool) -> None:
        self._store.setValue("edit/completion", on)

    @property
    def paper(self) -> str:
        """The paper that drafts are printed on, "A4" or "Letter"; empty for that of the country."""
        choice = str(self._store.value("print/paper", ""))
        return choice if choice in PAPERS else ""

    @paper.setter
    def paper(self, choice: str) -> None:
        self._store.setValue("print/paper", choice)

    @property
    def print_marks(self) -> bool:
        """Whether drafts are printed with what is proposed in them."""
        return self._is_on("print/marks", usual=False)

    @print_marks.setter
    def print_marks(self, on: bool) -> None:
        self._store.setValue("print/marks", on)

    @property
    def print_lines(self) -> bool:
        """Whether every fifth line of a printed draft has its number."""
        return self._is_on("print/lines", usual=False)

    @print_lines.setter
    def print_lines(self, on: bool) -> None:
        self._store.setValue("print/lines", on)

    def _is_on(self, name: str, *, usual: bool) -> bool:
        """A switch; INI files hold words."""
        return {"true": True, "false": False}.get(str(self._store.value(name, usual)).lower(), usual)

    @property
    def panel(self) -> str:
        """The panel that was in front when the window was closed; empty at first."""
        return str(self._store.value("window/panel", ""))

    @panel.setter
    def panel(self, name: str) -> None:
        self._store.setValue("window/panel", name)

    @property
    def folder(self) -> Path:
        """The folder that file dialogs open in.

        That of the drafter's choice, else the last one used, else the home folder.
        """
        last = Path(str(self._store.value("files/folder", "")))
        return next((one for one in (self.own_folder, last) if one is not None and _usable(one)), Path.home())

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._store.setValue("files/folder", str(folder))

    @property
    def own_folder(self) -> Path | None:
        """The folder that file dialogs always open in; None for the last one used."""
        chosen = str(self._store.value("files/own_folder", ""))
        return Path(chosen) if chosen else None

    @own_folder.setter
    def own_folder(self, folder: Path | None) -> None:
        self._store.setValue("files/own_folder", str(folder or ""))

    def recent(self) -> tuple[tuple[Path, ...], ...]:
        """What was opened of late, newest first: each entry the files of a series, or one draft."""
        try:
            entries = json.loads(str(self._store.value("files/recent", "[]")))
            found = [tuple(Path(name) for name in names) for names in entries]
        except (ValueError, TypeError):
            return ()
        return tuple(paths for paths in found if paths)

    def remember(self, paths: Sequence[Path]) -> None:
        """Put files at the head of the recent ones."""
        entry = tuple(path.absolute() for path in paths)
        if entry:
            kept = [entry, *(other for other in self.recent() if other != entry)]
            self._keep_recent(kept[:MOST_RECENT])
            self.know_word_files(entry)
            self.folder = entry[0].parent

    def forget(self, paths: Sequence[Path]) -> None:
        """Take files out of the recent ones, because they are gone."""
        self._keep_recent([entry for entry in self.recent() if entry != tuple(paths)])

    def forget_all(self) -> None:
        """Empty the list of recent files; the files stay."""
        self._keep_recent([])

    def _keep_recent(self, entries: Iterable[Sequence[Path]]) -> None:
        self._store.setValue("files/recent", json.dumps([[str(path) for path in paths] for paths in entries]))

    @property
    def export(self) -> object:
        """What was chosen for the last export, as plain values."""
        return self._kept("export/choices")

    @export.setter
    def export(self, choices: Mapping[str, object]) -> None:
        self._store.setValue("export/choices", json.dumps(dict(choices)))

    @property
    def word_files(self) -> dict[str, Path]:
        """Where Word files of these names were read or chosen last; they may be gone since."""
        kept = self._kept("export/word_files")
        kept = kept if isinstance(kept, dict) else {}
        return {name: Path(place) for name, place in kept.items() if isinstance(place, str)}

    def know_word_files(self, paths: Iterable[Path]) -> None:
        """Remember where Word files stand, of so many names."""
        found = {path.name: path.absolute() for path in paths if path.suffix.lower() == ".docx"}
        others = {name: path for name, path in self.word_files.items() if name not in found}
        known = list((found | others).items())[:MOST_FILES]
        self._store.setValue("export/word_files", json.dumps({name: str(path) for name, path in known}))

    @property
    def checks(self) -> dict[str, bool]:
        """The checks that the drafter switched on or off, by rule; all others are as they come."""
        kept = self._kept("checks/switched")
        kept = kept if isinstance(kept, dict) else {}
        return {rule: on for rule, on in kept.items() if isinstance(on, bool)}

    @checks.setter
    def checks(self, switched: Mapping[str, bool]) -> None:
        self._store.setValue("checks/switched", json.dumps(dict(switched)))

    @property
    def passed_over(self) -> tuple[tuple[str, str], ...]:
        """What is to be ignored in every draft: rules with the words they found."""
        kept = self._kept("checks/passed_over")
        pairs = kept if isinstance(kept, list) else []
        return tuple((str(one[0]), str(one[1])) for one in pairs if isinstance(one, list) and len(one) == 2)

    @passed_over.setter
    def passed_over(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._store.setValue("checks/passed_over", json.dumps(list(dict.fromkeys(pairs))))

    def _kept(self, name: str) -> Any:
        try:
            return json.loads(str(self._store.value(name, "null")))
        except ValueError:
            return None

    def restore(self) -> None:
        """Every preference as it came; what was opened, exported and checked stays as it is."""
        for name in PREFERENCES:
            self._store.remove(name)

    def write(self) -> None:
        """See that everything is on disk."""
        self._store.sync()

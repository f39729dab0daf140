# SPDX-License-Identifier: GPL-3.0-or-later
"""Older kinds of documents (.doc, .wpd, .rtf, .odt), made Word files by LibreOffice where it is installed.

LibreOffice works apart from the drafter's own: a profile of its own that forbids macros and every access to
the network, in a folder that is gone when the reading is done, whatever its end.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import quoteattr

from drafting.errors import UnreadableFile
from drafting.reading.blocks import Block
from drafting.reading.packages import OLE, ZIP
from drafting.reading.source import Document, Source
from drafting.reading.word import source_of as source_of_word
from drafting.resolution import ReadWarning
from drafting.translation import marked, tr

_LOST = "Error: Reference source not found"  # what LibreOffice writes where it finds no target
_PATIENCE = 90  # seconds; a resolution takes one or two, the first start after an installation some twenty
_TICK = 0.1  # seconds between two looks at the work
_ENDINGS = ((OLE, ".doc"), (ZIP, ".odt"), (b"\xffWPC", ".wpd"), (b"{\\rtf", ".rtf"))
_MISSING = marked(
    "this is a document of an older kind (.doc, .rtf, .wpd or .odt), which Penholder reads only with "
    "the help of LibreOffice, and LibreOffice was not found here. The file was not changed. Open it in Word, "
    "save it as "
    "Word document (.docx), and open that; or install LibreOffice, which is free."
)
_FAILED = marked(
    "this is a document of an older kind, and LibreOffice could not read it: it may be damaged, or "
    "protected by a password. The file was not changed. Open it in Word, save it without one as .docx, and "
    "open that."
)
_SLOW = marked(
    "LibreOffice did not finish reading this document in {seconds} seconds. The file was not changed. Open "
    "it in Word, save it as Word document (.docx), and open that."
)
# What the profile sets: no macro runs, nothing linked is fetched, no way leads to a network.
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Setup/L10N", "ooLocale", "en-US"),  # so that what it writes itself is known
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetFTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetFTPProxyPort", "9"),
)

_APART = 0x08000200  # on Windows: a group of its own and no window
Converter = Callable[[Document, str], bytes | None]
"""Makes a Word file of a document whose name would end so; None when it can make none."""


def source_of(document: Document) -> Source:
    """What stands in an older document; raises UnreadableFile when LibreOffice is missing or fails."""
    ending = next((name for first, name in _ENDINGS if document.data.startswith(first)), ".xml")
    converted = convert(document, ending)
    if converted is None:
        raise UnreadableFile(document.path, tr(_FAILED))
    source = source_of_word(replace(document, data=converted))
    message = f"the file ({ending}) was read through LibreOffice: compare the text with the original"
    source, lost = _without_lost_references(source)
    return replace(source, warnings=(ReadWarning(message), *lost, *source.warnings))


def _without_lost_references(source: Source) -> tuple[Source, list[ReadWarning]]:
    """The source with a placeholder where LibreOffice found no target for a reference, and one warning.

    Mostly these are marks that repeat a footnote, which older documents refer to by a bookmark.
    """
    count = sum(text.count(_LOST) for text in (*source.masthead, *(block.text for block in source.body)))
    clean = replace(
        source,
        masthead=tuple(line.replace(_LOST, "[…]") for line in source.masthead),
        body=tuple(_with_placeholders(block) for block in source.body),
        original=_without_lost_references(source.original)[0] if source.original else None,
    )
    message = (
        f"LibreOffice lost {count} reference{'s' if count > 1 else ''}, mostly marks that repeat a footnote; "
        "[…] stands there: compare with the original"
    )
    return clean, [ReadWarning(message, needs_look=True)] if count else []


def _with_placeholders(block: Block) -> Block:
    while (at := block.text.find(_LOST)) >= 0:
        before, after = block.cut(0, at), block.cut(at + len(_LOST))
        spaces = (" " * block.text[at - 1 : at].isspace(), " " * block.text[at + len(_LOST) :][:1].isspace())
        block = before.plus(Block("[…]"), spaces[0]).plus(after, spaces[1])
    return block


def convert_with_libreoffice(document: Document, ending: str) -> bytes | None:
    """The document as Word file; reports progress, ends when the drafter stops it, leaves no file behind."""
    program = libreoffice()
    if program is None:
        raise UnreadableFile(document.path, tr(_MISSING))
    with tempfile.TemporaryDirectory(prefix="penholder-", ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        _write_profile(folder / "profile")
        original = folder / f"original{ending}"
        original.write_bytes(document.data)
        made = folder / "made" / "original.docx"
        _run(_command(program, folder, original, made.parent), folder, document)
        return made.read_bytes() if made.is_file() else None


convert: Converter = convert_with_libreoffice
"""What converts; a test may put another in its place."""


def libreoffice() -> Path | None:
    """The program of LibreOffice on this computer, None when there is none."""
    for place in _places(sys.platform):
        if place.is_file():
            return place
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return Path(found) if found else None


def _places(platform: str) -> Iterator[Path]:
    """Where the installers of LibreOffice put it, the usual place first."""
    if platform == "win32":
        for variable in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            if folder := os.environ.get(variable):
                yield from sorted(Path(folder).glob("LibreOffice*/program/soffice.exe"), reverse=True)
                yield Path(folder) / "Programs" / "LibreOffice" / "program" / "soffice.exe"
    elif platform == "darwin":
        for applications in (Path("/Applications"), Path.home() / "Applications"):
            yield from sorted(applications.glob("LibreOffice*.app/Contents/MacOS/soffice"))
    else:
        yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)


def _write_profile(folder: Path) -> None:
    """A profile that holds nothing but what is forbidden. Source: LibreOffice, registrymodifications.xcu."""
    items = "".join(
        f'<item oor:path={quoteattr("/" + path)}><prop oor:name={quoteattr(name)} oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    spaces = 'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {spaces}>{items}</oor:items>\n', encoding="utf-8"
    )


def _command(program: Path, folder: Path, original: Path, out: Path) -> list[str]:
    switches = "--headless --invisible --norestore --nolockcheck --nodefault --nologo --nofirststartwizard"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out)]
    return [str(program), profile, *switches.split(), *target, str(original)]


def _run(command: list[str], folder: Path, document: Document) -> None:
    """Wait for the program to end; it and all it started are ended when time is up or the drafter stops."""
    elsewhere = {variable: str(folder) for variable in ("TMPDIR", "TMP", "TEMP")}
    offline = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), "http://127.0.0.1:9")
    try:
        # The program is found in the places above; the file was named here.
        work = subprocess.Popen(  # noqa: S603
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=os.environ | elsewhere | offline,
            creationflags=_APART if sys.platform == "win32" else 0,
            start_new_session=sys.platform != "win32",
        )
    except OSError as error:
        raise UnreadableFile(document.path, tr(_MISSING)) from error
    try:
        _wait(work, document)
    finally:
        _end(work)


def _wait(work: subprocess.Popen[bytes], document: Document) -> None:
    start = time.monotonic()
    while True:
        passed = time.monotonic() - start
        if passed > _PATIENCE:
            raise UnreadableFile(document.path, tr(_SLOW).format(seconds=_PATIENCE))
        document.watch.step(document.path, int(passed), _PATIENCE)
        try:
            work.wait(_TICK)
        except subprocess.TimeoutExpired:
            continue
        return


def _end(work: subprocess.Popen[bytes]) -> None:
    """End what was started, with its children: LibreOffice is a small program that starts a large one."""
    if sys.platform == "win32":
        if work.poll() is None:
            taskkill = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "taskkill.exe"
            ending = [str(taskkill), "/T", "/F", "/PID", str(work.pid)]
            # The system's own program, given nothing but a number; it fails when all has ended already.
            subprocess.run(ending, capture_output=True, check=False)  # noqa: S603
    else:
        with suppress(ProcessLookupError, PermissionError):  # it has ended, with all it started
            os.killpg(work.pid, signal.SIGKILL)
    work.wait()

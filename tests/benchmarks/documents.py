# SPDX-License-Identifier: GPL-3.0-or-later
"""Tools that compare Word files and answer with tracked changes: LibreOffice and python-redlines' engine.

Both get the texts as plain paragraphs. Writing these files and reading the answer is not counted.
"""

from __future__ import annotations

import importlib
import io
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import docx
import psutil
from docx.oxml.ns import qn
from lxml import etree

from drafting.resolution import Resolution
from tests.benchmarks.marks import COME, GONE, KEPT, Marks, NotInstalled, Result, rebuilt
from tests.benchmarks.processes import LONGEST, ROOT


def _word_file(version: Resolution) -> bytes:
    document = docx.Document()
    for paragraph in version.paragraphs:
        document.add_paragraph(paragraph.text)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


_SIGNS = {qn("w:ins"): COME, qn("w:del"): GONE, qn("w:moveTo"): COME, qn("w:moveFrom"): GONE}
_TEXTS = {qn("w:t"), qn("w:delText"), qn("w:tab"), qn("w:br")}


def _tracked(written: bytes, old: Resolution, new: Resolution) -> Result:
    """The marks of a Word file; what it says was moved is marked as kept where it stands now."""
    body = docx.Document(io.BytesIO(written)).element.body
    told: Marks = []
    marks: Marks = []
    for element in body.iter(*_TEXTS, qn("w:p")):
        if element.tag == qn("w:p"):
            told.append((KEPT, "\n"))
            marks.append((KEPT, "\n"))
            continue
        tags = [above.tag for above in element.iterancestors(*_SIGNS)]
        signs = [_SIGNS[tag] for tag in tags]
        text = element.text or " "
        sign = GONE if GONE in signs else COME if COME in signs else KEPT
        told.append((sign, text))
        if qn("w:moveFrom") not in tags:
            marks.append((KEPT if set(tags) == {qn("w:moveTo")} else sign, text))
    return Result(marks, _moves(body), exact=rebuilt(told, old, new))


def _moves(body: etree._Element) -> int:
    return len({start.get(qn("w:name")) for start in body.iter(qn("w:moveToRangeStart"))})


# ---------------------------------------------------------------------------------------- python-redlines


def redlines(old: Resolution, new: Resolution) -> Result:
    """python-redlines' engine, asked to detect moves; users pay the start of its process, so it counts."""
    try:
        engines = importlib.import_module("python_redlines.engines")
        engine = engines.DocxodusEngine()
    except ImportError as error:
        raise NotInstalled("python-redlines with the engine docxodus is not installed") from error
    files = _word_file(old), _word_file(new)
    start = time.perf_counter()
    written, _, _ = engine.run_redline("bench", *files, detect_moves=True)
    cost = (time.perf_counter() - start) * 1000
    result = _tracked(written, old, new)
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("old.docx", "new.docx", "out.docx")]
        for path, content in zip(paths, files, strict=False):
            path.write_bytes(content)
        command = [engine.extracted_binaries_path, *map(str, paths), "--author=bench", "--detect-moves"]
        mib = _most_memory(subprocess.Popen(command, stdout=subprocess.DEVNULL))
    return Result(result.marks, result.moves, result.exact, ms=cost, mib=mib)


# -------------------------------------------------------------------------------------------- LibreOffice


def libreoffice(old: Resolution, new: Resolution) -> Result:
    """LibreOffice's own comparison: opening the new file and comparing; it is running already."""
    office = shutil.which("soffice")
    python = next(_pythons(office), None) if office else None
    if office is None or python is None:
        raise NotInstalled("LibreOffice, or a Python with its bridge, is not installed")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        files = [Path(folder, name) for name in ("old.docx", "new.docx", "out.docx")]
        for file, version in zip(files, (old, new), strict=False):
            file.write_bytes(_word_file(version))
        profile = Path(folder, "profile").as_uri()
        pipe = Path(folder).name
        running = subprocess.Popen(
            [office, "--headless", "--norestore", "--nologo", f"-env:UserInstallation={profile}",
             f"--accept=pipe,name={pipe};urp;"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            asked = subprocess.Popen(
                [python, "-m", "tests.benchmarks.office", pipe, *map(str, files)],
                stdout=subprocess.PIPE,
                encoding="utf-8",
                cwd=ROOT,
            )
            mib = _most_memory(running, until=asked)
            if asked.wait():
                raise NotInstalled("LibreOffice did not answer")
            costs = asked.stdout.read().split() if asked.stdout else []
        finally:
            _end(running)
        result = _tracked(files[2].read_bytes(), old, new)
    return Result(result.marks, result.moves, result.exact, ms=sum(map(float, costs)), mib=mib)


def _pythons(office: str) -> Iterator[str]:
    """Interpreters that have LibreOffice's bridge: its own, or the system's."""
    beside = Path(office).resolve().parent
    for name in (*map(str, beside.glob("python*")), "/usr/bin/python3", "python3"):
        if (found := shutil.which(name)) and not subprocess.run(
            [found, "-c", "import uno"], capture_output=True, check=False
        ).returncode:
            yield found


def _most_memory(process: subprocess.Popen[bytes], until: subprocess.Popen[str] | None = None) -> float:
    """The most memory a process and its children were seen to hold, in MiB, until it, or another, ends."""
    most, latest = 0, time.monotonic() + LONGEST
    watched = psutil.Process(process.pid)
    while (until or process).poll() is None:
        with suppress(psutil.NoSuchProcess):
            family = [watched, *watched.children(recursive=True)]
            most = max(most, sum(one.memory_info().rss for one in family))
        if time.monotonic() > latest:
            (until or process).kill()
            raise subprocess.TimeoutExpired("comparing", LONGEST)
        time.sleep(0.02)
    return most / 2**20


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process that was started here, and what it started."""
    with suppress(psutil.NoSuchProcess):
        family = psutil.Process(process.pid).children(recursive=True)
        for one in family:
            with suppress(psutil.NoSuchProcess):
                one.kill()
    process.kill()
    process.wait()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes written into official files: what they say both ways, and that all else stays as it was."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from docx.oxml.parser import parse_xml
from office.drafts import drafts

from drafting.comparing.paragraphs import align
from drafting.data import sample_files
from drafting.errors import OfficialFileError, TrackingFailed
from drafting.reading import read
from drafting.resolution import Footnote, Kind, Resolution
from drafting.writing.official import write_official
from drafting.writing.official.atoms import atoms
from drafting.writing.official.document import official_bytes
from drafting.writing.official.package import parts
from drafting.writing.official.proof import letters, prove
from drafting.writing.official.settling import settle
from drafting.writing.tracked import Signature
from drafting.writing.word import write_word

_CUBA = Signature("Cuba", datetime(2025, 6, 1, 12))  # noqa: DTZ001 - a clock on the wall, as Word writes it
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture(scope="module", name="files")
def _files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Our own file of a sample, which is somebody else's file as any other."""
    path = tmp_path_factory.mktemp("official") / "56-2.docx"
    write_word(read(sample_files()[-1]), path)
    return [path]


def official(shared: Path) -> list[Path]:
    """A few files of the secretariat: points, headings, tables, repeated marks of footnotes."""
    names = ("A_RES_72_12", "A_RES_72_18", "A_RES_72_142", "A_RES_72_174", "A_RES_72_180")
    return [shared / "corpus" / "reader" / "docx" / f"{name}.docx" for name in names]


def proved(path: Path, new: Resolution, old: Resolution) -> bytes:
    """The file with the changes, after its proof."""
    original, alignment = path.read_bytes(), align(old, new)
    written = official_bytes(original, alignment, _CUBA)
    prove(original, written, alignment)
    return written


def xml_of(data: bytes) -> str:
    """The text part of a package."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.read("word/document.xml").decode("utf-8")


def test_every_kind_of_edit_comes_back(files: list[Path]) -> None:
    for path in files:
        old = read(path)
        for made in drafts(old, seed=5, count=8):
            proved(path, made.resolution, old)


def test_every_kind_of_edit_comes_back_from_official_files(shared: Path) -> None:
    for path in official(shared):
        old = read(path)
        for made in drafts(old, seed=5, count=4):
            proved(path, made.resolution, old)


def test_other_parts_stay_byte_for_byte(files: list[Path]) -> None:
    old = read(files[0])
    written = proved(files[0], drafts(old, seed=5, count=1)[0].draft.resolution, old)
    with zipfile.ZipFile(files[0]) as before, zipfile.ZipFile(BytesIO(written)) as after:
        assert before.namelist() == after.namelist()
        changed = {name for name in before.namelist() if before.read(name) != after.read(name)}
    assert changed <= {"word/document.xml", "word/footnotes.xml"}


def test_lines_above_the_text_are_tracked_where_they_differ(files: list[Path]) -> None:
    old = read(files[0])
    lines = {"title": "Cooperation in the field of human rights", "session": 59, "number": "59/[…]"}
    new = replace(old, masthead=replace(old.masthead, adopted=None, **lines))
    xml = xml_of(proved(files[0], new, old))
    for gone, come in (("Fifty-sixth", "Fifty-ninth"), ("56/2", "59/")):
        assert re.search(rf"<w:delText[^>]*>[^<]*{gone}", xml)
        assert re.search(rf"<w:ins .*?<w:t[^>]*>[^<]*{come}", xml)


def test_placeholders_that_come_are_highlighted_and_nothing_else(files: list[Path]) -> None:
    old = read(files[0])
    first = next(one for one in old.paragraphs if one.kind is Kind.OPERATIVE)
    text = first.text.replace(" ", " […] ", 1)
    new = with_text(old, first.id, text)
    alignment, data = align(old, new), files[0].read_bytes()
    written = official_bytes(data, alignment, _CUBA)
    assert re.search(r"<w:ins .*?w:highlight w:val=.yellow.*?<w:t[^>]*>\[…\]<", xml_of(written))
    assert xml_of(written).count("w:highlight") == xml_of(data).count("w:highlight") + 1
    prove(data, written, alignment)
    plain = official_bytes(data, alignment, _CUBA, highlight=False)
    assert xml_of(plain).count("w:highlight") == xml_of(data).count("w:highlight")


def test_titles_in_footnotes_that_come_are_italic(files: list[Path]) -> None:
    old = read(files[0])
    note = "See Official Records of the General Assembly, Seventy-third Session, Supplement No. 53."
    first = next(one for one in old.paragraphs if one.kind is Kind.OPERATIVE and not one.footnotes)
    changed = replace(first, footnotes=(Footnote(1, len(first.text), note),))
    new = replace(old, paragraphs=tuple(changed if one is first else one for one in old.paragraphs))
    with zipfile.ZipFile(BytesIO(proved(files[0], new, old))) as package:
        xml = package.read("word/footnotes.xml").decode("utf-8")
    assert re.search(r"<w:i/>(?:(?!</w:r>).)*Official Records of the General Assembly", xml)


def with_text(resolution: Resolution, name: str, text: str) -> Resolution:
    """The resolution with another text of one paragraph."""
    changed = (replace(one, text=text) if one.id == name else one for one in resolution.paragraphs)
    return replace(resolution, paragraphs=tuple(changed))


def test_what_only_an_adopted_text_says_goes_from_a_draft(files: list[Path]) -> None:
    old = read(files[0])
    new = replace(old, masthead=replace(old.masthead, adopted=None, meeting="", number="59/[…]"), vote=None)
    gone = "".join(re.findall(r"<w:delText[^>]*>([^<]*)<", xml_of(proved(files[0], new, old))))
    for words in ("adopted by the Human Rights Council", "34th meeting", "10 July 2024", "Abstaining"):
        assert words in gone


def test_a_title_that_is_not_found_is_told(files: list[Path]) -> None:
    old = read(files[0])
    other = replace(old, masthead=replace(old.masthead, title="Forests"))
    new = replace(other, masthead=replace(old.masthead, title="Seas"))
    with pytest.raises(OfficialFileError, match="the title"):
        official_bytes(files[0].read_bytes(), align(other, new), _CUBA)


def titled(old: Resolution, title: str) -> Resolution:
    return replace(old, masthead=replace(old.masthead, title=title))


def noted(old: Resolution, change: Callable[[Footnote], tuple[Footnote, ...]]) -> Resolution:
    """The text with its last footnote changed."""
    at = max(at for at, one in enumerate(old.paragraphs) if one.footnotes)
    *others, last = old.paragraphs[at].footnotes
    paragraph = replace(old.paragraphs[at], footnotes=(*others, *change(last)))
    return replace(old, paragraphs=(*old.paragraphs[:at], paragraph, *old.paragraphs[at + 1 :]))


@pytest.mark.parametrize(
    "change",
    [
        lambda old: titled(old, "Seas"),
        lambda old: titled(old, old.masthead.title.rpartition(" ")[0]),
        lambda old: replace(old, paragraphs=old.paragraphs[:3] + old.paragraphs[4:]),
        lambda old: noted(old, lambda _: ()),
        lambda old: noted(old, lambda note: (replace(note, text=note.text[:-3]),)),
        lambda old: replace(old, vote=None, masthead=replace(old.masthead, adopted=None, meeting="")),
    ],
    ids=["title", "end of the title", "paragraph", "footnote", "end of a footnote", "adoption"],
)
def test_what_did_not_change_or_go_fails_the_proof(
    files: list[Path], change: Callable[[Resolution], Resolution]
) -> None:
    old, data = read(files[0]), files[0].read_bytes()
    new = change(old)
    with pytest.raises(TrackingFailed, match="accepted"):
        prove(data, data, align(old, new))
    proved(files[0], new, old)


_COMES = Footnote(0, 0, "A/HRC/60/1.")


@pytest.mark.parametrize("first", [True, False])
def test_a_comma_stands_between_footnotes_at_one_place(files: list[Path], first: bool) -> None:
    old = read(files[0])

    def two(there: Footnote) -> tuple[Footnote, ...]:
        comes = replace(_COMES, offset=there.offset)
        return (comes, there) if first else (there, comes)

    new = noted(old, two)
    text, notes = parts(proved(files[0], new, old))
    settle(text, accept=True)
    one, other = [note.text for paragraph in new.paragraphs for note in paragraph.footnotes][-2:]
    assert f"{{{one}}},{{{other}}}" in "".join(letters(text, notes)).replace("\t", "")


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x0b", "\x1e", "\ud800", "\xad", "\N{GRINNING FACE}"])
def test_signs_that_xml_cannot_hold_keep_nothing_from_being_written(files: list[Path], sign: str) -> None:
    old = read(files[0])
    first = replace(
        old.paragraphs[0], text=f"{old.paragraphs[0].text[:20]}{sign}{old.paragraphs[0].text[20:]}"
    )
    proved(files[0], replace(old, paragraphs=(first, *old.paragraphs[1:])), old)


def test_lines_that_stay_carry_no_revision(files: list[Path]) -> None:
    old = read(files[0])
    assert not re.search(r"<w:(?:ins|del) ", xml_of(proved(files[0], old, old)))


def test_hidden_markup_is_shown_again(shared: Path) -> None:
    path = official(shared)[3]
    old = read(path)
    with zipfile.ZipFile(path) as before:
        assert b"w:revisionView" in before.read("word/settings.xml")
    written = proved(path, drafts(old, seed=5, count=1)[0].draft.resolution, old)
    with zipfile.ZipFile(BytesIO(written)) as after:
        assert b"w:revisionView" not in after.read("word/settings.xml")


def test_without_changes_nothing_is_tracked(files: list[Path]) -> None:
    old = read(files[0])
    with zipfile.ZipFile(BytesIO(proved(files[0], old, old))) as package:
        assert not re.search(rb"<w:(ins|del)\b", package.read("word/document.xml"))


def test_another_file_is_refused(files: list[Path]) -> None:
    other = read(sample_files()[0])
    alignment = align(other, drafts(other, seed=5, count=1)[0].draft.resolution)
    with pytest.raises(OfficialFileError, match="The file and the draft are as they were"):
        official_bytes(files[0].read_bytes(), alignment, _CUBA)


def test_a_file_that_says_something_else_fails_its_proof(files: list[Path]) -> None:
    old = read(files[0])
    one, other = (made.resolution for made in drafts(old, seed=5, count=2))
    written = official_bytes(files[0].read_bytes(), align(old, one), _CUBA)
    with pytest.raises(TrackingFailed):
        prove(files[0].read_bytes(), written, align(old, other))


def test_signs_unseen_in_the_file_keep_nothing_from_being_written(files: list[Path], tmp_path: Path) -> None:
    marked = edited(files[0], tmp_path, "Deeply concerned", "\u200bDeeply\u2060 \ufeffconcerned")
    old = read(marked)
    at = next(at for at, one in enumerate(old.paragraphs) if one.text.startswith("Deeply concerned"))
    changed = replace(old.paragraphs[at], text=f"{old.paragraphs[at].text[:-1]} still;")
    proved(marked, replace(old, paragraphs=(*old.paragraphs[:at], changed, *old.paragraphs[at + 1 :])), old)


def edited(path: Path, folder: Path, old: str, new: str) -> Path:
    """A copy of a file with one thing in its text part written otherwise."""
    copy = folder / "edited.docx"
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(copy, "w") as target:
        for name in package.namelist():
            data = package.read(name).decode("utf-8") if name == "word/document.xml" else package.read(name)
            if isinstance(data, str):
                assert old in data
                data = data.replace(old, new, 1)
            target.writestr(name, data)
    return copy


def test_a_file_that_was_changed_since_is_not_written_into(files: list[Path], tmp_path: Path) -> None:
    old = read(files[0])
    changed = edited(files[0], tmp_path, "developing countries", "other countries")
    with pytest.raises(OfficialFileError, match="The file and the draft are as they were"):
        write_official(changed, align(old, old), tmp_path / "draft.docx")
    assert not (tmp_path / "draft.docx").exists()


def test_a_package_in_another_dialect_is_refused(files: list[Path], tmp_path: Path) -> None:
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = edited(files[0], tmp_path, main, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    with pytest.raises(OfficialFileError, match="Strict Open XML"):
        official_bytes(strict.read_bytes(), align(read(files[0]), read(files[0])), _CUBA)


_THEIRS = '<w:ins w:id="900" w:author="Peru"><w:r><w:t xml:space="preserve">gravely </w:t></w:r></w:ins>'


@pytest.mark.parametrize(("accept_first", "authors"), [(False, {"Peru", "Cuba"}), (True, {"Cuba"})])
def test_changes_of_others_stay_or_are_accepted_first(
    files: list[Path], tmp_path: Path, accept_first: bool, authors: set[str]
) -> None:
    run = '<w:r><w:t xml:space="preserve"> that '
    theirs = edited(files[0], tmp_path, run, _THEIRS + run)
    old = read(theirs)
    new = drafts(old, seed=5, count=1)[0].draft.resolution
    write_official(theirs, align(old, new), tmp_path / "draft.docx", _CUBA, accept_first=accept_first)
    with zipfile.ZipFile(tmp_path / "draft.docx") as package:
        text = package.read("word/document.xml").decode("utf-8")
    assert set(re.findall(r'w:author="([^"]*)"', text)) == authors
    assert "gravely" in text


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        ("<w:p><w:ins><w:r><w:t>a</w:t></w:r></w:ins><w:r><w:t>b</w:t></w:r></w:p>", ["ab"], ["b"]),
        (
            "<w:p><w:del><w:r><w:delText>a</w:delText></w:r></w:del><w:r><w:t>b</w:t></w:r></w:p>",
            ["b"],
            ["ab"],
        ),
        (
            "<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
            "<w:bookmarkEnd/><w:p><w:r><w:t>b</w:t></w:r></w:p>",
            ["a", "b"],
            ["ab"],
        ),
        (
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
            "<w:p><w:r><w:t>b</w:t></w:r></w:p>",
            ["ab"],
            ["a", "b"],
        ),
    ],
)
def test_settling(body: str, accepted: list[str], rejected: list[str]) -> None:
    for accept, wanted in ((True, accepted), (False, rejected)):
        root = parse_xml(f"<w:body {_W}>{body}</w:body>")
        settle(root, accept=accept)
        found = ["".join(atom.letter for atom in atoms(one)) for one in root if one.tag.endswith("}p")]
        assert found == wanted

# SPDX-License-Identifier: GPL-3.0-or-later
"""What is open in a draft as comments of Word: at their words, with their reasons, changing no word."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from drawn_resolutions import resolutions
from hypothesis import given, settings
from hypothesis import strategies as st
from word_reading import NS, W, part
from yearly import version

from drafting.comparing.lineage import trace
from drafting.data import sample_files
from drafting.draft import Draft, start_draft, waiting
from drafting.draft.decisions import accept, accept_all, keep
from drafting.opening import open_sample
from drafting.reading import read
from drafting.resolution import Comment, Resolution
from drafting.updating.proposals import propose
from drafting.updating.records import Certainty
from drafting.writing.against import against
from drafting.writing.comments import open_comments, write_commented
from drafting.writing.official import write_official
from drafting.writing.official.comments import commented
from drafting.writing.official.package import parts
from drafting.writing.official.proof import letters
from drafting.writing.options import WordOptions
from drafting.writing.provenance import provenance
from drafting.writing.tracked import Signature, write_tracked
from drafting.writing.tracked.stamp import NOBODY, Stamps
from drafting.writing.word import word_bytes, write_word

_CUBA = Signature("Permanent Mission of Cuba")


@pytest.fixture(scope="module", name="draft")
def _draft() -> Draft:
    return accept_all(open_sample(59).draft).draft


def summit() -> Draft:
    """A draft that asks of one summit and of its days."""
    line = "Welcoming the Seventh Summit, held in Suva on 4 and 5 March 2023, and the Suva Declaration"
    lineage = trace([version("52/4", "2023-04-03", f"{line} of 5 March 2023,")])
    return start_draft(lineage, propose(lineage, 55))


def unsigned(comments: tuple[Comment, ...]) -> list[tuple[str, int, int, str]]:
    """Where comments stand and what they say."""
    return [(one.paragraph, one.start, one.end, one.text) for one in comments]


def test_a_proposal_is_told_with_its_words_and_its_reason() -> None:
    draft = open_sample(59).draft
    told = next(one for one in open_comments(draft) if one.paragraph == "OP33")
    text = draft.resolution.paragraph("OP33").text
    assert text[told.start : told.end] == "fifty-ninth"
    assert told.text.startswith("Proposed: “sixty-second” instead of “fifty-ninth”. Three sessions after")


def test_what_is_decided_is_told_no_more() -> None:
    draft = open_sample(59).draft
    proposal = next(choice.proposal for one, choice in draft.choices() if draft.label(one.key).id == "OP33")
    for decide in (accept, keep):
        assert not [one for one in open_comments(decide(draft, proposal).draft) if one.paragraph == "OP33"]


def test_a_fact_that_is_accepted_and_not_known_is_asked_for() -> None:
    draft = accept_all(open_sample(59).draft, [Certainty.FACT]).draft
    told = next(one for one in open_comments(draft) if one.paragraph == "PP4" and "Not known" in one.text)
    assert told.text.startswith("Not known yet: General Assembly resolution")
    assert "[…]" in draft.resolution.paragraph("PP4").text[told.start : told.end]


def test_an_event_is_told_once_and_says_of_what_else_it_asks() -> None:
    draft = summit()
    (told,) = [one for one in open_comments(draft) if one.paragraph]
    assert draft.resolution.paragraph(told.paragraph).text[told.start : told.end] == "Seventh"
    assert told.text.endswith("The same is asked of “4 and 5 March 2023”, “5 March 2023”.")
    leader, *others = [choice.proposal for _, choice in draft.choices()]
    assert not [one for one in open_comments(keep(draft, leader).draft) if one.paragraph]
    apart = keep(draft, others[0]).draft
    (told,) = [one for one in open_comments(apart) if one.paragraph]
    assert told.text.endswith("The same is asked of “5 March 2023”.")


@pytest.mark.parametrize("session", [59, 62])
def test_every_proposal_that_waits_is_one_comment(session: int) -> None:
    for draft in (open_sample(session).draft, summit()):
        told = [one for one in open_comments(draft) if one.paragraph]
        assert len(told) == waiting(draft) > 0


def test_what_is_open_in_a_footnote_stands_before_its_mark(draft: Draft) -> None:
    told = next(one for one in open_comments(draft) if one.text.startswith("Footnote 4: "))
    noted = draft.resolution.paragraph("OP20")
    assert told.end == next(note.offset for note in noted.footnotes if note.number == 4)


def test_what_is_open_above_the_text_names_no_paragraph() -> None:
    told = open_comments(open_sample(75).draft)
    assert [one.paragraph for one in told if one.text.startswith("Not known yet: Dates")] == [""]


def test_comments_come_back_from_every_kind_of_file(draft: Draft, tmp_path: Path) -> None:
    comments, base = open_comments(draft), read(sample_files()[3])
    write_commented(draft.resolution, tmp_path / "clean.docx", comments=comments, signature=_CUBA)
    write_tracked(against(draft), tmp_path / "tracked.docx", _CUBA, comments=comments)
    write_word(base, tmp_path / "base.docx")
    alignment = against(draft, read(tmp_path / "base.docx"))
    write_official(tmp_path / "base.docx", alignment, tmp_path / "official.docx", _CUBA, comments=comments)
    for name in ("clean", "tracked", "official"):
        found = read(tmp_path / f"{name}.docx").comments
        assert unsigned(found) == unsigned(comments), name
        assert {one.author for one in found} == {_CUBA.author}


def test_comments_stand_at_their_words_beside_names_and_sources(draft: Draft, tmp_path: Path) -> None:
    options, path = WordOptions(paragraph_tags=True, provenance=True), tmp_path / "clean.docx"
    comments = [one for one in open_comments(draft) if one.paragraph]
    write_commented(draft.resolution, path, options, comments, origins=provenance(draft))
    xml = part(path.read_bytes(), "word/document.xml")
    ids = [one.get(f"{W}id") for one in part(path.read_bytes(), "word/comments.xml")]
    for number, one in zip(ids, comments, strict=True):
        words = draft.resolution.paragraph(one.paragraph).text[one.start : one.end]
        between = (
            f"//w:t[preceding::w:commentRangeStart[@w:id='{number}']]"
            f"[following::w:commentRangeEnd[@w:id='{number}']]"
        )
        assert "".join(text.text or "" for text in xml.xpath(between, namespaces=NS)) == words


def test_comments_that_are_there_stay(draft: Draft, tmp_path: Path) -> None:
    base = read(sample_files()[3])
    theirs = (Comment("Please check.", paragraph="OP33", start=0, end=8),)
    write_commented(base, tmp_path / "base.docx", comments=theirs, signature=Signature("Egypt"))
    alignment = against(draft, read(tmp_path / "base.docx"))
    write_official(
        tmp_path / "base.docx", alignment, tmp_path / "new.docx", _CUBA, comments=open_comments(draft)
    )
    found = read(tmp_path / "new.docx").comments
    assert [one.text for one in found if one.author == "Egypt"] == ["Please check."]
    assert len(found) == len(open_comments(draft)) + 1
    ids = [one.get(f"{W}id") for one in part((tmp_path / "new.docx").read_bytes(), "word/comments.xml")]
    assert ids == [str(int(ids[0]) + number) for number in range(len(found))]


def test_no_comment_has_the_id_of_a_footnote(draft: Draft, tmp_path: Path) -> None:
    comments = open_comments(draft)
    write_commented(draft.resolution, tmp_path / "clean.docx", comments=comments)
    write_tracked(against(draft), tmp_path / "tracked.docx", comments=comments)
    for name in ("clean", "tracked"):
        data = (tmp_path / f"{name}.docx").read_bytes()
        said, noted = (
            {one.get(f"{W}id") for one in part(data, f"word/{kind}.xml")}
            for kind in ("comments", "footnotes")
        )
        assert len(said) == len(comments)
        assert not said & noted


def test_comments_that_are_there_get_ids_apart_from_the_footnotes_too(draft: Draft, tmp_path: Path) -> None:
    base, source, target = read(sample_files()[3]), tmp_path / "base.docx", tmp_path / "new.docx"
    theirs = tuple(Comment("Check.", paragraph=name, start=0, end=8) for name in ("PP4", "OP33"))
    write_commented(base, source, comments=theirs, signature=Signature("Egypt"))
    _count_comments_from_0(source)
    write_official(source, against(draft, read(source)), target, _CUBA, comments=open_comments(draft))
    data = target.read_bytes()
    said = [one.get(f"{W}id") for one in part(data, "word/comments.xml")]
    noted = {one.get(f"{W}id") for one in part(data, "word/footnotes.xml")}
    assert len(said) == len(set(said)) == len(open_comments(draft)) + 2
    assert not noted.intersection(said)
    found = [(one.paragraph, one.start, one.end) for one in read(target).comments if one.author == "Egypt"]
    assert found == [("PP4", 0, 8), ("OP33", 0, 8)]


def _count_comments_from_0(path: Path) -> None:
    """As Word does."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for at, one in enumerate(part(path.read_bytes(), "word/comments.xml")):
        known = rf'(<w:comment[^>]* w:id="){one.get(f"{W}id")}"'.encode()
        for name in ("word/comments.xml", "word/document.xml"):
            parts[name] = re.sub(known, rb'\g<1>%d"' % at, parts[name])
    assert b'<w:commentRangeStart w:id="0"' in parts["word/document.xml"]
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def test_a_comment_on_a_paragraph_that_is_not_there_stands_at_the_beginning(draft: Draft) -> None:
    lost = (Comment("Look here.", paragraph="OP99", start=0, end=4),)
    data = commented(word_bytes(draft.resolution), draft.resolution, lost, Stamps(NOBODY))
    assert "OP99: Look here." in "".join(part(data, "word/comments.xml").itertext())
    first = part(data, "word/document.xml").find("w:body/w:p[w:r]", NS)
    assert first is not None
    assert first.find("w:r/w:commentReference", NS) is not None


def test_a_file_without_comments_has_no_part_for_them(draft: Draft, tmp_path: Path) -> None:
    write_commented(draft.resolution, tmp_path / "clean.docx")
    assert (tmp_path / "clean.docx").read_bytes() == word_bytes(draft.resolution)
    with zipfile.ZipFile(tmp_path / "clean.docx") as package:
        assert "word/comments.xml" not in package.namelist()


@settings(max_examples=30)
@given(resolutions(), st.data())
def test_comments_anywhere_change_no_word(text: Resolution, drawn: st.DataObject) -> None:
    comments = []
    for paragraph in text.paragraphs:
        edges = sorted(drawn.draw(st.lists(st.integers(0, len(paragraph.text)), min_size=2, max_size=2)))
        comments.append(Comment("Why?", paragraph=paragraph.id, start=edges[0], end=edges[1]))
    before = word_bytes(text)
    after = commented(before, text, comments, Stamps(NOBODY))
    assert letters(*parts(after)) == letters(*parts(before))
    xml = part(after, "word/document.xml")
    assert len(xml.findall(".//w:commentReference", NS)) == len(comments)

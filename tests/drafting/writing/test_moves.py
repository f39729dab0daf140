# SPDX-License-Identifier: GPL-3.0-or-later
"""Moves as moves of Word: where a paragraph was and where it is have one name, and both texts come back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from drawn_resolutions import resolutions
from hypothesis import given, settings
from hypothesis import strategies as st
from office.drafts import drafts
from word_reading import NS, W, part

from drafting.comparing.paragraphs import align
from drafting.data import sample_files
from drafting.reading import read
from drafting.resolution import Footnote, Kind, Masthead, Paragraph, Part, Resolution
from drafting.writing.official.document import official_bytes
from drafting.writing.official.package import TEXT, packed, parts
from drafting.writing.official.proof import prove as prove_official
from drafting.writing.official.settling import settle
from drafting.writing.ooxml import w
from drafting.writing.options import DEFAULTS
from drafting.writing.tracked import Signature, tracked_bytes
from drafting.writing.tracked.proof import prove
from drafting.writing.word import write_word

_CUBA = Signature("Cuba")


@pytest.fixture(scope="module", name="versions")
def _versions() -> tuple[Resolution, ...]:
    return tuple(map(read, sample_files()))


_ENDS = ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")


def ends(data: bytes) -> list[int]:
    """How many moves begin and end, at either place."""
    found = Counter(one.tag for one in part(data, "word/document.xml").iter("{*}*"))
    return [found[f"{W}{end}"] for end in _ENDS]


def proved(old: Resolution, new: Resolution) -> bytes:
    """The tracked file with moves, which gives both texts back."""
    alignment = align(old, new)
    data = tracked_bytes(alignment, _CUBA, moves=True)
    prove(data, alignment, DEFAULTS)
    assert ends(data) == [sum(pair.change.moved for pair in alignment.pairs)] * len(_ENDS)
    return data


def proved_in(original: bytes, old: Resolution, new: Resolution) -> bytes:
    """The official file with moves in it, which gives both texts back."""
    alignment = align(old, new)
    data = official_bytes(original, alignment, _CUBA, moves=True)
    prove_official(original, data, alignment)
    moved = sum(pair.change.moved for pair in alignment.pairs)
    assert [after - before for before, after in zip(ends(original), ends(data), strict=True)] == [moved] * 4
    return data


@pytest.mark.parametrize(("old", "new"), [(2, 3), (0, 3), (3, 0), (3, 3)])
def test_two_adopted_texts_come_back(versions: tuple[Resolution, ...], old: int, new: int) -> None:
    proved(versions[old], versions[new])


@pytest.mark.parametrize("version", [0, 3])
def test_drafts_with_every_kind_of_edit_come_back(versions: tuple[Resolution, ...], version: int) -> None:
    for made in drafts(versions[version], seed=13, count=12):
        proved(versions[version], made.draft.resolution)


def renumbered(text: Resolution, order: Sequence[int]) -> Resolution:
    """The text with its preambular paragraphs in another order, the rest as it was."""
    first = [one for one in text.paragraphs if one.kind is Kind.PREAMBULAR]
    moved = [replace(first[place], id=f"PP{at}") for at, place in enumerate(order, start=1)]
    return replace(text, paragraphs=(*moved, *text.paragraphs[len(first) :]))


_TEXT = Resolution(
    Masthead("Human Rights Council", "A/HRC/RES/56/2", "56/2", "Cooperation", session=56),
    tuple(
        Paragraph(f"PP{at}", Kind.PREAMBULAR, Part.PREAMBLE, words, "", words.split()[0], footnotes=notes)
        for at, (words, notes) in enumerate(
            (
                ("Recalling its resolution on the rights of migrants and of their families,", ()),
                ("Noting the report of the High Commissioner on oceans,", (Footnote(1, 17, "A/HRC/56/40."),)),
                ("Welcoming the progress made in the teaching of history and of law,", ()),
                ("Stressing the need for clean water in every school and every hospital,", ()),
            ),
            start=1,
        )
    ),
)


def reworded(text: Resolution, paragraph_id: str, words: str) -> Resolution:
    """The text with one paragraph that says something else, its footnotes where they stood."""
    changed = (replace(one, text=words) if one.id == paragraph_id else one for one in text.paragraphs)
    return replace(text, paragraphs=tuple(changed))


def marked(data: bytes, tag: str) -> list[str]:
    """What stands in the elements of a tag, one by one, where they hold something."""
    xml = part(data, "word/document.xml")
    return [said for one in xml.iter(f"{W}{tag}") if (said := "".join(one.itertext()))]


def test_a_move_has_one_name_at_both_ends_and_its_words_at_each() -> None:
    data = proved(_TEXT, renumbered(_TEXT, (1, 2, 3, 0)))
    words = _TEXT.paragraphs[0].text
    assert "".join(marked(data, "moveFrom")) == "".join(marked(data, "moveTo")) == words
    xml = part(data, "word/document.xml")
    names = [xml.xpath(f"string(//w:move{end}RangeStart/@w:name)", namespaces=NS) for end in ("From", "To")]
    assert names == ["move1", "move1"]
    assert not marked(data, "delText")


def test_no_time_is_told_without_one_but_where_the_schema_wants_it() -> None:
    alignment = align(_TEXT, renumbered(_TEXT, (1, 2, 3, 0)))
    xml = part(tracked_bytes(alignment, Signature(), moves=True), "word/document.xml")
    assert set(xml.xpath("//@w:date", namespaces=NS)) == {"1980-01-01T00:00:00Z"}
    assert not xml.xpath("//w:moveTo/@w:date|//w:moveFrom/@w:date|//w:ins/@w:date", namespaces=NS)


def test_what_was_reworded_goes_and_comes_beside_the_words_that_moved() -> None:
    moved = renumbered(_TEXT, (1, 2, 3, 0))
    new = reworded(moved, "PP4", "Recalling its decision on the rights of migrants and of their families,")
    data = proved(_TEXT, new)
    assert [text for text in marked(data, "ins") if "decision" in text] == ["decision"]
    assert marked(data, "delText") == ["resolution"]
    assert not part(data, "word/document.xml").xpath("//w:moveTo//w:del|//w:del//w:moveTo", namespaces=NS)


def test_a_footnote_that_moved_stands_at_both_ends_and_each_text_has_it_once() -> None:
    data = proved(_TEXT, renumbered(_TEXT, (0, 2, 3, 1)))
    xml = part(data, "word/document.xml")
    for end in ("moveFrom", "moveTo"):
        assert len(xml.findall(f".//w:{end}//w:footnoteReference", NS)) == 1
    for accept in (True, False):
        text, notes = parts(data)
        for root in (text, notes):
            settle(root, accept=accept)
        assert len(text.findall(".//w:footnoteReference", NS)) == 1


@settings(max_examples=40)
@given(resolutions(), st.data())
def test_any_order_of_paragraphs_comes_back(old: Resolution, drawn: st.DataObject) -> None:
    count = sum(one.kind is Kind.PREAMBULAR for one in old.paragraphs)
    new = renumbered(old, drawn.draw(st.permutations(range(count))))
    at = drawn.draw(st.integers(0, count - 1))
    words = new.paragraphs[at].text.split(" ")
    words.insert(drawn.draw(st.integers(0, len(words))), "urgently")
    proved(old, reworded(new, new.paragraphs[at].id, " ".join(words)))


@pytest.fixture(scope="module", name="official")
def _official(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our own file, which is somebody else's as any other."""
    path = tmp_path_factory.mktemp("official") / "56-2.docx"
    write_word(_TEXT, path)
    return path


def test_moves_are_written_into_the_official_file(official: Path) -> None:
    old = read(official)
    moved = renumbered(old, (1, 2, 3, 0))
    new = reworded(moved, "PP4", "Recalling its decision on the rights of migrants and of their families,")
    data = proved_in(official.read_bytes(), old, new)
    assert marked(data, "delText") == ["resolution"]
    assert [text for text in marked(data, "ins") if text.strip()] == ["decision"]
    assert (
        "".join(marked(data, "moveTo")) == "Recalling its  on the rights of migrants and of their families,"
    )


def test_the_end_of_a_paragraph_that_moved_with_a_link_is_deleted(official: Path, tmp_path: Path) -> None:
    text = parts(official.read_bytes())[0]
    for run in [one for one in text.iter(f"{W}r") if one.find(f"{W}t") is not None]:
        link = w("hyperlink", anchor="there")
        run.addprevious(link)
        link.append(run)
    path = tmp_path / "linked.docx"
    path.write_bytes(packed(official.read_bytes(), {TEXT: text}))
    old = read(path)
    data = proved_in(path.read_bytes(), old, renumbered(old, (1, 2, 3, 0)))
    ends = part(data, "word/document.xml").xpath("//w:p[.//w:moveFrom//w:t]/w:pPr/w:rPr/*", namespaces=NS)
    assert [one.tag for one in ends] == [f"{W}del"]


def test_moves_of_others_keep_their_names(official: Path, tmp_path: Path) -> None:
    old, path = read(official), tmp_path / "tracked.docx"
    path.write_bytes(proved_in(official.read_bytes(), old, renumbered(old, (1, 2, 3, 0))))
    again = read(path)
    data = proved_in(path.read_bytes(), again, renumbered(again, (1, 0, 2, 3)))
    names = part(data, "word/document.xml").xpath("//w:moveFromRangeStart/@w:name", namespaces=NS)
    assert sorted(names) == ["move1", "move2"]


def test_drafts_come_back_from_official_files_with_their_moves(shared: Path) -> None:
    for name in ("A_RES_72_12", "A_RES_72_142", "A_RES_72_174"):
        path = shared / "corpus" / "reader" / "docx" / f"{name}.docx"
        old = read(path)
        for made in drafts(old, seed=17, count=5):
            proved_in(path.read_bytes(), old, made.draft.resolution)

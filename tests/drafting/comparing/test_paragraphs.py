# SPDX-License-Identifier: GPL-3.0-or-later
import json
import random
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from corpus_texts import series
from gold import load_gold
from hypothesis import given
from hypothesis import strategies as st
from lettered import SENTENCES, drawn, version, with_note

from drafting.comparing.paragraphs import align
from drafting.comparing.records import Alignment, Change
from drafting.comparing.words import edits
from drafting.resolution import Masthead, Resolution

# Old version, new version, what became of each paragraph.
PICTURES = (
    ("A B C D", "A B C D", "=A =B =C =D"),
    ("A B C D", "A B' C' D", "=A ~B ~C =D"),
    ("A B C D", "A C D", "=A -B =C =D"),
    ("A B C D", "A X B C D", "=A +X =B =C =D"),
    ("A B C D", "X A B C D Y", "+X =A =B =C =D +Y"),
    ("A B C D", "B C", "-A =B =C -D"),
    ("A B C D", "A X C D", "=A -B +X =C =D"),
    ("A B C D", "A B^ C D", "=A ~B =C =D"),
    ("A B C D", "A^ B C D", "~A =B =C =D"),
    ("A B C D", "A B' X C D", "=A ~B +X =C =D"),
    ("A B C D", "A X B' C D", "=A +X ~B =C =D"),
    # One paragraph moves; its neighbours stay quiet.
    ("A B C D E", "A E B C D", "=A >E =B =C =D"),
    ("A B C D E", "B C D E A", "=B =C =D =E >A"),
    ("A B C D E", "A E' B C D", "=A >~E =B =C =D"),
    ("A B C D E", "A D B' C E", "=A >D ~B =C =E"),
    ("A B C D E F", "A E F B C D", "=A >E >F =B =C =D"),
    # Split and merged, also where one part was edited or another paragraph was added beside it.
    ("A B C", "A B1 B2 C", "=A /B =C"),
    ("A B C", "A B1 B2", "=A /B -C"),
    ("A B C", "A (B1) (B2) X C", "=A /B +X =C"),
    ("A B1 B2 C", "A B C", "=A *BB =C"),
    ("A B C D", "A B+C D", "=A *BC =D"),
    ("A B+C D", "A B C D", "=A /B+C =D"),
    # Boilerplate.
    ("A R B R C", "A R B C", "=A =R =B -R =C"),
    ("A R B R C", "A B R C", "=A -R =B =R =C"),
    # The preamble pairs with the preamble, headings with headings.
    ("a b C D", "a' b C D'", "~a =b =C ~D"),
    ("a b C D", "a C B D", "=a =C >b =D"),
    ("a b C D", "a B C D", "=a >b =C =D"),
    ("#A B #C D", "#A B X #C D", "=A =B +X =C =D"),
    ("", "A", "+A"),
    ("A", "", "-A"),
    ("", "", ""),
)


@pytest.mark.parametrize(("old", "new", "became"), PICTURES)
def test_what_became_of_each_paragraph(old: str, new: str, became: str) -> None:
    assert drawn(align(version(old), version(new))) == became


@given(
    st.lists(st.sampled_from(["A", "B", "C", "D", "R", "a", "b", "A'", "B^", "C1", "C2", "(D)"]), max_size=9),
    st.randoms(),
)
def test_every_paragraph_stands_in_exactly_one_pair(letters: list[str], chance: random.Random) -> None:
    shuffled = list(letters)
    chance.shuffle(shuffled)
    old, new = version(" ".join(letters)), version(" ".join(shuffled[: len(shuffled) // 2 + 1]), "2")
    _check(align(old, new))


def _check(alignment: Alignment) -> None:
    """What holds for every alignment."""
    olds = [name for pair in alignment.pairs for name in pair.old]
    news = [name for pair in alignment.pairs for name in pair.new]
    assert sorted(olds) == sorted(paragraph.id for paragraph in alignment.old.paragraphs)
    assert news == [paragraph.id for paragraph in alignment.new.paragraphs]
    for pair in alignment.pairs:
        before = "\n".join(alignment.old.paragraph(name).text for name in pair.old)
        after = "\n".join(alignment.new.paragraph(name).text for name in pair.new)
        assert pair.words == (edits(before, after) if pair.old and pair.new else ())
        assert 0 <= pair.score <= 1
        if pair.change in (Change.UNCHANGED, Change.MOVED):
            assert (pair.score, pair.words) == (1.0, ())
        if pair.change in (Change.ADDED, Change.REMOVED):
            assert not (pair.old and pair.new)


def test_removed_paragraphs_stand_where_they_were() -> None:
    assert drawn(align(version("A B C D E F"), version("A F D E X"))) == "=A -B -C >F =D =E +X"


def test_a_footnote_changes_and_the_paragraph_does_not() -> None:
    old = with_note(version("A B"), "2.B", "A/HRC/52/80.")
    new = with_note(version("A B"), "2.B", "A/HRC/55/78.")
    pair = align(old, new).pairs[1]
    assert (pair.change, len(pair.notes), pair.notes[0].old, pair.notes[0].new) == (Change.UNCHANGED, 1, 0, 0)


def test_footnotes_of_a_split_paragraph_are_counted_through_its_parts() -> None:
    old = with_note(version("A B C"), "2.B", "See resolution 1.")
    new = with_note(version("A B1 B2 C"), "3.B2", "See resolution 2.")
    (pair,) = [pair for pair in align(old, new).pairs if pair.change is Change.SPLIT]
    assert (pair.notes[0].old, pair.notes[0].new) == (0, 0)


def test_a_preambular_paragraph_that_became_operative_keeps_its_verb() -> None:
    old, new = version("a b C D"), version("a C B D")
    b = SENTENCES["B"].replace("Urges", "Urging", 1).replace(";", ",")
    assert drawn(align(_with_text(old, "2.b", b), new)) == "=a =C >~b =D"


def _with_text(resolution: Resolution, name: str, text: str) -> Resolution:
    changed = tuple(replace(p, text=text) if p.id == name else p for p in resolution.paragraphs)
    return Resolution(Masthead(), changed)


def test_what_was_split_or_merged_and_moved_is_told_to_be_both() -> None:
    for old, new, change in (
        ("A B C D E", "A C D B1 B2 E", "split"),
        ("A B1 B2 C D E", "A C D B E", "merged"),
    ):
        alignment = align(version(old), version(new, "2"))
        (pair,) = [pair for pair in alignment.pairs if pair.change == change]
        assert pair.moved
        assert [one.change for one in alignment.pairs if one is not pair] == [Change.UNCHANGED] * 4
    assert not any(pair.moved for pair in align(version("A B C D"), version("A B1 B2 C D", "2")).pairs)


# ------------------------------------------------------------------------------------------ gold


@pytest.mark.parametrize(
    "pair", [("47-9", "50-4"), ("50-4", "53-11"), ("53-11", "56-2"), ("47-9", "56-2")], ids="→".join
)
def test_the_four_samples_are_aligned_as_by_hand(pair: tuple[str, str], shared: Path) -> None:
    old, new = (load_gold(shared / "gold", name) for name in pair)
    gold = json.loads((shared / "gold" / "alignment.json").read_text(encoding="utf-8"))
    truth = {
        (entry["old"], entry["new"]): (
            bool(entry["text_changed"] and not entry["glyph_only"]),
            bool(entry.get("footnote_text_changed")),
        )
        for entry in gold[f"{old.number}->{new.number}"]
        if entry["old"] and entry["new"]
    }
    found = align(old, new)
    assert {
        (pair.old[0], pair.new[0]): (pair.change is Change.REWORDED, bool(pair.notes))
        for pair in found.pairs
        if pair.old and pair.new
    } == truth
    assert {pair.change for pair in found.pairs} <= {
        Change.UNCHANGED,
        Change.REWORDED,
        Change.ADDED,
        Change.REMOVED,
    }
    _check(found)


# --------------------------------------------------------------------------------------- real series

# What a reader of both texts sees.
SEEN = (
    ("hrc-climate-change", "50_9", "53_6", "OP13", (), Change.REMOVED),
    ("hrc-climate-change", "47_24", "50_9", "PP30", ("OP4",), Change.MOVED_REWORDED),
    ("ga-migrants", "66_172", "68_179", "OP4(e)", ("OP4(c)", "OP4(d)"), Change.SPLIT),
    ("ga-migrants", "66_172", "68_179", "OP5(f)", ("OP5(h)",), Change.MERGED),
    ("ga-migrants", "78_217", "80_218", "PP42", ("PP17",), Change.MOVED),
    ("ga-migrants", "78_217", "80_218", "PP1", ("PP1",), Change.REWORDED),
    ("ga-sustainable-fisheries", "78_68", "79_145", "PP12", ("PP15", "PP16"), Change.SPLIT),
    ("ga-sustainable-fisheries", "76_71", "77_118", "OP77", ("OP85",), Change.MOVED_REWORDED),
    ("ga-sustainable-fisheries", "78_68", "79_145", "OP10", ("OP10",), Change.REWORDED),
    ("sc-undof", "2477_2019", "2503_2019", "PP4", ("PP4", "PP5"), Change.SPLIT),
    ("sc-undof", "2450_2018", "2477_2019", "OP12", ("OP12",), Change.REWORDED),
)


@pytest.mark.parametrize(("name", "old", "new", "paragraph", "became", "change"), SEEN)
def test_what_became_of_real_paragraphs(
    name: str, old: str, new: str, paragraph: str, became: tuple[str, ...], change: Change, shared: Path
) -> None:
    versions = series(shared / "corpus" / "series" / name)
    before, after = (next(v for v in versions if v.number.endswith(f"RES_{number}")) for number in (old, new))
    (pair,) = [pair for pair in align(before, after).pairs if paragraph in pair.old]
    assert (pair.new, pair.change) == (became, change)


@pytest.mark.parametrize(
    "name", ["ga-migrants", "ga-sustainable-fisheries", "hrc-climate-change", "sc-undof"]
)
def test_every_real_series_is_aligned_whole(name: str, shared: Path) -> None:
    versions = series(shared / "corpus" / "series" / name)
    for old, new in pairwise(versions):
        _check(align(old, new))

# SPDX-License-Identifier: GPL-3.0-or-later
"""Square brackets are put round words and taken away; proposals, footnotes and blanks keep their places."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from annexed import drafted, version
from hypothesis import given
from hypothesis import strategies as st
from small import small_draft

from drafting.checking.brackets import brackets_in
from drafting.draft import Decision, Draft, Role, accept, keep, paragraph_runs
from drafting.draft.bracketing import Passage, bracket, open_brackets, unbracket
from drafting.draft.record import Choice
from drafting.errors import DraftError

# What is selected stands between ‹ and ›, the caret is |, a footnote mark ^.
PUT = {
    "words": ("The ‹full enjoyment› of all", "The [full enjoyment] of all"),
    "blanks at the ends stay outside": ("The‹ full ›enjoyment", "The [full] enjoyment"),
    "the word at the caret": ("The fu|ll, enjoyment", "The [full], enjoyment"),
    "a caret behind a word": ("The full| enjoyment", "The [full] enjoyment"),
    "nested": ("The [‹full› or free] use", "The [[full] or free] use"),
    "round a pair": ("The ‹full [or free] use›", "The [full [or free] use]"),
    "a pair is not cut": ("The ‹full [or› free] use", "The [full [or free]] use"),
    "a blank is not cut": ("Resolution ‹79/[…›] of it", "Resolution [79/[…]] of it"),
    "a footnote within": ("The ‹full^ use›, of", "The [full^ use], of"),
    "a footnote at the end": ("The ‹full^› use", "The [full^] use"),
    "a footnote before": ("The full^‹ use› of", "The full^ [use] of"),
    "beside a sign": ("‹The› [full]", "[The] [full]"),
}
TAKEN = {
    "the pair round the caret": ("The [fu|ll] use", "The full use"),
    "the innermost": ("The [full [or| free]] use", "The [full or free] use"),
    "behind the inner one": ("The [full [or free] |use]", "The full [or free] use"),
    "at the sign": ("The [full]| use", "The full use"),
    "all in the selection": ("‹The [full [or free]] use []›", "The full or free use []"),
    "a pair that the selection only touches stays": ("‹The [full] use [of› it]", "The full use [of it]"),
    "nothing whole in the selection": ("The [full ‹or› free] use", "The full or free use"),
    "a blank within": ("The [79/[…]| of it]", "The 79/[…] of it"),
    "a sign alone": ("The full]| use", "The full use"),
    "signs alone in the selection": ("‹The] full [use›", "The full use"),
    "a footnote within": ("The [full^ u|se] of", "The full^ use of"),
}


def _drawn(picture: str) -> tuple[Draft, Passage]:
    """The draft of one paragraph, and the passage, of a picture."""
    text = re.sub(r"[‹›|]", "", picture).replace("^", "^{A note.}")
    draft = drafted(version(f"PP1 | | {text}\nOP1 | | Decides."))
    plain = picture.replace("^", "")
    start = re.search(r"[‹|]", plain)
    assert start
    end = plain.find("›") - 1 if "›" in plain else start.start()
    return draft, Passage(draft.paragraphs[0].key, start.start(), end)


def _read(draft: Draft) -> str:
    paragraph = draft.paragraphs[0]
    text = paragraph.text
    for note in sorted(paragraph.notes, key=lambda one: -one.offset):
        text = f"{text[: note.offset]}^{text[note.offset :]}"
    return text


@pytest.mark.parametrize(("picture", "expected"), PUT.values(), ids=PUT)
def test_words_are_put_in_brackets(picture: str, expected: str) -> None:
    draft, passage = _drawn(picture)
    assert _read(bracket(draft, [passage]).draft) == expected


@pytest.mark.parametrize(("picture", "expected"), TAKEN.values(), ids=TAKEN)
def test_brackets_are_taken_away(picture: str, expected: str) -> None:
    draft, passage = _drawn(picture)
    assert _read(unbracket(draft, [passage]).draft) == expected


@pytest.mark.parametrize("picture", ["The [fu|ll] use", "The ‹[full]› use", "The [‹full›] use"])
def test_brackets_are_not_doubled(picture: str) -> None:
    draft, passage = _drawn(picture)
    with pytest.raises(DraftError, match="brackets of their own already"):
        bracket(draft, [passage])


def test_round_a_sign_without_counterpart_no_pair_is_put() -> None:
    draft, passage = _drawn("The ‹full] use›")
    with pytest.raises(DraftError, match="has no counterpart"):
        bracket(draft, [passage])


def test_where_nothing_can_be_done_it_is_said() -> None:
    draft, passage = _drawn("The ‹ › use of 79/[…]")
    with pytest.raises(DraftError, match="no words to put"):
        bracket(draft, [passage])
    with pytest.raises(DraftError, match="no brackets here"):
        unbracket(draft, [Passage(passage.key, 0, len(draft.paragraphs[0].text))])


def test_several_paragraphs_and_a_footnote_get_a_pair_each() -> None:
    draft = small_draft()
    whole = [Passage(one.key, 0, len(one.text)) for one in draft.paragraphs[:3]]
    note = draft.paragraphs[1].notes[0]
    step = bracket(draft, [*whole, Passage(draft.paragraphs[1].key, 0, 3, note.key)])
    assert [one.text[0] + one.text[-1] for one in step.draft.paragraphs[:3]] == ["[]"] * 3
    assert step.draft.paragraphs[1].notes[0].text == "[Art]. 1."
    assert (step.name, len(step.changed)) == ("Put brackets in PP1 to OP1", 3)
    assert [one.at.note for one in open_brackets(step.draft)] == [None, None, note.key, None]


def _choices(draft: Draft) -> list[tuple[str, Decision, str]]:
    """Every proposal with the words at its place."""
    texts = {one.key: one.text for paragraph in draft.paragraphs for one in (paragraph, *paragraph.notes)}
    return [
        (choice.proposal, choice.decision, texts[choice.note or one.key][choice.start : choice.end])
        for one, choice in draft.choices()
    ]


def test_proposals_in_brackets_keep_their_words_and_decisions() -> None:
    draft = small_draft()
    first, second, *_ = [choice.proposal for _, choice in draft.choices()]
    draft = keep(accept(draft, first).draft, second).draft
    whole = [Passage(one.key, 0, len(one.text)) for one in draft.paragraphs]
    assert _choices(bracket(draft, whole).draft) == _choices(draft)


def test_half_of_what_a_proposal_would_replace_goes_into_brackets_whole() -> None:
    draft = small_draft()
    paragraph, choice = next(iter(draft.choices()))
    made = bracket(draft, [Passage(paragraph.key, choice.start + 1, choice.end - 1)]).draft
    assert _choices(made) == _choices(draft)
    assert f"[{draft.proposal(choice.proposal).old}]" in made.paragraph(paragraph.key).text


@pytest.mark.parametrize("picture", ["The ‹[full› use] of it", "The full [free ‹use] of› it"])
def test_a_pair_taken_in_cuts_no_proposal_either(picture: str) -> None:
    """Nor does a proposal that is taken in cut a pair: here they overlap."""
    draft, passage = _drawn(picture)
    words = draft.paragraphs[0].text
    start = words.index("use]")
    proposal = replace(next(iter(small_draft().carry.proposals)), id="x", old="use] of", fact=None)
    choice = Choice("x", Decision.OPEN, start, start + len("use] of"))
    draft = replace(
        draft,
        carry=replace(draft.carry, proposals=(proposal,)),
        paragraphs=(replace(draft.paragraphs[0], choices=(choice,)), *draft.paragraphs[1:]),
    )
    made = bracket(draft, [passage, passage]).draft
    assert made.paragraphs[0].text == words.replace("[", "[[").replace(" of it", " of] it")
    assert _choices(made)[0] == ("x", Decision.OPEN, "use] of")


TEXTS = st.lists(st.sampled_from(["a", "b ", " ", "[", "]", "[…]", ", "]), max_size=14).map("".join)


@given(TEXTS, st.data())
def test_what_is_put_in_brackets_can_be_taken_out_again(text: str, data: st.DataObject) -> None:
    """With the very passage: the pair is the only one that is whole in it."""
    draft = drafted(version("PP1 | | Words,\nOP1 | | Decides."))
    key = draft.paragraphs[0].key
    draft = draft.with_paragraph(replace(draft.paragraphs[0], text=text))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    try:
        made = bracket(draft, [Passage(key, start, end)]).draft
    except DraftError:
        return
    before, after = (brackets_in(one.paragraphs[0].text) for one in (draft, made))
    assert len(after.pairs) == len(before.pairs) + 1
    assert len(after.alone) == len(before.alone)
    assert re.sub(r"[\[\]]", "", made.paragraphs[0].text) == re.sub(r"[\[\]]", "", text)
    backs = (unbracket(made, [Passage(key, pair.start, pair.start)]).draft for pair in after.pairs)
    assert text in [one.paragraphs[0].text for one in backs]


def test_the_page_tells_brackets_from_blanks_and_what_stands_in_them() -> None:
    draft = drafted(version("PP1 | | Recalling [the [old] resolution 79/[…]] of it]\nOP1 | | Decides."))
    runs = paragraph_runs(draft, draft.paragraphs[0])
    drawn = "".join(f"<{run.text}>" if run.role is Role.BRACKET else run.text for run in runs)
    assert drawn == "Recalling <[>the <[>old<]> resolution 79/[…]<]> of it<]>"
    assert "".join(run.text for run in runs if run.disputed) == "[the [old] resolution 79/[…]]"
    assert all(run.in_draft for run in runs)


def test_what_is_proposed_in_brackets_is_disputed_with_them() -> None:
    draft = bracket(small_draft(), [Passage("p1", 0, len(small_draft().paragraphs[0].text))]).draft
    runs = paragraph_runs(draft, draft.paragraphs[0])
    assert {run.disputed for run in runs} == {True}
    assert Role.NEW in {run.role for run in runs}

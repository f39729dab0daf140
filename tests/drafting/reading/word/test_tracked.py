# SPDX-License-Identifier: GPL-3.0-or-later
"""Tracked changes and comments: both texts, every change, every place."""

from __future__ import annotations

import pytest
from word_xml import BY, NOW, ORGAN, line, note, par, run
from word_xml import note_mark as ref

from drafting.resolution import Act


def ins(content: str, by: str = BY) -> str:
    return f"<w:ins {by}>{content}</w:ins>"


def gone(text: str, by: str = BY, name: str = "del") -> str:
    return f'<w:{name} {by}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:{name}>'


def texts(source):
    return [block.text for block in source.body if not block.note]


def changes(source):
    return [(revision.act.value, revision.text) for revision in source.revisions]


CASES = [
    pytest.param(
        par(run("Recalling ") + gone("its ") + ins(run("all ")) + run("resolutions,")),
        ["Recalling all resolutions,"],
        ["Recalling its resolutions,"],
        [("delete", "its "), ("insert", "all ")],
        id="a word replaced",
    ),
    pytest.param(
        par(run("A ") + ins(run("b") + run("c", "<w:i/>")) + ins(run("d")) + run(" e")),
        ["A bcd e"],
        ["A e"],
        [("insert", "bcd")],
        id="one change in several runs",
    ),
    pytest.param(
        par(run("One"), "del") + par(ins(run(", and")) + run(" two")),
        ["One, and two"],
        ["One", "two"],
        [("delete", "\n"), ("insert", ", and")],
        id="paragraphs joined by a comma",
    ),
    pytest.param(
        par(run("A,")) + par(ins(run("New,")), "ins") + par(run("B,")),
        ["A,", "New,", "B,"],
        ["A,", "B,"],
        [("insert", "New,")],
        id="a paragraph inserted",
    ),
    pytest.param(
        par(run("A,")) + par(gone("Old,"), "del") + par(run("B,")),
        ["A,", "B,"],
        ["A,", "Old,", "B,"],
        [("delete", "Old,\n")],
        id="a paragraph deleted",
    ),
    pytest.param(
        par(run("One"), "ins") + par(run("two")),
        ["One", "two"],
        ["One two"],
        [("insert", "\n")],
        id="a paragraph divided",
    ),
    pytest.param(
        par(run("One"), "del") + par(run("two")),
        ["One two"],
        ["One", "two"],
        [("delete", "\n")],
        id="two paragraphs joined",
    ),
    pytest.param(
        par(gone("Moved,", name="moveFrom"), "moveFrom")
        + par(run("B,"))
        + par(f"<w:moveTo {BY}>{run('Moved,')}</w:moveTo>", "moveTo")
        + par(run("C,")),
        ["B,", "Moved,", "C,"],
        ["Moved,", "B,", "C,"],
        [("delete", "Moved,\n"), ("insert", "Moved,")],
        id="a paragraph moved",
    ),
    pytest.param(
        par(run("A ") + ins(gone("b") + run("c")) + run(" d")),
        ["A c d"],
        ["A d"],
        [("delete", "b"), ("insert", "c")],
        id="deleted within an insertion",
    ),
    pytest.param(
        par(run("A,")) + par(gone("Last."), "del"),
        ["A,"],
        ["A,", "Last."],
        [("delete", "Last.\n")],
        id="the last paragraph deleted",
    ),
    pytest.param(
        par(run("A "), "") + par(gone("x") + ins(run("y"))),
        ["A", "y"],
        ["A", "x"],
        [("delete", "x"), ("insert", "y")],
        id="all of a paragraph replaced",
    ),
]


@pytest.mark.parametrize(("content", "accepted", "original", "expected"), CASES)
def test_both_texts_and_what_parts_them(read_word, content, accepted, original, expected):
    source = read_word(ORGAN + content)
    assert texts(source) == accepted
    assert texts(source.original) == original
    assert changes(source) == expected


@pytest.mark.parametrize(("content", "accepted", "original", "expected"), CASES)
def test_anchors_stand_where_the_changes_are(read_word, content, accepted, original, expected):
    source = read_word(ORGAN + content)
    places = {anchor.label: (block, anchor.offset) for block in source.body for anchor in block.anchors}
    for number, revision in enumerate(source.revisions):
        block, start = places[f"r{number}<"]
        other, end = places[f"r{number}>"]
        assert block is other
        if revision.act is Act.INSERT and revision.text != "\n":
            assert block.text[start:end] == revision.text
        else:
            assert start == end


def test_a_number_before_a_deleted_paragraph_mark_that_ends_the_text(read_word):
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = par(run("A."), "del", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    assert [block.label for block in read_word(ORGAN + body, numbering=numbering).body] == ["1."]


def test_who_changed_what_and_when(read_word):
    other = 'w:id="1" w:author="Cuba" w:date="2025-05-06T09:00:00Z"'
    source = read_word(ORGAN + par(ins(run("a")) + ins(run("b"), other) + gone("c", name="moveFrom")))
    assert [(r.author, r.at, r.text, r.moved) for r in source.revisions] == [
        ("Mexico", NOW, "a", False),
        ("Cuba", "2025-05-06T09:00:00Z", "b", False),
        ("Mexico", NOW, "c", True),
    ]
    assert [(w.message, w.needs_look) for w in source.warnings] == [
        (
            "the file holds 3 tracked changes by Mexico, Cuba; "
            "the text is read with all changes accepted, and they are kept beside it",
            True,
        )
    ]


def test_looks_changed(read_word):
    run_change = f"<w:i/><w:rPrChange {BY}><w:rPr/></w:rPrChange>"
    source = read_word(ORGAN + par(run("Recalling", run_change) + run(" it,")))
    assert changes(source) == [("format", "Recalling")]
    assert [w.needs_look for w in source.warnings] == [False]  # no word is another
    assert source.body[0].italics == ((0, 9),)
    assert source.original.body[0].italics == ()


def test_numbers_of_each_text(read_word):
    """A deleted paragraph has no number in the accepted text, an inserted one none in the original."""
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>'
        "</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = [par(run("A;"), "", listed), par(gone("B;"), "del", listed), par(run("C;"), "", listed)]
    source = read_word(
        ORGAN + "".join([*body, par(ins(run("D;")), "ins", listed), par(run("E."), "", listed)]),
        numbering=numbering,
    )
    shown = [[(block.label, block.text) for block in one.body] for one in (source, source.original)]
    assert shown == [
        [("1.", "A;"), ("2.", "C;"), ("3.", "D;"), ("4.", "E.")],
        [("1.", "A;"), ("2.", "B;"), ("3.", "C;"), ("4.", "E.")],
    ]


def test_footnotes_inserted_deleted_and_changed(read_word):
    body = par(run("A") + f"<w:del {BY}>{ref(1)}</w:del>" + run(" b") + ref(2) + run(" c") + ins(ref(3)))
    notes = (
        note(1, gone("Old."))
        + note(2, run("See ") + ins(run("also ")) + run("x."))
        + note(3, ins(run("New.")))
    )
    source = read_word(ORGAN + body, footnotes=notes)
    assert [(b.note, b.text) for b in source.body if b.note] == [("1", "See also x."), ("2", "New.")]
    assert [(b.note, b.text) for b in source.original.body if b.note] == [("1", "Old."), ("2", "See x.")]
    assert [(r.act.value, r.text, r.footnote) for r in source.revisions] == [
        ("delete", "Old.", 1),
        ("insert", "also ", 1),
        ("insert", "New.", 2),
    ]
    anchored = {anchor.label for block in source.body for anchor in block.anchors}
    assert anchored == {f"r{number}{side}" for number in range(3) for side in "<>"}


def test_rows_of_a_table(read_word):
    def row(content: str, mark: str = "") -> str:
        marked = f"<w:trPr><w:{mark} {BY}/></w:trPr>" if mark else ""
        return f"<w:tr>{marked}<w:tc><w:p>{run('x')}</w:p></w:tc><w:tc><w:p>{content}</w:p></w:tc></w:tr>"

    body = f"<w:tbl>{row(run('a'))}{row(run('b'), 'ins')}{row(run('c'), 'del')}</w:tbl>"
    source = read_word(ORGAN + body)
    assert texts(source) == ["x | a", "x | b"]
    assert texts(source.original) == ["x | a", "x | c"]


COMMENTS = (
    f'<w:comment w:id="4" w:author="Chair" w:date="{NOW}">{line("Second?")}</w:comment>'
    f'<w:comment w:id="3" w:author="Cuba">{line("First")}{line("one.")}</w:comment>'
)


def test_comments_and_their_ranges(read_word):
    body = par(
        run("A ")
        + '<w:commentRangeStart w:id="3"/>'
        + run("b")
        + '<w:commentRangeEnd w:id="3"/>'
        + '<w:r><w:commentReference w:id="3"/></w:r>'
        + run(" c")
    ) + par(run("D") + '<w:r><w:commentReference w:id="4"/></w:r>')
    source = read_word(ORGAN + body, comments=COMMENTS)
    assert [(w.place, w.needs_look) for w in source.warnings] == [("comments", True)]
    assert f"{len(source.comments)} comments by" in source.warnings[0].message
    assert [(c.text, c.author, c.at) for c in source.comments] == [
        ("First one.", "Cuba", ""),
        ("Second?", "Chair", NOW),
    ]
    places = [[(anchor.label, anchor.offset) for anchor in block.anchors] for block in source.body]
    assert places == [[("c0<", 2), ("c0>", 3)], [("c1<", 1), ("c1>", 1)]]
    assert source.original is None


def test_what_the_document_system_stores_in_a_comment_is_none(read_word):
    stamp = "&lt;&lt;ODS JOB NO&gt;&gt;N17&lt;&lt;ODS JOB NO&gt;&gt;"
    comment = f'<w:comment w:id="0"><w:p><w:r><w:t>{stamp}</w:t></w:r></w:p></w:comment>'
    source = read_word(ORGAN + par(run("A")), comments=comment)
    assert source.comments == ()
    assert "<<ODS JOB NO>>N17<<ODS JOB NO>>" in source.formulas

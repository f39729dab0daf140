# SPDX-License-Identifier: GPL-3.0-or-later
"""What a text did not follow up from the versions before it: citations, words, references, footnotes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafting.checking import Finding, Severity, Subject, check
from drafting.resolution import Kind, Resolution
from tests.checked import mended, only
from tests.yearly import HRC, version

RIGHTS = "the enjoyment of human rights by the inhabitants of small islands in every region of the world"


def found(rule: str, *versions: Resolution) -> list[Finding]:
    """What one rule finds in the last of the versions; every fix removes its finding."""
    *earlier, text = versions
    subject = Subject(text, tuple(earlier))
    findings = list(check(subject, only(rule)))
    for one in findings:
        assert text.paragraph(one.spot.paragraph).text[one.spot.start : one.spot.end] == one.words
        if one.fix:
            after = check(replace(subject, text=mended(text, one)), only(rule))
            assert len(after) < len(findings)
    return findings


def words(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(one.spot.paragraph, one.words) for one in findings]


# ----------------------------------------------------------------------------------------- predecessors


def yearly(number: str, adopted: str, cites: str) -> Resolution:
    return version(
        number,
        adopted,
        f"Recalling Human Rights Council resolution {cites} on {RIGHTS},",
        "Decides to go on.",
    )


CHAIN = (
    yearly("47/9", "2021-07-12", "44/18 of 17 July 2020"),
    yearly("50/4", "2022-07-07", "47/9 of 12 July 2021"),
)


def test_a_forgotten_predecessor_is_named_with_its_date() -> None:
    text = yearly("53/11", "2023-07-12", "47/9 of 12 July 2021")
    (one,) = found("predecessor-forgotten", *CHAIN, text)
    assert one.words == "47/9 of 12 July 2021"
    assert "50/4 of 7 July 2022" in mended(text, one).paragraph("PP1").text


@pytest.mark.parametrize(
    "cites",
    [
        "50/4 of 7 July 2022",
        "44/18 of 17 July 2020",  # older than all that is loaded: a fixed citation, as far as is known
        "47/9 of 12 July 2021 and 50/4 of 7 July 2022",
        "12/3 of 1 October 2009",
    ],
)
def test_a_predecessor_that_is_cited_or_unknown_is_left_alone(cites: str) -> None:
    assert not found("predecessor-forgotten", *CHAIN, yearly("53/11", "2023-07-12", cites))


def test_one_version_alone_shows_the_predecessor_less_surely() -> None:
    (one,) = found("predecessor-forgotten", *CHAIN, yearly("53/11", "2023-07-12", "47/9 of 12 July 2021"))
    assert one.severity is Severity.INFO
    third = yearly("53/11", "2023-07-12", "50/4 of 7 July 2022")
    (one,) = found("predecessor-forgotten", *CHAIN, third, yearly("56/2", "", "50/4 of 7 July 2022"))
    assert one.severity is Severity.WARNING


def test_a_series_that_does_not_cite_its_predecessor_is_left_alone() -> None:
    versions = [yearly(f"{number}/1", "", "47/9 of 12 July 2021") for number in (50, 53, 56)]
    first = yearly("47/9", "2021-07-12", "12/3 of 1 October 2009")
    assert not found("predecessor-forgotten", first, *versions)


def test_a_predecessor_forgotten_twice_is_still_told() -> None:
    later = (
        yearly("53/11", "2023-07-12", "50/4 of 7 July 2022"),
        yearly("56/2", "2024-07-10", "50/4 of 7 July 2022"),
        yearly("59/1", "2025-07-08", "50/4 of 7 July 2022"),
    )
    (one,) = found("predecessor-forgotten", *CHAIN, *later)
    assert "56/2 of 10 July 2024" in mended(later[-1], one).paragraph("PP1").text


# --------------------------------------------------------------------------------------------- two ages


def twice(number: str, first: str, second: str) -> Resolution:
    return version(
        number,
        "",
        f"Recalling also General Assembly resolution {first} on {RIGHTS},",
        "Welcomes the work done;",
        f"Also recalls that, in its resolution {second} the General Assembly requested a report on {RIGHTS}.",
    )


OLD = twice("47/9", "75/180 of 16 December 2020", "75/180,")
NEXT = twice("50/4", "76/159 of 16 December 2021", "76/159,")


@pytest.mark.parametrize(
    ("first", "second", "behind", "right"),
    [
        ("77/213 of 15 December 2022", "76/159,", "76/159", "resolution 77/213, the"),
        (
            "76/159 of 16 December 2021",
            "77/213 of 15 December 2022,",
            "76/159 of 16 December 2021",
            "77/213 of 15",
        ),
        ("76/159 of 16 December 2021", "77/213,", "76/159 of 16 December 2021", None),
    ],
)
def test_the_older_of_two_ages_is_brought_up_to_the_newer(
    first: str, second: str, behind: str, right: str | None
) -> None:
    text = twice("53/11", first, second)
    (one,) = found("two-ages", OLD, NEXT, text)
    assert (one.words, one.severity) == (behind, Severity.WARNING)
    assert bool(one.fix) == (right is not None)
    assert right is None or right in mended(text, one).paragraph(one.spot.paragraph).text


def test_one_version_alone_shows_it_less_surely() -> None:
    (one,) = found("two-ages", NEXT, twice("53/11", "77/213 of 15 December 2022", "76/159,"))
    assert one.severity is Severity.INFO


@pytest.mark.parametrize(
    ("first", "second"),
    [("77/213 of 15 December 2022", "77/213,"), ("76/159 of 16 December 2021", "76/159,")],
)
def test_places_that_moved_or_stayed_together_are_left_alone(first: str, second: str) -> None:
    assert not found("two-ages", OLD, NEXT, twice("53/11", first, second))


# ------------------------------------------------------------------------------------- number and date


@pytest.mark.parametrize(
    ("cites", "wrong", "right"),
    [
        ("General Assembly resolution 77/213 of 15 December 2024", "15 December 2024", None),
        ("Human Rights Council resolution 50/4 of 7 July 2023", "7 July 2023", None),
        ("Security Council resolution 2532 (2020) of 1 July 2021", "1 July 2021", None),
        ("its resolution 47/9 of 13 July 2021", "13 July 2021", "12 July 2021"),
        ("its resolution 47/9 of 12 July 2021", "", None),
        ("General Assembly resolution 48/141 of 20 December 1993", "", None),
        ("General Assembly resolution 63/281 of 3 June 2009", "", None),
        ("Security Council resolution 2532 (2020) of 1 July 2020", "", None),
        ("Commission on Human Rights resolution 2000/22 of 18 August 2000", "", None),
    ],
)
def test_dates_that_do_not_belong_to_their_number(cites: str, wrong: str, right: str | None) -> None:
    text = version("50/4", "2022-07-07", f"Recalling {cites},", "Decides to go on.")
    findings = found("number-and-date", CHAIN[0], text)
    assert [one.words for one in findings] == ([wrong] if wrong else [])
    for one in findings:
        assert [mend.new for mend in one.fix] == ([right] if right else [])


def test_one_resolution_with_two_dates() -> None:
    text = version(
        "50/4",
        "2022-07-07",
        "Recalling General Assembly resolution 70/1 of 25 September 2015,",
        "Recalls General Assembly resolution 70/1 of 25 October 2015.",
    )
    (one,) = found("number-and-date", text)
    assert (one.spot.paragraph, one.words, one.severity) == ("OP1", "25 October 2015", Severity.ERROR)


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("Human Rights Council resolution 46/14{}", "General Assembly resolution 46/14", True),
        ("Human Rights Council resolution 46/14{}", "its resolution 46/14", False),
        ("Human Rights Council resolution 46/14{}", "General Assembly resolution 46/15", False),
        ("its resolution 46/14{}", "General Assembly resolution 46/14 of 31 October 1991", False),
    ],
)
def test_one_number_of_two_organs(first: str, second: str, told: bool) -> None:
    dated = first.format(" of 23 March 2021")
    text = version("50/4", "2022-07-07", f"Recalling {dated},", f"Recalls {second}.")
    assert words(found("two-organs", text)) == ([("OP1", "46/14")] if told else [])


# ------------------------------------------------------------------------------------- titles, footnotes


@pytest.mark.parametrize(
    ("title", "told"),
    [("Transforming our world: the Agenda", True), ("transforming our world: the 2030 Agenda", False)],
)
def test_one_title_in_two_forms(title: str, told: bool) -> None:
    cited = "Recalling General Assembly resolution 70/1 of 25 September 2015, entitled “{}”,"
    old = version("47/9", "", cited.format("Transforming our world: the 2030 Agenda"), "Decides to go on.")
    new = version("50/4", "", cited.format(title), "Decides to go on.")
    assert words(found("title-forms", old, new)) == ([("PP1", title)] if told else [])


LINES = (
    "Recalling also the Addis Ababa Action Agenda, the role of all its parties, and the Paris Agreement{},",
    "Takes note of the report of the High Commissioner on small islands;^{{A/HRC/47/47.}}",
    "Decides to go on.",
)


@pytest.mark.parametrize(
    ("note", "told"),
    [("", True), ("^{{See FCCC/CP/2015/10/Add.1, annex.}}", False), ("^{{A/75/1.}}", False)],
)
def test_a_footnote_lost(note: str, told: bool) -> None:
    old = version("47/9", "", *(line.format("^{See FCCC/CP/2015/10/Add.1, annex.}") for line in LINES))
    new = version("50/4", "", *(line.format(note.format()) for line in LINES))
    assert words(found("missing-footnote", old, new)) == ([("PP1", "Paris Agreement")] if told else [])


def test_a_source_given_elsewhere_is_no_footnote_lost() -> None:
    old = version("47/9", "", *(line.format("^{See FCCC/CP/2015/10/Add.1, annex.}") for line in LINES))
    lines = (*(line.format("") for line in LINES[:2]), "Recalls it.^{FCCC/CP/2015/10/Add.1.}")
    assert not found("missing-footnote", old, version("50/4", "", *lines))


# ----------------------------------------------------------------------------------- words left behind

SHARED = "respect for human rights and fundamental freedoms through, inter alia, international cooperation"
WIDER = SHARED.replace("for human", "for all human").replace("freedoms", "freedoms for all")


def twins(number: str, first: str, second: str) -> Resolution:
    return version(
        number,
        "",
        f"Emphasizing the need for further progress in the promotion and encouragement of {first},",
        f"Reaffirms that it is one of the purposes of the United Nations to promote and encourage {second};",
        "Decides to go on.",
    )


def test_words_changed_in_one_of_two_places() -> None:
    text = twins("50/4", SHARED, WIDER)
    (one,) = found("left-behind", twins("47/9", SHARED, SHARED), text)
    assert (one.spot.paragraph, one.related[0].paragraph) == ("PP1", "OP1")
    assert SHARED.startswith(one.words[:30])
    assert "freedoms for all through" in mended(text, one).paragraph("PP1").text


def test_a_change_forgotten_is_remembered_for_three_versions() -> None:
    series = [
        twins("47/9", SHARED, SHARED),
        *(twins(f"{number}/1", SHARED, WIDER) for number in (50, 53, 56, 59)),
    ]
    assert [len(found("left-behind", *series[:count])) for count in (2, 3, 4, 5)] == [1, 1, 1, 0]


def test_a_draft_takes_up_what_its_base_forgot() -> None:
    later = [twins(f"{session}/1", SHARED, WIDER) for session in (50, 53, 56)]
    series = (twins("47/9", SHARED, SHARED), *later)
    draft = Subject(
        replace(later[-1], masthead=replace(later[-1].masthead, number="")), series, drafting=True
    )
    assert [one.spot.paragraph for one in check(draft, only("left-behind"))] == ["PP1"]


@pytest.mark.parametrize(("first", "second"), [(WIDER, WIDER), (SHARED, SHARED)])
def test_words_changed_in_both_places_or_in_none(first: str, second: str) -> None:
    assert not found("left-behind", twins("47/9", SHARED, SHARED), twins("50/4", first, second))


def test_another_session_is_no_change_of_wording() -> None:
    old, new = (
        f"at its {session} session, in accordance with the programme of work"
        for session in ("fifth", "sixth")
    )
    assert not found("left-behind", twins("47/9", old, old), twins("50/4", old, new))


def test_a_session_left_out_is_no_change_of_wording() -> None:
    old, new = (
        f"notes that the Committee on Fisheries{at} recognized the importance of the Blue Ports Initiative"
        for at in (", at its thirty-sixth session,", "")
    )
    assert not found("left-behind", twins("47/9", old, old), twins("50/4", old, new))


def test_a_term_given_up_in_several_places() -> None:
    places = (
        "Urges {} to improve without delay and in every region the living conditions of migrants;",
        "Invites {} to take part in the seminar on small islands that is to be held next year;",
        "Asks {} for contributions in kind and in money to the fund that serves small islands.",
    )
    old = version("47/9", "", *(place.format("Member States") for place in places))
    terms = ("all States", "States", "Member States")
    new = version("50/4", "", *(place.format(term) for place, term in zip(places, terms, strict=True)))
    assert words(found("term-left", old, new)) == [("OP3", "Member States")]
    assert not found("term-left", old, old)


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ("a comprehensive, far-reaching set", True),
        ("a comprehensive, far-reaching and people-centred set", False),
        ("a comprehensive and far-reaching group", False),  # other words came: an edit, no loss
    ],
)
def test_words_lost_from_what_a_resolution_says(now: str, told: bool) -> None:
    line = (
        "Recalling General Assembly resolution 70/1 of 25 September 2015, entitled “Transforming our world”, "
        "in which the Assembly adopted {} of universal and transformative Sustainable Development Goals,"
    )
    old = version("47/9", "", line.format("a comprehensive, far-reaching and people-centred set"), "Decides.")
    text = version("50/4", "", line.format(now), "Decides.")
    findings = found("words-lost", old, text)
    assert bool(findings) == told
    for one in findings:
        assert "far-reaching and people-centred set" in mended(text, one).paragraph("PP1").text


# ---------------------------------------------------------------------------------------- references


def referring(number: str, place: int, *before: str) -> Resolution:
    lines = (
        "Urges all States to protect the inhabitants of small islands against storms and floods;",
        f"Requests a report on the measures that were taken in accordance with paragraph {place} above.",
    )
    return version(number, "", *before, *lines)


@pytest.mark.parametrize(
    ("place", "told"),
    [(1, ""), (2, "is this paragraph itself"), (7, "There is no paragraph 7")],
)
def test_a_reference_to_no_paragraph_above(place: int, told: str) -> None:
    findings = found("paragraph-reference", referring("47/9", place))
    assert len(findings) == bool(told)
    assert all(told in one.message and one.severity is Severity.ERROR for one in findings)


def test_a_paragraph_that_stands_below() -> None:
    text = version("47/9", "", "Recalls paragraph 2 above;", "Urges all States to act.")
    (one,) = found("paragraph-reference", text)
    assert one.message == "Paragraph 2 stands below, not above."


def test_a_reference_follows_its_paragraph() -> None:
    text = referring("50/4", 1, "Welcomes the work that was done in the course of the year;")
    (one,) = found("paragraph-reference", referring("47/9", 1), text)
    assert (one.words, [mend.new for mend in one.fix]) == ("1", ["2"])
    assert not found("paragraph-reference", referring("47/9", 1), referring("50/4", 2, "Welcomes the work;"))


def beside(text: Resolution, *labels: str) -> Resolution:
    """The text with its numbered paragraphs printed with these labels."""
    given = iter(labels)
    return replace(
        text,
        paragraphs=tuple(
            replace(one, label=next(given)) if one.kind is Kind.OPERATIVE else one for one in text.paragraphs
        ),
    )


def test_a_reference_to_a_paragraph_beside_another_is_to_that_one() -> None:
    new = "Welcomes the work that was done in the course of the year;"
    report = "Requests a report in accordance with paragraph {} above."
    for number, told in (("1 bis", []), ("1 ter", ["There is no paragraph 1 ter in this text."])):
        text = version("47/9", "", "Urges all States to act;", new, report.format(number))
        findings = found("paragraph-reference", beside(text, "1", "1 bis", "2"))
        assert [one.message for one in findings] == told
    old = version("47/9", "", new, "Urges all States to act;", report.format("2"))
    text = beside(version("50/4", "", new, "Urges all States to act;", report.format("2")), "1", "1 bis", "2")
    (one,) = found("paragraph-reference", old, text)
    assert (one.words, [mend.new for mend in one.fix]) == ("2", ["1 bis"])


def test_a_paragraph_of_another_text_is_none_of_this() -> None:
    text = version("47/9", "", "Recalls paragraph 60 of resolution 70/1;", "Urges all States to act.")
    assert not found("paragraph-reference", text)


# -------------------------------------------------------------------------------------------- language


def test_texts_in_other_languages_are_left_alone() -> None:
    text = yearly("53/11", "2023-07-12", "47/9 of 12 July 2021")
    french = replace(text, masthead=replace(text.masthead, language="fr", body=HRC))
    assert not found("predecessor-forgotten", *CHAIN, french)

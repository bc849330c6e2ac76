"""One slip a rule, as an editor would mark it, and its neighbour that is right."""

from dataclasses import replace
from datetime import date

import pytest

from drafter.check.checker import check, slips_at
from drafter.check.profile import Profile
from drafter.check.rule import PLACE_RULES, TEXT_RULES, Background
from drafter.desk import Desk
from drafter.model.inline import Inline
from drafter.model.organ import Organ
from drafter.model.resolution import Footnote, Kind, Paragraph, Resolution
from drafter.model.symbol import Symbol
from drafter.resources import shipped
from drafter.rules.rulebook import Rulebook, using

PP, OP = Kind.PREAMBULAR, Kind.OPERATIVE


def text(*rows, notes=(), session=76, organ=Organ.GENERAL_ASSEMBLY):
    """A text from (kind, markup) or (kind, markup, level) rows."""
    paragraphs = tuple(Paragraph(row[0], Inline.from_markup(row[1]), *row[2:]) for row in rows)
    footnotes = tuple(Footnote(note, Inline.from_markup(words)) for note, words in notes)
    return Resolution(organ, Inline("Situation"), paragraphs, footnotes, session=session)


def found(resolution, rule, **setting):
    listed = check(resolution, Background(Profile.of(resolution), session=resolution.session, **setting))
    return [(finding.label, finding.found, finding.suggest) for finding in listed if finding.rule == rule]


LAST = (OP, "*Decides* to remain seized of the matter.")

ONE_PARAGRAPH = [
    ("ending", PP, "*Recalling* its resolution 74/166 of 18 December 2019;", ";", ","),
    ("ending", OP, "*Welcomes* the report,", ",", ";"),
    ("capital", OP, "welcomes the report;", "w", "W"),
    ("empty", OP, "", "", None),
    ("per-cent", PP, "*Noting* that 33% of the people lack water,", "%", " per cent"),
    ("date", PP, "*Recalling* the summit of September 19, 2018,", "September 19, 2018", "19 September 2018"),
    ("date", PP, "*Recalling* the summit of 19th September,", "19th September", "19 September"),
    ("small-number", OP, "*Requests* a report within 5 years;", "5", "five"),
    ("double-mark", PP, "*Noting* the marking of this day in 2026,, and the report,", ",,", ","),
    ("double-mark", OP, "*Requests* a report on the matter,;", ",;", ";"),
    ("opening-join", OP, "*Welcomes* of the report;", "of ", ""),
    ("opening-join", PP, "*Taking note with appreciation* the report,", " ", " of "),
    ("double-word", PP, "*Noting* the the report,", "the the", "the"),
    ("double-mark", PP, "*Noting* the report,, and the reply,", ",,", ","),
    ("double-mark", OP, "*Notes* the report, ; and the reply;", ", ;", ";"),
    ("spaces", PP, "*Noting*  the report,", "  ", " "),
    ("spaces", PP, "*Noting* the report , and the reply,", " ", ""),
    ("quotation-marks", PP, "*Noting* the Government's reply,", "'", "’"),
    ("brackets", PP, "*Noting* the report (A/75/388,", "(", None),
    ("square-brackets", OP, "*Urges* [all] Member States to comply;", "[all]", None),
    ("internal-remark", OP, "*Urges* States [for capital: which?] to act;", "[for capital: which?]", None),
    ("spelling", PP, "*Noting* the organisation of labor,", "organisation", "organization"),
    ("misspelt", PP, "*Noting* the goverment concerned,", "goverment", "government"),
    ("misspelt", PP, "*Noting* teh situation,", "teh", "the"),
    ("misspelt", OP, "*Urges* States adn others to act;", "adn", "and"),
    ("body-name", OP, "*Requests* the Secretary General to report;", "Secretary General", "Secretary-General"),
    ("country-name", PP, "*Noting* the situation in Swaziland,", "Swaziland", "Eswatini"),
    ("symbol-in-text", PP, "*Recalling* A/RES/74/166 of 18 December 2019,", "A/RES/74/166", "74/166"),
    ("this-resolution", OP, "*Requests* a report on this resolution;", "this", "the present"),
    ("council-year", PP, "*Recalling* Security Council resolution 2397 of 22 December 2017,", "2397", None),
    ("first-mention", PP, "*Recalling* its resolution 74/166,", "74/166", None),
    ("placeholder", PP, "*Taking note* of the report A/76/___,", "A/76/___", None),
    (
        "money",
        OP,
        "*Requests* the Secretary-General to submit a report;",
        "Requests the Secretary-General to submit",
        None,
    ),
    ("opening-form", OP, "*Recalling* the report;", "Recalling", None),
    ("opening-form", PP, "*Recalls* the report,", "Recalls", None),
    ("opening-italics", PP, "Recalling the report,", "Recalling", "*Recalling*"),
    ("own-paragraph", OP, "*Requests* a report on paragraph 31 above;", "31", None),
]


@pytest.mark.parametrize(("rule", "kind", "markup", "words", "suggest"), ONE_PARAGRAPH)
def test_a_slip_in_one_paragraph(rule, kind, markup, words, suggest):
    label = "PP1" if kind is PP else "OP1"
    assert (label, words, suggest) in found(text((kind, markup), LAST), rule)


RIGHT = [
    (PP, "*Recalling* its resolutions 73/180 of 17 December 2018 and 74/166 of 18 December 2019,"),
    (PP, "*Noting* that “the 1 in 5 children” (see below) are, inter alia, under the age of 5 years,"),
    (PP, "*Noting also* Security Council resolution 2397 (2017) of 22 December 2017,"),
    (OP, "*Welcomes* the report of the Organisation for the Prohibition of Chemical Weapons;"),
    (OP, "*Also welcomes* (a) the reply and b) the steps taken:"),
    (OP, "To advertise, advise and exercise;", 1),
    (OP, "To analyse per cent of 33.5 per cent;", 1),
    LAST,
]


def test_nothing_is_found_where_nothing_is_wrong():
    assert check(text(*RIGHT), Background(Profile(), session=76)) == ()


@pytest.mark.parametrize(
    ("before", "after", "suggest"),
    [
        ("*Noting* the report,", "*Noting* the reply,", "Noting also"),
        ("*Noting also* the report,", "*Noting also* the reply,", "Noting further"),
        ("*Taking note* of the report,", "*Taking note* of the reply,", "Taking note also"),
        ("*Deeply concerned* at hunger,", "*Deeply concerned* at thirst,", "Deeply concerned also"),
        ("*Recalling* the report,", "*Noting also* the reply,", "Noting"),
    ],
)
def test_repeated_openings_of_the_preamble(before, after, suggest):
    assert [slip[2] for slip in found(text((PP, before), (PP, after), LAST), "opening-repeated")] == [suggest]


def test_a_repeated_opening_with_another_addressee_stays_bare():
    rows = [(OP, "*Encourages* the Security Council to act;"), (OP, "*Encourages* all Member States to act;"), LAST]
    assert found(text(*rows), "opening-repeated") == []


def test_the_same_addressee_asks_for_also():
    rows = [(OP, "*Calls upon* Member States to act;"), (OP, "*Calls upon* Member States to report;"), LAST]
    assert found(text(*rows), "opening-repeated") == [("OP2", "Calls upon", "Also calls upon")]


def test_a_list_opens_with_a_colon_and_steps_down_one_level():
    rows = [(OP, "*Urges* the Government;"), (OP, "To act;", 1), (OP, "*Urges* States:"), (OP, "To act;", 2), LAST]
    assert found(text(*rows), "ending") == [("OP1", ";", ":")]
    assert [slip[0] for slip in found(text(*rows), "level-order")] == ["OP2(i)"]


def test_half_of_a_word_with_an_unbreakable_hyphen_is_no_word():
    rows = [(OP, "*Calls upon* multi\u2011stakeholders not to engage in trans\u2011shipment;"), LAST]
    assert found(text(*rows), "misspelt") == []


NOTED = (PP, "*Noting* the report,[^1]")


def test_marks_and_notes_need_each_other():
    assert found(text(NOTED, LAST), "note-mark") == [("PP1", "", None)]
    assert [slip[1] for slip in found(text(LAST, notes=[("1", "A/75/388.")]), "note-mark")] == ["A/75/388."]
    assert found(text(NOTED, LAST, notes=[("1", "A/75/388.")]), "note-mark") == []


def test_a_note_is_marked_once_since_the_seventy_fifth_session():
    rows, notes = [NOTED, (PP, "*Recalling* the report,[^1]"), LAST], [("1", "A/75/388.")]
    assert [slip[0] for slip in found(text(*rows, notes=notes), "note-repeated")] == ["PP2"]
    assert found(text(*rows, notes=notes, session=67), "note-repeated") == []


def test_forms_of_notes():
    notes = [("1", "United Nations, *Treaty Series*, 1577"), ("2", "A/75/388")]
    rows = [(PP, "*Noting* the Covenant[^1], the report,[^2]"), LAST]
    assert [slip[1] for slip in found(text(*rows, notes=notes), "note-form")] == ["Treaty Series, ", "", ""]
    assert [slip[1] for slip in found(text(*rows, notes=notes), "note-place")] == [","]
    assert len(found(text(*rows, notes=[("1", "A/1."), ("2", "A/1.")]), "note-twice")) == 1


def test_a_date_is_held_against_the_library():
    adopted = {Symbol.parse("74/166"): date(2019, 12, 18)}.get
    rows = [(PP, "*Recalling* its resolution 74/166 of 18 December 2018,"), LAST]
    assert found(text(*rows), "wrong-date", adopted=adopted) == [
        ("PP1", "74/166 of 18 December 2018", "74/166 of 18 December 2019")
    ]


def test_a_draft_cites_the_latest_of_a_series():
    latest = {Symbol.parse("74/166"): Symbol.parse("75/190")}.get
    rows = [(PP, "*Recalling* its resolution 74/166 of 18 December 2019,"), LAST]
    assert found(text(*rows), "superseded", successor=latest, is_draft=True) == [("PP1", "74/166", "75/190")]


def test_a_reference_follows_its_paragraph():
    rows = [(OP, "*Urges* compliance;"), (OP, "*Urges* more;"), (OP, "*Recalls* paragraph 1 above;"), LAST]
    assert found(text(*rows), "own-paragraph", base_labels={"OP1": "OP2"}) == [("OP3", "1", "2")]
    assert found(text(*rows), "own-paragraph", base_labels={"OP1": "OP4"}) == [
        ("OP3", "1", "4"),
        ("OP3", "above", "below"),
    ]


def test_a_reference_to_an_item_of_a_list_follows_it_with_its_letter():
    rows = [
        (OP, "*Urges* it:"),
        (OP, "To act;", 1),
        (OP, "To report;", 1),
        (OP, "*Recalls* paragraph 1 (a) above;"),
        LAST,
    ]
    assert found(text(*rows), "own-paragraph", base_labels={"OP1": "OP1", "OP1(a)": "OP1(b)"}) == [
        ("OP2", "1 (a)", "1 (b)")
    ]
    assert found(text(*rows), "own-paragraph", base_labels={"OP1": "OP1", "OP1(a)": None}) == [("OP2", "1 (a)", None)]


def test_a_reference_is_put_right_step_by_step_until_nothing_is_left_to_say():
    """The base's OP1 and OP2 stand behind the paragraph that refers to them, which is OP1 now."""
    base = "Recalls paragraphs 1 and 2 above;"
    setting = {"base_labels": {"OP1": "OP2", "OP2": "OP3"}, "base_texts": {0: base}}
    words, steps = base, []
    while True:
        rows = text((OP, words.replace("Recalls", "*Recalls*")), (OP, "*Urges* this;"), (OP, "*Urges* that;"), LAST)
        listed = check(rows, Background(Profile.of(rows), session=76, **setting))
        slips = [one for one in listed if one.rule == "own-paragraph"]
        if not slips:
            break
        slip = slips[0]
        words = words[: slip.start] + slip.suggest + words[slip.end :]
        steps.append(words)
    assert steps == [
        "Recalls paragraphs 2 and 2 above;",
        "Recalls paragraphs 2 and 3 above;",
        "Recalls paragraphs 2 and 3 below;",
    ]


def numbered(paragraphs: int, *rows: tuple[Kind, str]) -> Resolution:
    """So many operative paragraphs, and others after them."""
    return text(*((OP, f"*Urges* act {n};") for n in range(1, paragraphs + 1)), *rows, LAST)


def test_a_reference_that_was_put_right_is_taken_as_right():
    """The base's OP3 is OP2 now; a draft that says "paragraph 2" must not be sent on to paragraph 1."""
    labels = {"OP1": None, "OP2": "OP1", "OP3": "OP2"}
    base = {2: "Recalls paragraph 3 above;"}
    stale = numbered(2, (OP, "*Recalls* paragraph 3 above;"))
    assert found(stale, "own-paragraph", base_labels=labels, base_texts=base) == [("OP3", "3", "2")]
    mended = numbered(2, (OP, "*Recalls* paragraph 2 above;"))
    assert found(mended, "own-paragraph", base_labels=labels, base_texts=base) == []
    new = numbered(2, (OP, "*Notes* paragraph 2 above;"))
    assert found(new, "own-paragraph", base_labels=labels, base_texts={}) == []


def test_every_number_that_points_into_the_text_is_looked_at():
    rows = numbered(3, (OP, "*Recalls* paragraphs 1, 2 (a) and 9 above;"))
    assert found(rows, "own-paragraph") == [("OP4", "9", None)]
    assert found(numbered(3, (OP, "*Recalls* paragraph 9 of the report;")), "own-paragraph") == []


def test_each_council_resolution_of_a_list_has_its_year_which_the_text_may_know():
    listed = text(
        (PP, "*Recalling* Security Council resolutions 1718 (2006), 2397 and 1325,"),
        (PP, "*Mindful* of Council resolutions 242 (1967) of 22 November 1967, 338, and 425 (1978), and 500 families,"),
        (OP, "*Urges* respect for its resolution 2397 (2017) by 2000 schools;"),
    )
    assert found(listed, "council-year") == [
        ("PP1", "2397", "2397 (2017)"),
        ("PP1", "1325", None),
        ("PP2", "338", None),
    ]
    others = text((PP, "*Recalling* its resolutions 48/141 and 2005/10, and resolution 1503 (XLVIII),"))
    assert found(others, "council-year") == []


def test_what_an_abbreviation_stands_for_is_said_once_and_before_it_is_used():
    drafted = text(
        (PP, "*Noting* the work of the World Meteorological Organization (WMO) and of the WTO on HIV and AIDS,"),
        (PP, "*Noting also* the report of the World Meteorological Organization (WMO),"),
        (OP, "*Requests* WMO, and the Green Climate Window (GCW), to report in “the GCFX file”;"),
        (OP, "*Requests* the World Meteorological Organization (WMO) to act at the D-2 level;"),
    )
    assert found(drafted, "abbreviation-again") == [("PP2", " (WMO)", "")]
    assert found(drafted, "abbreviation-unknown") == [("PP1", "WTO", None)]
    assert found(drafted, "abbreviation-unused") == [("OP1", " (GCW)", "")]


def test_an_abbreviation_that_a_library_s_rules_know_is_known(tmp_path):
    (tmp_path / "abbreviations.toml").write_text('ours = ["WTO"]', encoding="utf-8")
    drafted = text((PP, "*Noting* the work of the WTO,"))
    with using(Rulebook([tmp_path])):
        assert found(drafted, "abbreviation-unknown") == []
    assert found(drafted, "abbreviation-unknown") == [("PP1", "WTO", None)]


def test_the_preamble_comes_first():
    pp, op = (PP, "*Noting* this,"), (OP, "*Urges* that;")
    assert found(text(pp, pp, op, op, LAST), "order") == []
    assert [slip[0] for slip in found(text(pp, op, op, pp, op, LAST), "order")] == ["PP2"]
    assert [slip[0] for slip in found(text(pp, op, pp, pp, op, LAST), "order")] == ["OP1"]
    assert [slip[0] for slip in found(text(pp, op, op, LAST, pp), "order")] == ["PP2"]


def test_in_the_sections_of_a_budget_each_heading_has_its_preamble():
    rows = [(Kind.HEADING, "A"), (PP, "*Noting* this,"), (OP, "*Urges* that;")]
    section = [(*row, 0, "Section I") for row in (*rows, *rows)]
    assert found(text(*section), "order") == []


def test_a_paragraph_inside_a_paragraph_is_seen():
    joined = (OP, "*Urges* the Government to act; *Encourages* States to help;")
    assert found(text(joined, LAST), "run-on") == [("OP1", "; Encourages", ", and encourages")]
    preamble = (PP, "*Noting* this, *Recalling* that,")
    assert found(text(preamble, LAST), "run-on") == [("PP1", ", Recalling", ", and recalling")]
    right = [
        (PP, "*Noting* the Convention; Strengthening International Cooperation, Having an annex,"),
        (OP, "*Urges* action; and encourages States; United Nations bodies help;"),
    ]
    assert found(text(*right, LAST), "run-on") == []


def test_a_note_s_finding_is_at_the_paragraph_that_cites_it_with_its_number():
    rows = [(PP, "*Noting* the report,[^a]"), (PP, "*Recalling* the report,[^b]"), LAST]
    resolution = text(*rows, notes=[("a", "A/1."), ("b", "A/1.")])
    [finding] = [one for one in check(resolution, Background(Profile(), session=76)) if one.rule == "note-twice"]
    assert (finding.index, finding.label, finding.number) == (1, "PP2", 2)
    assert finding.message == "the same words as note 1"


def test_a_half_italic_opening_gets_the_whole():
    rows = [(OP, "Strongly e*ncourages* all States to act;"), LAST]
    assert found(text(*rows), "opening-italics") == [("OP1", "Strongly encourages", "*Strongly encourages*")]


def test_the_session_to_come_is_not_last_year_s():
    rows = [(OP, "*Decides* to continue its examination at its seventy-sixth session and requests a report.")]
    assert found(text(*rows), "old-session") == [("OP1", "seventy-sixth", "seventy-seventh")]


def test_a_report_is_asked_for_a_session_to_come_and_other_bodies_count_their_own():
    rows = [
        (
            OP,
            "*Asks* the Council, at its sixty-first session, to report to the Assembly at its seventy-sixth session.",
        )
    ]
    assert found(text(*rows), "old-session") == [("OP1", "seventy-sixth", "seventy-seventh")]


@pytest.mark.parametrize(("session", "slips"), [(76, 0), (77, 1)])
def test_a_country_has_its_new_name_from_the_session_that_gave_it(session: int, slips: int):
    rows = [(PP, "*Noting* the situation of refugees in Turkey,"), LAST]
    assert len(found(replace(text(*rows), session=session), "country-name")) == slips


def test_every_rule_names_its_source_and_an_example():
    assert all(rule.source and rule.example for rule in (*PLACE_RULES, *TEXT_RULES))


def test_only_the_places_an_edit_touches_are_looked_at_again():
    rows = [(PP, f"*Noting* the report of the year {year} on hunger,") for year in range(1900, 1990)]
    setting = Background(Profile(), session=76)
    check(text(*rows, LAST), setting)
    before = slips_at.cache_info().misses
    rows[40] = (PP, "*Noting* the report of another year on thirst,")
    check(text(*rows, LAST), setting)
    assert slips_at.cache_info().misses - before <= 3  # itself, and the two that look back at it


def test_a_reference_is_held_against_the_numbers_as_they_stand():
    rows = text(
        (OP, "*Adopts* the following:"), (OP, "*Urges* action;"), (OP, "*Recalls* paragraphs 1, 4 and 6 above;")
    )
    adopts, urges, recalls = rows.paragraphs
    counted = replace(rows, paragraphs=(replace(adopts, unnumbered=True), urges, replace(recalls, number=5)))
    assert found(counted, "own-paragraph") == [("OP5", "6", None)]


def test_a_number_that_the_source_has_twice_is_found(tmp_path):
    source = tmp_path / "A_RES_75_301.txt"
    source.write_text(
        "75/301. Lighthouses\n\nThe General Assembly,\n\n1. Urges all States to keep their lights;\n\n2. Requests the "
        "keepers to report;\n\n2. Also requests others to report;\n\n3. Decides to remain seized of the matter.\n",
        encoding="utf-8",
    )
    desk = Desk.at(shipped("corpus"))
    assert [(one.label, one.rule) for one in desk.findings(str(source)) if one.rule == "number-twice"] == [
        ("OP2bis", "number-twice")
    ]
    assert not [one for one in desk.findings("75/190") if one.rule == "number-twice"]


def test_what_reading_a_file_put_right_is_told_with_the_paragraph(tmp_path):
    source = tmp_path / "A_RES_75_301.txt"
    source.write_text(
        "75/301. Lighthouses\n\nThe General Assembly,\n\n1. Urges all States to keep their lights;\n\nRequests the "
        'keepers to report;\n\n3. Welcomes the "Charter of Lamps";\n\n4. Decides to remain seized of the matter.\n',
        encoding="utf-8",
    )
    desk = Desk.at(shipped("corpus"))
    told = [(one.label, one.message) for one in desk.findings(str(source)) if one.rule == "read-as"]
    assert ("OP2", "“(nothing)” was read as “2.”, the source has lost this number") in told
    assert ("", "throughout") in [(label, message.partition(":")[0]) for label, message in told]
    assert not [one for one in desk.findings("75/190") if one.rule == "read-as"]

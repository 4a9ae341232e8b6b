"""Turns and layouts by themselves; whole texts of these kinds are in data/splitting.jsonl."""

from __future__ import annotations

import pytest

from workbench.domain.documents import Document
from workbench.language.article import split_article
from workbench.language.text.blocks import blocks
from workbench.language.text.layout import TextKind, layout_of
from workbench.language.text.speaker_turns import speaker_turns
from workbench.services.articles.splitting import Splitter

SPLITTER = Splitter()


def test_time_codes_and_roles_stand_with_the_turn() -> None:
    first, second = speaker_turns(
        "Ida Brandt (01:10): The ferry sank.\nDR. TOM REYES, PILOT (01:19): It carried 61 people."
    )
    assert (first.code, second.code) == ("01:10", "01:19")
    assert (second.speaker, second.role) == ("Tom Reyes", "PILOT")


@pytest.mark.parametrize(
    "text",
    [
        "The port in figures\n\nNet debt: 1.1 billion kroner\nStaff: 400\nNet debt: 1.0 billion kroner\nStaff: 380",
        "HOLM: The government has banned nets.\n\nFishermen said on Monday that 40 boats stay in port.",
        "Claim: The lake was drained in 2019.\n\nVerdict: False. The lake was never drained.",
        "Minister: we will not close the port\n\nThe minister spoke on Friday. Police: three people were hurt.",
        "SUBJECT: nets\nDATE: 3 May 2021\n\nThe council met on Monday.",
        "Goals: Lund 3, Berg 40.\nHolm United: Ann Sample, Bo Ekman, Cy Dahl.\nSund Town: Di Falk, Ed Grip.",
    ],
)
def test_lists_headings_and_datelines_are_no_speakers(text: str) -> None:
    assert speaker_turns(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Remarks by Energy Minister Pavel Kraus at the wind farm\n\nWe built 41 turbines.", TextKind.SPEECH),
        ("Rede von Ministerin Karla Voss\n\nWir haben 340 Brücken geprüft.", TextKind.SPEECH),
        ("Discours de la maire Inès Carrel\n\nNous avons perdu 120 emplois.", TextKind.SPEECH),
        ("Speech by Ada Quist at the lock\n\nThe lock took nine years to build, Quist said.", TextKind.NEWS),
        ("Remarks by Ada Quist at the lock\n\nThe lock took nine years to build.", TextKind.NEWS),
        ("Speech by minister angers unions\n\nWe were there, he said.", TextKind.NEWS),
        ("Statement of the Harbour Pilots' Union on the wreck\n\nWe wish to correct it.", TextKind.SPEECH),
        ("Good evening. My name is Ida Lund and we lost nine boats.", TextKind.SPEECH),
        ("“My name is Ida Lund,” she says. I met her in 2019.", TextKind.NEWS),
        ("Statement of accounts for 2019\n\nWe spent 4 million.", TextKind.NEWS),
        ("Statement of Financial Position\n\nWe hold 12 million kroner.", TextKind.NEWS),
        ("Statement of Cash Flows\n\nWe hold 12 million kroner.", TextKind.NEWS),
        ("Consolidated Statement of Comprehensive Income\n\nWe hold 12 million kroner.", TextKind.NEWS),
        ("Statement of Work: Harbour Repairs\n\nWe mend 12 piers.", TextKind.NEWS),
        ("Statement of the Ministry of Health on the ward\n\nWe closed it.", TextKind.SPEECH),
        ("Remarks by Case Lund\n\nWe closed it.", TextKind.SPEECH),
        ("Address of the Year\n\nWe won it twice.", TextKind.NEWS),
        ("Statement of Financial Position\n\nWe spent 4 million.", TextKind.NEWS),
        ("Statement of Comprehensive Income\n\nWe spent 4 million.", TextKind.NEWS),
        ("Statement of Work: Harbour Repairs\n\nWe mend 40 berths.", TextKind.NEWS),
        ("Statement of Work: Ada Quist\n\nWe mend 40 berths.", TextKind.NEWS),
        ("Statement: Ada Quist\n\nWe mend 40 berths.", TextKind.SPEECH),
        ("Statement of the Holm City Council on the wreck\n\nWe wish to correct it.", TextKind.SPEECH),
        ("Statement of the Selvik Hospital Trust on the ward\n\nWe closed it.", TextKind.SPEECH),
        ("Statement of the Work and Pensions Committee\n\nWe closed it.", TextKind.SPEECH),
        ("Remarks by Ann Berg and Tom Lund\n\nWe closed it.", TextKind.NEWS),
        ("My name is Old Tom Harrow, said the sign. I went in and saw 300 bottles.", TextKind.NEWS),
        ("My name is Tom Harrow: so read the sign. I went in and saw 300 bottles.", TextKind.NEWS),
        ("Remarks by Mrs Dora Lind\n\nMy name is Ann Sample and I work here.", TextKind.NEWS),
        ("Remarks by Mrs Dora Lind\n\nMy name is Dora Lind and I work here.", TextKind.SPEECH),
        ("Harbour Cats @harbourcats · 3h\n\nThe shelter took in 61 cats.", TextKind.POST),
        ("The pier was shut for 90 days.\n\nYours sincerely,\nRosa Feld", TextKind.LETTER),
        ("Write to mail@harbour.example\n\nThe pier was shut for 90 days.", TextKind.NEWS),
    ],
)
def test_the_kind_of_a_text_by_its_layout(text: str, kind: TextKind) -> None:
    assert layout_of(text).kind is kind


def test_labels_stay_out_of_the_blocks_and_quotes_are_exact() -> None:
    text = "ANN WELLS, PILOT: The ferry sank in 2004.\n\nBO REYES: It carried\n61 people from Holm."
    assert [text[block.start : block.end] for block in blocks(text)] == [
        "The ferry sank in 2004.",
        "It carried\n61 people from Holm.",
    ]
    for claim in split_article(text).claims:
        assert text[claim.start : claim.end] == claim.quote


def test_a_title_known_apart_from_the_text_names_the_speaker() -> None:
    claims = split_article("We opened 31 clinics in 2020.", title="Speech by Governor Ada Quist").claims
    assert [claim.speaker for claim in claims] == ["Ada Quist"]


_INTERVIEW = (
    "INTERVIEWER: When did you come?\n\nANN LEE: We moved there in 2010 with 40 boats.\n\n{told}\n\n"
    "INTERVIEWER: Why?\n\nANN LEE: The harbour was cheap."
)


@pytest.mark.parametrize(
    "told",
    [
        "The council was closed for nine weeks in 2019.",
        "The council closed the school in 2019.",
        "The meeting opened with a song.",
        "It was agreed that we would stay.",
        "The council approved 40 boats in 2011.",
        "Mr Holm said the bridge would hold 40 tonnes.",
    ],
)
def test_an_interview_is_no_record_of_a_council(told: str) -> None:
    turns = speaker_turns(_INTERVIEW.format(told=told))
    assert turns[1].speaker == "Ann Lee"
    assert told in _INTERVIEW.format(told=told)[turns[1].start : turns[1].end]


@pytest.mark.parametrize(
    "lines",
    [
        "Question put. The Council divided: Ayes 6, Noes 11.",
        "Ayes 6, Noes 11.",
        "The House divided.",
        "RESOLVED: that the report be noted.",
        "It was resolved to sell the ferry.",
        "The motion was carried.\n\nThe council adjourned at 21.00.",
        "The Committee approved the minutes.\n\nThe meeting closed at 9.15 pm.",
    ],
)
def test_what_the_clerk_tells_is_nobodys_speech(lines: str) -> None:
    text = f"MR SALT: Sell it then. It costs 4,000 a day.\n\nMS DOVE: I have read it.\n\n{lines}\n"
    said = "".join(text[turn.start : turn.end] for turn in speaker_turns(text))
    assert "I have read it." in said
    assert not any(line in said for line in lines.split("\n\n"))


@pytest.mark.parametrize("body", ["Parks and Pensions Committee", "Selvik Hospital Trust", "Ministry of Health"])
def test_a_body_speaks_by_its_whole_name(body: str) -> None:
    text = f"Statement of the {body} on the ward\n\nWe closed 40 beds."
    assert [claim.speaker for claim in split_article(text).claims] == [body]


def test_a_form_of_address_is_no_role() -> None:
    text = "MINISTER STRAND: We built 41 turbines in 2019.\n\nMR LODGE: The pier cost 3 million in 2018.\n\n"
    text += "MINISTER STRAND: It did cost that in 2018.\n\nMR LODGE: The dock cost 4 million in 2017."
    assert {turn.speaker: turn.role for turn in layout_of(text).turns} == {
        "Minister Strand": "MINISTER",
        "Mr Lodge": "",
    }


@pytest.mark.parametrize(
    ("asked", "stated"),
    [
        ("But the queue is now twelve years long, isn't it?", "The queue is now twelve years long."),
        ("You voted against the bill in 2019, didn’t you?", "You voted against the bill in 2019."),
        ("The council never paid for it, did it?", "The council never paid for it."),
        ("The mayor sold 40 buses, didn't she, Mr Sample?", "The mayor sold 40 buses."),
        ("You sold the pier in 2019, did you?", None),
        ("Is the queue 12 years long, isn't it?", None),
        ("Was it 12 years, or didn't you?", None),
    ],
)
def test_a_tag_question_states_what_stands_before_its_tag(asked: str, stated: str | None) -> None:
    lines = f"MR LODGE: {asked}\n\nMS REYES: The dock cost 4 million.\n\nMR LODGE: The pier cost 3 million.\n"
    document = Document(text=lines, title="", origin="one.txt", sha256="0" * 64, language="en")
    found = [draft for draft in SPLITTER.split(document).drafts if draft.start < lines.index("MS REYES")]
    assert [(draft.text, draft.speaker) for draft in found] == ([(stated, "Mr Lodge")] if stated else [])


@pytest.mark.parametrize(
    "line",
    [
        "Costs fell by 20%, as Ann Berg said, and the mayor sold 40 buses.",
        "As Ann Berg said, costs fell by 20%, and the mayor sold 40 buses.",
    ],
)
def test_what_goes_on_behind_as_she_said_is_not_hers(line: str) -> None:
    document = Document(text=f"{line}\n", title="", origin="one.txt", sha256="0" * 64, language="en")
    assert [draft.speaker for draft in SPLITTER.split(document).drafts] == ["Ann Berg", None]


def test_an_office_that_somebody_else_takes_over_names_nobody() -> None:
    text = (
        "CHAIR (Ann Sample): We meet at ten.\n\nDAN BROWN: We lost 40 boats.\n\n{other}\n\n"
        "CHAIR: We have 12 members now.\n"
    )
    whose = [speaker_turns(text.format(other=other))[-1].speaker for other in ("DAN BROWN: We did.", _TAKEN_OVER)]
    assert whose == ["Ann Sample", "Chair"]


_TAKEN_OVER = "BOB STONE (in the chair): We took over at eleven."


@pytest.mark.parametrize(
    ("office", "other", "holder"),
    [
        ("CHAIR", "VICE CHAIR", "Ann Sample"),
        ("CHAIR", "FORMER CHAIR", "Ann Sample"),
        ("MODERATOR", "DEPUTY MODERATOR", "Ann Sample"),
        ("MINISTER", "FORMER MINISTER", "Ann Sample"),
        ("CHAIR", "ACTING CHAIR", "Chair"),
        ("CHAIR", "CHAIR", "Chair"),
        ("MINISTER", "MINISTER", "Minister"),
    ],
)
def test_a_vice_chair_is_no_chair(office: str, other: str, holder: str) -> None:
    text = (
        f"{office} (Ann Sample): We meet at ten.\n\n{other} (Bob Stone): We lost 40 boats.\n\n"
        f"{office}: We have 12 members now.\n\n{other}: We had 40.\n"
    )
    said = [turn.speaker for turn in speaker_turns(text)]
    assert said[2] == holder
    assert said[3] == (holder if other == office else "Bob Stone")


@pytest.mark.parametrize(
    ("role", "label", "speaker"),
    [
        ("DEPUTY MAYOR", "MAYOR", "Mayor"),
        ("EX-MAYOR", "MAYOR", "Mayor"),
        ("SHADOW MINISTER", "MINISTER", "Minister"),
        ("ASSISTANT DIRECTOR", "DIRECTOR", "Director"),
        ("SPOKESMAN FOR THE MINISTER", "MINISTER", "Minister"),
        ("MINISTER-DESIGNATE", "MINISTER", "Minister"),
        ("MAYOR OF HOLM", "MAYOR", "Bob Stone"),
        ("ACTING DIRECTOR", "DIRECTOR", "Bob Stone"),
        ("HARBOUR DIRECTOR", "DIRECTOR", "Bob Stone"),
    ],
)
def test_a_label_names_only_who_holds_the_office(role: str, label: str, speaker: str) -> None:
    text = f"{role} (Bob Stone): We lost 40 boats.\n\n{label}: We paid 3 million.\n\n{label}: We closed 14 schools.\n"
    assert [turn.speaker for turn in speaker_turns(text)] == ["Bob Stone", speaker, speaker]


def test_an_office_that_two_hold_names_neither() -> None:
    text = (
        "MINISTER OF FINANCE (Bob Stone): We lost 40 boats.\n\nMINISTER OF HEALTH: We opened 9 clinics.\n\n"
        "MINISTER: We paid 3 million.\n\nMINISTER: We closed 14 schools.\n"
    )
    assert [turn.speaker for turn in speaker_turns(text)][2:] == ["Minister", "Minister"]


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("“We sold 12 boats in 2019.” That is what he told me.", None),
        ("“We sold 12 boats in 2019.” “We lost three.”", "Ms Greene"),
        ("“We sold 12 boats in 2019. We lost three.”", "Ms Greene"),
        ("He wrote to me. “We sold 12 boats in 2019.”", None),
    ],
)
def test_a_turn_that_begins_with_a_quotation_quotes_somebody(said: str, speaker: str | None) -> None:
    text = f"MS GREENE: {said}\n\nMR LANE: The mill closed.\n\nMS GREENE: It had 40 workers.\n"
    document = Document(text=text, title="", origin="one.txt", sha256="0" * 64, language="en")
    found = {draft.speaker for draft in SPLITTER.split(document).drafts if "12 boats" in draft.quote}
    assert found == {speaker}

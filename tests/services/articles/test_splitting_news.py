"""Claims of news sentences as the shipped parser and the rules give them together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from workbench.domain.articles import Attribution, ClaimDraft, Kind
from workbench.language.article import split_article
from workbench.services.articles.language_models import LanguageModels

Split = Callable[[str], list[ClaimDraft]]


@pytest.fixture(scope="module")
def split() -> Split:
    models = LanguageModels(vectors=False)

    def run(text: str) -> list[ClaimDraft]:
        found = split_article(text, published=date(2022, 2, 1), trees=models.parse(text)).claims
        return list(found)

    return run


def wordings(claims: list[ClaimDraft]) -> list[str]:
    return [claim.text for claim in claims]


@pytest.mark.parametrize(
    "text",
    [
        "The storm hit the coast in 2019, leaving thousands of people without power.",
        "The company has closed three mills, causing a shortage of paper.",
        "The crew's timber came late, leaving them three days to mend their bridge.",
    ],
)
def test_what_follows_from_a_whole_sentence_is_not_said_of_its_subject_alone(split: Split, text: str) -> None:
    """The storm, or that it hit the coast, left them so: the wording is the sentence as it stands."""
    assert wordings(split(text))[-1] == text


def test_a_participle_of_its_own_subject_becomes_the_verb_of_a_sentence(split: Split) -> None:
    claims = split("The council sold the stadium, with the mayor calling the price fair for both sides.")
    assert "The mayor called the price fair for both sides." in wordings(claims)


def test_what_a_relative_clause_is_about_stands_where_its_object_belongs(split: Split) -> None:
    claims = split("The council rejected the plan, which the builders presented in March 2021 at the town hall.")
    assert "The builders presented the plan in March 2021 at the town hall." in wordings(claims)


def test_a_whole_sentence_before_which_is_not_taken_for_its_noun(split: Split) -> None:
    claims = split("Many children are not getting enough sleep, which can lead to poor results in school.")
    assert not any(wording.startswith("Enough sleep") for wording in wordings(claims))


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        (
            'Ann Sample said, "The hall is closed. The roof leaked in 2019."',
            'Ann Sample said, "The hall is closed."',
        ),
        (
            '"The roof leaked in 2019. The tower is shut for good," said Ann Sample.',
            '"The tower is shut for good," said Ann Sample.',
        ),
    ],
)
def test_quotation_marks_are_closed_in_the_wording(split: Split, text: str, wording: str) -> None:
    assert wording in wordings(split(text))


def test_who_says_i_is_named_in_the_wording(split: Split) -> None:
    claims = split('Ann Sample said, "The hall is closed. I sold my house in 2019."')
    assert wordings(claims)[-1] == 'Ann Sample said: "I sold my house in 2019."'
    assert claims[-1].quote.startswith("I sold")


def test_the_speaker_stands_for_the_pronoun_in_the_wording(split: Split) -> None:
    text = "Mayor Ann Sample opened the bridge. Sample met the builders with Bella Other. She said the bridge cost £3m."
    last = split(text)[-1]
    if last.speaker is not None and last.speaker_alias == "She":
        assert last.text.startswith(last.speaker)


@pytest.mark.parametrize(
    "text",
    [
        "Acme Mining opened a pit in 2001. Acme Mining has replaced it with two new pits.",
        "Neither side scored in the first half. It ended early, at 10 at night.",
        'Someone sent a letter to the paper. "It is a fine tool, made in 2001 by students," the letter said.',
        "Other mills, such as Sample Works, have stayed open. It is a long game for the owners.",
    ],
)
def test_it_is_left_alone_where_nothing_fits(split: Split, text: str) -> None:
    second = wordings(split(text))[-1]
    assert "it" in second.lower().replace(",", " ").replace('"', " ").split()
    assert not second.startswith(("Someone", "Neither", "Other"))


def test_a_plural_name_inside_a_quotation_introduces_nothing(split: Split) -> None:
    claims = split('The boat, named "Better Idea of Sample Girls," won the cup. The girls were granted visas in May.')
    assert wordings(claims)[-1].startswith("The girls were granted visas")


def test_a_clause_that_hangs_on_a_place_keeps_its_sentence_whole(split: Split) -> None:
    claims = split("The island was left out of the survey - where a salt programme is under way for all schools.")
    assert wordings(claims)[-1] == (
        "The island was left out of the survey – where a salt programme is under way for all schools."
    )


def speakers(claims: list[ClaimDraft]) -> list[str | None]:
    return [claim.speaker for claim in claims]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The scientists found that yields fell in 2010. Several models were used. "
            "They estimated that demand rose by 50 per cent.",
            "The scientists",
        ),
        (
            "Council officials went to the station, where they claimed that Ann Sample left in 2019.",
            "Council officials",
        ),
        ("According to the team's coach, Olga Norman, the boat scored two points in May.", "Olga Norman"),
        (
            "Peter Sample, a spokesman for the police, told Sample Weekly in a statement that two men died.",
            "Peter Sample",
        ),
        (
            "Both the Sample Council and the Sample Police have asserted that the boy was not hurt.",
            "the Sample Council and the Sample Police",
        ),
    ],
)
def test_speakers_by_their_names(split: Split, text: str, speaker: str) -> None:
    assert split(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The vote was a close one. They say that adding salt is the best method of all.",
        "Recent reports revealed that the bridge was closed in 2019.",
        "Figures published on Monday show that 300 boats sank in 2019.",
        "After calling the firm by phone in May, Ann Sample was put through to a lawyer.",
    ],
)
def test_nobody_is_the_speaker_where_nobody_can_be_told(split: Split, text: str) -> None:
    assert split(text)[-1].speaker is None


def test_a_quotation_after_a_colon_is_that_speakers(split: Split) -> None:
    claims = split('Ann Sample wrote on her blog in May:\n\n"The hall was sold for £3m in 2019."')
    assert speakers(claims) == ["Ann Sample", "Ann Sample"]
    assert claims[1].attribution is Attribution.DIRECT


def test_an_attribution_without_content_is_no_claim(split: Split) -> None:
    claims = split('Ann Sample stated,\n\n"The hall was sold for £3m in 2019."')
    assert [claim.quote for claim in claims] == ['"The hall was sold for £3m in 2019."']
    assert speakers(claims) == ["Ann Sample"]


def test_a_paragraph_that_is_a_quotation_goes_on_with_the_speaker_before(split: Split) -> None:
    text = (
        '"The hall was sold in 2019," said Ann Sample.\n\n"It cost the council £3m in repairs."\n\n'
        "The council has 30 members."
    )
    assert speakers(split(text)) == ["Ann Sample", "Ann Sample", None]


def test_what_a_speaker_says_will_happen_is_not_done_by_the_speaker(split: Split) -> None:
    claims = split("Ann Sample says the repair is difficult and will take months to finish.")
    assert not any(claim.text.startswith("Ann Sample will") for claim in claims)


def quotes(claims: list[ClaimDraft]) -> list[str]:
    return [claim.quote for claim in claims]


def test_verbs_that_somebody_was_helped_to_do_stay_together(split: Split) -> None:
    claims = split("The firm hired former members, who helped him leave the club and get in touch with the police.")
    assert any(quote.endswith("get in touch with the police") and "helped" in quote for quote in quotes(claims))


@pytest.mark.parametrize(
    "text",
    [
        "The crew had to rebuild the boat entirely after the original sank in the harbour.",
        "The ring was returned by mail to the shop shortly after he left the town for good.",
        "The match ended with Sample United winning three points.",
    ],
)
def test_what_makes_no_sense_alone_is_not_cut_off(split: Split, text: str) -> None:
    assert quotes(split(text)) == [text.removesuffix(".")]


@pytest.mark.parametrize(
    "text", ["If you want to avoid the crowds, avoid the weekends.", "Wait until the fourth day of the fair."]
)
def test_advice_is_not_rated(split: Split, text: str) -> None:
    assert all(Kind.OPINION in claim.kinds for claim in split(text))


def test_what_could_not_be_done_is_no_prediction(split: Split) -> None:
    (claim,) = split("Neither side could score in the first half of the match.")
    assert Kind.PREDICTION not in claim.kinds


def test_a_sentence_that_the_parser_takes_for_a_phrase_is_still_a_claim(split: Split) -> None:
    claims = split("Most of the boats had at least one sail sewn by hand, a rare show of patience.")
    assert len(claims) == 1


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("The mine, the largest in Europe, was closed in May.", "The mine is the largest in Europe."),
        (
            "Liz Sample, the Foreign Secretary since 2021, met Ola Norman in Oslo.",
            "Liz Sample has been the Foreign Secretary since 2021.",
        ),
    ],
)
def test_an_apposition_that_can_be_checked_is_a_claim_within_the_claim(split: Split, text: str, wording: str) -> None:
    claims = split(text)
    assert wording in wordings(claims)
    assert text.removesuffix(".") in quotes(claims)


def test_an_apposition_that_only_says_who_it_is_is_none(split: Split) -> None:
    assert len(split("Liz Sample, a spokeswoman, met Ola Norman, 19, in Oslo.")) == 1


def test_within_two_weeks_is_a_day_when_it_lies_ahead(split: Split) -> None:
    assert wordings(split("The council will sell the hall within two weeks."))[-1].endswith("by 15 February 2022.")
    assert wordings(split("The council sold the hall within two weeks."))[-1].endswith("within two weeks.")


@pytest.mark.parametrize(
    "text",
    [
        "Ann Sample noted the figures show that traffic also matters.",
        "Ann Sample admitted to having had a hand in the plan.",
    ],
)
def test_what_is_noted_or_admitted_is_attributed(split: Split, text: str) -> None:
    assert split(text)[0].speaker == "Ann Sample"


def test_a_clock_time_is_said_as_it_stands(split: Split) -> None:
    """Of which day it is, its words do not say."""
    (claim,) = split("The inquiry into the ferry accident opened at 11.25 a.m. in Lowick town hall.")
    assert "at 11.25 a.m. in" in claim.text
    assert [(time.earliest, time.latest) for time in claim.times] == [(None, None)]


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Ada Sample scored in the tenth minute. It is her third goal.", "It is her third goal."),
        (
            "Lowick Bank lent the town £3m last May. It was the fourth loan since 2013.",
            "It was the fourth loan since 2013.",
        ),
        (
            "Six divers were hurt. One of them, Bo Kay, 41, has not returned to work.",
            "One of them, Bo Kay, 41, has not returned to work.",
        ),
        (
            "About 300 divers were hurt. They had breathed bad air.",
            "They had breathed bad air.",
        ),
    ],
)
def test_a_pronoun_that_may_mean_others_stays(split: Split, text: str, wording: str) -> None:
    assert wordings(split(text))[-1] == wording


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        (
            "Ola Berg came back to the mill on 3 May 2021, four days after she was dismissed.",
            "Ola Berg came back to the mill on 3 May 2021, four days after she was dismissed.",
        ),
        (
            "LOWICK, March 3 (Agency) - Farmers in the valley sold 3,000 sheep.",
            "Farmers in the valley sold 3,000 sheep.",
        ),
        (
            "The flood wall promised by ministers in 2017 has not been built.",
            "The flood wall promised by ministers in 2017 has not been built.",
        ),
    ],
)
def test_a_claim_is_whole_and_bare_of_the_place_of_the_report(split: Split, text: str, wording: str) -> None:
    (claim,) = split(text)
    assert claim.text == wording
    assert Kind.PREDICTION not in claim.kinds


def test_whose_birth_is_told_is_not_told_to_be_born(split: Split) -> None:
    (claim, *_) = split("Born in Lowick on 4 June 1930, the son of a riveter, he left school at 14.")
    assert Kind.OPINION not in claim.kinds


@pytest.mark.parametrize(
    ("title", "claims"),
    [("Corrections and clarifications", 0), ("Harbour fire: 4 dead", 1), ("Harbour closed after crane falls", 1)],
)
def test_a_title_without_verb_and_number_is_no_claim(split: Split, title: str, claims: int) -> None:
    body = "\n\nThe harbour of Lowick was shut on Monday."
    assert len([claim for claim in split(title + body) if claim.end <= len(title)]) == claims


def test_a_title_in_a_list_of_people_is_that_of_the_person_beside_it(split: Split) -> None:
    text = (
        "The budget was read by Mr R. Tate, Ms L. Grant (Director of Finance).\n\n"
        "The director replied that £4m had been spent on repairs."
    )
    assert wordings(split(text))[-1] == "The director, L. Grant, replied that £4m had been spent on repairs."


def test_what_is_no_part_of_the_article_is_nothing_that_it_takes_up(split: Split) -> None:
    text = (
        "Lowick council closed the swimming pool in May.\n\nRead more: The ferry company sacks 40 sailors\n\n"
        "It sold the building for £2m."
    )
    assert "ferry" not in wordings(split(text))[-1]


def test_whoever_told_jurors_something_is_he(split: Split) -> None:
    text = (
        "Two sailors were hurt. One of them, Craig Sample, 41, has not returned to work.\n\n"
        "Dean Berg, who denied the charge, told jurors he had been at home."
    )
    assert wordings(split(text))[-1] == "Dean Berg told jurors he had been at home."


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        (
            "Prof Bo Kay of Lowick University, who was not involved in the study, said the effect was small.",
            "Prof Bo Kay of Lowick University was not involved in the study.",
        ),
        (
            "Prof Bo Kay of Lowick University, who was not involved in the study, said the effect was small.",
            "Prof Bo Kay of Lowick University said the effect was small.",
        ),
        (
            "Storm Berta has deepened by 31 hPa in a day, which makes it the strongest storm since 2020.",
            "This makes it the strongest storm since 2020.",
        ),
        (
            "Unemployment in the valley is 3.4 percent, the lowest since records began in 1976.",
            "Unemployment in the valley is 3.4 percent, the lowest since records began in 1976.",
        ),
        (
            "The mayor closed the street on Friday. He said it stays open to buses.",
            "He said it stays open to buses.",
        ),
    ],
)
def test_whom_and_what_a_clause_is_about(split: Split, text: str, wording: str) -> None:
    assert wording in wordings(split(text))


@pytest.mark.parametrize(
    "text",
    [
        'Ola Berg said the share was closer to 40% and accused the minister of "hiding the books".',
        "Ola Berg pointed out that a trial of 1,500 people in 2016 had found no benefit at all.",
    ],
)
def test_the_person_of_a_sentence_says_it_and_no_thing(split: Split, text: str) -> None:
    assert {claim.speaker for claim in split(text)} == {"Ola Berg"}


def test_the_plan_of_a_title_moves_no_day(split: Split) -> None:
    text = "Council approves building plan\n\nMembers on Thursday approved a bridge over the river."
    assert wordings(split(text))[-1] == "Members on 27 January 2022 approved a bridge over the river."


def speaker_of(claims: list[ClaimDraft], words: str) -> str | None:
    return next(claim.speaker for claim in claims if words in claim.quote)


def test_who_spoke_last_goes_on_where_nobody_else_was_named(split: Split) -> None:
    claims = split("The mine closed in May 2019, Anna Weller said. She said 300 jobs were lost in the town that year.")
    assert speaker_of(claims, "300 jobs") == "Anna Weller"


def test_who_spoke_last_is_not_guessed_among_two(split: Split) -> None:
    claims = split(
        "The mine closed in May 2019, Anna Weller said after a meeting with Ruth Brandt. "
        "She said 300 jobs were lost in the town that year."
    )
    assert speaker_of(claims, "300 jobs") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Rumours that the bank had failed and that its chief had fled were false.",
        "Claims that the vaccine killed 40 people and that doctors hid the deaths have been debunked.",
        "It is not true that the school closed in 2022 and sold its land.",
        "Police doubt that he fled to Spain and changed his name.",
        "The company could lose its licence and face a fine of £2m.",
        "The council may close the pool and sell the land for $4m.",
        "The port does not plan to open the new dock before the tariffs are lifted.",
        "The bank will raise rates before inflation reaches 5 percent.",
        "Crime in Kestrel is up 400% since Mayor Tran took office.",
    ],
)
def test_what_is_denied_doubted_shared_or_bound_is_not_cut_into_a_fact(split: Split, sentence: str) -> None:
    assert wordings(split(sentence)) == [sentence]


def test_what_is_stated_twice_is_still_two_facts(split: Split) -> None:
    found = wordings(split("The mayor opened the bridge in May 2019 and closed the old ferry in June 2019."))
    assert found == ["The mayor opened the bridge in May 2019.", "The mayor closed the old ferry in June 2019."]


def test_times_in_quotation_marks_stay_as_they_were_said(split: Split) -> None:
    found = split("“We built 40 schools last year,” Ann Hale said. The plant closed last year, she said.")
    assert any("40 schools last year" in claim.text for claim in found)
    assert any("closed in 2021" in claim.text for claim in found)

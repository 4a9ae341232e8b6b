"""Claims read off trees: clauses, subjects, speakers."""

from __future__ import annotations

from datetime import date

from tests.language.trees import tree
from workbench.domain.articles import Attribution, ClaimDraft, Kind
from workbench.language.article import split_article


def split(text: str, rows: str) -> list[ClaimDraft]:
    return list(split_article(text, published=date(2022, 1, 29), trees=[tree(text, rows)]).claims)


def quotes(claims: list[ClaimDraft]) -> list[str]:
    return [claim.quote for claim in claims]


def test_a_relative_clause_and_coordinated_clauses_are_claims_of_their_own() -> None:
    rows = (
        "The/DET/det>1 ferry/NOUN/nsubj>8 ,/PUNCT/punct>4 which/PRON/nsubj>4 carries/VERB/acl:relcl>1 most/ADJ/amod>6 "
        "freight/NOUN/obj>4 ,/PUNCT/punct>4 sank/VERB/root>-1 on/ADP/case>10 Friday/PROPN/obl>8 and/CCONJ/cc>15 "
        "the/DET/det>13 port/NOUN/nsubj>15 has/AUX/aux>15 closed/VERB/conj>8 down/ADV/advmod>15 ./PUNCT/punct>8"
    )
    claims = split("The ferry, which carries most freight, sank on Friday and the port has closed down.", rows)
    assert quotes(claims) == ["which carries most freight", "sank on Friday", "the port has closed down"]
    assert claims[0].text == "The ferry carries most freight."
    assert claims[1].text.startswith("The ferry sank on")


def test_a_shared_subject_comes_back_in_the_wording() -> None:
    rows = (
        "Acme/PROPN/nsubj>1/ORG sold/VERB/root>-1 two/NUM/nummod>3 mines/NOUN/obj>1 in/ADP/case>5 2019/NUM/obl>1 "
        "and/CCONJ/cc>8 has/AUX/aux>8 fined/VERB/conj>1 three/NUM/nummod>10 suppliers/NOUN/obj>8 ./PUNCT/punct>1"
    )
    claims = split("Acme sold two mines in 2019 and has fined three suppliers.", rows)
    assert quotes(claims) == ["Acme sold two mines in 2019", "has fined three suppliers"]
    assert claims[1].text == "Acme has fined three suppliers."
    assert claims[1].resolutions[0].replacement == "Acme "


def test_what_somebody_said_is_attributed_to_the_full_name() -> None:
    rows = (
        "Mayor/PROPN/nmod:desc>1 Ann/PROPN/nsubj>3/PER Sample/PROPN/flat>1/PER said/VERB/root>-1 that/SCONJ/mark>6 "
        "rents/NOUN/nsubj>6 rose/VERB/ccomp>3 by/ADP/case>9 40/NUM/nummod>9 per/NOUN/obl>6 cent/NOUN/fixed>9"
        " ./PUNCT/punct>3"
    )
    (claim,) = split("Mayor Ann Sample said that rents rose by 40 per cent.", rows)
    assert claim.speaker == "Ann Sample"
    assert claim.attribution is Attribution.PARAPHRASE
    assert claim.attribution_verb == "said"
    assert {Kind.QUOTE, Kind.QUANTITY} <= set(claim.kinds)


def test_a_cause_and_a_condition_stay_with_what_they_explain() -> None:
    rows = (
        "Trains/NOUN/nsubj>1 stopped/VERB/root>-1 early/ADV/advmod>1 because/SCONJ/mark>7 the/DET/det>5 "
        "line/NOUN/nsubj:pass>7 was/AUX/aux:pass>7 flooded/VERB/advcl>1 badly/ADV/advmod>7 ./PUNCT/punct>1"
    )
    claims = split("Trains stopped early because the line was flooded badly.", rows)
    assert quotes(claims) == ["Trains stopped early because the line was flooded badly"]
    rows = rows.replace("because/", "if/")
    assert len(split("Trains stopped early if the line was flooded badly.", rows)) == 1


def test_a_participle_after_a_comma_is_a_claim_with_its_subject() -> None:
    rows = (
        "Rain/NOUN/nsubj>1 fell/VERB/root>-1 for/ADP/case>3 days/NOUN/obl>1 ,/PUNCT/punct>5 forcing/VERB/advcl>1 "
        "the/DET/det>7 port/NOUN/obj>5 to/PART/mark>9 close/VERB/xcomp>5 ./PUNCT/punct>1"
    )
    claims = split("Rain fell for days, forcing the port to close.", rows)
    assert quotes(claims) == ["Rain fell for days", "forcing the port to close"]
    assert Kind.CAUSAL in claims[1].kinds


def test_a_verb_in_ing_is_no_part_of_the_noun_it_governs() -> None:
    rows = (
        "Ann/PROPN/nsubj>1/PER accused/VERB/root>-1 it/PRON/obj>1 of/ADP/case>5 leaking/VERB/amod>5 papers/NOUN/obl>1 "
        ",/PUNCT/punct>8 which/PRON/nsubj>8 cost/VERB/acl:relcl>5 it/PRON/iobj>8 a/DET/det>11 lot/NOUN/obj>8 "
        "./PUNCT/punct>1"
    )
    claims = split("Ann accused it of leaking papers, which cost it a lot.", rows)
    assert claims[-1].text.startswith("Papers cost")


def test_it_comes_is_no_claim() -> None:
    rows = (
        "It/PRON/nsubj>1 comes/VERB/root>-1 as/SCONJ/mark>5 the/DET/det>4 port/NOUN/nsubj>5 lost/VERB/advcl>1 "
        "three/NUM/nummod>7 ships/NOUN/obj>5 ./PUNCT/punct>1"
    )
    assert quotes(split("It comes as the port lost three ships.", rows)) == ["the port lost three ships"]


def test_a_bare_will_is_a_prediction() -> None:
    rows = (
        "Ann/PROPN/nsubj>3/PER Sample/PROPN/flat>0/PER will/AUX/aux>3 visit/VERB/root>-1 the/DET/det>5 "
        "islands/NOUN/obj>3 ./PUNCT/punct>3"
    )
    (claim,) = split("Ann Sample will visit the islands.", rows)
    assert claim.kinds == (Kind.PREDICTION,)


def test_trees_that_do_not_fit_the_sentences_are_not_used() -> None:
    text = "It rained. The port closed."
    one = tree("It rained.", "It/PRON/nsubj>1 rained/VERB/root>-1 ./PUNCT/punct>1")
    assert split_article(text, trees=[one]).claims == split_article(text).claims


def test_parts_of_a_whole_that_opens_the_sentence_stay_with_it() -> None:
    text = "Of the 84 drivers stopped, nine had no licence and 12 had two."
    rows = (
        "Of/ADP/case>3 the/DET/det>3 84/NUM/nummod>3 drivers/NOUN/nsubj>4 stopped/VERB/root>-1 ,/PUNCT/punct>7 "
        "nine/NUM/nsubj>7 had/VERB/conj>4 no/DET/det>9 licence/NOUN/obj>7 and/CCONJ/cc>12 12/NUM/nsubj>12 "
        "had/VERB/conj>7 two/NUM/obj>12 ./PUNCT/punct>4"
    )
    assert quotes(split(text, rows)) == [text.removesuffix(".")]


def test_a_share_right_before_a_joined_verb_is_its_subject() -> None:
    text = "Of those polled, 41% backed the bypass and 38% opposed the bypass."
    rows = (
        "Of/ADP/case>1 those/PRON/obl>6 polled/VERB/amod>1 ,/PUNCT/punct>1 41/NUM/nummod>5 %/SYM/nsubj>6 "
        "backed/VERB/root>-1 the/DET/det>8 bypass/NOUN/obj>6 and/CCONJ/cc>12 38/NUM/nummod>11 "
        "%/SYM/obl:unmarked>12 opposed/VERB/conj>6 the/DET/det>14 bypass/NOUN/obj>12 ./PUNCT/punct>6"
    )
    assert quotes(split(text, rows)) == [text.removesuffix(".")]


def test_a_denial_that_only_repeats_another_stays_with_it() -> None:
    text = "The director took no bonus, and neither did the board."
    rows = (
        "The/DET/det>1 director/NOUN/nsubj>2 took/VERB/root>-1 no/DET/det>4 bonus/NOUN/obj>2 ,/PUNCT/punct>8 "
        "and/CCONJ/cc>8 neither/CCONJ/cc:preconj>8 did/VERB/conj>2 the/DET/det>10 board/NOUN/nsubj>8 ./PUNCT/punct>2"
    )
    assert quotes(split(text, rows)) == [text.removesuffix(".")]


def test_the_rest_stays_with_what_it_is_the_rest_of() -> None:
    text = "Nine schools closed in 2019 and the rest were merged."
    rows = (
        "Nine/NUM/nummod>1 schools/NOUN/nsubj>2 closed/VERB/root>-1 in/ADP/case>4 2019/NUM/obl>2 and/CCONJ/cc>9 "
        "the/DET/det>7 rest/NOUN/nsubj:pass>9 were/AUX/aux:pass>9 merged/VERB/conj>2 ./PUNCT/punct>2"
    )
    assert quotes(split(text, rows)) == [text.removesuffix(".")]

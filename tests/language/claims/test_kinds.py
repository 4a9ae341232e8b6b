"""What compares and what causes, in English words."""

from __future__ import annotations

import pytest

from tests.steps import Steps
from workbench.domain.articles import Kind
from workbench.domain.documents import Document
from workbench.language.claims import comparisons
from workbench.language.claims.comparisons import compares
from workbench.language.numbers.quantity_extraction import quantities
from workbench.services.articles.splitting import Splitter

COMPARES = """
Harbour fees rose 4% in May.
Membership declined in 2019.
Sales fell by a third.
The number of pupils dropped to 412.
The town grew rapidly in the 1960s.
It was 5% fewer than in the previous year.
It is five more than four years ago.
The trust spent £1,300 crore less than last year.
It is the most expensive school in the county.
Rovers are three points behind United.
Robbery was down 3% nationally.
The office cut its forecast from 1.9% to 1.4%.
Net debt was cut by £14m to £91m.
Inflation slowed to 3.1 per cent from 3.6 per cent.
The budget is N54 trillion, up from N28 trillion.
It left a gap of $27 billion, the widest since November.
It broke the record set in 1987.
Profits reached a record £4m.
It was the first win here since 1987.
She became the first woman to lead the bank.
Eastport are 11th in the league.
Fewer homes started in the first quarter
It treated 94% of patients in time, against a target of 85%.
The yard built 40 boats against a target of 60.
Forty boats were sold against a forecast of 30.
Output was 400 tonnes in May, against an average of 310.
The List came second on 28.9%.
Unlike Holm, Sund has a harbour.
Holm is older than Sund.
They earn half as much as men.
It is twice the average for November.
It is the second-largest lake in the country.
A rise of 31% was recorded.
The firm made a loss of £3m as against a profit of £2m.
She won in record time.
It expects a profit of £640m, against £611m in the year before.
The number of cases has grown fourfold.
Temperatures were four degrees cooler at noon than outside.
"""
DOES_NOT = """
The board voted against a limit of 40 boats.
They protested against the forecast of 300 job losses.
Eleven members voted on Monday against a limit of 40 boats.
The minister spoke out against a goal of 12 new ports.
Courts found against the limit of 60 hours.
The mayor declined to comment.
He declined an invitation.
A man died when a tree fell on his car.
The chief scientist fell ill in 1968.
She fell from a ladder on Monday.
The post was shared more than 18,000 times.
Nobody was followed for more than four months.
The wave was up to 40 metres high.
More than 40 people are missing.
Children older than 12 pay a fee.
Most of the deaths occurred in Selim.
Most families have no car.
She was behind on her rent.
The team came from behind to win at Mill Lane.
Fraud now makes up 44% of all crime.
Prices ranged from £9,800 to £17,500.
Cameras recorded 1,140 trips.
Her team went through 9,000 pages of records.
Wei Tan is the paper's first author.
We sent him a second letter.
He was shown a second yellow card.
It is unlikely that the bridge will open.
The law forbids more than two terms.
They chose to repair rather than buy.
He grew up in a village near Holm.
Tomatoes are grown in the valley.
The latest of the rooms has been in use since May.
He ate half the cake.
The report must be published no later than 5 May.
The mayor plans another rise in fares.
Only one island is inhabited.
Night fell on the village.
Prosecutors dropped the charges.
The shop is open from 9 to 5.
The meeting was moved from 3 May to 5 May.
She jumped from a bridge.
He led the choir from 1989 to 2003.
The farm is three kilometres below the dam.
The bus came to rest 30 metres below.
Its third protest drew nobody.
They sent a second request.
"""


@pytest.mark.parametrize("words", COMPARES.strip().splitlines())
def test_words_that_compare(words: str) -> None:
    assert compares(words, 0, quantities(words))


@pytest.mark.parametrize("words", DOES_NOT.strip().splitlines())
def test_words_that_only_look_like_a_comparison(words: str) -> None:
    assert not compares(words, 0, quantities(words))


@pytest.fixture(scope="module")
def splitter() -> Splitter:
    return Splitter()


@pytest.mark.parametrize(
    ("words", "kind", "has"),
    [
        ("The dam saved the lower town.", Kind.CAUSAL, True),
        ("Council clerks saved £300 on paper.", Kind.CAUSAL, False),
        ("Some 300 growers drove their tractors to Sund on Monday.", Kind.CAUSAL, False),
        ("Low pay drove 40 teachers out of Varen.", Kind.CAUSAL, True),
        ("The flood forced the port to close.", Kind.CAUSAL, True),
        ("The armed forces bought 40 trucks in Holm.", Kind.CAUSAL, False),
        ("The new bridge is due to open in May.", Kind.CAUSAL, False),
        ("The bridge was shut due to ice.", Kind.CAUSAL, True),
        ("The party said that it would not increase taxes on bread.", Kind.CAUSAL, False),
        ("Salt in the soil reduces the harvest.", Kind.CAUSAL, True),
        ("He read the football results in Welsh for 44 years.", Kind.CAUSAL, False),
        ("The storm resulted in four deaths.", Kind.CAUSAL, True),
        ("The disease affects some 4 million goats.", Kind.CAUSAL, False),
        ("Four hundred thousand crowns, in two parts.", Kind.EVENT, False),
        ("Cyclone Ada hit the coast of Varen.", Kind.IDENTITY, False),
    ],
)
def test_causes_and_events(splitter: Splitter, words: str, kind: Kind, has: bool) -> None:
    text = f"Notes\n\n{words}\n"
    claims = splitter.split(Document(text=text, title="", origin="x", sha256="0" * 64, language="en")).drafts
    assert claims
    assert (kind in claims[-1].kinds) is has


@pytest.mark.parametrize("run", ["1.", "1", ". ", "a "])
def test_figures_take_no_more_steps_than_a_text_is_long(run: str) -> None:
    steps = Steps(comparisons._FIGURES, bound=None, most=10**9)
    taken = []
    for times in (100, 200):
        steps.count = 0
        assert not list(steps.spans(run * times))
        taken.append(steps.count)
    assert taken[1] < 3 * taken[0]


def test_a_column_of_games_won_is_no_money() -> None:
    text = "Club\tWon\tLost\nEastport\t12\t3\nHolm\t9\t6\n"
    drafts = Splitter().split(Document(text=text, title="", origin="x", sha256="0" * 64, language="en")).drafts
    assert {q.currency for draft in drafts for q in draft.quantities} == {None}


def test_a_heading_that_orders_in_two_words_is_no_claim() -> None:
    text = "Probe two\n\nThe port closed on Friday after a fire in the main hall."
    drafts = Splitter().split(Document(text=text, title="", origin="x", sha256="0" * 64, language="en")).drafts
    assert [draft.text for draft in drafts if "Probe" in draft.text] == []


@pytest.mark.parametrize(
    ("text", "said", "kinds"),
    [
        ("Hackers attack the port's network", "attack", {Kind.EVENT}),
        ("Holm has two schools too many", "has", {Kind.QUANTITY}),
        ("The river has risen partly due to the heavy rain.", "river", {Kind.EVENT, Kind.CAUSAL}),
        ("Several towns lost their doctors.", "towns", {Kind.EVENT}),
        ("The strike disrupted the harvest.", "disrupted", {Kind.EVENT, Kind.CAUSAL}),
    ],
)
def test_kinds_of_headlines_causes_and_some(text: str, said: str, kinds: set[Kind]) -> None:
    document = Document(
        text=f"{text}\n\nThe port closed on Friday.", title="", origin="x", sha256="0" * 64, language="en"
    )
    drafts = Splitter().split(document).drafts
    assert [set(draft.kinds) for draft in drafts if said in draft.quote] == [kinds]


def test_what_is_told_to_have_happened_in_a_quotation_is_an_event() -> None:
    text = '"We are worried," said Ann Orr. "The mailing lists have been shut down."'
    drafts = Splitter().split(Document(text=text, title="", origin="x", sha256="0" * 64, language="en")).drafts
    told = [draft for draft in drafts if "mailing lists" in draft.quote]
    assert [set(draft.kinds) for draft in told] == [{Kind.QUOTE, Kind.EVENT}]

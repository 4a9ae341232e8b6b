"""Whose a post is: a headline above a day is no name, and "RT" names nobody."""

from __future__ import annotations

import pytest

from workbench.language.article import split_article
from workbench.language.text.post_heads import posts

_NEWS = "The port lost 40 boats in one night after a strike. The firm paid 20 million dollars.\n\nWe sent 200 letters."


@pytest.mark.parametrize(
    "head",
    [
        "Port Strike Ends\n17 March at 21:04",
        "Port Strike Ends\nAnn Lee · 2h ago",
        "Harbour News\nBy Ann Lee | 5 h",
        "Bob Stone\nBy Ann Lee, reporter at the Gazette | 5 h",
        "Holm Gazette\n17 March at 21:04",
        "Storm Hits Harbour\nBlaze at Holm | 3h",
        "Bridge Reopens\nRibbon at Tarn Quay\n2 May 2021 at 10:30",
    ],
)
def test_a_headline_above_a_day_is_no_name(head: str) -> None:
    assert posts(f"{head}\n\n{_NEWS}") is None
    assert posts(f"{head}\n\n{_NEWS} I asked the port.") is None


def test_a_post_that_speaks_of_nobody_as_i_or_we_is_nobodys() -> None:
    assert posts("Bob Stone\nCEO at Norrvind | 2d\n\nThe port lost 40 boats.") is None


@pytest.mark.parametrize(
    "head", ["Bob Stone\nCEO at Norrvind | 2d", "Bob Stone • 1st\nRuns a yard\n2d", "Bob Stone\n17 March at 21:04"]
)
def test_a_name_above_a_day_is_whose_the_post_is(head: str) -> None:
    found = posts(f"{head}\n\nThe port lost 40 boats. I sent 200 letters.")
    assert found is not None
    assert [turn.speaker for turn in found.turns] == ["Bob Stone"]


def test_what_is_posted_again_is_whose_it_was() -> None:
    text = (
        "Ann Sample, Mayor of Holm\n@annsample\n3 Mar 2021\nWe closed the port.\n"
        "RT @bobstone: We lost 40 boats in one night.\nWe sent 200 letters."
    )
    found = posts(text)
    assert found is not None
    said = {text[turn.start : turn.end].strip(): turn.speaker for turn in found.turns}
    assert said["We lost 40 boats in one night."] == "bobstone"
    assert said["We sent 200 letters."] is None
    assert "RT" not in {turn.speaker for turn in found.turns}


@pytest.mark.parametrize("mark", ["RT", "MT", "Repost", "Reposted from", "Retweeted from"])
def test_a_post_that_is_only_posted_again_is_whose_it_was(mark: str) -> None:
    found = posts(f"{mark} @bobstone: We lost 40 boats in one night.")
    assert found is not None
    assert [turn.speaker for turn in found.turns] == ["bobstone"]


@pytest.mark.parametrize("mark", ["cc", "CC:", "via", "h/t"])
def test_who_is_only_told_of_a_post_wrote_none(mark: str) -> None:
    found = posts(f"Ann Sample @annsample\nWe lost 40 boats.\n{mark} @bobstone 3 Mar 2021")
    assert found is not None
    assert [turn.speaker for turn in found.turns] == ["Ann Sample"]


@pytest.mark.parametrize(
    "line", ["Reposted by @bobstone", "Retweeted by Tom Lane", "Shared by @bobstone", "Photo by @bobstone"]
)
def test_who_passed_a_post_on_wrote_none(line: str) -> None:
    assert _said(f"Ann Sample @annsample · 2h\n{line}\nWe lost 40 boats in one night.") == {
        "We lost 40 boats in one night": "Ann Sample"
    }


def test_who_passed_a_post_on_may_stand_above_whose_it_is() -> None:
    text = "Bob Stone reposted\nAnn Sample @annsample · 2h\nWe lost 40 boats in one night."
    assert _said(text) == {"We lost 40 boats in one night": "Ann Sample"}


@pytest.mark.parametrize("own", ["Shame on them.", "So true!"])
def test_words_before_what_is_posted_again_name_nobody(own: str) -> None:
    text = (
        f"Ann Sample @annsample · 3 Mar 2021\n{own} RT @bobstone: The mill closed in 2019. We sold 12 boats.\n"
        "The council paid 3 million euros for the pier."
    )
    assert _said(text) == {
        "The mill closed in 2019": "bobstone",
        "We sold 12 boats": "bobstone",
        "The council paid 3 million euros for the pier": None,
    }


def test_no_fact_of_what_is_posted_again_is_lost() -> None:
    text = "{}RT @bobstone: The mill closed in 2019. It had 40 workers.\n#holm"
    for head in ("", "Ann Sample @annsample · 2h\n", "Posted by u/annsample\n"):
        assert _said(text.format(head)) == {"The mill closed in 2019": "bobstone", "It had 40 workers": "bobstone"}


def test_a_sentence_behind_a_handle_is_no_age_of_a_post() -> None:
    assert "Ann Sample @annsample lost 40 boats in May" in _said(
        "Ann Sample @annsample lost 40 boats in May.\nIt was dark."
    )


@pytest.mark.parametrize(
    "age",
    [
        "10:30 AM · May 3, 2021 · Twitter Web App",
        "2h · Twitter for iPhone",
        "2h · 40 views",
        "2h (edited)",
        "2h · \U0001f30d",
        "May 3, 2021 from Holm",
        "Verified account 3 May",
        "3. März",
        "vor 2 Stunden",
        "3 févr.",
        "3 maggio 2021",
        "3 de maio de 2021",
        "2 uur geleden",
        "3 maj 2021",
        "wczoraj o 10:00",
        "3 мая 2021",
        "2 год",
    ],
)
def test_how_old_a_post_is_stands_behind_its_author(age: str) -> None:
    found = posts(f"Ann Sample @annsample · {age}\nWe lost 40 boats in one night.")
    assert found is not None
    assert [turn.speaker for turn in found.turns] == ["Ann Sample"]


@pytest.mark.parametrize(
    "words",
    [
        "We lost 40 boats in one night.",
        "40 boats were lost in one night",
        "12 Dead In Leeds",
        "Today The Bank Lost 4 Million",
        "today Peel resigned",
        "Mai 40 Tote",
        "Declares Victory",
        "30 Killed",
    ],
)
def test_what_is_said_behind_a_handle_is_no_age(words: str) -> None:
    found = posts(f"Ann Sample @annsample · {words}\nThe council paid 3 million euros.")
    assert found is None or "Ann Sample" not in {turn.speaker for turn in found.turns}


def test_what_is_posted_again_on_a_long_line_is_whose_it_was() -> None:
    own = "Shame on all of them, they have done nothing for us in all these years of leaks and floods in Holm."
    text = f"Ann Sample @annsample · 2h\n{own} RT @bobstone: We lost 40 boats.\nThe council paid 3 million euros."
    said = _said(text)
    assert said["We lost 40 boats"] == "bobstone"
    assert said["The council paid 3 million euros"] is None


def test_the_last_who_posted_again_has_the_words() -> None:
    said = _said("So. RT @bobstone: Shame. RT @tomlane: We lost 40 boats in one night.")
    assert said["We lost 40 boats in one night"] == "tomlane"


def _said(text: str) -> dict[str, str | None]:
    return {claim.quote: claim.speaker for claim in split_article(text).claims}


def test_a_name_before_its_handle_and_a_colon_is_whose_post_it_is() -> None:
    text = "Councillor Ann Sample (@annsample): The mayor claims there are 1,200 homes. The budget has 740."
    found = posts(text)
    assert found is not None
    assert [turn.speaker for turn in found.turns] == ["Ann Sample"]

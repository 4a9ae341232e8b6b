"""What a page puts around an article is not part of its claims; sentences that only look so stay."""

import pytest

from workbench.language.article import split_article
from workbench.language.text.page_furniture import is_page_furniture


@pytest.mark.parametrize(
    "line",
    [
        "Posted on Friday 4 March 2021 at 10:12 by Ann B. Lee",
        "Posted by Tom Roe, Gardener at Varen Orchards",
        "Published by Varen Post",
        "Ann Lee in Varen and Tom Roe in Sund contributed to this report.",
        "Additional reporting by Ann Lee",
        "Ann Lee is a senior reporter for the Varen Post covering farms.",
        "Follow her on Twitter @annlee",
        "Share on Facebook",
        "Loading Comments",
        "Image source, Varen Pictures",
        "Home | World | Politics | Contact us | Search",
    ],
)
def test_lines_around_an_article(line: str) -> None:
    assert is_page_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "The wind contributed to this winter's losses of 40 farms.",
        "Shares of the firm fell by 3 per cent.",
        "The book was published in 2019 by a small house in Varen and sold 40,000 copies in a year.",
        "2021 | 1,980 | 40 | 3",
        "Ann Lee is a doctor at the hospital of Varen.",
        "Written by hand, the letter was sold for 300 pounds.",
        "Published by Varen House, the book sold 40,000 copies.",
        "Posted letters cost 8 per cent more since March.",
    ],
)
def test_sentences_that_only_look_so(line: str) -> None:
    assert not is_page_furniture(line)


def test_only_the_articles_own_sentence_is_a_claim() -> None:
    lines = (
        "Pears sell well",
        "Posted on Friday 4 March 2021 at 10:12 by Ann B. Lee",
        "The growers sold 310 tonnes of pears on Friday.",
        "Tom Roe in Sund contributed to this report.",
        "Share on Facebook",
        "Home | World | Politics | Search",
    )
    found = split_article("\n\n".join(lines), title=lines[0])
    assert [claim.quote for claim in found.claims if claim.start >= found.blocks[1].start] == [
        "The growers sold 310 tonnes of pears on Friday"
    ]

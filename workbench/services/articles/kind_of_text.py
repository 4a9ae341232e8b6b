"""What kind of text an article is, and in which role somebody speaks in it: read off its text."""

from __future__ import annotations

from workbench.domain.articles import Article, Claim

FOUND = "text_kind"
"""Where an article's record of what was found keeps the kind of its text."""


def kind_of(article: Article) -> str:
    """The kind of an article's text: "news", "transcript", "speech", "post", "press release", "fact-check" …"""
    from workbench.language.text.text_kinds import text_kind

    return text_kind(article.text, article.title).value


def said_at(article: Article, claim: Claim) -> str:
    """When the words of a claim are said: in the recording, or by a transcript's label; "" where nothing tells."""
    from workbench.language.text.text_kinds import code_at

    return claim.anchor.time or code_at(article.text, article.title, claim.start)


def role_of(article: Article, claim: Claim) -> str:
    """The role that a transcript's label gives the speaker of a claim, "" where it gives none."""
    from workbench.language.text.text_kinds import role_at

    return role_at(article.text, article.title, claim.start, claim.speaker)

"""What is done with a passage outside the workbench: words of it are cited, copied, its source's address is opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workbench.domain.anchors import Span
from workbench.tui.text.formatting import citation, count_words
from workbench.tui.widgets.evidence_list import Card
from workbench.tui.work_screen import WorkScreen


def copy_citation(screen: WorkScreen, card: Card) -> None:
    """Copy the citation to the clipboard of the terminal."""
    screen.app.copy_to_clipboard(citation(card.source, card.words))
    screen.tell("The citation is copied.")


def open_address(screen: WorkScreen, card: Card) -> None:
    """Open the address in the browser, after asking: nothing leaves the machine unasked."""
    from workbench.tui.dialogs.sheet import Confirm

    address = address_of(card)
    if address is None:
        screen.tell("This source has no web address.", warning=True)
        return

    def answered(yes: bool) -> None:
        if yes:
            screen.app.open_url(address)

    question = f"{address}\n\nYour browser will contact this address."
    screen.ask(Confirm("Open in the browser?", question, yes="Open", no="Stay"), answered)


def address_of(card: Card) -> str | None:
    """The address that a browser can open, None without one."""
    addresses = (card.source.url, card.source.archive_url)
    return next((one for one in addresses if one and one.startswith(("http://", "https://"))), None)


Choice = Callable[[Sequence[Span], Span | None], Span | None]
"""Other words to cite, from the sentences of a passage and those that are cited; None: all of it."""


def chosen(card: Card, choose: Choice) -> Span | None:
    """The words of a passage that are cited from now on; None: it is one sentence, of which nothing is chosen."""
    from workbench.services.review.deciding import whole

    spans, lit = sentences(card), card.lit
    if len(spans) < 2:
        return None
    if lit is not None and card.cited is None and choose in (cite_next, cite_previous):
        return Span(*lit[:2])  # what was read closely is the first that is offered
    return choose(spans, card.cited) or whole(card.passage.text)


def cited_words(card: Card) -> str:
    """How much of a passage is cited: "cites 1 sentence of 8"."""
    spans, cited = sentences(card), card.cited
    if len(spans) < 2:
        return ""
    if cited is None:
        return f"cites all {len(spans)} sentences"
    parts = [span for span in spans if span.start < cited.end and span.end > cited.start]
    exact = parts[0].start == cited.start and parts[-1].end == cited.end
    return f"cites {count_words(len(parts), 'sentence') if exact else 'words of yours'} of {len(spans)}"


def sentences(card: Card) -> Sequence[Span]:
    """The sentences of a passage."""
    from workbench.services.review.deciding import sentences_of

    return sentences_of(card.passage.text, card.source.language or "en")


def cite_next(sentences: Sequence[Span], cited: Span | None) -> Span:
    """The sentence behind those that are cited; of a passage cited whole the first."""
    return sentences[0] if cited is None else sentences[min(_last(sentences, cited) + 1, len(sentences) - 1)]


def cite_previous(sentences: Sequence[Span], cited: Span | None) -> Span:
    """The sentence before those that are cited; of a passage cited whole the last."""
    return sentences[-1] if cited is None else sentences[max(_first(sentences, cited) - 1, 0)]


def cite_more(sentences: Sequence[Span], cited: Span | None) -> Span | None:
    """What is cited, and the next sentence; None: all of the passage."""
    if cited is None:
        return None
    start, end = sentences[_first(sentences, cited)].start, _last(sentences, cited) + 1
    return None if end >= len(sentences) - 1 and start == sentences[0].start else _to(sentences, start, end)


def cite_less(sentences: Sequence[Span], cited: Span | None) -> Span:
    """What is cited without its last sentence, one at least."""
    first, last = (0, len(sentences) - 1) if cited is None else (_first(sentences, cited), _last(sentences, cited))
    return _to(sentences, sentences[first].start, max(first, last - 1))


def _to(sentences: Sequence[Span], start: int, last: int) -> Span:
    return Span(start, sentences[min(last, len(sentences) - 1)].end)


def _first(sentences: Sequence[Span], cited: Span) -> int:
    """The sentence in which what is cited begins."""
    return next((at for at, one in enumerate(sentences) if one.end > cited.start), len(sentences) - 1)


def _last(sentences: Sequence[Span], cited: Span) -> int:
    """The sentence in which it ends."""
    return next((at for at, one in enumerate(sentences) if one.end >= cited.end), len(sentences) - 1)


CHOICES: dict[str, Choice] = {
    "cite_next": cite_next,
    "cite_previous": cite_previous,
    "cite_more": cite_more,
    "cite_less": cite_less,
    "cite_whole": lambda *_: None,
}
"""What each command chooses."""
ONE_SENTENCE = "The passage is one sentence, and is cited whole."

"""Dialogs with several fields: search, link, filter, kinds, export."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Generic, TypeVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Input, OptionList, TextArea
from textual.widgets.option_list import Option

from workbench.domain.articles import Kind
from workbench.domain.errors import BadInputError
from workbench.domain.evidence import Stance
from workbench.services.written_days import read_day
from workbench.tui.dialogs.sheet import Sheet, said
from workbench.tui.dialogs.ticks import Ticks
from workbench.tui.runtime.host import Host
from workbench.tui.runtime.saved_session import STATES, Fields, ListFilter
from workbench.tui.text.formatting import day_words, one_line

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sent:
    """A form whose work has begun; where that does not go well, what was typed is there again."""

    name: str = ""
    fields: Fields = field(default_factory=dict)

    def done(self, host: Host, *, well: bool) -> None:
        """The work has ended."""
        if self.name:
            host.saved.form_done(self.name, self.fields, well=well)
            host.remember()


class Form(Sheet[T], Generic[T]):
    """Fields with labels, and a button that accepts them. Enter in a field accepts too."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "accept", "Accept", priority=True)]
    DEFAULT_CSS = """
    Form .fields { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
    Form.-small .fields { max-height: 17; }
    Form .wrong { color: $error; height: auto; }
    Form TextArea { height: 4; margin-bottom: 1; }
    """
    ACCEPT: ClassVar[str] = "Accept"
    KEPT: ClassVar[bool] = False
    """Whether what was typed is kept when the form closes without its work being done."""

    @property
    def name_kept(self) -> str:
        """The name that what was typed is kept under."""
        return f"{type(self).__name__}: {self.heading}"

    def typed(self) -> Fields:
        """What stands in the fields, by the field's name."""
        texts = {area.id or "": area.text for area in self.query(TextArea)}
        return texts | {line.id or "": line.value for line in self.query(Input)}

    @on(events.Mount)
    def _bring_back(self) -> None:
        if self.KEPT:
            for name, value in cast(Host, self.app).saved.take_form(self.name_kept).items():
                for area in self.query(f"#{name}").results(TextArea):
                    area.text = value
                for line in self.query(f"#{name}").results(Input):
                    line.value = value

    def action_cancel(self) -> None:
        """Close without an answer; what was typed is there the next time."""
        if self.KEPT:
            host = cast(Host, self.app)
            host.saved.keep_form(self.name_kept, self.typed())
            host.remember()
        super().action_cancel()

    def body(self) -> ComposeResult:
        """The fields, a place for what is wrong, the button."""
        with VerticalScroll(classes="fields", can_focus=False):
            yield from self.fields()
        yield said("", "wrong")
        with Horizontal(classes="buttons"):
            yield Button(f"{self.ACCEPT} (Ctrl+S)", variant="primary", id="accept")

    def fields(self) -> ComposeResult:
        """The fields."""
        yield from ()

    def answer(self) -> T:
        """What the form gives.

        Raises:
            ValueError: A field is wrong; the words say which.
        """
        raise NotImplementedError

    def value(self, name: str) -> str:
        """The text of a field."""
        return self.query_one(f"#{name}", Input).value.strip()

    def day(self, name: str) -> date | None:
        """The day in a field.

        Raises:
            BadInputError: It holds no day.
        """
        return read_day(self.value(name), cast(Host, self.app).today())

    @on(Button.Pressed, "#accept")
    @on(Input.Submitted)
    def action_accept(self) -> None:
        """Give the answer, or say what is wrong with it."""
        try:
            answer = self.answer()
        except (ValueError, BadInputError) as error:
            self.query_one(".wrong", said("").__class__).update(str(error))
        else:
            if self.KEPT:
                host = cast(Host, self.app)
                host.saved.send_form(self.name_kept, self.typed())
                host.remember()
            self.dismiss(answer)

    def sent(self) -> Sent:
        """What was typed, to be told when its work has ended."""
        return Sent(self.name_kept, self.typed())


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is searched for, published between two days, by a publisher or in a source of some name."""

    words: str
    before: date | None = None
    after: date | None = None
    source: str = ""
    tag: str = ""
    """Only sources that have it."""
    kept_as: str = ""
    """The name under which the search is to be kept; empty: it is not."""

    def __bool__(self) -> bool:
        """Whether anything is wanted; without words of its own a search goes by the claim's."""
        return bool(self.words or self.before or self.after or self.source or self.tag)

    @property
    def limits_said(self) -> str:
        """Dates, publisher and tag in words: "since 1 Sep 2021, until 31 Dec 2021, Gazprom, #gas"."""
        parts = [f"{word} {day_words(day)}" for word, day in (("since", self.after), ("until", self.before)) if day]
        tag = f"#{one_line(self.tag)}" if self.tag else ""
        return ", ".join(filter(None, [*parts, one_line(self.source), tag]))


class SearchForm(Form[Wanted]):
    """Search the evidence with own words."""

    ACCEPT = "Search"

    def __init__(self, now: Wanted | None = None) -> None:
        super().__init__("Search the evidence")
        self.now = now or Wanted("")

    def fields(self) -> ComposeResult:
        """Words, dates, source, tag; the name to keep it under."""
        yield said("Words (none: those of the claim; all fields empty: its own evidence)", "label")
        yield Input(self.now.words, id="words")
        yield said("Published on or after, on or before (3 March 2022)", "label")
        with Horizontal(classes="pair"):
            yield Input(str(self.now.after or ""), id="after", placeholder="after")
            yield Input(str(self.now.before or ""), id="before", placeholder="before")
        yield said("Publisher or title holds; tag of the source", "label")
        with Horizontal(classes="pair"):
            yield Input(self.now.source, id="source", placeholder="publisher or title")
            yield Input(self.now.tag, id="tag", placeholder="tag")
        yield said("Keep it under this name: what is new then waits in the inbox", "label")
        yield Input(self.now.kept_as, id="kept")

    def answer(self) -> Wanted:
        """What is searched for."""
        words, kept, tag = self.value("words"), self.value("kept"), self.value("tag").removeprefix("#")
        wanted = Wanted(words, self.day("before"), self.day("after"), self.value("source"), tag, kept)
        if kept and not words:
            raise ValueError("A search that is kept needs words of its own.")
        if kept and (wanted.before or tag):
            raise ValueError("What is kept waits for what is new: it has no last day, and no tag.")
        return wanted


@dataclass(frozen=True, slots=True)
class Link:
    """A quotation with where it stands."""

    url: str
    quote: str
    title: str = ""
    publisher: str | None = None
    published: date | None = None
    stance: Stance | None = None
    sent: Sent = field(default_factory=Sent)


class AddLinkForm(Form[Link]):
    """Evidence by hand: an address and what stands there."""

    ACCEPT = "Add"
    KEPT = True

    def __init__(self) -> None:
        super().__init__("Add a link as evidence")

    def fields(self) -> ComposeResult:
        """Address, quotation, title, publisher, day, stance."""
        yield said("Address (it is noted, not visited)", "label")
        yield Input(placeholder="https://", id="url")
        yield said("The words you rely on", "label")
        yield TextArea(id="quote", tab_behavior="focus")
        yield said("Title", "label")
        yield Input(id="title")
        with Horizontal(classes="pair"):
            yield Input(id="publisher", placeholder="publisher")
            yield Input(id="published", placeholder="published: 3 March 2022")
        yield said("It supports, refutes or is context: s, r, c (or leave it open)", "label")
        yield Input(id="stance", max_length=8)

    def answer(self) -> Link:
        """The link."""
        quote = self.query_one("#quote", TextArea).text.strip()
        if not self.value("url").startswith(("http://", "https://")):
            raise ValueError("The address begins with http:// or https://.")
        if not quote:
            raise ValueError("Quote the words you rely on.")
        letter = self.value("stance")[:1].lower()
        stance = {"": None, "s": Stance.SUPPORTS, "r": Stance.REFUTES, "c": Stance.CONTEXT}
        if letter not in stance:
            raise ValueError("The stance is s, r or c.")
        return Link(
            url=self.value("url"),
            quote=quote,
            title=self.value("title"),
            publisher=self.value("publisher") or None,
            published=self.day("published"),
            stance=stance[letter],
            sent=self.sent(),
        )


class FilterForm(Form[ListFilter]):
    """Which claims are listed."""

    ACCEPT = "Show"
    AUTO_FOCUS = "#states"
    DEFAULT_CSS = """
    FilterForm OptionList { max-height: 10; margin-bottom: 1; }
    FilterForm .columns { height: auto; }
    FilterForm .columns > * { width: 1fr; }
    """

    def __init__(self, now: ListFilter) -> None:
        super().__init__("Which claims")
        self.now = now

    def fields(self) -> ComposeResult:
        """State, kinds, worth, words."""
        with Horizontal(classes="columns"):
            yield OptionList(*(Option(state, id=state) for state in STATES), id="states", markup=False)
            yield Ticks((kind.value for kind in Kind), self.now.kinds, id="kinds")
        with Horizontal(classes="pair"):
            yield Input(str(self.now.min_worth or ""), id="worth", placeholder="worth checking from 0 to 1")
            yield Input(self.now.words, id="words", placeholder="words")
        yield said("Enter on a state shows it · Tab goes on · Space ticks a kind · Ctrl+S accepts", "hint")

    def on_mount(self) -> None:
        """Begin at the present state."""
        self.query_one("#states", OptionList).highlighted = STATES.index(self.now.states)

    @on(OptionList.OptionSelected, "#states")
    def chosen(self) -> None:
        """Enter on a state is enough."""
        self.action_accept()

    def answer(self) -> ListFilter:
        """The filter."""
        try:
            worth = float(self.value("worth") or 0)
        except ValueError:
            worth = -1
        if not 0 <= worth <= 1:
            raise ValueError("Worth checking is a number from 0 to 1.")
        at = self.query_one("#states", OptionList).highlighted or 0
        kinds = self.query_one("#kinds", Ticks).selected
        return ListFilter(STATES[at], tuple(kinds), worth, self.value("words"), self.now.by_worth)


class KindsForm(Form[tuple[Kind, ...]]):
    """What kind of claim it is."""

    AUTO_FOCUS = "Ticks"
    ACCEPT = "Change"

    def __init__(self, now: tuple[Kind, ...]) -> None:
        super().__init__("Kinds of the claim")
        self.now = now

    def fields(self) -> ComposeResult:
        """All kinds; those of the claim are ticked."""
        yield Ticks((kind.value for kind in Kind), (kind.value for kind in self.now))
        yield said("Space ticks · Ctrl+S accepts · predictions and opinions are listed, not rated", "hint")

    def answer(self) -> tuple[Kind, ...]:
        """The kinds."""
        chosen = tuple(Kind(value) for value in self.query_one(Ticks).selected)
        if not chosen:
            raise ValueError("Tick at least one kind.")
        return chosen

"""The single lines around the panes: title, wording, scale, keys."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from workbench.domain.articles import Claim
from workbench.domain.review import RatingScale
from workbench.tui.commands.table import keyed
from workbench.tui.text.formatting import one_line, worth_words
from workbench.tui.text.themes import palette
from workbench.tui.text.wrapping import Line, Part, cells, clip, spread, wrap


class Bar(Widget):
    """A few lines of styled words; `lines(width)` gives them."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Bar { height: 1; background: $panel; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._palette: dict[str, Style] | None = None
        self._drawn: tuple[int, list[Line]] | None = None
        self._ground: Style | None = None

    def lines(self, width: int) -> list[Line]:
        """The words of the bar."""
        raise NotImplementedError

    def redraw(self) -> None:
        """The words have changed."""
        self._drawn = None
        self.refresh()

    def _key(self, command: str) -> str:
        """The key of a command as it is bound."""
        return keyed(f"{{{command}}}", getattr(self.app, "keys_changed", {}))

    def notify_style_update(self) -> None:
        """Another theme: the colours are read again."""
        super().notify_style_update()
        self._palette = self._ground = None

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width = self.size.width
        if self._palette is None:
            self._palette = palette(self.app.theme_variables)
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = (width, self.lines(width))
        base = self._ground
        if base is None:
            base = self._ground = self.rich_style
        if y >= len(self._drawn[1]):
            return Strip.blank(width, base)
        words = clip(self._drawn[1][y], width)
        styles = self._palette
        return Strip([Segment(text, base + styles[style]) for text, style in words]).adjust_cell_length(width, base)


class TitleBar(Bar):
    """What is open, how far it has come, who is working, how the index stands."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.left: Line = []
        self.right: Line = []

    def show(self, left: Line, right: Line) -> None:
        """Change the words."""
        if (left, right) != (self.left, self.right):
            self.left, self.right = left, right
            self.redraw()

    def lines(self, width: int) -> list[Line]:
        """One line, the left part giving way."""
        return [spread([(" ", "text"), *self.left], [*self.right, (" ", "text")], width)]


class WordingBar(Bar):
    """The standalone wording with what was resolved in it, and why the claim is worth checking or what was said of it.

    Always as high, so that nothing else moves from claim to claim.
    """

    HEIGHT = 3
    DEFAULT_CSS = "WordingBar { height: 3; background: $background; padding: 0 1; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.claim: Claim | None = None
        self.said: Line = []

    def show(self, claim: Claim | None, said: Line | None = None) -> None:
        """Show another claim; `said` is what reviewers have said about it."""
        if (claim, said or []) != (self.claim, self.said):
            self.claim, self.said = claim, said or []
            self.redraw()

    def lines(self, width: int) -> list[Line]:
        """The wording, cut to two lines; below it, in the room left, its number, when it is said, repairs, worth."""
        if self.claim is None:
            return []
        width -= 2
        wording = wrap(wording_parts(self.claim), width, most=self.HEIGHT - 1)
        when = f"{self.claim.anchor.time} · " if self.claim.anchor.time else ""
        below = [
            (f"claim {self.claim.id} · {when}", "faint"),
            *(self.said or worth_parts(self.claim, self._key("name_pronoun"))),
        ]
        return [*wording, *wrap(below, width, indent="  ", most=self.HEIGHT - len(wording))]


def wording_parts(claim: Claim) -> list[Part]:
    """The standalone wording; the words of the article in it are lit, the repairs told apart."""
    text, quote = one_line(claim.text), one_line(claim.quote)
    parts: list[Part] = [("≡ ", "key")]
    words = text.split()
    here, there = ([word.strip(".,;:!?").casefold() for word in line.split()] for line in (quote, text))
    for tag, _, _, start, end in SequenceMatcher(None, here, there, False).get_opcodes():
        said = " ".join(words[start:end])
        if said:
            parts += [(said, "current" if tag == "equal" else "new"), (" ", "text")]
    return parts


def worth_parts(claim: Claim, key: str = "") -> Line:
    """What was resolved, how sure, and why the claim is worth checking.

    A pronoun that was left shows the names it may mean, each with its measured confidence, and the key that chooses.
    """
    from workbench.language.references.naming import is_open

    parts: Line = []
    for repair in claim.resolutions:
        sure = "sure" if repair.confidence >= 0.8 else "likely" if repair.confidence >= 0.5 else "unsure"
        if is_open(repair):
            names = ", ".join(f"{one_line(words)} {confidence:.2f}" for words, confidence in repair.possible[:3])
            parts += [(one_line(repair.original or repair.replacement), "text"), (f"? {names} ", "new")]
            parts.append((f" {key} chooses  ", "faint") if key else ("  ", "faint"))
            continue
        was, now = map(one_line, repair.told)
        if repair.applied and not (was or now):
            continue
        if repair.applied and was:
            parts += [(was, "gone"), (f" → {now}" if now else " left out", "new")]
        elif repair.applied:
            parts.append((f"+ {now}", "new"))
        elif now:
            parts += [(was, "text"), (f" perhaps {now}", "new")]
        else:  # the words stay, and nothing better is known
            parts += [(one_line(repair.original), "text"), (f": {one_line(repair.reason)}  ", "faint")]
            continue
        parts.append((f" ({sure})  ", "faint"))
    parts.append((worth_words(claim), "dim"))
    return parts


@dataclass(frozen=True, slots=True)
class ChosenRating:
    """A rating that was chosen and waits to be kept, as it is shown."""

    key: str
    words: str
    reason: str


class ScaleBar(Bar):
    """The steps of the scale with their keys; or the rating that was chosen and its reason."""

    DEFAULT_CSS = "ScaleBar { height: 1; background: $panel; }"

    @dataclass
    class StepClicked(Message):
        """A step was clicked."""

        key: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.scale: RatingScale | None = None
        self.pending: ChosenRating | None = None
        self.given: str | None = None
        self.note = ""
        self._steps: list[tuple[int, int, str]] = []

    def show(self, scale: RatingScale | None, given: str | None, pending: ChosenRating | None, note: str = "") -> None:
        """Show the scale with the rating given, a rating that waits, or a note why none is asked for."""
        if (scale, given, pending, note) != (self.scale, self.given, self.pending, self.note):
            self.scale, self.given, self.pending, self.note = scale, given, pending, note
            self.redraw()

    def lines(self, width: int) -> list[Line]:
        """One line: the scale in as many words as fit, or the pending rating."""
        self._steps = []
        if self.pending is not None:
            keys: Line = []
            for command, does in (("keep_rating", "keeps "), ("write_reason", "edits "), ("back", "drops")):
                keys += [(self._key(command), "key"), (f" {does} ", "dim")]
            nothing = f"no reason yet: {self._key('write_reason')} writes one"
            left: Line = [(" ", "text"), (f" {self.pending.key} {self.pending.words} ", "current")]
            left += [("  ", "text"), (one_line(self.pending.reason) or nothing, "text")]
            return [spread(left, keys, width)]
        if self.note:
            return [[(f" {self.note}", "dim")]]
        if self.scale is None:
            return []
        words = [one_line(rating.words) for rating in self.scale.ratings]
        fixed = sum(cells(rating.key) + 3 for rating in self.scale.ratings) - 1
        fixed += any(rating.words == self.given for rating in self.scale.ratings)  # its tick
        return [self._scale_line(fitting(words, width - fixed))]

    def _scale_line(self, shown: list[str]) -> Line:
        line: Line = [(" ", "text")]
        self._steps = []
        at = 1
        assert self.scale is not None
        for rating, words in zip(self.scale.ratings, shown, strict=True):
            chosen = self.given is not None and rating.words == self.given
            text = f"{rating.key} {words}".rstrip()
            if chosen:
                line += [(f"✓{text}", "done-glyph"), ("  ", "text")]
                size = cells(text) + 1
            else:
                line += [(rating.key, "key"), (text[len(rating.key) :], "text"), ("  ", "text")]
                size = cells(text)
            self._steps.append((at, at + size, rating.key))
            at += size + 2
        return line[:-1]  # no gap after the last one

    def on_click(self, event: events.Click) -> None:
        """A click on a step is its key."""
        for start, end, key in self._steps:
            if start <= event.x < end:
                self.post_message(self.StepClicked(key))


def fitting(words: list[str], room: int) -> list[str]:
    """Words cut to `room` cells together, the longest first, so that short ones stay whole and all stay different."""
    shown = list(words)
    while sum(map(cells, shown)) > room:
        whole = [at for at, word in enumerate(shown) if _initial(word) != word]  # an initial says more than a cut
        longest = max(whole or range(len(shown)), key=lambda at: cells(shown[at]))
        shorter = _initial(shown[longest])
        if not whole:
            shorter = shorter.removesuffix("…")[: -1 if shorter.endswith("…") else -2].rstrip() + "…"
        if cells(shorter) < 3:
            break
        shown[longest] = shorter
    return shown


def _initial(words: str) -> str:
    """ "Mostly true" → "M.true"; "Not checkable" stays."""
    first, _, last = words.partition(" ")
    return f"{first[0]}.{last}" if last and len(last) <= 6 else words


class KeyBar(Bar):
    """The keys that matter now, from the registry of commands."""

    DEFAULT_CSS = "KeyBar { height: 1; background: $surface; }"

    @dataclass
    class KeyClicked(Message):
        """A key on the bar was clicked."""

        action: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.keys: list[tuple[str, str, str]] = []
        self._places: list[tuple[int, int, str]] = []

    def show(self, keys: list[tuple[str, str, str]]) -> None:
        """Show (key, word, action) in order; the last ones go first where there is no room."""
        if keys != self.keys:
            self.keys = keys
            self.redraw()

    def lines(self, width: int) -> list[Line]:
        """As many keys as fit; help is always among them."""
        self._places = []
        line: Line = [(" ", "text")]
        always = [key for key in self.keys if key[2] in ("help", "palette")]
        reserved = sum(cells(key) + cells(word) + 4 for key, word, _ in always)
        at = 1
        for entry in [*(key for key in self.keys if key not in always), *always]:
            key, word, action = entry
            size = cells(key) + 1 + cells(word)
            left = 0 if entry in always else reserved
            if at + size + left > width:
                continue
            line += [(key, "key"), (f" {word}  ", "dim")]
            if action:
                self._places.append((at, at + size, action))
            at += size + 2
        return [line]

    def on_click(self, event: events.Click) -> None:
        """A click on a key is the key."""
        for start, end, action in self._places:
            if start <= event.x < end:
                self.post_message(self.KeyClicked(action))


class TabBar(Bar):
    """The panes as tabs, where only one fits."""

    DEFAULT_CSS = "TabBar { height: 1; background: $surface; display: none; }"

    @dataclass
    class TabClicked(Message):
        """A tab was clicked."""

        name: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.tabs: list[tuple[str, str]] = []
        self.shown = ""
        self._places: list[tuple[int, int, str]] = []

    def show(self, tabs: list[tuple[str, str]], shown: str) -> None:
        """Show (name, words) of the tabs, one of them in front."""
        if (tabs, shown) != (self.tabs, self.shown):
            self.tabs, self.shown = tabs, shown
            self.redraw()

    def lines(self, width: int) -> list[Line]:
        """One line; the tab in front stands in brackets too."""
        line: Line = [(" ", "text")]
        self._places = []
        at = 1
        for name, words in self.tabs:
            front = name == self.shown
            text = f"[{words}]" if front else f" {words} "
            line.append((text, "key" if front else "dim"))
            self._places.append((at, at + cells(text), name))
            at += cells(text)
        return [spread(line, [("Tab ", "key"), ("changes ", "faint")], width)]

    def on_click(self, event: events.Click) -> None:
        """A click on a tab."""
        for start, end, name in self._places:
            if start <= event.x < end:
                self.post_message(self.TabClicked(name))

"""Help: the keys of a screen, and the tour."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from workbench.comparison.stances import CONTEXT
from workbench.domain.review import RatingScale
from workbench.tui.commands.registry import Group
from workbench.tui.commands.screen_keys import ScreenKeys
from workbench.tui.commands.table import keyed
from workbench.tui.dialogs.sheet import Sheet, said
from workbench.tui.text.formatting import (
    SETTLES_NOTHING,
    STANCE_GLYPH,
    STANCE_WORDS,
    STATUS_GLYPH,
    STATUS_WORDS,
    one_line,
)
from workbench.tui.text.wrapping import Line, wrap
from workbench.tui.widgets.bars import Bar


class Words(Bar):
    """Lines of styled words, as many as they take."""

    DEFAULT_CSS = "Words { height: auto; background: $surface; }"

    def __init__(self, parts: list[Line]) -> None:
        super().__init__()
        self.parts = parts

    def lines(self, width: int) -> list[Line]:
        """The lines, wrapped behind their first column."""
        lines: list[Line] = []
        for line in self.parts:
            if len(line) < 2:
                lines.append(line)
                continue
            head, *rest = line
            for number, wrapped in enumerate(wrap(rest, width - 18)):
                lines.append([(f"{head[0]:<18}" if number == 0 else " " * 18, head[1]), *wrapped])
        return lines

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many lines as the words take."""
        return len(self.lines(width))


class HelpSheet(Sheet[bool]):
    """The keys of a screen by what they are about, and what the marks mean."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,q,question_mark", "cancel", "Close")]
    AUTO_FOCUS = "VerticalScroll"
    DEFAULT_CSS = """
    HelpSheet > .sheet { width: 92; height: 90%; }
    HelpSheet VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    """

    def __init__(self, keys: ScreenKeys, scale: RatingScale | None) -> None:
        super().__init__(f"Keys · {keys.scope.value}")
        self.parts = help_lines(keys, scale)

    def body(self) -> ComposeResult:
        """The keys, scrolled with the arrows."""
        with VerticalScroll():
            yield Words(self.parts)
        yield said("↑ ↓ scroll · Esc closes · every key can be changed: docs/reference/keys.md", "hint")


def help_lines(keys: ScreenKeys, scale: RatingScale | None) -> list[Line]:
    """The keys of a screen from the registry of commands, with those of the rating scale where there is one."""
    lines: list[Line] = []
    for group in Group:
        commands = [command for command in keys.commands() if command.group is group]
        if not commands:
            continue
        lines += [[("", "text")]] if lines else []
        lines.append([(group.value, "key")])
        if group is Group.VERDICT and scale is not None:
            for rating in scale.ratings:
                words = f"{one_line(rating.words)}: {one_line(rating.definition)}"
                lines.append([(rating.key, "bold"), (words, "text")])
        for command in commands:
            own = " ".join(keys.of(command)) or "palette"
            lines.append([(own, "bold"), (command.help, "text")])
    lines += [[("", "text")], [("Marks", "key")]]
    lines += [[(glyph, "bold"), (STATUS_WORDS[status], "text")] for status, glyph in STATUS_GLYPH.items()]
    lines += [[(glyph, "bold"), (_stance_words(label), "text")] for label, glyph in STANCE_GLYPH.items()]
    lines.append([("⚑", "bold"), ("published after the claim was made", "text")])
    lines.append([("◉", "bold"), ("somebody else is working on this claim", "text")])
    return lines


def _stance_words(label: str) -> str:
    words = STANCE_WORDS[label]
    return f"{words}; by the machine: {SETTLES_NOTHING}" if label == CONTEXT else words


TOUR = (
    (
        "Welcome",
        "This desk turns an article into claims, lays your own evidence beside each, and keeps your verdicts.\n\n"
        "Everything stays on this machine. Nothing you do can be lost: {undo} takes back, "
        "{show_history} shows the history.",
    ),
    (
        "1 · An article in",
        "On the desk, {add_article} adds an article from a file, a folder or an address; {paste_article} takes "
        "pasted text.\n{add_evidence} adds evidence the same way, and {update_index} brings the index in step.\n"
        "{date_article} says when the article was published: ages are counted from that day.\n\n"
        "{open_article} opens it.",
    ),
    (
        "2 · A claim, its evidence beside it",
        "{next_claim} and {previous_claim} go from claim to claim. The claim's words are lit in the article; "
        "the closest passages are there "
        "already, with what they say, how sure the machine is, and how old they were when the claim was made.",
    ),
    (
        "3 · Decide",
        "{accept_supports} {accept_refutes} {accept_context} accept the passage as supporting, refuting, context; "
        "{reject_evidence} rejects it. "
        "{search_evidence} searches with your own words.\n\n"
        "A rating key (see the line at the bottom) chooses, {keep_rating} keeps it with the reason shown, "
        "{write_reason} edits the reason. The next open claim is there at once.",
    ),
    (
        "4 · Together, and out",
        "{ask_second_opinion} asks a second reviewer, who judges without seeing your verdict. {publish} publishes and "
        "locks; {correct_verdict} corrects.\n\n"
        "{export_report} exports the report for readers and machines. {help} shows all keys, {palette} finds any "
        "command by name.",
    ),
)


class TourSheet(Sheet[bool]):
    """Five short steps."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,right,space,j", "turn(1)", "Next"),
        Binding("left,backspace,k", "turn(-1)", "Back"),
    ]
    AUTO_FOCUS = ""
    DEFAULT_CSS = "TourSheet > .sheet { width: 70; } TourSheet .text { height: auto; min-height: 8; }"

    def __init__(self) -> None:
        super().__init__(TOUR[0][0])
        self.step = 0

    def body(self) -> ComposeResult:
        """One step."""
        yield said("", "text")
        yield said("", "hint")

    def on_mount(self) -> None:
        """The first step."""
        self.action_turn(0)

    def action_turn(self, step: int) -> None:
        """The next step, or the one before; after the last the tour ends."""
        self.step += step
        if self.step >= len(TOUR):
            self.dismiss(True)
            return
        self.step = max(0, self.step)
        title, text = TOUR[self.step]
        self.query_one(".sheet").border_title = title
        keymap = getattr(self.app, "keys_changed", {})
        self.query_one(".text", said("").__class__).update(keyed(text, keymap))
        dots = " ".join("●" if i == self.step else "○" for i in range(len(TOUR)))
        hint = "Enter: next" if self.step < len(TOUR) - 1 else "Enter: begin"
        self.query_one(".hint", said("").__class__).update(f"{dots}   {hint} · Esc ends the tour")

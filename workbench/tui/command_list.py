"""Every command of the terminal UI. `python -m workbench.tui.command_list` prints docs/reference/keys.md."""

from __future__ import annotations

from workbench.tui.commands import Command, Group, Scope, reference


class Everywhere(Command):
    """Commands of every screen."""

    scope = Scope.EVERYWHERE
    group = Group.WORK


class Desk(Command):
    """Commands of the list of articles."""

    scope = Scope.DESK
    group = Group.ARTICLES


class Move(Command):
    """Moving through a review."""

    group = Group.MOVE


class OnVerdict(Command):
    """Giving a verdict."""

    group = Group.VERDICT


class OnEvidence(Command):
    """Working with evidence."""

    group = Group.EVIDENCE


class OnClaim(Command):
    """Correcting claims."""

    group = Group.CLAIM


class Together(Command):
    """Reviewing with others."""

    group = Group.TOGETHER


# moving


class NextClaim(Move):
    """Go to the next claim of the list."""

    keys, title, bar = "j", "Next claim", "next"


class PreviousClaim(Move):
    """Go to the previous claim of the list."""

    keys, title = "k", "Previous claim"


class NextOpen(Move):
    """Go to the next claim that waits for a verdict."""

    keys, title = "o", "Next open claim"


class PreviousOpen(Move):
    """Go to the previous claim that waits for a verdict."""

    keys, title = "O", "Previous open claim"


class NextEvidence(Move):
    """Go to the next evidence of this claim."""

    keys, title = "J,ctrl+down", "Next evidence"


class PreviousEvidence(Move):
    """Go to the previous evidence of this claim."""

    keys, title = "K,ctrl+up", "Previous evidence"


class NextPane(Move):
    """Go to the next pane; on a small screen, to the next tab."""

    keys, title = "tab", "Next pane"


class PreviousPane(Move):
    """Go to the previous pane; on a small screen, to the previous tab."""

    keys, title = "shift+tab", "Previous pane"


class Filter(Move):
    """Choose which claims are listed: state, kind, worth checking, words."""

    keys, title, bar = "f", "Filter claims", "filter"


class ChangeOrder(Move):
    """List the claims in the order of the article, or most worth checking first."""

    keys, title = "w", "Order by place or worth"


class Back(Move):
    """Go back: drop what was begun, leave this screen."""

    keys, title = "escape", "Back"


# verdict


class WriteReason(OnVerdict):
    """Write or change the reason of the verdict. What is typed is kept each second, also through a crash."""

    keys, title, bar = "r", "Write the reason", "reason"


class KeepRating(OnVerdict):
    """Keep the rating that was chosen, with the reason shown; with none chosen, open the evidence in its source."""

    keys, title = "enter", "Keep the rating, or open the source"


class NothingFound(OnVerdict):
    """Record that evidence was searched for and nothing was found."""

    keys, title = "N", "Nothing found"


# evidence


class AcceptEvidence(OnEvidence):
    """Rely on this passage, with the stance shown; once more takes it back to a suggestion."""

    keys, title, bar = "a", "Accept evidence", "accept"


class RejectEvidence(OnEvidence):
    """Set this passage aside; once more takes it back to a suggestion."""

    keys, title, bar = "x", "Reject evidence", "reject"


class SetStance(OnEvidence):
    """Change what the passage says about the claim: supports, refutes, context."""

    keys, title, bar = "s", "Change the stance", "stance"


class SearchEvidence(OnEvidence):
    """Search the evidence with your own words, by date and source; the empty search brings the claim's own back."""

    keys, title, bar = "slash", "Search evidence", "search"


class ChangeRanking(OnEvidence):
    """Let the stance model put the closest passages in order, or leave them in the order of the search."""

    keys, title = "R", "Order by the stance model"


class ShowScores(OnEvidence):
    """Show the passage in full, with its title, address and every score."""

    keys, title = "v,space", "Passage in full, with scores"


class OpenSource(OnEvidence):
    """Open the text of the source at this passage."""

    keys, title = "V", "Open the source text"


class PinEvidence(OnEvidence):
    """Keep this passage at the top of the list."""

    keys, title = "p", "Pin evidence"


class NoteEvidence(OnEvidence):
    """Write a note on this passage."""

    keys, title = "m", "Note on evidence"


class CopyCitation(OnEvidence):
    """Copy the quotation with publisher, title, date and address."""

    keys, title = "c", "Copy the citation"


class OpenAddress(OnEvidence):
    """Open the address of the source in the browser; asks first, as this leaves the machine."""

    keys, title = "b", "Open the address in the browser"


class AddLink(OnEvidence):
    """Add evidence by hand: an address, the quotation, its date."""

    keys, title = "L", "Add a link as evidence"


# claims


class EditWording(OnClaim):
    """Reword the claim so that it stands alone."""

    keys, title, bar = "e", "Edit the wording", "edit"


class StartEarlier(OnClaim):
    """Let the claim begin one word earlier."""

    keys, title = "left_square_bracket", "Begin one word earlier"


class StartLater(OnClaim):
    """Let the claim begin one word later."""

    keys, title = "left_curly_bracket", "Begin one word later"


class EndLater(OnClaim):
    """Let the claim end one word later."""

    keys, title = "right_square_bracket", "End one word later"


class EndEarlier(OnClaim):
    """Let the claim end one word earlier."""

    keys, title = "right_curly_bracket", "End one word earlier"


class SplitClaim(OnClaim):
    """Cut the claim in two: choose the word at which the second begins, then Enter."""

    keys, title = "S", "Split the claim"


class MergeClaim(OnClaim):
    """Make one claim of this and the next."""

    keys, title = "M", "Merge with the next claim"


class AddClaim(OnClaim):
    """Add a claim from words of the article: arrows move, Shift+arrows take more words, Enter adds."""

    keys, title = "plus,A", "Add a claim from a selection"


class SetKinds(OnClaim):
    """Change what kind of claim it is."""

    keys, title = "t", "Change the kinds"


class SetSpeaker(OnClaim):
    """Change who said it."""

    keys, title = "T", "Change the speaker"


class DropClaim(OnClaim):
    """Take the claim out of the list. Undo brings it back."""

    keys, title = "D,delete", "Drop the claim"


# together


class AskSecondOpinion(Together):
    """Ask for a second opinion: another reviewer judges without seeing this verdict."""

    keys, title = "y", "Ask for a second opinion"


class Settle(Together):
    """Settle a disagreement: choose the rating that stands, and say why."""

    keys, title = "Y", "Settle a disagreement"


class ShowAgreement(Together):
    """Show how far the reviewers of this article agree: per cent, Cohen's kappa, Krippendorff's alpha."""

    keys, title = "G", "Agreement of the reviewers"


class Publish(Together):
    """Publish the verdict: it is locked from then on."""

    keys, title = "P", "Publish the verdict"


class CorrectVerdict(Together):
    """Correct a published verdict: a dated correction with a reason beside the old verdict."""

    keys, title = "C", "Correct a published verdict"


class ShowHistory(Together):
    """Who did what to this article, and when."""

    keys, title = "h", "History"


class ShowStatistics(Together):
    """What the reviews of this article come to, or those of the whole workspace, in bars and figures."""

    keys, title = "g", "Statistics"


# desk


class OpenArticle(Desk):
    """Open the article under the cursor for review."""

    keys, title, bar = "enter", "Open the article", "open"


class NextArticle(Desk):
    """Go to the next article."""

    keys, title = "j", "Next article"


class PreviousArticle(Desk):
    """Go to the previous article."""

    keys, title = "k", "Previous article"


class AddArticle(Desk):
    """Add an article from a file, a folder or an address."""

    keys, title, bar = "plus,a", "Add an article", "add article"


class PasteArticle(Desk):
    """Add an article by pasting or typing its text."""

    keys, title, bar = "p", "Paste an article", "paste"


class AddEvidence(Desk):
    """Add evidence from a file, a folder or an address."""

    keys, title, bar = "E", "Add evidence", "add evidence"


class SortArticles(Desk):
    """Sort by age, title, deadline, or claims still open."""

    keys, title, bar = "s", "Sort articles", "sort"


class FilterArticles(Desk):
    """List only the articles whose title or publisher holds some words."""

    keys, title, bar = "f,slash", "Filter articles", "filter"


class SetDeadline(Desk):
    """Set the day by which the article must be reviewed."""

    keys, title = "d", "Set the deadline"


class RemoveArticle(Desk):
    """Take the article out of the list. Undo brings it back; its verdicts stay in the record."""

    keys, title = "D,delete", "Remove the article"


class DeskHistory(Desk):
    """Who did what in this workspace, and when."""

    keys, title = "h", "History"


class DeskStatistics(Desk):
    """What the reviews come to: ratings, turnaround, agreement, most-used sources, in bars and figures."""

    keys, title, bar = "g", "Statistics", "statistics"


# source, history, statistics


class NextMention(Command):
    """Go to the next passage of this source that was found for the claim."""

    scope, keys, title, bar = Scope.SOURCE, "n,j", "Next passage", "next passage"


class PreviousMention(Command):
    """Go to the previous passage of this source that was found for the claim."""

    scope, keys, title = Scope.SOURCE, "N,k", "Previous passage"


class CloseSource(Command):
    """Go back to the review."""

    scope, keys, title, bar = Scope.SOURCE, "escape,V", "Back", "back"


class CloseHistory(Command):
    """Go back."""

    scope, keys, title, bar = Scope.HISTORY, "escape,h", "Back", "back"


class HistoryOfAll(Command):
    """Change between the history of this claim, of its article and of the whole workspace."""

    scope, keys, title, bar = Scope.HISTORY, "w", "Claim, article, workspace", "claim/article/all"


class NextFigure(Command):
    """Go to the next figure; its bars come into sight."""

    scope, keys, title = Scope.STATISTICS, "j", "Next figure"


class PreviousFigure(Command):
    """Go to the previous figure."""

    scope, keys, title = Scope.STATISTICS, "k", "Previous figure"


class CloseStatistics(Command):
    """Go back."""

    scope, keys, title, bar = Scope.STATISTICS, "escape,g", "Back", "back"


class StatisticsOfAll(Command):
    """Change between the figures of this article and of the whole workspace."""

    scope, keys, title, bar = Scope.STATISTICS, "w", "Article, workspace", "article/all"


# everywhere


class Undo(Everywhere):
    """Take back the last thing you did, also from an earlier session."""

    keys, title, bar = "u", "Undo", "undo"


class Redo(Everywhere):
    """Do again what was taken back."""

    keys, title = "ctrl+r,U", "Redo"


class ExportReport(Everywhere):
    """Write the report: for readers, for machines, for spreadsheets."""

    keys, title = "X", "Export the report"


class DateArticle(Everywhere):
    """Say when the article was published: ages of evidence and relative times are counted from it."""

    group, keys, title = Group.ARTICLES, "W", "Set the day of publication"


class UpdateIndex(Everywhere):
    """Bring the index in step with the evidence; it runs in the background."""

    keys, title = "I", "Update the index"


class StopWork(Everywhere):
    """Stop the work that runs in the background; what is done is kept."""

    keys, title = "ctrl+x", "Stop the background work"


class ChangeTheme(Everywhere):
    """Dark, light, high contrast."""

    keys, title = "f2", "Change the theme"


class Tour(Everywhere):
    """The tour of five steps."""

    group, keys, title = Group.HELP, "f1", "The tour"


class Help(Everywhere):
    """The keys of this screen."""

    group, keys, title, bar = Group.HELP, "question_mark", "Help", "help"


class Palette(Everywhere):
    """Everything that can be done now, by name."""

    group, keys, title, bar = Group.HELP, "ctrl+p", "Command palette", "commands"


class Quit(Everywhere):
    """Leave. Nothing is lost: the session comes back as it was."""

    keys, title = "q,ctrl+q", "Quit"


def all_commands() -> list[type[Command]]:
    """Every command, in the order it is declared."""
    families = (Move, OnVerdict, OnEvidence, OnClaim, Together, Desk, Everywhere)
    found = [command for family in families for command in family.__subclasses__()]
    history = (CloseHistory, HistoryOfAll)
    statistics = (NextFigure, PreviousFigure, CloseStatistics, StatisticsOfAll)
    return [*found, NextMention, PreviousMention, CloseSource, *history, *statistics]


COMMANDS = all_commands()

if __name__ == "__main__":
    print(reference(COMMANDS), end="")  # noqa: T201

"""The commands of the other screens: the list of articles, a source, the history, the statistics."""

from __future__ import annotations

from workbench.tui.commands.registry import Command, Group, Scope


class OnDesk(Command):
    """Commands of the list of articles."""

    scope = Scope.DESK
    group = Group.ARTICLES


# desk


class OpenArticle(OnDesk):
    """Open the article under the cursor for review."""

    keys, title, bar = "enter", "Open the article", "open"


class NextArticle(OnDesk):
    """Go to the next article."""

    keys, title = "j", "Next article"


class PreviousArticle(OnDesk):
    """Go to the previous article."""

    keys, title = "k", "Previous article"


class AddArticle(OnDesk):
    """Add an article from a file, a folder or an address."""

    keys, title, bar = "plus", "Add an article", "add article"


class PasteArticle(OnDesk):
    """Add an article by pasting or typing its text."""

    keys, title, bar = "p", "Paste an article", "paste"


class AddEvidence(OnDesk):
    """Add evidence from a file, a folder or an address."""

    keys, title, bar = "E", "Add evidence", "add evidence"


class SortArticles(OnDesk):
    """Sort by age, title, deadline, or claims still open."""

    keys, title, bar = "s", "Sort articles", "sort"


class FilterArticles(OnDesk):
    """List only the articles whose title or publisher holds some words."""

    keys, title, bar = "f,slash", "Filter articles", "filter"


class SetDeadline(OnDesk):
    """Set the day by which the article must be reviewed."""

    keys, title = "d", "Set the deadline"


class RemoveArticle(OnDesk):
    """Take the article out of the list. Undo brings it back; its verdicts stay in the record."""

    keys, title = "D,delete", "Remove the article"


class DeskHistory(OnDesk):
    """Who did what in this workspace, and when."""

    keys, title = "h", "History"


class DeskStatistics(OnDesk):
    """The figures of the reviews: ratings, turnaround, agreement, most-used sources, in bars and figures."""

    keys, title, bar = "g", "Statistics", "statistics"


# source, history, statistics


class Elsewhere(Command):
    """Commands of a source, the history, the statistics."""


class NextMention(Elsewhere):
    """Go to the next passage of this source that was found for the claim."""

    scope, keys, title, bar = Scope.SOURCE, "n,j", "Next passage", "next"


class PreviousMention(Elsewhere):
    """Go to the previous passage of this source that was found for the claim."""

    scope, keys, title = Scope.SOURCE, "N,k", "Previous passage"


class AcceptSupports(Elsewhere):
    """Rely on this passage: it supports the claim."""

    scope, keys, title, bar = Scope.SOURCE, "a", "Accept: it supports", "supports"


class AcceptRefutes(Elsewhere):
    """Rely on this passage: it refutes the claim."""

    scope, keys, title, bar = Scope.SOURCE, "s", "Accept: it refutes", "refutes"


class AcceptContext(Elsewhere):
    """Rely on this passage as context: it neither supports nor refutes the claim."""

    scope, keys, title, bar = Scope.SOURCE, "d", "Accept as context", "context"


class RejectEvidence(Elsewhere):
    """Set this passage aside; once more makes it a suggestion again."""

    scope, keys, title, bar = Scope.SOURCE, "f,x", "Reject evidence", "reject"


class CopyCitation(Elsewhere):
    """Copy the quotation with publisher, title, date and address."""

    scope, keys, title, bar = Scope.SOURCE, "c", "Copy the citation", "cite"


class OpenAddress(Elsewhere):
    """Open the address of the source in the browser; asks first, as this leaves the machine."""

    scope, keys, title, bar = Scope.SOURCE, "b", "Open the address in the browser", "address"


class EditSource(Elsewhere):
    """Give the source a title of your own, or mark it private: what goes out then names it by its title alone."""

    scope, keys, title, bar = Scope.SOURCE, "e", "Title, private", "private"


class CloseSource(Elsewhere):
    """Go back to the review."""

    scope, keys, title, bar = Scope.SOURCE, "escape,V", "Back", "back"


class CloseHistory(Elsewhere):
    """Go back."""

    scope, keys, title, bar = Scope.HISTORY, "escape,h", "Back", "back"


class HistoryOfAll(Elsewhere):
    """Change between the history of this claim, of its article and of the whole workspace."""

    scope, keys, title, bar = Scope.HISTORY, "w", "Claim, article, workspace", "claim/article/all"


class NextFigure(Elsewhere):
    """Go to the next figure; its bars come into sight."""

    scope, keys, title = Scope.STATISTICS, "j", "Next figure"


class PreviousFigure(Elsewhere):
    """Go to the previous figure."""

    scope, keys, title = Scope.STATISTICS, "k", "Previous figure"


class CloseStatistics(Elsewhere):
    """Go back."""

    scope, keys, title, bar = Scope.STATISTICS, "escape,g", "Back", "back"


class StatisticsOfAll(Elsewhere):
    """Change between the figures of this article and of the whole workspace."""

    scope, keys, title, bar = Scope.STATISTICS, "w", "Article, workspace", "article/all"

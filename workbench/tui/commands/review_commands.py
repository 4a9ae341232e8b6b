"""The commands of the review screen."""

from __future__ import annotations

from workbench.tui.commands.registry import Command, Group


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

    keys, title, bar = "F", "Filter claims", "filter"


class HideClaims(Move):
    """Hide the claims that are less worth checking than a number of yours."""

    keys, title = "B", "Hide claims little worth checking"


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


class RepeatVerdict(OnVerdict):
    """As for the last claim: the passage under the cursor accepted with that stance, that rating chosen."""

    keys, title = "full_stop", "Repeat the last verdict"


class NothingFound(OnVerdict):
    """Record that evidence was searched for and nothing was found."""

    keys, title = "N", "Nothing found"


# evidence


class AcceptSupports(OnEvidence):
    """Rely on this passage: it supports the claim."""

    keys, title, bar = "a", "Accept: it supports", "supports"


class AcceptRefutes(OnEvidence):
    """Rely on this passage: it refutes the claim."""

    keys, title, bar = "s", "Accept: it refutes", "refutes"


class AcceptContext(OnEvidence):
    """Rely on this passage as context: it neither supports nor refutes the claim."""

    keys, title, bar = "d", "Accept as context", "context"


class RejectEvidence(OnEvidence):
    """Set this passage aside; once more makes it a suggestion again."""

    keys, title, bar = "f,x", "Reject evidence", "reject"


class MarkEvidence(OnEvidence):
    """Mark the passage and go to the next: the keys that decide are then for all marked passages."""

    keys, title = "i", "Mark the passage"


class MarkEvidenceToHere(OnEvidence):
    """Mark all passages from the last mark to here; without a mark, from the first one."""

    keys, title = "l", "Mark the passages to here"


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


class NamePronoun(OnClaim):
    """Say whom a pronoun of the wording means: the possible names, each with its measured confidence."""

    keys, title = "H", "Say whom a pronoun means"


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
    """Change who said it, of all marked claims where any are."""

    keys, title = "T", "Change the speaker"


class MarkClaim(OnClaim):
    """Mark the claim, or no longer, and go to the next: dropping and the speaker are for all marked claims."""

    keys, title = "z", "Mark the claim"


class MarkClaims(OnClaim):
    """Mark all claims from the last mark to here; without a mark, all that the filter lists."""

    keys, title = "Z", "Mark to here, or all listed"


class DropClaim(OnClaim):
    """Take the claim, or all marked ones, out of the list. Undo brings them back."""

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
    """The figures of this article's reviews, or of all in the workspace, in bars and figures."""

    keys, title = "g", "Statistics"

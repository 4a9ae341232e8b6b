"""What is done with a passage outside the workbench: its citation is copied, the address of its source is opened."""

from __future__ import annotations

from workbench.tui.text.formatting import citation
from workbench.tui.widgets.evidence_list import Card
from workbench.tui.work_screen import WorkScreen


def copy_citation(screen: WorkScreen, card: Card) -> None:
    """Copy the citation to the clipboard of the terminal."""
    screen.app.copy_to_clipboard(citation(card.source, card.passage.text))
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

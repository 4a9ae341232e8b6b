"""Adding articles and evidence, and changing what the desk lists."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from workbench.tui.desk import background
from workbench.tui.runtime.host import Front, Host
from workbench.tui.runtime.messages import Changed
from workbench.tui.text.formatting import clip_words, day_words, one_line
from workbench.tui.work_screen import Handlers

if TYPE_CHECKING:
    from workbench.domain.desk_work import Assignment
    from workbench.services.workspace import Workspace
    from workbench.store.articles import ArticleSummary


class ArticleDesk(Front, Protocol):
    """The list of articles."""

    summaries: list[ArticleSummary]
    tags: dict[str, tuple[str, ...]]
    assigned: dict[int, Assignment]

    @property
    def host(self) -> Host:
        """The application."""

    @property
    def current(self) -> ArticleSummary | None:
        """The article under the cursor."""

    def tell(self, words: str, *, warning: bool = False) -> None:
        """Say something in passing."""

    def keyed(self, words: str) -> str:
        """Words with the keys of the commands that they name."""


class ArticleChanges:
    """What is asked for on the desk and done behind it."""

    def __init__(self, desk: ArticleDesk) -> None:
        self._desk = desk

    def handlers(self) -> Handlers:
        """What each command does."""
        return {
            "add_article": self.add,
            "paste_article": self.paste,
            "add_evidence": self.add_evidence,
            "set_deadline": self.set_deadline,
            "tag_article": self.tag,
            "assign_article": self.assign,
            "remove_article": self.remove,
        }

    def _known(self) -> frozenset[int]:
        return frozenset(one.id for one in self._desk.summaries)

    def add(self) -> None:
        """Add an article from a file, folder or address."""
        from workbench.tui.dialogs.add import AddForm

        self._desk.ask(
            AddForm("Add an article"), lambda asked: background.add_articles(self._desk.host, asked, self._known())
        )

    def paste(self) -> None:
        """Add pasted text."""
        from workbench.tui.dialogs.add import PasteForm

        self._desk.ask(PasteForm(), lambda asked: background.add_pasted(self._desk.host, asked, self._known()))

    def add_evidence(self) -> None:
        """Add evidence from a file, folder or address."""
        from workbench.tui.dialogs.add import AddForm

        self._desk.ask(
            AddForm("Add evidence", evidence=True), lambda asked: background.add_evidence(self._desk.host, asked)
        )

    def set_deadline(self) -> None:
        """Set the deadline of the article under the cursor."""
        from workbench.services.articles.deadlines import set_deadline
        from workbench.tui.dialogs.sheet import AskDay

        one = self._desk.current
        if one is None:
            return

        def typed(text: str) -> None:
            day = date.fromisoformat(text) if text else None
            self._write(lambda workspace: set_deadline(workspace, one.id, day))
            if day is not None and day < self._desk.host.today():
                self._desk.tell(f"The deadline {day_words(day)} is past.", warning=True)

        self._desk.ask(AskDay("Deadline", value=one.deadline or "", hint="Empty: none"), typed)

    def tag(self) -> None:
        """Put tags on the article under the cursor, and take off those that are no longer typed."""
        from workbench.services.review.desk_work import tag
        from workbench.tui.dialogs.beside_forms import AskTags, changed_tags

        one = self._desk.current
        if one is None:
            return
        before = self._desk.tags.get(str(one.id), ())

        def typed(words: str) -> None:
            put, off = changed_tags(before, words)
            if put or off:
                self._write(lambda workspace: tag(workspace, "article", [one.id], put, off=off))

        self._desk.ask(AskTags(clip_words(one.title, 40), before), typed)

    def assign(self) -> None:
        """Say who is to do the article under the cursor, and until when."""
        from workbench.services.review.desk_work import assign, unassign
        from workbench.tui.dialogs.beside_forms import AssignForm

        one = self._desk.current
        if one is None:
            return
        before = self._desk.assigned.get(one.id)

        def chosen(given: tuple[str, str | None]) -> None:
            name, due = given
            self._write(
                lambda workspace: (
                    assign(workspace, "article", [one.id], name, due)
                    if name
                    else unassign(workspace, "article", [one.id])
                )
            )

        form = AssignForm(clip_words(one.title, 40), before.assignee if before else "", before.due if before else None)
        self._desk.ask(form, chosen)

    def remove(self) -> None:
        """Take the article out of the list, after asking."""
        from workbench.services.articles.stored_articles import remove_article
        from workbench.tui.dialogs.sheet import Confirm

        one = self._desk.current
        if one is None:
            return

        def answered(yes: bool) -> None:
            if yes:
                self._write(lambda workspace: remove_article(workspace, one.id))

        question = f"{one_line(one.title)}\n\nIt leaves the list. Its verdicts stay in the record, and "
        question += self._desk.keyed("{undo} brings it back.")
        self._desk.ask(Confirm("Remove this article?", question, yes="Remove", no="Keep"), answered)

    def _write(self, work: Callable[[Workspace], Any]) -> None:
        async def writing() -> None:
            await self._desk.host.threads.write(work)
            self._desk.post_message(Changed())

        self._desk.start(writing, group="write")

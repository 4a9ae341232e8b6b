"""Long work started from the screens: it reports progress, can be stopped, and says what happened when it is done."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.tui.commands.table import keyed
from workbench.tui.runtime.host import Host
from workbench.tui.runtime.jobs import Job
from workbench.tui.runtime.messages import ArticlesAdded, IndexChanged
from workbench.tui.runtime.threads import Lane
from workbench.tui.text.formatting import count_words, one_line

if TYPE_CHECKING:
    from workbench.domain.documents import Skipped
    from workbench.services.workspace import Workspace
    from workbench.tui.dialogs.add import AddRequest
    from workbench.tui.dialogs.export import Target


def add_articles(host: Host, asked: AddRequest, known: frozenset[int]) -> None:
    """Add articles in the background; `known` are those that the desk lists."""
    host.start_job("Adding articles", partial(_add_articles, asked=asked), partial(_added, host, asked, known))


def _added(host: Host, asked: AddRequest, known: frozenset[int], well: bool) -> None:
    """The desk puts its cursor on what was added, where it is in front; what was typed in vain is kept."""
    asked.sent.done(host, well=well)
    if host.front is not None:
        host.front.post_message(ArticlesAdded(known))


def _add_articles(workspace: Workspace, job: Job, asked: AddRequest, *, all_of_it: bool = False) -> str:
    """In a thread. With `all_of_it` a text of which nothing was read is an error: its form is to have it again."""
    from workbench.domain.documents import Skipped
    from workbench.domain.errors import BadInputError
    from workbench.ingest.allowed import allowed_hosts
    from workbench.ingest.options import ReadOptions
    from workbench.services.articles.articles import add_articles as add

    options = ReadOptions(
        title=asked.title,
        publisher=asked.publisher,
        published=asked.published,
        allowed=allowed_hosts(asked.allowed),
    )
    added, claims, there, skipped = 0, 0, 0, list[Skipped]()
    for item in add(workspace, [asked.source], options, progress=job.progress, cancelled=job.cancelled):
        if isinstance(item, Skipped):
            skipped.append(item)
        elif item.state == "unchanged":
            there += 1
        else:
            added, claims = added + 1, claims + item.claims
            if item.note:
                skipped.append(Skipped(item.title, item.note, partial=True))
    parts = [f"{count_words(added, 'article')} added with {count_words(claims, 'claim')}"]
    if there:
        parts.append(f"{there} there already")
    words = _ended("; ".join(parts), skipped, job)
    if all_of_it and not added and not there:
        raise BadInputError(f"{words} What you typed is kept: the same key brings it back.")
    return words


def add_pasted(host: Host, asked: AddRequest, known: frozenset[int]) -> None:
    """Add pasted text in the background; `known` are the articles that the desk lists."""

    def work(workspace: Workspace, job: Job) -> str:
        from dataclasses import replace

        from workbench.system.making_folders import making_folder

        # The reader decides by the name what a file is; a pasted text is plain text. It lies in the workspace: what a
        # kill leaves of it is as closed to others as all else there, and goes with the next one.
        with making_folder(workspace.path, ".pasted-") as folder:
            path = folder / "pasted.txt"
            path.write_text(asked.text, encoding="utf-8", errors="replace")
            return _add_articles(workspace, job, replace(asked, source=str(path)), all_of_it=True)

    host.start_job("Adding the text", work, partial(_added, host, asked, known))


def add_evidence(host: Host, asked: AddRequest) -> None:
    """Add evidence in the background."""

    def work(workspace: Workspace, job: Job) -> str:
        from workbench.ingest.allowed import allowed_hosts
        from workbench.ingest.options import ReadOptions
        from workbench.services.evidence.sources import add_evidence as add

        options = ReadOptions(
            publisher=asked.publisher, published=asked.published, allowed=allowed_hosts(asked.allowed)
        )
        report = add(
            workspace,
            [asked.source],
            options,
            private=asked.private,
            progress=job.progress,
            cancelled=job.cancelled,
        )
        parts = [f"{count_words(report.added, 'source')} added", f"{report.unchanged} unchanged"]
        if report.updated:
            parts.append(f"{report.updated} in a new version")
        words = _ended(", ".join(parts), report.skipped, job)
        changed = report.added or report.updated
        return words + (keyed(" {update_index} updates the index with them.", host.keys_changed) if changed else "")

    host.start_job("Adding evidence", work, lambda well: asked.sent.done(host, well=well), lane=Lane.EVIDENCE)


def _ended(words: str, skipped: list[Skipped], job: Job) -> str:
    unread = [item for item in skipped if not item.partial]
    if unread:
        words += f"; {len(unread)} not read ({_told(unread)})"
    words = f"{'Stopped: ' if job.cancelled() else ''}{words}."
    noted = [item for item in skipped if item.partial]
    return f"{words} {count_words(len(noted), 'note')} ({_told(noted)})." if noted else words


def _told(items: list[Skipped]) -> str:
    """The first of some things that were not read, or only in part, and that there are more."""
    first = f"{one_line(items[0].origin)}: {one_line(items[0].reason).rstrip('.')}"
    return f"{first}{' …' if len(items) > 1 else ''}"


def update_index(host: Host) -> None:
    """Bring the index in step in the background."""

    def work(workspace: Workspace, job: Job) -> str:
        from workbench.services.evidence.reindex import reindex
        from workbench.services.search.watching import look_for_news

        report = reindex(workspace, progress=job.progress, cancelled=job.cancelled)
        said = (
            f"{'Stopped' if report.interrupted else 'The index is in step'}: {report.added:,} added, "
            f"{report.unchanged:,} unchanged, {report.removed:,} removed."
        )
        if report.interrupted:
            return said
        news = look_for_news(workspace, progress=job.progress, cancelled=job.cancelled)
        fresh = news.searches + news.verdicts
        told = keyed(f" {fresh} new for you or others: {{show_inbox}} shows it.", host.keys_changed)
        return said + (told if fresh else "")

    host.start_job("Updating the index", work, lambda _: host.tell_all(IndexChanged()), lane=Lane.INDEX)


def ask_export(host: Host) -> None:
    """Ask for format and file, then export in the background."""
    from workbench.tui.dialogs.export import ExportForm

    front, here = host.front, next(iter(host.places()), None)
    if front is None:
        return

    async def reading() -> None:
        own = await host.threads.read(load_own_formats)
        article_id, title = (here.article_id, here.title) if here is not None else (None, "all articles")
        stem = "report" if article_id is None else f"report-{article_id}"
        folder = None if host.reach.elsewhere else host.path.resolve()
        form = ExportForm(folder, stem, title, lambda target: preview(host, article_id, target), own)
        front.ask(form, lambda target: export(host, article_id, target))

    front.prepare(reading)


def load_own_formats(_: Workspace) -> list[tuple[str, str]]:
    """Name and ending of the formats that plug-ins add."""
    from workbench.services.record.export_formats import exporters

    return [(one.name, one.ending) for one in exporters()]


def preview(host: Host, article_id: int | None, target: Target) -> None:
    """Show what would be written; nothing is."""
    from workbench.tui.dialogs.export import BUNDLE, Preview

    chosen = None if article_id is None else [article_id]

    def work(workspace: Workspace) -> tuple[str, str]:
        from workbench.services.record.export import make, unrated_words

        # what is no text is shown as the same report in Markdown
        format_ = "markdown" if target.format in (BUNDLE, "html", "pdf", "docx", "xlsx", "obsidian") else target.format
        made = make(workspace, format_, articles=chosen, status=target.status, full=target.full)
        notes = (*made.notes, unrated_words(made.unrated, "“the full log”"))
        return made.content.decode("utf-8", "replace"), "\n".join(filter(None, notes))

    front = host.front
    if front is None:
        return

    async def reading() -> None:
        told, notes = await host.threads.read(work)
        front.ask(Preview(told, notes), lambda _: None)

    front.prepare(reading)


def export(host: Host, article_id: int | None, target: Target) -> None:
    """Export in the background; an existing file is replaced in one piece. Who sits elsewhere gets a download."""
    own = tempfile.TemporaryDirectory() if host.reach.elsewhere else None
    path = Path(own.name) / target.path if own else Path(target.path)
    where = f"your browser keeps, as {path.name}" if own else f"is in {path.resolve()}"

    def give(well: bool) -> None:
        if own is not None:
            if well and path.exists():
                host.deliver_binary(path.open("rb"), save_filename=path.name)  # read on when its name is gone
            own.cleanup()

    def work(workspace: Workspace, job: Job) -> str:
        from workbench.services.record.bundling import export_bundle
        from workbench.services.record.export import ExportStopped, unrated_words
        from workbench.services.record.export import export as write
        from workbench.tui.dialogs.export import BUNDLE

        job.progress(0, None, path.name)
        chosen = None if article_id is None else [article_id]
        try:
            if target.format == BUNDLE:
                done = export_bundle(workspace, path, articles=chosen, status=target.status, full=target.full)
                said = f"The bundle {where}; `workbench verify` checks it anywhere."
                return "\n".join([said, *done.notes])
            done = write(
                workspace,
                target.format,
                path,
                articles=chosen,
                status=target.status,
                full=target.full,
                cancelled=job.cancelled,
            )
        except ExportStopped:
            return "Stopped: no report was written."
        unrated = unrated_words(done.unrated, "“the full log” of the form")
        return "\n".join(filter(None, [f"The report {where}.", *done.notes, unrated]))

    host.start_job("Exporting", work, give, lane=Lane.REPORTS, changes=False)

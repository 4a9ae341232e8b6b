"""Reports out: a selection of the record, written in one of the formats."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from workbench.domain.articles import ReviewStatus
from workbench.domain.errors import BadInputError, MissingPartError, missing_part
from workbench.domain.ports import Cancelled
from workbench.plugins import Exporter
from workbench.reports.model import Report
from workbench.reports.readers import for_readers, published
from workbench.services.record.atomic_files import write_whole
from workbench.services.record.export_formats import FOR_PEOPLE, FORMATS, TEMPLATED, exporters, named, unknown
from workbench.services.record.rendered import Exported, Rendered, counted
from workbench.services.record.reporting import build_report
from workbench.services.record.what_stays import goes_along, stays
from workbench.services.review.blind import unseen_now
from workbench.services.workspace import Workspace, state_folder
from workbench.system.making_folders import making_folder
from workbench.system.whole_files import private_folder

SCRATCH = "sheets-"
"""How the names of folders begin in which rows of spreadsheets lie while they are written."""

MOST_FINDINGS = 100
"""Rules broken that one refusal tells of; the rest are counted."""


class ExportStopped(Exception):
    """Exporting was cancelled; nothing was written."""


def render(report: Report, format_: str, *, template: Path | None = None) -> Rendered:
    """A report in one of `FORMATS`.

    Args:
        report: What to tell.
        format_: A name in `FORMATS`.
        template: A folder of templates of one's own, for HTML and Markdown.
    Raises:
        MissingPartError, MissingExtraError: What writes the format is not installed.
        BadInputError: The format is unknown or takes no template, a template is wrong, or the report breaks a rule of
            ClaimReview; the text then names each claim and rule.
    """
    if format_ not in FORMATS and (own := next((one for one in exporters() if one.name == format_), None)):
        return _by_plugin(report, own)
    if format_ not in FORMATS:
        raise BadInputError(unknown(format_))
    if template is not None and format_ not in TEMPLATED:
        raise BadInputError(f"--template is for {' and '.join(TEMPLATED)}; {format_} has a shape of its own.")
    try:
        return _rendered(report, format_, template)
    except ImportError as error:
        raise MissingPartError(f"{format_} cannot be written: {missing_part(error)}.") from error


def _rendered(report: Report, format_: str, template: Path | None) -> Rendered:
    if format_ == "claimreview":
        return _claimreview(report)
    if format_ == "feed":
        return _feed(report)
    if format_ in ("csl-json", "ris", "bibtex"):
        return _references(report, format_)
    if format_ == "obsidian":
        from workbench.reports import notes

        return Rendered.whole(notes.obsidian(report), len(report.claims))
    if format_ == "community-note":
        return _community_notes(report)
    if format_ == "html":
        return _html(report, template)
    if format_ == "markdown":
        from workbench.reports import markdown

        return Rendered.shown(partial(markdown.parts, report, template=template), template, len(report.claims))
    if format_ == "json":
        from workbench.reports import json_format

        return Rendered(partial(json_format.parts, report), len(report.claims), holds=_with_dropped(report))
    if format_ == "averitec":
        from workbench.reports import averitec

        return Rendered.whole(averitec.render(report), len(averitec.told(report)))
    if format_ == "xlsx":
        from workbench.reports import xlsx_format

        with _scratch() as folder:
            return Rendered.whole(xlsx_format.render(report, folder), len(report.claims))
    return Rendered.whole(_renderer(format_)(report), len(report.claims))


@contextmanager
def _scratch() -> Iterator[Path | None]:
    """A folder of the user's own; what a kill leaves of it goes with the next one. None where there is no room."""
    with ExitStack() as stack:
        try:
            private_folder(state_folder())
            made = stack.enter_context(making_folder(state_folder(), SCRATCH))
        except OSError:
            made = None
        yield made


def _with_dropped(report: Report) -> str:
    """What the whole record holds: claims that were dropped too."""
    dropped = sum(len(entry.dropped) for entry in report.articles)
    told = counted(len(report.claims), "claim")
    return f"{told} and {dropped:,} dropped {'one' if dropped == 1 else 'ones'}" if dropped else told


def _by_plugin(report: Report, exporter: Exporter) -> Rendered:
    import json

    from workbench.reports import json_format

    try:
        content = exporter.render(json.loads(json_format.render(report)))
        if not isinstance(content, bytes):
            raise TypeError(f"it gave {type(content).__name__} instead of bytes")
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # somebody else's code may raise anything, or exit
        raise BadInputError(f"the plug-in's exporter {exporter.name} fails ({error}); nothing was written.") from error
    return Rendered.whole(content, len(report.claims), holds=f"made of {counted(len(report.claims), 'claim')}")


def _renderer(format_: str) -> Callable[[Report], bytes]:
    """The renderer of a format; each brings libraries that only it needs."""
    names = {"csv": "csv_format", "docx": "docx_format", "xlsx": "xlsx_format"}
    module = importlib.import_module(f"workbench.reports.{names.get(format_, format_)}")
    found: Callable[[Report], bytes] = module.render
    return found


def _claimreview(report: Report, *, as_feed: bool = False) -> Rendered:
    from workbench.reports import claimreview

    markup = claimreview.build(report)
    if markup.errors:
        listed = "\n".join(f"  {finding}" for finding in markup.errors[:MOST_FINDINGS])
        if (more := len(markup.errors) - MOST_FINDINGS) > 0:
            listed += f"\n  … and {more:,} more"
        raise BadInputError(f"the ClaimReview export is refused, nothing was written:\n{listed}")
    if not markup.reviews:
        lacks = "is published" if as_feed else "has a verdict that can be published as ClaimReview"
        raise BadInputError(f"no claim of this selection {lacks}.")
    warned: dict[str, list[int]] = {}
    for finding in markup.warnings:
        warned.setdefault(f"{finding.rule} {finding.message}", []).extend(
            [] if finding.claim is None else [finding.claim]
        )
    left: dict[str, list[int]] = {}
    for number, reason in markup.left_out:
        left.setdefault(reason, []).append(number)
    notes = [f"warning: {named_claims(numbers)}{words}" for words, numbers in warned.items()]
    notes += [f"left out: {named_claims(numbers)}{reason}" for reason, numbers in left.items()]
    notes += _unpublished(report, markup.claims)
    content = claimreview.feed(report, markup) if as_feed else claimreview.render(markup)
    return Rendered.whole(content, len(markup.reviews), tuple(notes), counted(len(markup.reviews), "review"))


def _unpublished(report: Report, reviewed: Collection[int]) -> list[str]:
    """That reviews are of claims not published yet: who puts the file on a page publishes them."""
    waiting = [
        item.claim.id
        for item in report.claims
        if item.claim.id in reviewed and item.claim.status is not ReviewStatus.PUBLISHED
    ]
    if not waiting:
        return []
    told = f"{len(waiting):,} of {len(reviewed):,} reviews {'is' if len(waiting) == 1 else 'are'} of claims"
    return [
        f"{named_claims(waiting)}{told} not published yet; only published claims (--status published) leaves them out."
    ]


def _references(report: Report, format_: str) -> Rendered:
    from workbench.reports import references

    cited = len(references.cited_sources(report))
    holds = f"{counted(cited, 'source')} that verdicts rely on"
    return Rendered.whole(references.RENDERERS[format_](report), len(report.claims), holds=holds)


def _community_notes(report: Report) -> Rendered:
    from workbench.reports import notes

    made, left = notes.short_notes(report)
    if not made and left:
        listed = "\n".join(f"  {named_claims([number])}{why}" for number, why in left)
        raise BadInputError(f"there is no Community Note to write:\n{listed}")
    if not made:
        raise BadInputError("there is no Community Note to write: no claim of this selection is rated.")
    told = tuple(f"left out: {named_claims([number])}{why}" for number, why in left)
    return Rendered.whole(notes.community_notes(made), len(made), told)


def _feed(report: Report) -> Rendered:
    chosen = published(report)
    made = _claimreview(chosen, as_feed=True)
    rated = sum(item.verdict is not None for item in report.claims) - len(chosen.claims)
    if not rated:
        return made
    told = f"{rated:,} rated claim{' is' if rated == 1 else 's are'} not published and left out."
    return replace(made, notes=(*made.notes, told))


def named_claims(numbers: Sequence[int]) -> str:
    """Name claims before what is said of them; nothing where it is about none in particular."""
    if not numbers:
        return ""
    return f"claim{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}: "


def _html(report: Report, template: Path | None) -> Rendered:
    """The page; where its address is known it carries its ClaimReview, if that breaks no rule."""
    from workbench.reports import claimreview, html

    notes: tuple[str, ...] = ()
    reviews: list[dict[str, Any]] | None = None
    if report.settings.page_url.strip():
        markup = claimreview.build(report)
        if markup.errors:
            notes = (
                "the page carries no ClaimReview, which breaks rules:",
                *(f"  {finding}" for finding in markup.errors),
            )
        else:
            reviews = list(markup.reviews) or None
            notes = tuple(_unpublished(report, markup.claims))
    made = partial(html.parts, report, template=template, markup=reviews)
    return Rendered.shown(made, template, len(report.claims), notes)


def export(
    workspace: Workspace,
    format_: str,
    output: Path,
    *,
    articles: Sequence[int] | None = None,
    status: Sequence[ReviewStatus] = (),
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
    page_url: str | None = None,
    template: Path | None = None,
    unblind: bool = False,
    full: bool = False,
    cancelled: Cancelled | None = None,
) -> Exported:
    """Write a report: the whole file or nothing. The same state always gives the same bytes.

    What others decided about claims that wait for this reviewer's second opinion is left out, and a note says so.

    Args:
        workspace: The open workspace.
        format_: A name in `FORMATS`.
        output: The file to write.
        articles: Ids of articles; None is all.
        status: Only claims in one of these states.
        since: Only verdicts given on this day or later.
        until: Only verdicts given on this day or earlier.
        as_of: The state as it stood then.
        page_url: The page that carries the full fact check, where the workspace's setting does not say.
        template: A folder of templates of one's own.
        unblind: Tell what others decided all the same.
        full: In a format for people the full log: unrated claims, suggestions, verdicts taken back, history.
        cancelled: Asked before the file is written.
    Raises:
        ExportStopped: `cancelled` said so; nothing was written.
        NotFoundError: An id names no article.
        BadInputError: A date, format or template is wrong, the report breaks a rule of ClaimReview, it is to be the
            whole record while a second opinion is wanted, or the file cannot be written.
    """
    made = make(
        workspace,
        format_,
        articles=articles,
        status=status,
        since=since,
        until=until,
        as_of=as_of,
        page_url=page_url,
        template=template,
        unblind=unblind,
        full=full,
    )
    if cancelled is not None and cancelled():
        raise ExportStopped
    size = write_whole(output, made.parts())
    return Exported(output, size, made.claims, made.notes, made.unrated, made.holds)


def make(
    workspace: Workspace,
    format_: str,
    *,
    template: Path | None = None,
    unblind: bool = False,
    full: bool = False,
    **selection: Any,
) -> Rendered:
    """The report that `export` writes, with the arguments of `export`.

    Raises:
        NotFoundError, BadInputError: As for `export`.
    """
    format_ = named(format_) or format_
    hidden = set() if unblind else unseen_now(workspace, dropped=True)
    report = build_report(workspace, **selection, hidden=hidden)
    if format_ == "json":
        hidden &= claims_in(report)
    else:
        hidden &= {item.claim.id for item in report.claims}
    left, holds = 0, ""
    if format_ in FOR_PEOPLE and not full:
        left = len(report.claims)
        report = for_readers(report, listed=format_ != "obsidian")
        left -= len(report.claims)
        holds = _with_listed(report)
    told = tuple(_told_before(report, format_))
    if not hidden:
        made = render(report, format_, template=template)
        also = (*stays(workspace, report), *goes_along(report)) if format_ == "json" else ()
        return replace(made, notes=(*made.notes, *told, *also), unrated=left, holds=made.holds or holds)
    wait = f"{named_claims(sorted(hidden))}your second opinion is wanted"
    if format_ == "json":
        raise BadInputError(f"{wait}, and JSON is the whole record with what others decided; --unblind writes it.")
    made = render(report, format_, template=template)
    notes = (*made.notes, *told, f"{wait}; what others decided is left out (--unblind shows it).")
    return replace(made, notes=notes, unrated=left, holds=made.holds or holds)


def _told_before(report: Report, format_: str) -> Iterator[str]:
    """That a selection holds nothing, and that a report for people tells of verdicts that are not published yet."""
    if report.narrowed and not report.claims:
        yield "No claim fits this selection: what is written tells of none."
    if format_ not in FOR_PEOPLE or (format_ == "html" and report.settings.page_url.strip()):
        return  # a page that carries reviews says so of them
    rated = [item for item in report.claims if item.verdict is not None]
    waiting = sum(item.claim.status is not ReviewStatus.PUBLISHED for item in rated)
    if waiting:
        told = f"{waiting:,} of {counted(len(rated), 'verdict')} told {'is' if waiting == 1 else 'are'}"
        yield f"{told} not published yet; only published claims (--status published) leaves them out."


def _with_listed(report: Report) -> str:
    """What the readers' report holds: rated claims, and those that are only listed."""
    listed = sum(item.verdict is None for item in report.claims)
    rated = counted(len(report.claims) - listed, "rated claim")
    return f"{rated} and {listed:,} listed (predictions, opinions)" if listed else ""


def claims_in(report: Report) -> set[int]:
    """The claims that the whole of a report tells of; of an article that was removed only the history tells."""
    listed = {item.claim.id for article in report.articles for item in (*article.claims, *article.dropped)}
    return listed | {event.claim_id for event in report.events if event.claim_id is not None}


def unrated_words(unrated: int, full: str) -> str:
    """That claims were left out, and how the full log is had; "" where none were."""
    if not unrated:
        return ""
    claims = "1 claim is" if unrated == 1 else f"{unrated:,} claims are"
    return f"{claims} not rated and left out; {full} tells them, and how each verdict came about."

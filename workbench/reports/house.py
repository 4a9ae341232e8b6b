"""Templates: the shipped ones, and a newsroom's own beside them, in a sandbox."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, FileSystemLoader, PackageLoader, PrefixLoader, StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from workbench.domain.errors import BadInputError

_PIECES = 5_000
"""Pieces of a filled template that are put together to one part."""


def template_parts(
    name: str,
    variables: dict[str, Any],
    escape: Callable[[str], str],
    house: Path | None = None,
    filters: Mapping[str, Callable[..., Any]] | None = None,
) -> Iterator[bytes]:
    """Fill a template, every value escaped on its way out; gives it in parts as they are made.

    Args:
        name: File name of the template; one of that name in `house` takes the place of the shipped one.
        variables: What the template can use. `Markup` values are taken as they stand.
        escape: Makes a text harmless in the language of the template.
        house: A folder of templates of one's own, or None. A template there may start with
            `{% extends "shipped/report.html" %}` and replace single blocks.
        filters: Filters of the template's language.
    Raises:
        BadInputError: `house` is no folder, or a template in it is wrong.
    """
    if house is not None and not house.is_dir():
        raise BadInputError(f"{house} is not a folder of templates.")
    shipped = PackageLoader("workbench.reports", "templates")
    loaders = [shipped, PrefixLoader({"shipped": shipped})]
    environment = SandboxedEnvironment(
        loader=ChoiceLoader([FileSystemLoader(house), *loaders] if house else loaders),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        # autoescape knows HTML only: what it is given is already safe in the language of the template
        finalize=lambda value: value if isinstance(value, Markup) else Markup(escape(str(value))),
    )
    environment.filters.update(filters or {})
    try:
        stream = environment.get_template(name).stream(variables)
        stream.enable_buffering(_PIECES)
        for part in stream:
            yield part.encode("utf-8")
    except TemplateError as error:
        place = f" in line {line}" if (line := getattr(error, "lineno", None)) else ""
        raise BadInputError(f"the template {name}{place} is wrong: {error.message or type(error).__name__}") from error
    except (TypeError, ValueError, KeyError, AttributeError, ArithmeticError, LookupError, RecursionError) as error:
        raise BadInputError(f"the template {name} failed: {error}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError(f"the template {name} cannot be read: {error}") from error


def shipped_text(name: str) -> str:
    """A file of the template folder, as it is."""
    return (Path(__file__).with_name("templates") / name).read_text(encoding="utf-8")

"""Plug-ins: packages that add readers, exporters, models, scales and commands. docs/plugins.md shows one.

A plug-in is an installed package with an entry point in the group "workbench" that names a module; functions of it
marked with `workbench.hookimpl` answer the hooks below. Plug-ins are loaded when something is asked for that the
workbench itself does not have, never before. One that fails is named by `workbench plugins` and left out; nothing a
plug-in gives takes the place of a part of the workbench. `WORKBENCH_PLUGINS=off` loads none.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING, Any, TypeVar

import pluggy

from workbench.domain.scale_data import scale_from_data

if TYPE_CHECKING:
    import click

    from workbench.domain.ports import Encoder, StanceModel

GROUP = "workbench"
hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)

Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class ReadText:
    """One document that a plug-in read: its text, and what it says of itself."""

    text: str
    title: str = ""
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads files with one of `extensions` (".org"); runs in the process of its own that all parsers run in.

    `read` gets the bytes and the name of a file and gives its documents; a `ValueError` with one clause says why it
    cannot be read.
    """

    name: str
    extensions: tuple[str, ...]
    read: Callable[[bytes, str], Iterable[ReadText]]


@dataclass(frozen=True, slots=True)
class Exporter:
    """Writes a report: `render` gets the JSON export (docs/reference/json-export.md) as data and gives the file."""

    name: str
    ending: str
    render: Callable[[Mapping[str, Any]], bytes]


@dataclass(frozen=True, slots=True)
class EncoderModel:
    """An encoder under the name that `reindex --model NAME` takes; `load` is called once a process."""

    name: str
    load: Callable[[], Encoder]


@dataclass(frozen=True, slots=True)
class JudgingModel:
    """A stance model under the name that `stance --model NAME` takes; `load` is called once a process."""

    name: str
    load: Callable[[], StanceModel]


class Hooks:
    """What a plug-in may answer. Each hook gives a list, empty where there is nothing to add."""

    @hookspec
    def register_readers(self) -> Sequence[Reader]:  # type: ignore[empty-body]
        """Readers of kinds of file that the workbench does not read."""

    @hookspec
    def register_exporters(self) -> Sequence[Exporter]:  # type: ignore[empty-body]
        """Formats that a report can be written in."""

    @hookspec
    def register_encoders(self) -> Sequence[EncoderModel]:  # type: ignore[empty-body]
        """Models that turn text into vectors."""

    @hookspec
    def register_stance_models(self) -> Sequence[JudgingModel]:  # type: ignore[empty-body]
        """Models that say whether a passage supports or refutes a claim."""

    @hookspec
    def register_scales(self) -> Sequence[Mapping[str, Any]]:  # type: ignore[empty-body]
        """Rating scales, as the data of a scale file (docs/reviewing.md)."""

    @hookspec
    def register_commands(self) -> Sequence[click.Command]:  # type: ignore[empty-body]
        """Commands of `workbench`; they get the session of the command line as their context's object."""


HOOKS = tuple(name for name in vars(Hooks) if name.startswith("register_"))


@dataclass(slots=True)
class PluginState:
    """One plug-in as `workbench plugins` tells it; `problem` is empty when all of it works."""

    name: str
    version: str
    hooks: tuple[str, ...] = ()
    problem: str = ""


@dataclass(slots=True)
class Plugins:
    """What is loaded, and what every plug-in gave."""

    states: list[PluginState] = field(default_factory=list)
    given: dict[str, list[Any]] = field(default_factory=dict)

    def of(self, hook: str, kind: type[Given]) -> list[Given]:
        """What the plug-ins gave for a hook."""
        return [one for one in self.given.get(hook, []) if isinstance(one, kind)]

    def named(self, hook: str, kind: type[Given], name: str) -> Given | None:
        """The one of this name that a plug-in gave first, None without one."""
        return next((one for one in self.of(hook, kind) if getattr(one, "name", None) == name), None)


_KINDS: dict[str, type] = {
    "register_readers": Reader,
    "register_exporters": Exporter,
    "register_encoders": EncoderModel,
    "register_stance_models": JudgingModel,
    "register_scales": Mapping,
}


@cache
def plugins() -> Plugins:
    """All plug-ins of this installation, loaded on the first call."""
    found = Plugins()
    if os.environ.get("WORKBENCH_PLUGINS", "").casefold() in ("off", "none", "0"):
        return found
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(Hooks)
    for point in _points():
        version = point.dist.version if point.dist else ""
        state = PluginState(point.name, version)
        found.states.append(state)
        try:
            plugin = point.load()
            manager.register(plugin, name=point.name)
            state.hooks = tuple(hook for hook in HOOKS if hasattr(plugin, hook))
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # somebody else's code may raise anything, or exit; it is named and left out
            state.problem = f"it does not load: {type(error).__name__}: {error}"
            continue
        for hook in state.hooks:
            try:
                found.given.setdefault(hook, []).extend(_answers(manager, plugin, hook))
            except KeyboardInterrupt:
                raise
            except BaseException as error:
                state.problem = f"{hook} fails: {type(error).__name__}: {error}"
    return found


def _points() -> Iterator[EntryPoint]:
    seen: set[tuple[str, str]] = set()
    for point in sorted(entry_points(group=GROUP), key=lambda one: one.name):
        if (point.name, point.value) not in seen:
            seen.add((point.name, point.value))
            yield point


def _answers(manager: pluggy.PluginManager, plugin: object, hook: str) -> list[Any]:
    """What one plug-in answers to one hook.

    Raises:
        TypeError: It is not a list of what the hook asks for.
    """
    others = [one for one in manager.get_plugins() if one is not plugin]
    answers = manager.subset_hook_caller(hook, remove_plugins=others)()
    found = [one for answer in answers for one in answer]
    kind = _KINDS.get(hook)
    for one in found:
        if kind is not None and not isinstance(one, kind):
            raise TypeError(f"it gave a {type(one).__name__} where a {kind.__name__} is asked for")
        _check(hook, one)
    return found


def _check(hook: str, one: Any) -> None:
    """Look into what a plug-in gave: a dataclass takes any values, and a command or scale is only known by its parts.

    Raises:
        TypeError: A field is of another kind than it must be.
        BadInputError: A scale is not one.
    """
    if hook == "register_scales":
        scale_from_data(dict(one), "a scale")
        return
    if hook == "register_commands":
        import click

        if not isinstance(one, click.Command):
            raise TypeError(f"it gave a {type(one).__name__} where a click.Command is asked for")
    if not isinstance(one.name, str) or not one.name:
        raise TypeError(f"the name of a {type(one).__name__} must be a text")
    if isinstance(one, Reader):
        endings = one.extensions
        if not isinstance(endings, tuple | list) or not all(isinstance(end, str) and end for end in endings):
            raise TypeError(f"the extensions of the reader {one.name} must be a tuple of texts")
    if isinstance(one, Exporter) and (not isinstance(one.ending, str) or not one.ending):
        raise TypeError(f"the ending of the exporter {one.name} must be a text")
    for called in ("read", "render", "load"):
        if hasattr(one, called) and hook != "register_commands" and not callable(getattr(one, called)):
            raise TypeError(f"{called} of {one.name} must be a function")

"""Classes and modules that one can read: few public methods, those of bases in this package counted in; few lines."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import workbench
from workbench.tui.review.screen import ReviewScreen

MOST = 20
MOST_OF_THE_REVIEW = 15
MOST_LINES = 400


def classes() -> Iterator[type]:
    """Every class that this package defines."""
    for module in pkgutil.walk_packages(workbench.__path__, "workbench."):
        if not module.name.endswith("__main__"):
            for _, found in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
                if found.__module__ == module.name:
                    yield found


def public_methods(found: type) -> set[str]:
    """Methods and properties without a leading underscore, of the class and its bases in this package."""
    own = [base for base in found.__mro__ if base.__module__.split(".")[0] == "workbench"]
    kinds = (property, classmethod, staticmethod)
    return {
        name
        for base in own
        for name, value in vars(base).items()
        if not name.startswith("_") and (inspect.isfunction(value) or isinstance(value, kinds))
    }


def test_no_class_has_more_public_methods_than_one_can_keep_in_mind() -> None:
    """Also the screens, whose bases count: what has grown past this is asking to be taken apart."""
    sizes = {f"{one.__module__}.{one.__qualname__}": len(public_methods(one)) for one in classes()}
    assert {name: size for name, size in sizes.items() if size > MOST} == {}
    assert len(sizes) > 300, "the classes are really looked at"


def test_the_review_screen_composes_and_binds() -> None:
    """What a review knows and does is in its session, its panes and its actions: the screen holds them together."""
    own = [
        name for name, value in vars(ReviewScreen).items() if inspect.isfunction(value) or isinstance(value, property)
    ]
    assert len(own) <= MOST_OF_THE_REVIEW, own


def test_no_module_is_longer_than_one_can_read_at_once() -> None:
    package = Path(workbench.__file__).parent
    lengths = {file.relative_to(package): file.read_text("utf-8").count("\n") for file in package.rglob("*.py")}
    assert {str(name): length for name, length in lengths.items() if length > MOST_LINES} == {}

"""CONTRIBUTING's map of the house is the house, and the import contracts hold every folder of it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
PACKAGE = TOP / "workbench"


def folders(where: Path) -> set[str]:
    """Names of the folders with modules of their own."""
    return {path.name for path in where.iterdir() if any(path.glob("[!_]*.py"))}


def mapped() -> dict[str, set[str]]:
    """The rooms of the package as CONTRIBUTING draws them, each with the sub-folders that it names."""
    drawn = (TOP / "CONTRIBUTING.md").read_text("utf-8").split("```")[1]
    rooms: dict[str, set[str]] = {}
    room = ""
    for line in drawn.splitlines():
        if (opened := re.match(r"  (\w+)/ ", line)) is not None:
            room = opened[1]
            rooms[room] = set()
        elif line.startswith(" " * 12) and room:
            rooms[room] |= set(re.findall(r"(\w+)/", line))
        elif not line.startswith(" "):
            room = ""
    return rooms


def test_the_map_names_every_room_and_nothing_that_is_not_there() -> None:
    assert mapped().keys() == folders(PACKAGE)


def test_the_map_names_every_divided_room_s_folders() -> None:
    there = {room: folders(PACKAGE / room) for room in folders(PACKAGE)}
    assert {room: names for room, names in mapped().items() if names != there[room]} == {}
    assert sum(bool(names) for names in there.values()) >= 3, "rooms are divided"


def test_what_the_map_names_beside_the_package_is_there() -> None:
    drawn = (TOP / "CONTRIBUTING.md").read_text("utf-8").split("```")[1]
    beside = re.findall(r"^(\w+)/", drawn, re.MULTILINE)
    assert [name for name in beside if not (TOP / name).is_dir()] == []


def test_every_folder_of_a_divided_room_stands_in_a_contract_of_layers() -> None:
    contracts = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = {
        name
        for contract in contracts
        if contract["type"] == "layers"
        for layer in contract["layers"]
        for name in re.split(r"\s*[|:]\s*", layer)
    }
    rooms = {f"workbench.{room}" for room in folders(PACKAGE)} | {
        f"workbench.{room}.{name}" for room in folders(PACKAGE) for name in folders(PACKAGE / room)
    }
    assert rooms - layers == set()

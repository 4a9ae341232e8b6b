"""A first name with a hyphen is one name, whatever a parser makes of its second half: "Jae-won Park said"."""

from __future__ import annotations

from dataclasses import replace

from workbench.domain.syntax import Tree

_PERSON = "PER"


def with_hyphened_names(tree: Tree) -> Tree:
    """The tree in which no word of a person's name with a hyphen is a verb, an object or a name of its own."""
    tokens = list(tree.tokens)
    at = 0
    changed = False
    while at < len(tokens):
        end = at + 1
        while end < len(tokens) and tokens[at].entity == tokens[end].entity == _PERSON and _goes_on(tree, end):
            end += 1
        run = range(at, end)
        astray = any(tokens[i].upos in {"VERB", "AUX"} or tokens[i].head not in run for i in run[1:])
        parted = astray and any(tokens[i].text == "-" for i in run)
        if parted and tokens[at].upos not in {"VERB", "AUX"} and tokens[at].head not in run:
            changed = True
            for i, token in enumerate(tokens):
                if i in run and i != at:
                    tokens[i] = replace(token, upos="PUNCT" if token.text == "-" else "PROPN", head=at, deprel="flat")
                elif token.head in run and token.head != at:
                    tokens[i] = replace(
                        token, head=at, deprel="nmod" if token.deprel.startswith("obl") else token.deprel
                    )
        at = end
    return replace(tree, tokens=tuple(tokens)) if changed else tree


def _goes_on(tree: Tree, index: int) -> bool:
    """Whether a word of a name belongs to the one before it: it begins no name, or a hyphen joins the two."""
    tokens = tree.tokens
    return not tokens[index].entity_start or "-" in {tokens[index].text, tokens[index - 1].text}

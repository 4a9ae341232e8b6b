"""Measure the shipped parser: `python -m benchmarks.parser SETS`.

SETS holds syntax/ewt-dev.conllu, syntax/pud.conllu and names/uner-ewt-test.iob2. Printed are parts of speech, arcs and
labels with the words given (LAS compares whole relations, LAS-basic the part before the colon), the F1 of our own
words against the annotated ones, the exact-span F1 of names, and the speed on the way.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "training"))

from treebank import Sentence, read_names, read_trees

from workbench.domain.syntax import Token, Tree
from workbench.language.dependency.tree_clauses import ClauseReader
from workbench.language.grammar.tree_reading import children_of, subject_of
from workbench.language.text.quotations import QuotationMap
from workbench.language.text.sentences import sentences as sentences_of
from workbench.models.parser import EnglishParser
from workbench.models.tokens import words_of


def evaluate_parser(parser: EnglishParser, sentences: list[Sentence]) -> dict[str, float]:
    """Shares of words with the right part of speech, head, and head with label; and sentences a second."""
    started = time.perf_counter()
    parsed = parser.parse_words([sentence.words for sentence in sentences])
    spent = time.perf_counter() - started
    total = tag = head = label = basic = 0
    for sentence, rows in zip(sentences, parsed, strict=True):
        for i, (said_tag, said_head, said_label, *_) in enumerate(rows):
            total += 1
            tag += said_tag == sentence.tags[i]
            if said_head == sentence.heads[i]:
                head += 1
                label += said_label == sentence.labels[i]
                basic += said_label.partition(":")[0] == sentence.labels[i].partition(":")[0]
    return {
        "UPOS": tag / total,
        "UAS": head / total,
        "LAS": label / total,
        "LAS-basic": basic / total,
        "sentences/s": len(sentences) / spent,
    }


def evaluate_words(sentences: list[Sentence]) -> float:
    """F1 of our words against the annotated ones, by their place among the characters that are not spaces."""
    right = ours = theirs = 0
    for sentence in sentences:
        solid = [0]
        for character in sentence.text:
            solid.append(solid[-1] + (not character.isspace()))
        said = {(solid[start], solid[end]) for start, end in words_of(sentence.text)}
        true, place = set(), 0
        for word in sentence.words:
            end = place + sum(not character.isspace() for character in word)
            true.add((place, end))
            place = end
        right, ours, theirs = right + len(said & true), ours + len(said), theirs + len(true)
    return 2 * right / (ours + theirs)


def evaluate_names(parser: EnglishParser, sentences: list[Sentence]) -> dict[str, float]:
    """Precision, recall and F1 of exact spans with their class."""
    right = said_count = true_count = 0
    for sentence, rows in zip(sentences, parser.parse_words([s.words for s in sentences]), strict=True):
        said, true = _spans([row[3] for row in rows]), _spans(sentence.names)
        right, said_count, true_count = right + len(said & true), said_count + len(said), true_count + len(true)
    precision, recall = right / max(1, said_count), right / max(1, true_count)
    return {"precision": precision, "recall": recall, "F1": 2 * right / max(1, said_count + true_count)}


def _spans(names: list[str]) -> set[tuple[int, int, str]]:
    found, start = set(), -1
    for i, name in enumerate([*names, "O"]):
        if start >= 0 and not name.startswith("I-"):
            found.add((start, i, names[start][2:]))
            start = -1
        if name.startswith("B-"):
            start = i
    return found


def subjects_by_certainty(
    parser: EnglishParser, sentences: list[Sentence], levels: Sequence[float] = (0.0, 0.5, 0.8, 0.9, 0.95)
) -> dict[str, list[tuple[float, int, float]]]:
    """How often a clause that is cut off is given the annotated subject, by how certain the parser is of its place.

    Returns:
        For each rule that borrows a subject: the least certainty, how many clauses have it, the share that is right.
    """
    seen: dict[str, list[tuple[float, bool]]] = {}
    rows_of = parser.parse_words([sentence.words for sentence in sentences])
    for sentence, rows in zip(sentences, rows_of, strict=True):
        said = _tree(sentence.words, [(row[0], row[1], row[2], row[4]) for row in rows])
        gold = zip(sentence.tags, sentence.heads, sentence.labels, strict=True)
        true = _tree(sentence.words, [(tag, head, label, 1.0) for tag, head, label in gold])
        reader, annotated = ClauseReader(" ".join(sentence.words), said, QuotationMap([])), children_of(true)
        for i in range(len(sentence.words)):
            rule = reader.rule_of(i)
            if rule not in {"relative", "shared subject", "participle"}:
                continue
            subject = subject_of(said, reader.children, i)
            same = subject == subject_of(true, annotated, i) and said.tokens[i].head == true.tokens[i].head
            asked = [i] if subject is None else [i, subject]
            seen.setdefault(rule, []).append((min(said.tokens[a].certainty for a in asked), same))
    return {
        rule: [
            (level, len(kept), sum(kept) / len(kept))
            for level in levels
            if (kept := [same for certainty, same in found if certainty >= level])
        ]
        for rule, found in seen.items()
    }


def _tree(words: Sequence[str], rows: Sequence[tuple[str, int, str, float]]) -> Tree:
    tokens, at = [], 0
    for word, (tag, head, label, certainty) in zip(words, rows, strict=True):
        tokens.append(Token(at, at + len(word), word, tag, head, label, certainty=certainty))
        at += len(word) + 1
    return Tree(0, max(0, at - 1), tuple(tokens))


def article_seconds(parser: EnglishParser, text: str, times: int = 10) -> float:
    """Seconds from the text to the trees of its sentences, the best of some runs."""
    best = float("inf")
    for _ in range(times):
        started = time.perf_counter()
        parser.parse(text, [(span.start, span.end) for span in sentences_of(text)])
        best = min(best, time.perf_counter() - started)
    return best


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("sets", type=Path)
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--weights", type=Path, help="folder of other weights than the shipped ones")
    options.add_argument("--article", type=Path, help="a plain text file to time instead")
    given = options.parse_args()
    parser = EnglishParser(given.threads, given.weights) if given.weights else EnglishParser(given.threads)
    if given.article:
        text = given.article.read_text(encoding="utf-8")
        print(f"{len(text.split())} words in {article_seconds(parser, text):.3f} s")
        return
    for name in ("ewt-dev", "pud"):
        sentences = read_trees(given.sets / "syntax" / f"{name}.conllu")
        figures = {**evaluate_parser(parser, sentences), "words F1": evaluate_words(sentences)}
        print(name, *(f"{key} {value:.4f}" for key, value in figures.items()))
    both = [s for name in ("ewt-dev", "pud") for s in read_trees(given.sets / "syntax" / f"{name}.conllu")]
    for rule, found in subjects_by_certainty(parser, both).items():
        print(f"subjects, {rule}:", *(f"from {level}: {share:.3f} of {many};" for level, many, share in found))
    names = evaluate_names(parser, read_names(given.sets / "names" / "uner-ewt-test.iob2"))
    print("uner-ewt-test", *(f"{key} {value:.4f}" for key, value in names.items()))


if __name__ == "__main__":
    main()

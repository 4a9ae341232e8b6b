"""Words of courtesy, judgement, cause and speech in other languages, and what only looks like them."""

import pytest

from workbench.domain.articles import Attribution
from workbench.language.attribution.speech_chinese_japanese import who_says
from workbench.language.grammar.clause_candidates import ClauseCandidate, Modality
from workbench.language.grammar.modality import modality_of
from workbench.language.grammar.modality_elsewhere import causes, judges, tells_nothing
from workbench.language.text.blocks import BlockKind


@pytest.mark.parametrize(
    ("language", "words", "nothing"),
    [
        ("es", "Gracias a la ley, el río está limpio.", False),
        ("es", "Gracias al puente nuevo el viaje es corto.", False),
        ("es", "Gracias a todos.", True),
        ("es", "Suscribieron un acuerdo en Lima.", False),
        ("es", "Suscríbete al boletín.", True),
        ("it", "Grazie alla legge il fiume è pulito.", False),
        ("it", "Grazie all'argine la città è asciutta.", False),
        ("it", "Grazie a tutti.", True),
        ("de", "Bitte um Asyl wurde abgelehnt.", False),
        ("de", "Bitte auf Aufschub lehnte das Amt ab.", False),
        ("de", "Bitte lesen Sie unsere Regeln.", True),
        ("zh", "欢迎仪式被取消。", False),
        ("zh", "欢迎晚宴在北京举行。", False),
        ("zh", "欢迎大家来到现场。", True),
        ("zh", "加油站发生爆炸。", False),
        ("zh", "点击率上升。", False),
        ("zh", "中国加油！", True),
    ],
)
def test_facts_that_begin_like_a_courtesy(language: str, words: str, nothing: bool) -> None:
    assert tells_nothing(words, language) is nothing


@pytest.mark.parametrize(
    ("words", "judgement"),
    [
        ("Die Angaben waren falsch, stellte das Gericht fest.", False),
        ("Die Rechnung des Amtes war richtig.", False),
        ("Das Gut wurde verkauft.", False),
        ("Das ist völlig falsch.", True),
        ("Der Plan ist gut.", True),
    ],
)
def test_german_words_that_are_not_always_a_judgement(words: str, judgement: bool) -> None:
    assert judges(words, "de") is judgement


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        ("Міст відкрили через два дні.", False),
        ("Він повернувся через тиждень.", False),
        ("Рейс скасували через туман.", True),
    ],
)
def test_after_a_time_is_no_cause(words: str, cause: bool) -> None:
    assert causes(words, "uk") is cause


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("小明说话很快，老师听不清。", None),
        ("市长宣布辞职，副市长接任。", None),
        ("法院没有承认，双方曾经见面。", None),
        ("公司未透露，工厂何时关闭。", None),
        ("市长表示，桥已经关闭。", "市长"),
        ("校长告诉记者，学校已经关闭。", "校长"),
        ("校长告诉小王，学校已经关闭。", "校长"),
    ],
)
def test_who_says_it_in_chinese(words: str, who: str | None) -> None:
    said = who_says(words, "zh")
    assert (said and said[0]) == who


@pytest.mark.parametrize(
    ("words", "modality"),
    [
        ("I believe the council closed the school in May.", Modality.FACT),
        ("We think the firm sold its mill.", Modality.FACT),
        ("I believe the works began last year.", Modality.FACT),
        ("I believe the school should be closed.", Modality.OPINION),
        ("I think this town deserves a library.", Modality.OPINION),
        ("We believe people come first.", Modality.OPINION),
    ],
)
def test_a_past_event_that_somebody_believes_is_a_fact(words: str, modality: Modality) -> None:
    told = ClauseCandidate(0, len(words), 0, "whole sentence", attribution=Attribution.OUTLET)
    assert modality_of(words, told, BlockKind.PARAGRAPH) is modality

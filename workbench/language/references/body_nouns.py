"""Nouns for bodies, and for what people and bodies write."""

from __future__ import annotations

from workbench.language.text.tokenizer import word_set

BODIES = word_set(
    """
    academy administration agency airline airport alliance ambassador arm army assembly association authority bank
    board body branch brewer broadcaster bureau business cabinet campaign carmaker chain chamber charity church city
    clinic club coalition college commission committee community company confederation congress consortium consulate
    corporation council country court defence defense delegation department developer directorate district division
    embassy enterprise establishment executive family federation firm force foundation fund government group guild
    hospital house household industry inquiry inspectorate institute institution insurer investigation judiciary junta
    jury kingdom kremlin laboratory leadership league legislature library lobby magazine maker management manufacturer
    mayoralty media military ministry monarchy movement museum nation navy network newspaper newsroom ngo nonprofit
    office operator opposition organisation organization outlet palace panel paper parish parliament party partnership
    platform police port practice presidency press producer programme province public publication publisher quango
    railway region regime regulator retailer school secretariat senate service side society squad staff start-up
    startup state station store studio subsidiary supermarket supplier syndicate team territory theatre thinktank
    think-tank tower town treasury tribunal troupe trust union unit university utility vatican vendor village watchdog
    website wing workforce
    """
)
"""Bodies: they decide, hope and speak."""
WRITINGS = word_set(
    """
    statement report study letter review article editorial memo ruling judgment judgement
    verdict filing lawsuit suit complaint indictment petition post blog page manifesto motion audit survey poll
    analysis document resolution notice book
    """
)
"""What they write: it says something, and hopes for nothing."""

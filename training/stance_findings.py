"""Claims and passages about findings, written from a small grammar of our own.

Research prose says who was studied before it says what was found, hedges, and reports "no significant difference".
Wikipedia sentences have none of that, so a model that has read nothing else takes such passages for neutral.
"""

from __future__ import annotations

from random import Random

from stance_text import NEUTRAL, REFUTES, SUPPORTS, Pair

CAUSES = """regular exercise|green tea|aspirin|metformin|a high-fibre diet|air pollution|smoking|vitamin C supplements
omega-3 fatty acids|statin therapy|caffeine|alcohol consumption|sleep deprivation|shift work|breastfeeding
yoga|mindfulness training|early surgery|a low-salt diet|school closure|hand washing|physiotherapy
the new vaccine|probiotics|antibiotic treatment|insulin|oestrogen|red meat|sugary drinks|screen time
noise exposure|heat waves|urban green space|obesity|high blood pressure|diabetes|depression|chronic stress
magnesium|folic acid|zinc|melatonin|garlic extract|the drug lorazine|compound K-17|the FOXA9 gene
loss of the TRM2 protein|the kinase inhibitor|interleukin-35|mitochondrial stress|DNA methylation
the enzyme PLX|a short-course regimen|combination therapy|the higher dose|cognitive therapy|oxygen therapy
bed nets|speed limits|a sugar tax|free school meals|small class sizes|bilingual teaching|remote working
the minimum wage|cash transfers|immigration|public transport|solar panels|fertiliser use|deforestation|grazing
fishing bans|marine reserves|wildfires|warmer winters|ocean acidity|seat belts|cycle lanes|street lighting
body cameras|social media use|video games|music lessons|microplastics|pesticide exposure|lead exposure
fluoride|chlorinated water|cold weather|dry air|ultraviolet light|face coverings|ventilation|contact tracing
border checks""".replace("\n", "|").split("|")
OUTCOMES = """mortality|the risk of stroke|blood pressure|body weight|bone density|lung function|memory
the risk of dementia|cholesterol levels|hospital admissions|the length of stay in hospital
infection rates|viral load|inflammation|tumour growth|cell survival|T cell activation|insulin sensitivity
blood glucose|birth weight|fertility|life expectancy|asthma attacks|back pain|the risk of breast cancer
the risk of lung cancer|heart failure|kidney function|anxiety|sleep quality|fatigue|quality of life|mood
reading scores|school attendance|unemployment|poverty|crime|road deaths|crop yields|fish stocks|biodiversity
air quality|energy use|carbon emissions|rainfall|water quality|house prices|tourism|the spread of the virus
transmission|antibody levels|the severity of disease|the need for ventilation|relapse|the risk of falls
muscle strength|hearing loss|wound healing|gene expression|neuron loss|lifespan in mice|stem cell renewal
autophagy|oxidative stress|appetite|tooth decay|migraine|hospital costs|voter turnout|trust in government
productivity|wages|inflation""".replace("\n", "|").split("|")
PEOPLE = """older adults|children under five|pregnant women|patients with type 2 diabetes|healthy volunteers|mice|rats
hospital patients|teenagers|postmenopausal women|health care workers|smokers|office workers
people with hypertension|cancer patients|infants|nursing home residents|athletes|students|rural households
men over 50|city residents""".replace("\n", "|").split("|")

UP, DOWN, NONE = 0, 1, 2

CLAIMS: dict[int, tuple[str, ...]] = {
    UP: (
        "{A} increases {B}.",
        "{A} leads to higher {B}.",
        "{A} is associated with an increase in {B}.",
        "{A} raises {B}.",
        "{B} is higher with {A}.",
        "{A} can increase {B} in {P}.",
        "{A} has been shown to raise {B}.",
        "More {A} means more {B}",
        "{B} goes up because of {A}",
        "{A} contributes to {B}.",
        "{A} promotes {B}.",
        "Exposure to {A} makes {B} go up.",
    ),
    DOWN: (
        "{A} reduces {B}.",
        "{A} leads to lower {B}.",
        "{A} is associated with a decrease in {B}.",
        "{A} lowers {B}.",
        "{B} is lower with {A}.",
        "{A} can reduce {B} in {P}.",
        "{A} has been shown to cut {B}.",
        "{A} may help to lower {B}",
        "{B} falls because of {A}",
        "{A} protects against {B}.",
        "{A} inhibits {B}.",
        "{A} prevents {B}.",
    ),
    NONE: (
        "{A} has no effect on {B}.",
        "{A} does not affect {B}.",
        "There is no link between {A} and {B}.",
        "{A} does not change {B} in {P}.",
        "{A} makes no difference to {B}.",
        "{B} is unrelated to {A}.",
        "there's no evidence that {A} has anything to do with {B}",
    ),
}
PASSAGES: dict[int, tuple[str, ...]] = {
    UP: (
        "{B} was significantly higher in {P} exposed to {A} than in controls (P < 0.01).",
        "We found that {A} was positively associated with {B} after adjustment for age and sex (odds ratio 1.{n}).",
        "In {P}, {A} resulted in a {n}% rise in {B}.",
        "{A} markedly enhanced {B}.",
        "{A} was a risk factor for greater {B}.",
        "Compared with the placebo group, {B} rose by {n}% among {P} who received {A}.",
        "These data show that {A} promotes {B}.",
        "Removing {A} led to a fall in {B}.",
        "{B} declined when {A} was withdrawn, and recovered once it was restored.",
        "The absence of {A} decreased {B}.",
        "The more {A}, the greater was {B}.",
        "Levels of {B} were lowest in {P} without {A}.",
    ),
    DOWN: (
        "{B} was significantly lower in {P} exposed to {A} than in controls (P < 0.01).",
        "We found that {A} was inversely associated with {B} after adjustment for age and sex (hazard ratio 0.{n}).",
        "In {P}, {A} resulted in a {n}% reduction in {B}.",
        "{A} markedly suppressed {B}.",
        "{A} was protective with regard to {B}.",
        "Compared with the placebo group, {B} fell by {n}% among {P} who received {A}.",
        "These data show that {A} inhibits {B}.",
        "Removing {A} led to a rise in {B}.",
        "{B} climbed when {A} was withdrawn.",
        "The absence of {A} increased {B}.",
        "The more {A}, the smaller was {B}.",
        "Levels of {B} were highest in {P} without {A}.",
    ),
    NONE: (
        "There was no significant difference in {B} between {P} with and without {A} (P = 0.{n}).",
        "{A} did not alter {B} in {P}.",
        "We found no association between {A} and {B}.",
        "{B} was similar in both groups, whether or not they had {A}.",
        "{A} failed to change {B}.",
        "Adding {A} brought no benefit or harm as regards {B}.",
        "{B} remained unchanged after {A}.",
    ),
}
ASIDES = (
    "Further studies are needed to determine whether {A} affects {B}.",
    "The effect of {A} on {B} is not known.",
    "We set out to examine the relation between {A} and {B} in {P}.",
    "{A} and {B} were both recorded at baseline.",
    "{A} is common among {P}.",
    "{B} is a major concern for {P}.",
    "Little attention has been paid to {A} in studies of {B}.",
    "{P} were asked about {A} and followed for {n} months.",
    "Guidelines on {A} differ between countries.",
    "{B} varied with age and season.",
    "Interest in {A} has grown over the past {n} years.",
    "Several trials of {A} with {B} as the main outcome are under way.",
    "Evidence on {A} and {B} is limited and of low quality.",
)
BACKGROUND = (
    "The study enrolled {n} {P} at three centres.",
    "Data were collected by questionnaire.",
    "Results were adjusted for age and sex.",
    "The authors declare no competing interests.",
    "Published in the journal's spring issue.",
    "The mean follow-up was {n} months.",
    "Participants gave written consent.",
    "A total of {n} records were analysed.",
    "Similar work has been done in other countries.",
    "These findings have implications for policy.",
    "The sample was drawn from {P}.",
    "Read more about how the data were gathered.",
)
CONSEQUENCE = {
    (UP, UP): SUPPORTS, (UP, DOWN): REFUTES, (UP, NONE): REFUTES,
    (DOWN, DOWN): SUPPORTS, (DOWN, UP): REFUTES, (DOWN, NONE): REFUTES,
    (NONE, NONE): SUPPORTS, (NONE, UP): REFUTES, (NONE, DOWN): REFUTES,
}  # fmt: skip


def _say(template: str, rng: Random, **words: str) -> str:
    text = template.format(n=rng.randint(11, 94), **words)
    return text[:1].upper() + text[1:]


def findings(count: int, rng: Random) -> list[Pair]:
    """`count` pairs, of which three in ten are neutral (a hedge, another outcome, another cause)."""
    made = []
    for _ in range(count):
        cause, other_cause = rng.sample(CAUSES, 2)
        outcome, other_outcome = rng.sample(OUTCOMES, 2)
        people = rng.choice(PEOPLE)
        said = rng.choice((UP, DOWN, UP, DOWN, NONE))
        claim = _say(rng.choice(CLAIMS[said]), rng, A=cause, B=outcome, P=people)
        found = said if rng.random() < 0.5 else rng.choice([way for way in (UP, DOWN, NONE) if way != said])
        kind = rng.random()
        if kind < 0.7:
            label = CONSEQUENCE[said, found]
            core = [_say(rng.choice(PASSAGES[found]), rng, A=cause, B=outcome, P=people)]
            if rng.random() < 0.25:  # a second finding, about something else, must not distract
                core.append(
                    _say(
                        rng.choice(PASSAGES[rng.choice((UP, DOWN, NONE))]),
                        rng,
                        A=other_cause,
                        B=other_outcome,
                        P=people,
                    )
                )
        elif kind < 0.82:
            label, core = NEUTRAL, [_say(rng.choice(ASIDES), rng, A=cause, B=outcome, P=people)]
        elif kind < 0.91:
            label, core = NEUTRAL, [_say(rng.choice(PASSAGES[found]), rng, A=other_cause, B=outcome, P=people)]
        else:
            label, core = NEUTRAL, [_say(rng.choice(PASSAGES[found]), rng, A=cause, B=other_outcome, P=people)]
        around = [_say(line, rng, P=people) for line in rng.sample(BACKGROUND, rng.choice((0, 0, 1, 2, 3)))]
        if rng.random() < 0.3:
            around.append(_say(rng.choice(ASIDES), rng, A=cause, B=outcome, P=people))
        text = core + around
        rng.shuffle(text)
        made.append(Pair(claim, " ".join(text), label, "findings"))
    return made

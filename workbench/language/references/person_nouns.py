"""Nouns for people, and which of them say whether "he" or "she" takes them up."""

from __future__ import annotations

import re

from workbench.language.text.tokenizer import word_set

HE_NOUNS = word_set(
    """
    man men boy boys gentleman father dad grandfather son grandson brother uncle nephew husband widower bridegroom
    groom boyfriend king prince duke lord baron sir emperor monk priest pope actor waiter host hero policeman
    fireman businessman salesman fisherman chairman spokesman congressman councilman statesman sportsman gunman
    craftsman nobleman clergyman postman cameraman foreman lad guy fellow stepfather stepson son-in-law
    father-in-law brother-in-law mr
    """
)
SHE_NOUNS = word_set(
    """
    woman women girl girls lady mother mum mom grandmother daughter granddaughter sister aunt niece wife widow bride
    girlfriend queen princess duchess baroness empress nun actress waitress hostess heroine policewoman
    businesswoman chairwoman spokeswoman congresswoman councilwoman sportswoman stepmother stepdaughter schoolgirl
    midwife daughter-in-law mother-in-law sister-in-law mrs ms miss
    """
)
_OTHERS = word_set(
    """
    welder roofer
    admirer agent ancestor aristocrat astronomer attache attendant attendee butler catcher comrade companion corporal
    correspondent enemy enthusiast foe guide heiress housekeeper individual inhabitant instructor knight
    liar listener lover maid master mate mistress observer peasant philosopher porter prefect proprietor prospector
    protector purchaser receiver reformer schoolmaster servant slave speaker squire suitor tailor wanderer warrior
    watcher youngster acquaintance assistant carrier creditor debtor helper messenger nanny negotiator interpreter
    translator fugitive delegate ally aunt boss breadwinner buyer seller caller donor drummer guitarist vocalist
    narrator hacker infantryman jockey caddie lodger lifeguard matron operator organiser organizer planner ruler
    sprinter striker swordsman vendor wife-to-be
    person adult child baby infant teenager teen youth parent spouse partner friend guest cousin twin victim suspect
    defendant accused witness hostage refugee migrant survivor patient prisoner inmate convict thief burglar killer
    murderer attacker assailant kidnapper robber pilot sailor soldier captain sergeant lieutenant colonel major
    general admiral commander marine veteran guard officer cop detective inspector constable sheriff judge lawyer
    attorney solicitor barrister prosecutor magistrate juror clerk president minister premier chancellor secretary
    governor mayor senator deputy mp representative councillor councilor lawmaker legislator politician candidate
    challenger opponent rival incumbent predecessor successor leader chief boss head chair director executive
    manager owner founder entrepreneur banker trader broker investor economist analyst treasurer accountant auditor
    commissioner ambassador diplomat envoy delegate official aide adviser advisor counsel spokesperson spokeswoman
    head-teacher teacher headteacher principal professor lecturer tutor student pupil graduate scholar scientist
    researcher expert historian engineer architect designer inventor technician mechanic electrician plumber
    carpenter builder joiner worker labourer laborer employee employer colleague coworker apprentice intern farmer
    fisher baker butcher cook chef brewer shepherd gardener miner driver rider cyclist passenger commuter pedestrian
    traveller traveler tourist visitor resident neighbour neighbor tenant landlord citizen voter taxpayer customer
    client consumer reader viewer user doctor physician surgeon nurse dentist vet paramedic pharmacist therapist
    psychologist carer caretaker volunteer campaigner activist protester demonstrator striker rebel fighter militant
    terrorist writer author novelist poet journalist reporter editor columnist photographer publisher artist painter
    sculptor singer musician pianist composer conductor tenor soprano dancer choreographer filmmaker producer
    presenter comedian clown model athlete runner swimmer skier boxer wrestler player footballer goalkeeper keeper
    defender midfielder forward winger coach trainer referee umpire champion winner loser finalist bishop archbishop
    cardinal imam rabbi pastor vicar preacher monarch nobleman heir landowner deckhand skipper fireman firefighter
    diver climber walker hairdresser hunter whistleblower hacker dealer smuggler fan supporter follower critic member
    chairperson
    newcomer stranger native foreigner immigrant orphan minor pensioner retiree ranger warden rescuer
    officer-in-charge secretary-general toddler schoolchild beneficiary applicant claimant plaintiff complainant
    """
)
_NOT = word_set(
    """
    water number order power paper letter matter corner river tower computer shelter border quarter summer winter
    weather paragraph transfer offer danger answer chamber character centre center theatre theater container trailer
    printer server newspaper chapter counter disaster register calendar dinner supper laughter member-state
    daughter-company semester trimester parameter meter litre liter metre fibre fiber fever cancer tumor tumour
    vector factor sector motor tractor reactor harbor harbour favor favour color colour labor labour error terror
    mirror minor-key door floor restaurant plant grant giant infant-school apartment department parliament statement
    agreement document moment event percent cent accident incident president-elect-office list mist waist artist-run
    budget market target
    """
)
_PERSONAL = re.compile(r"(?:[a-z]{3}(?:ist|ologist|woman|man|eer|ician)|\w-(?:year|month)-old)$")


def noun_pronoun(noun: str) -> str | None:
    """ "he" or "she" where a noun says which of them takes it up, else None."""
    lower = noun.lower()
    if lower in HE_NOUNS or (lower.endswith("man") and not lower.endswith(("woman", "human")) and len(lower) > 5):
        return "he"
    return "she" if lower in SHE_NOUNS or (lower.endswith("woman") and len(lower) > 5) else None


def is_person_noun(noun: str) -> bool:
    """Whether a singular noun names a person."""
    lower = noun.lower().rstrip(".")
    if lower in _NOT:
        return False
    return lower in _OTHERS or noun_pronoun(lower) is not None or _PERSONAL.search(lower) is not None


_SINGULAR_S = word_set(
    "series species news politics economics mathematics physics headquarters gas bus boss class glass"
)


_MEN_ALONE = word_set("specimen omen abdomen regimen stamen semen acumen hymen yemen amen ramen bitumen")


def is_plural(noun: str) -> bool:
    """Whether a common noun is written in the plural, by its ending."""
    lower = noun.lower()
    if lower in {"people", "children", "police", "folk", "parents", "twins"} or lower.endswith(("men", "women")):
        return lower not in _MEN_ALONE
    return (
        len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and lower not in _SINGULAR_S
    )

"""Sentences that assert nothing to check: courtesies, calls to order, talk about the talk, buttons of a page."""

from __future__ import annotations

import re

from workbench.language.text.speaker_labels import is_role

_LONGEST = 200
"""Characters from which a sentence is not one of these."""
_BOUNDED = (
    (r"\s+", " "),
    (r"\s*", " ?"),
    (".*", f".{{0,{_LONGEST}}}"),
    (r"\w+", r"\w{1,40}"),
    ("[^,]*", f"[^,]{{0,{_LONGEST}}}"),
    (r"\d+", r"\d{1,20}"),
    ("[a-z]+", "[a-z]{1,40}"),
    ("]+", "]{1,40}"),
    (r")*", r"){0,9}"),
    (r")+", r"){1,9}"),
)
"""What would run on, and how far it may at most."""


def _whole(*patterns: str) -> re.Pattern[str]:
    """One pattern that has to match the whole of a sentence; every part is a line of its own.

    It is read with one blank between words and at most `_LONGEST` characters: nothing in it runs on without bounds.
    """
    pattern = "(?:" + "|".join(patterns) + ")"
    for endless, bounded in _BOUNDED:
        pattern = pattern.replace(endless, bounded)
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


_OPENERS = re.compile(
    r"(?:(?:and|so|well|now|ok(?:ay)?|right|look|listen|yes|no|oh|all right|alright|but)[,.!]?\s+)+", re.IGNORECASE
)
_SHE = r"(?:that|this|you|he|she|it|they|we)(?:['’](?:s|re)|\s+is|\s+are)"
_I = r"(?:i|we)"
_AM = r"(?:i|we)(?:['’]m|['’]re|\s+am|\s+are)\s+(?:(?:so|very|deeply|really|truly|most)\s+)?"
_COURTESY = _whole(
    r"(?:many\s+)?thanks?(?:\s+you)?\b(?!\s+to\b).*",
    r"(?:(?:many|huge|big|special|heartfelt|sincere|warm|my|our)\s+){0,2}thanks?\s+to\s+(?:you|all|everyone|"
    r"everybody|each|those|my|our|ladies|both)\b(?!.*,).*",
    r"(?:a\s+very\s+)?good\s+(?:morning|afternoon|evening|night|day)\b.*",
    r"(?:hello|hi|goodbye|good-bye|bye|cheers|congratulations|sorry|excuse\s+me|pardon|welcome)\b.*",
    r"(?:please|kindly)\s+(?!note\b).*",
    r".*,\s*please",
    r"(?:just\s+)?let\s+me\s+.*",
    r"(?:just\s+)?let\s+(?:us|him|her|them)\s+(?:finish|be|say|tell|put|start|begin|ask|make|turn|move|go|speak|"
    r"answer)\b.*",
    r"let['’]s\s+.*",
    r"stay\s+(?:with\s+us|tuned|safe|here)\b.*",
    r"(?:i|we)(?:['’]ll|\s+will)\s+be\s+(?:right\s+)?back\b.*",
    r"(?:i['’]m|i\s+am|"
    r"my\s+name\s+is)\s+(?-i:[A-Z])[\w’'-]*(?:\s+(?-i:[A-Z])[\w’'-]*){0,2}(?:\s+(?:and\s+)?(?:here|with\s+you)\b.*)?",
    r"(?:get|be|keep|stay)\s+in\s+touch\b.*|(?:rt|retweet|repost)\s+(?:if|this|with|to|and)\b.*",
    r"(?:share|like)\s+(?:if\s+(?:you|this|your)\b.*|(?:and|or|with)\s+(?:share|like|comment|follow|subscribe|retweet|"
    r"repost|your|friends|everyone|us)\b.*|"
    r"this(?:\s+(?:now|post|page|video|tweet|story|article|photo|thread|message|news))?(?:\s+(?:if|with|and|to|on|"
    r"now)\b[^,]*)?)",
    r"(?:you['’]re|you\s+are)\s+(?:listening\s+to|watching|tuned|reading)\b.*|tag\s+(?:someone|a\s+friend|your)\b.*",
    r"(?:with|joining)\s+(?:me|us)\s+(?:now\s+|today\s+|tonight\s+|here\s+)*(?:is|are)\b.*",
    r"nothing\s+would\s+(?:make|please)\s+(?:me|us)\b.*",
    r"(?:our|my)\s+(?:mission|vision|goal|aim|dream|motto|passion|ambition)\s+is\b.*",
    r"(?:wait|hold\s+on|hang\s+on)\b(?:\s+\w+){0,4}",
    r"order(?:,?\s*order)*",
    r"hear,?\s+hear",
    r"(?:the\s+)?floor\s+is\s+(?:yours|open)\b.*",
    r"go\s+ahead\b.*",
    r"(?:over|back)\s+to\s+you\b.*",
    r"(?:the|our|my)?\s*(?:next|first|last|final)\s+question\b.*",
    r"(?:you\s+)?(?:may|can)\s+(?:now\s+)?(?:begin|proceed|go\s+ahead|start|continue|answer|respond)",
    r"(?:may|peace|god|heaven)\s+(?:be\s+with|bless|save|keep|the|god|you|we|all|peace)\b.*",
    rf"{_SHE}\s+(?:(?:simply|just|absolutely|totally|completely|not)\s+)*"
    r"(?:right|wrong|(?:not\s+)?true|false|correct|a\s+lie|nonsense|fine|ok|okay|great|enough|unfair|rubbish|it|"
    r"all|absurd|mistaken)",
    r"(?:the\s+)?(?:honou?rable\s+)?(?:member|gentleman|lady|senator)\s+is\s+(?:mistaken|wrong|right|"
    r"out\s+of\s+order)",
    r"(?:believe|trust)\s+me|you\s+know(?:\s+(?:it|that|what))?|i\s+mean\s+it|make\s+no\s+mistake|hear\s+me\s+out",
    r"(?:(?:my|dear|fellow)\s+)*(?:friends|colleagues|ladies\s+and\s+gentlemen|citizens|"
    r"comrades)(?:\s+of\s+.{1,30})?",
    r"(?:ask|put)\s+(?:the|your|a)\s+question\b.*|turn\s+to\s+page\b.*|see\s+(?:page|you)\b.*",
    r"am\s+i\b.*|what\s+an?\s+.*|how\s+(?:wonderful|lovely|nice|sad|beautiful|awful|terrible)\b.*",
    rf"{_I}\s+(?:(?:really|do|don['’]t|quite|fully|totally)\s+)*"
    r"(?:doubt|believe|think|agree|disagree|know|hope|suppose|guess|see|understand|mean|appreciate|accept|"
    r"promise|wonder)"
    r"(?:\s+(?:it|that|so|you|this|not|with\s+\w+(?:\s+\w+){0,3}))?",
    rf"{_AM}(?:grateful|honou?red|delighted|pleased|thankful|glad|happy|sorry|humbled|privileged|thrilled)\b.*",
    rf"{_I}(?:['’]d|\s+would)?\s+(?:just\s+|also\s+)?(?:want|like|wish)\s+to\s+(?:be\s+(?:\w+\s+)?clear|say|"
    rf"thank|put|"
    r"start|begin|make|congratulate|welcome|ask|tell\s+you|add|acknowledge|pay\s+tribute|"
    r"apologi[sz]e)\b(?!.*\bthat\b).*",
    rf"{_I}\s+(?:\w+ly\s+)?(?:yield|thank|congratulate|welcome|urge|beg|salute|commend|call\s+(?:on|upon))\b.*",
)
"""What is said out of courtesy, to keep order or to gain time; a sentence with a figure is not one of these."""

_TIME_OF_THE_TALK = _whole(
    r"(?:\w+,\s+)?(?:your|the|our)\s+time(?:['’]s|\s+is|\s+has)\s+(?:up|yours|over|expired|run\s+out)\b.*",
    r"(?:\w+,\s+)?(?:you|we|members|candidates|speakers|each\s+(?:\w+\s+){1,3}?)\s*(?:have|has|get|gets)\s+"
    r"(?:\w+[\s-]){1,3}(?:minutes?|seconds?)(?:\s+(?:each|left|remaining|more|to\s+\w+)\b.*)?",
    r"(?:good\s+\w+[.,]?\s+)?(?:it['’]s|it\s+is|the\s+time\s+is)\s+(?:now\s+|just\s+|coming\s+up\s+to\s+|"
    r"almost\s+|nearly\s+|gone\s+)*(?:a\s+)?"
    r"(?:(?:[a-z-]+|\d{1,2})\s+(?:minutes\s+)?(?:past|to)\s+(?:[a-z]+|\d{1,2})|(?:[a-z]+|\d{1,2})\s+o['’]clock|"
    r"[a-z]+[\s-](?:thirty|fifteen|forty-five))"
    r"(?:\s+in\s+the\s+\w+)?",
    r"(?:[a-z]+|\d+)\s+(?:more\s+)?(?:minutes?|seconds?)\s+(?:for\s+each|each|left|please|to\s+respond)\b.*",
)
_IN_THE_CHAIR = _whole(
    r"(?:(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady|cllr)\.?\s+)?[A-Z]\w+\s+(?:now\s+)?has\s+the\s+floor",
    r"(?:the\s+)?(?:house|committee|meeting|session|hearing|court|council|assembly)\s+(?:will|is|stands|shall)\s+"
    r"(?:now\s+|please\s+|again\s+)?(?:come\s+to\s+order|be\s+in|adjourned|adjourn|in\s+recess|in\s+session|"
    r"resume|rise)\b.*",
    r"(?:the\s+)?(?:(?:mr|madam)\.?\s+)?(?:deputy\s+|acting\s+|lord\s+)?(?:speaker|chair|chairman|bailiff|"
    r"clerk)\s+(?:then\s+)?"
    r"(?:(?:resumed|left|took|vacated)\s+the\s+chair|stood\s+up\b|rose\b|bowed\b|nodded\b|"
    r"entered\s+the\s+chamber)[^,]*",
)
_EMPTY = _whole(
    r"(?:it|he|she|they|we|i|you|that|this)\s+(?:did|does|do|was|were|is|are|has|have|had|will|would|can|could)"
    r"(?:\s+not|n['’]t)?(?:\s+(?:so|too|either|still|indeed))?",
    r"(?:it|he|she|they|we|i|you|that|this)\s+(?:never|always|still|also)\s+(?:did|does|do|was|were|is|are|has|have|had)",
    r"(?:here['’]?s\s+|here\s+is\s+)?what\s+(?:we|you)\s+(?:know|need\s+to\s+know)\b"
    r"(?!.*(?:\s(?:is|was|are|were)\b|:)).*",
    r"(?:just\s+)?(?:read|see|check)\s+(?:page|pages|p\.)\s.*",
    r"(?-i:says?|said|adds?|added)\s+(?-i:[A-Z])[\w’'.-]*(?:\s+(?-i:[A-Z])[\w’'-]*){0,3}(?:,\s+[^,\d]{2,40})?"
    r"(?:\s+(?:of|from|at|for|with)\s+(?:the\s+)?(?-i:[A-Z])[\w’'-]*(?:\s+(?:of\s+)?(?-i:[A-Z])[\w’'-]*){0,3})?",
    r"(?:he|she|they|it|we|i)\s+(?:likes?|is\s+fond|wants?|is\s+quick|hastens?)\s+(?:to\s+|of\s+)"
    r"(?:point(?:ing)?\s+out|say(?:ing)?|add(?:ing)?|not(?:e|ing)|stress(?:ing)?)",
    r"(?:the|its|his|her|their|our|these|those)\s+(?:\w+\s+){1,3}(?:shows?|showed|suggests?|suggested|indicates?|indicated|"
    r"reveals?|revealed|confirms?|confirmed)",
    r"here(?:['’]s|\s+is|\s+are)\s+(?:his|her|the|my|our|their|your|why|how|what|more)(?:\s+\w+){0,3}",
    r"[\"“”]?\w+[,.]?[\"“”]?,?\s+(?:he|she|they|it|[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3})\s+(?:said|says|added)",
)
"""What says nothing by itself: "It did not", "What we know so far", ""One," he said".

"What we know is that …" tells something, and so may "Said Sample, …": that is a first name too.
"""
_MODEL = r"(?:ai|artificial\s+intelligence|(?:ai\s+|large\s+)?language\s+model|ai\s+(?:model|assistant|chatbot))"
_OF_AN_ANSWER = _whole(
    r"(?:here|below|the\s+following)\s+(?:are|is)\s+(?:just\s+)?(?:some|a\s+few|the|several|a|an|my|more|"
    r"examples?)\b[^.]*",
    rf"as\s+an?\s+{_MODEL}(?:,?\s+(?:i|my|it)\b.*)?",
    rf"(?:i['’]m|i\s+am)\s+(?:just\s+|only\s+)?an?\s+{_MODEL}\b.*",
    r"(?:i['’]m|i\s+am)\s+(?:sorry|afraid)(?:,?\s+(?:but\s+)?(?:that\s+)?i\s+(?:do|can|am|have)(?:not|n['’]t|"
    r"\s+not)?\b[^,]*)?",
    r"(?:i['’]m|i\s+am)\s+(?:unable|not\s+able)\s+to\s+(?:provide|verify|confirm|browse|access|predict|answer|help|"
    r"assist|share|give|say|find)\b(?!.*\b(?:because|since|after|as)\b).*",
    r"(?:i['’]m|i\s+am)\s+not\s+(?:sure|aware|familiar)\b(?!.*\b(?:because|since|after)\b).*",
    r"i\s+(?:apologi[sz]e|hope\s+(?:this|that)|do(?:n['’]t|\s+not)\s+have\s+(?:access|real|any|enough|personal|"
    r"information)|can(?:not|['’]t)\s+(?:provide|verify|"
    r"confirm|browse|access|predict)|would\s+(?:recommend|suggest|advise))\b.*",
    r"(?:feel\s+free|let\s+me\s+know|do\s+you\s+have|is\s+there\s+anything|remember\s+to|make\s+sure|be\s+sure)"
    r"\b.*",
    r"(?:in\s+)?(?:short|summary|conclusion|key\s+(?:points|takeaways|facts))",
    r"(?:(?:it|this|that|the\s+(?:answer|truth|reality|picture|situation))(?:['’]s|\s+is)\s+)(?:a\s+(?:bit|"
    r"little)\s+|far\s+|much\s+|not\s+|rather\s+|very\s+|more\s+)*"
    r"(?:complicated|complex|nuanced|simple|straightforward|clear-cut|difficult|hard|a\s+matter\s+of\s+\w+|"
    r"open\s+to\s+\w+)(?:\s+(?:to\s+(?:say|tell|know)|than\s+that))?",
    r"there(?:['’]s|\s+is|\s+are|\s+remains?)\s+(?:still\s+|also\s+|always\s+|"
    r"certainly\s+)*(?:a\s+lot\s+(?:of\s+|more\s+)?|much\s+(?:more\s+)?|plenty\s+of\s+|more\s+|some\s+|no\s+|"
    r"a\s+long\s+|"
    r"a\s+great\s+deal\s+of\s+|lots\s+of\s+)(?:work|truth|way|doubt|question|hope|reason|time|room|"
    r"question\s+about\s+it|going\s+on)\b(?:\s+(?:to\s+(?:do|go|be\s+done|that|it|worry|"
    r"hope|think|lose|waste)|ahead|about\s+(?:it|that)|for\s+\w+|still|here|left))*",
    r"(?:it\s+)?(?:depends|varies)\b[^,;]{0,60}|opinions\s+(?:differ|vary)|time\s+will\s+tell|"
    r"only\s+time\s+will\s+tell|the\s+rest\s+is\s+history",
)
"""What leads through an answer and tells nothing: "Here are some key points", "There is more work to do"."""
_DAY = (
    r"(?:[\s,:|–-]{1,3}(?:on|at|in|an?|just|now|today|yesterday|ago|(?:second|minute|hour|day|week|month|year)s?|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|"
    r"june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|"
    r"\d[\d:.\/-]{0,15}(?:st|nd|rd|th|[ap]m)?|[ap]\.?m|gmt|utc|bst|cet|e[sd]?t|p[sd]?t)\b\.?){1,16}"
)
"""A day or a time, and nothing beside it."""
_LIVE = re.compile(r"live\s?:\s", re.IGNORECASE)
_PAGE = _whole(
    r"(?:date|sent|from|to|cc|bcc|subject|reply-to|received)\s*:\s*.*\d\d:\d\d.*",
    r"(?:re|fwd?|aw|wg)\s*:\s.*",
    r"signed\s*:\s(?-i:[A-Z])[\w.]*(?:\s(?-i:[A-Z])[\w.'’-]*){0,4}(?:,\s[^.,;\d]{2,50}){0,2}",
    r"sources?\s*:\s(?!.*\b(?:says?|said|tells?|told|is|are|was|were|has|have|had|died|will)\b).*",
    r"(?:draft\s+|approved\s+)?minutes\s+of\s+(?:the\s+|an?\s+)?.{0,60}\b(?:meeting|council|committee|board)\b.{0,60}\bheld\s+on\b.*",
    r"(?:(?:first|originally)\s+)?(?:published|updated|posted)(?::|\s+on)?\s+[\w ,]{6,30},?\s+(?:and\s+)?(?:last\s+)?"
    r"(?:updated|modified|amended|corrected)\b.*",
    r"what\s+(?:recent\s+|further\s+)?(?:steps|assessment|discussions|progress|plans|estimate|representations|support|action)\s+"
    r"(?:he|she|they|the\s+\w+)\s+(?:is|are|has|have)\s+(?:taking|taken|made|making|had)\s+(?:to|of|for|with|on)\b.*",
    rf"last\s+(?:edited|updated|modified|changed|reviewed)(?:\s+by\s+.{{1,60}}?)?{_DAY}(?:\s+by\s+.{{1,60}}|"
    r",\s+edited\s+\d+\s+times?\s+in\s+total)?",
    r"(?:subject|betreff|objet|asunto|oggetto)\s*:\s(?!to\b).*",
    r"(?:(?:explained|explainer|analysis|q\s?&\s?a|in\s+full|fact\s+file|factbox)\s*:\s*)(?:why|how|what|who|where|when)\b"
    r"[^\d]{0,200}",
    r"(?:.{2,60}:\s*)?(?:(?:half|full)[\s-]year\s+|annual\s+|interim\s+|preliminary\s+|quarterly\s+|unaudited\s+|"
    r"trading\s+)?(?:results|report|accounts|statement|update)\s+for\s+the\s+[^,;:]*(?:year|quarter|months|period|half|"
    r"weeks)\b[^,;:]*",
    r"(?:what|how|why|where)\s+(?:it|this|that|they|the\s+\w+|the\s+new\s+\w+)\s+(?:means?|works?|shows?|says?|did|does|"
    r"happened)(?:\s+for\s+(?:you|us|\w+))?",
    r"(?:please|kindly)\s+(?:keep|send|write|call|click|sign|contact|email|include|limit|read|see|visit|share|"
    r"do\s+not|be|use|allow|check)\b.*",
    r"(?:about\s+the\s+authors?|author\s+bio|letters?\s+to\s+the\s+editor|correspondence)\s*:.*",
    r"(?:what['’]s|what\s+is|who['’]s)\s+(?:open|shut|closed|new|on|next|changing|happening|inside|at\s+stake|"
    r"behind|in\s+it|hot|not|and\s+what['’]s\s+\w+)"
    r"(?:\s+(?:in|on|at|this|for|and)\b[^,;:\d]{0,60})?",
    r".{2,60}:\s+what\s+(?:we|you)\s+(?:know|need\s+to\s+know)(?:\s+so\s+far)?",
    r"several\s+hon(?:ou?rable|\.)?\s+members\s+rose\b.*",
    r"(?:hide|show|view|open|close|expand|toggle|enlarge|skip|load|play|pause|mute|download|print|copy|save|"
    r"share|email|"
    r"report|bookmark|scroll|tap|click|swipe|log|sign|register|subscribe|accept|reject|decline|manage|allow)\s+"
    r"(?:the|this|all|more|in|up|out|to|here|captions?|comments?|transcript|images?|gallery|link|article|story|page|"
    r"settings|preferences|cookies|menu|navigation|video|audio|map|chart|table|slideshow)\b[^.]{0,60}",
    r"[^.!?\n\d]{1,40}(?:\s*[|•·]\s*[^.!?\n|\d]{1,40}){2,}",
    r".*\b(?:stores?|uses?|sets?|places?)\s+(?:\w+\s+){0,2}cookies\b.*",
    r"you\s+can\s+(?:change|withdraw|manage|update|adjust|opt|unsubscribe|review|read|find|follow|listen|watch|"
    r"sign)\b.*"
    r"\b(?:choices?|consent|settings?|preferences?|mind|out|any\s+time|here|below|newsletter|podcast|app)\b.*",
    r"all\s+rights\s+reserved\b.*|(?:©|\(c\)|copyright)\s.*",
    r"(?:press|media)\s+(?:contact|enquiries|inquiries)\b.*|about\s+us\b.*",
    r"(?:for\s+(?:more|further)\s+(?:information|details)|to\s+(?:find\s+out\s+more|learn\s+more|donate|"
    r"subscribe))(?:\s+(?:on|about|regarding|to)\s+[^,:]{1,80}?)?(?:[,:]?\s+(?:please\s+|or\s+|and\s+)?(?:contact|see|"
    r"visit|call|ring|phone|email|e-mail|go|click|check|read|write|text|follow|tap|you\s+can|tel|www|http|\(|"
    r"\+?\d).*)?",
    r"this\s+is\s+a\s+rush\s+transcript\b.*|this\s+(?:transcript|copy)\s+(?:has|was|is|may)\b.*",
    r"[A-Z][\w’'-]+\s+[A-Z][\w’'-]+\s+(?:covers|writes\s+about|reports\s+on)\s+.{3,60}\s+(?:for|"
    r"at)\s+(?:the\s+)?[A-Z].{2,40}",
    r"\d+\s*(?:min(?:ute)?s?\s+read|comments?|shares?|likes?|views?|replies|photos?|images?|of\s+\d+)",
    r".*\b(?:press|media|news)\s+release\s+(?:no\.?|number|nr\.?)?\s*\d+|page\s+\d+(?:\s+of\s+\d+)?",
)
_ONLY_SAYS = re.compile(
    r"(?:(?:the|an?|his|her|its|their)\s+)?(?:[\w’'.-]+\s+){0,7}?"
    r"(?:said|says|say|added|told\s+(?:reporters|journalists|us|(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,2}))"
    r"(?:\s+(?:on\s+\w+day|yesterday|today|later|in\s+a\s+statement|so|this|that|it))*",
)
"""Somebody who said, without what: "Officials said"."""
_ONLY_SAID = re.compile(
    r"(?:said|says|added)\s(?P<who>"
    r"(?:(?!(?:that|in|on|at|to|by|with|from|as|is|was|were|had|has|would|will|be|he|she|it|they|we)\b)"
    r"[^\W\d_][\w.'’-]{0,24}\s){1,9}[A-Z][\w’'-]{1,24})"
)
"""The end of a sentence that tells who said all of it: "said flood agency spokesman Bob Sample"."""
_ONLY_SPOKE = re.compile(
    r"(?:Speaking|Writing|Talking|Commenting|Responding|Replying|Reacting|Testifying|Posting|Tweeting|Asked)\s[^:“\"\n]{0,200},\s[^:“\"\n]{2,100}\s"
    r"(?:said|says|asked|asks|added|adds|wrote|writes|replied|replies|told\s(?:reporters|journalists|us))[,:]?"
)
"""Somebody who said, when and where, without what: "Speaking in Holm on Monday, the mayor said"."""
_ONLY_NAMES = re.compile(
    r"(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s+(?![^,]{0,120}\b(?:is|are|was|were|has|have|had|will|would|did|does)\b)"
    r"(?:[\w-]{1,40}\s+){0,3}?[\w-]{1,40},\s+[A-Z][\w’'.-]{0,40}"
    r"(?:\s+[A-Z][\w’'.-]{0,40}){0,3},?\s+(?:said|says|added)"
)
"""A role, a name and no more: "its director, Ann Example, says"."""
_OPENING = re.compile(
    r"(?:(?i:breaking|developing|just\s+in|exclusive|update[d]?|live|watch|opinion|analysis))(?:\s+news)?"
)
_FIGURE = re.compile(r"\d|[£$€%]|\b(?:million|billion|thousand|hundred|dozen|per\s?cent)\b", re.IGNORECASE)
_SPECIFIC = re.compile(r"\b(?:because|since|first|most|never|every|all|none)\b", re.IGNORECASE)
_TALK = re.compile(
    r"\b(?:you|your|please|question|order|let|moving\s+on|turn\s+to|join(?:s|ed|ing)?\s+us|tonight|(?:my|"
    r"our)\s+guest)\b",
    re.IGNORECASE,
)
_YOURS = re.compile(
    r"(?:(?:and|but|so|now),?\s+)?(?:[A-Z][^,]{1,40},\s+)?(?:your|Your)\s+(?!answer|question|view|time|turn)"
)
"""How a chair begins to tell somebody a fact about what is theirs."""
_CLOCK = re.compile(r"\b(?:minutes?|seconds?|(?:next|first|last)\s+question)\b", re.IGNORECASE)


def is_no_claim(words: str) -> bool:
    """Whether words are a courtesy, a call to order, talk about the talk or a button of a page: nothing to check."""
    bare = " ".join(words.split()).strip(" \t.!…\"“”'’:;,–—-")
    if len(bare) > _LONGEST:
        return False
    if _ONLY_SAYS.fullmatch(bare) or _ONLY_NAMES.fullmatch(bare) or _OPENING.fullmatch(bare):
        return True
    opening = _OPENERS.match(bare)
    live = _LIVE.match(bare)  # what a live page tells is judged by itself
    forms = {bare, bare[opening.end() :] if opening else bare, bare[live.end() :] if live else bare}
    always = (_TIME_OF_THE_TALK, _IN_THE_CHAIR, _PAGE, _EMPTY)
    if any(pattern.fullmatch(form) for pattern in always for form in forms):
        return True
    return not _FIGURE.search(bare) and any(
        pattern.fullmatch(form) for pattern in (_COURTESY, _OF_AN_ANSWER) for form in forms
    )


def only_spoke(words: str) -> bool:
    """Whether words tell that and where somebody spoke, and nothing of what: a question behind them may be left out."""
    bare = " ".join(words.split()).strip()
    tail = _ONLY_SAID.fullmatch(bare)
    return _ONLY_SPOKE.fullmatch(bare) is not None or (tail is not None and is_role(tail["who"]))


def is_line_of_a_page(words: str) -> bool:
    """Whether a whole sentence is a button, a notice or another line that pages put around an article."""
    bare = " ".join(words.split()).strip(" \t.!…\"“”'’:;,–—-")
    return len(bare) <= _LONGEST and _PAGE.fullmatch(bare) is not None


def gives_the_floor(words: str) -> bool:
    """Whether what a moderator, reporter or operator says only leads through the talk.

    It addresses somebody, tells nothing in particular, or measures the talk ("Governor, you have ninety seconds").
    """
    yours = _YOURS.match(words) if _FIGURE.search(words) else None  # "Mr Sample, your firm sold 61 per cent of it"
    if _CLOCK.search(words) or _TALK.search(words[yours.end() :] if yours else words):
        return True
    return _FIGURE.search(words) is None and _SPECIFIC.search(words) is None

"""Predictions, comparisons and causes in languages without clause rules, by their words."""

from __future__ import annotations

import re

_PREDICTS = {
    "de": r"(?:wird|werden)\b(?=.*\b(?:vermutlich|voraussichtlich|wohl|wahrscheinlich|künftig|bald)\b)|(?:wird|"
    r"werden)\b(?=(?:\s+\S+)*\s+(?!ge(?!winnen|hen\b|ben\b|hören|lten\b|lingen|nießen|schehen|nehmigen|fährden|stalten|raten))(?!\w+ge\w+t\b)(?-i:[a-zäöü]{3,}en)[\s.!”“»\"]*$)|(?:könnte|könnten|dürfte|"
    r"dürften)\b",
    "fr": r"(?:vont|va|allons|allez)\s+(?:\w+\s+){0,3}?\w+(?:er|ir|re|oir)\b|\w{2,}(?:era|eront|ira|iront|dra|"
    r"dront)\b|nous\s+(?:(?:y|en|ne|n['’]y|le|la|les)\s+)?(?!(?:re)?tirons|\w*spirons|ad?mirons|virons|désirons)"
    r"\w*(?:erons|irons|drons|aurons|evrons|ourrons|errons)\b|"
    r"(?:[mcp]ourr|verr)(?:a|ont)\b|(?:devrait|devraient|pourrait|pourraient|sera|seront|aura|auront|peut-être)\b",
    "es": r"(?:va|van|vamos)\s+a\s+\w+r\b|\w{2,}(?:ará|arán|erá|erán|irá|irán|drá|drán|aremos|iremos|"
    r"dremos|(?<!qu)eremos)\b|(?:quizás?|"
    r"habrá|habrán|probablemente|podría|podrían|tal\s+vez)\b",
    "it": r"\w{2,}(?:erà|eranno|irà|iranno|arà|aranno|vrà|vranno|drà|dranno|(?:er|ir|ar|vr|dr)emo)\b|"
    r"(?:sarà|saranno|avrà|avranno|farà|"
    r"faranno|darà|daranno|starà|potrebbe|potrebbero|forse|"
    r"probabilmente)\b",
    "pt": r"(?:vai|vão|vamos)\s+\w+r\b|\w{2,}(?:ará|arão|erá|erão|irá|irão|aremos|iremos|(?<!qu)eremos)\b|"
    r"(?:talvez|provavelmente|poderia|"
    r"poderiam)\b",
    "nl": r"(?:zal|zullen)\b|(?:waarschijnlijk|misschien)\b",
    "uk": r"(?:з|по|під|ви|за|об|до|на|роз|пере|при)\w{2,20}(?:ться|уть|ють|ять|ать|"
    r"ить)\s+(?:[^\s.]+\s+){0,2}?(?:навесні|восени|влітку|взимку|завтра|невдовзі|незабаром)\b|(?:буде|будуть|"
    r"можливо|ймовірно|мабуть)\b|\w{3,}(?:тиме|тимуть|тимемо)\b|(?:наступного|цього)\s+(?:року|місяця|"
    r"тижня)\s+(?:\w+\s+){0,4}?(?:з|по|від|на|ви|за|об|до)\w{2,}(?:є|ить|ють|ять|уть)\b",
    "ru": r"(?:будет|будут|будем|возможно|вероятно|наверное)\b|(?:в\s+следующем|в\s+будущем)\s+(?:году|месяце)\b",
    "zh": r"将(?!军|領|领|近|士|来临)|將(?!軍|領|近|士)|预计|預計|可能(?!性)|有望|或将|料将|会(?=继续|进一步|在明年)",
    "ja": r"だろう|でしょう|見込み|見通し|予定|可能性がある|かもしれない|(?<![ただ])とみられる|恐れがある",
    "hi": r"(?:होगा|होगी|होंगे|करेगा|करेगी|करेंगे|देगा|देगी|देंगे|बनेगा|बनेगी|बनेंगे|जाएगा|जाएगी|जाएंगे|मिलेगा|"
    r"मिलेगी|सकता\s+है|सकती\s+है|संभावना|शायद)",
    "ar": r"(?:[يت]?توقع\w*|سوف|سي\w{3,}|ست\w{3,}|من\s+المتوقع|من\s+المقرر|ربما|قد\s+ي\w+|قد\s+ت\w+)",
    "pl": r"(?:będzie|będą|będziemy|prawdopodobnie|może|zostanie|zostaną)\b",
    "sv": r"(?:kommer\s+att|troligen|kanske)\b",
}  # fmt: skip
_COMPARES = {
    "de": r"\A(?:mehr|weniger)\s+(?!als\b)|(?:mehr|weniger|höher|niedriger|größer|kleiner|älter|jünger|besser|"
    r"schlechter|teurer|billiger|"
    r"schneller)\s+als\b(?!\s+(?:\d{1,3}\b(?!\.\d)|\d{1,3}\.|[1-9]\d{4}|hundert|tausend|ein(?:e|em|er)?\b))|"
    r"um\s+\d\S*\s+(?:\S+\s+)?auf\s+\d|(?:senk|erhöh|steig|sink|wachs|schrumpf|verdoppel|verringer|steiger|"
    r"verdreifach)(?:t|n|en|te|ten)\b|(?:wächst|fällt|rekord\w*|höchststand|tiefststand|"
    r"gegenüber\s+(?:dem\s+)?(?:vorjahr|20\d\d))\b|(?:gestiegen|gesunken|stieg|stiegen|sank|sanken|gewachsen|"
    r"wuchs|zugenommen|abgenommen|gefallen|zurückgegangen|verdoppelt|halbiert)\b|(?:größte|höchste|niedrigste|"
    r"älteste|meisten|wenigsten|beste|schlechteste|erste|einzige)\w*\b|(?:doppelt|halb)\s+so\b|im\s+vergleich\b",
    "fr": r"(?:plus|moins)\s+(?:[^\W\d]+\s+){0,2}?qu|(?:jamais[- ]vu|premi[eè]re?\s+fois|plus\s+(?:haut|bas|"
    r"fort|faible)\s+niveau)\b|\w+\s+fois\s+(?:plus|moins)\b|de\s+(?:plus|moins)\s+qu|pass\w{1,4}\s+de\s+\d|"
    r"contre\s+(?:\d|une?\s|deux\s)|de\s+moitié\b|(?:réduit|divisé|multipli[ée])\w*|(?:augment|diminu|progress|"
    r"recul|baiss|grimp|chut|doubl)\w+|(?:en|une?|la)\s+(?:hausse|baisse)\b|(?:le|la|les)\s+(?:plus|moins)\b|"
    r"record\b|par\s+rapport\b|davantage\b|(?:tombée?|passée?|classée?)\s+(?:à|au)\b",
    "es": r"(?:más|menos)\s+(?:[^\W\d]+\s+){0,3}que\b|(?:aument|disminu|sub(?:ió|ieron|ía|e|en|ido)\b|baj[óa]|"
    r"creci|cay[óe]|redu[jc]|duplic)\w*|(?:pas(?:ó|ará|aron|a)\s+de\s+\d|mayor|menor|récord|peor|mejor)\b|(?:el|"
    r"la|los|las)\s+(?:[^\W\d]+\s+)?más\b|frente\s+a\b|respecto\b|comparaci[óo]n\b",
    "it": r"(?:più|meno)\s+(?:che|di|del|dello|della|rispetto)\b(?!\s+\d)|(?:aument|diminu|cresc|cal[aò]|sal[ie]|"
    r"raddoppi|ridott)\w*|(?:maggior|minor|record|peggior|miglior)\w*|rispetto\b|(?:il|la|i|le)\s+più\b",
    "pt": r"(?:mais|menos)\s+(?:[^\W\d]+\s+){0,3}que\b|(?:aument|diminu|cresc|ca[ií]u|subiu|reduz|dobr)\w*|"
    r"pass(?:ou|ará|aram|a)\s+de\s+(?:R\$\s?)?\d|(?:maior|menor|recorde|pior|melhor)\b|em\s+relação\b|(?:o|a|os|"
    r"as)\s+mais\b",
    "uk": r"(?:більше|менше|вище|нижче|старше|молодше|дорожче|дешевше|частіше|рідше)\s+(?:ніж|за|від|як)\b|"
    r"\bна\s+\d[\d,.]*\s?%\s+(?:більше|менше|вище|нижче)|най(?:б|м|в|н|с|к|г|д|т|ш)\w+|(?:підвищи|знизи|зроста|"
    r"зріс|зросл|впал|знизи|збільши|зменши|скороти|подвоїл|подорожча|подешевша)\w*|порівняно\b|рекорд\w*|"
    r"вперше\b|(?:уд|вд|ут|вт)(?:вічі|ричі)\b",
    "ru": r"(?:больше|меньше|выше|ниже|старше|дороже|дешевле|чаще|реже)\s+(?:чем|на)\b|(?:наи|само?[йе]\s|"
    r"самы[йхе]\s|самая\s)\w+|(?:вырос|упал|снизи|увеличи|уменьши|сократи|удвои|подорожа|подешеве)\w*|"
    r"по\s+сравнению\b|рекорд\w*|впервые\b|(?:вдвое|втрое)\b",
    "zh": r"比(?!赛|例|如|分|較簡)|增长|增長|增加|减少|減少|下降|上升|下跌|上涨|上漲|上調|翻番|翻了|"
    r"最[高低大小多少快慢早长短好差新]|首次|首个|首位|第一|创.{0,6}(?:纪录|新高|新低)|[創创]新[高低]|"
    r"[歷历]史新[高低]|破[百千]?[万萬亿億]|創.{0,6}紀錄|(?:超过|高于|低于|少于|多于)(?![\d约])|居[全世]|倍",
    "ja": r"より|増加|減少|上昇|下落|低下|増え|減っ|減り|上回|下回|最[高低大小多少長短古新悪良]|過去最|初めて|"
    r"史上|倍|に次ぐ|比べ|前年比|[0-9]位|一位",
    "hi": r"(?:तुलना|(?<!\d\s)(?<!लाख\s)(?<!करोड़\s)(?<!हज़ार\s)(?<!हजार\s)से\s+(?:\S+\s+){0,3}?(?:अधिक|ज़्यादा|"
    r"ज्यादा|कम|बड़ा|बड़ी|छोटा|आगे|पीछे)|सबसे|बढ़\S{0,4}|घट\S{0,3}|वृद्धि|गिरावट|कमी|पहली\s+बार|रिकॉर्ड|दोगुन\S|"
    r"अव्वल)",
    "ar": r"(?:(?:أكثر|أقل)\s+من(?!\s+\d)|أكبر|أعلى|أدنى|أصغر|أسرع|مقارنة|ارتفع\w*|ارتفاع|انخفض\w*|انخفاض|"
    r"تراجع\w*|زاد|زادت|زيادة|نمو|للمرة\s+الأولى|لأول\s+مرة|رقم\w*\s+قياسي\w*|ضعف|تجاوز\w*)",
    "nl": r"(?:meer|minder|vaker|later|eerder|beter|slechter|[^\W\d_]{2,12}er)\s+(?:[^\W\d]+\s+){0,3}?dan\b"
    r"(?!\s+(?:\d|een\s+(?:derde|kwart|half|halve|miljoen|miljard)|honderd|duizend|de\s+helft))|\A(?:minder|"
    r"meer)\s+(?!dan\b)|"
    r"(?:steeg|stegen|gestegen|stijgt|stijgen|daalde[n]?|gedaald|daalt|dalen|groeide[n]?|gegroeid|groeit|kromp(?:en)?|"
    r"gekrompen|krimpt|verdubbel\w*|verdrievoudig\w*|gehalveerd\w*|halveer\w*|toegenomen|afgenomen|record\w*)\b|"
    r"(?:nam|namen|neemt|nemen)\s+(?:\w+\s+){0,5}?(?:toe|af)\b|"
    r"(?:verhoog|verlaag|verminder)\w*\b[^.;]{0,60}?\s(?:met|van|naar|tot)\s+\D{0,3}\d|"
    r"(?:de|het|een|zijn|haar|hun)\s+(?!(?:laat|eer|naa|jui|va|bewu|acht|honderd)ste\b|[^\W\d_]{3,12}tigste\b|(?:ge|"
    r"ver|be(?=\w{2,12}ste))\w{1,14}ste\b)"
    r"[^\W\d_]{2,14}ste\b|voor\s+het\s+eerst\b|eerste\s+(?:[^\W\d]+\s+){0,4}?(?:sinds|ooit|ter\s+wereld)\b|"
    r"ten\s+opzichte\s+van\b|vergeleken\s+met\b|in\s+vergelijking\b|(?:even|dubbel|half|keer)\s+zo\b|"
    r"tegen(?:over)?\s+€?\s?\d\S*\s+(?:[^\W\d]+\s+){0,2}?(?:vorig|een\s+jaar|in\s+(?:19|20)\d\d)",
    "sv": r"\A(?:färre|fler)\s+(?!än\b)|(?:fler|färre|mer|mindre|högre|lägre|större|längre|äldre|yngre|bättre|sämre|"
    r"[^\W\d_]{2,12}are)\s+(?:[^\W\d]+\s+){0,3}?"
    r"än\b(?!\s+(?:\d|en\s+(?:miljon|tredjedel|fjärdedel)|hundra|tusen|hälften|halva|väntat\b))|"
    r"(?:ökade|ökat|ökar|ökning\w*|minskade|minskat|minskar|minskning\w*|steg|stigit|stiger|sjönk|sjunkit|sjunker|"
    r"växte|vuxit|"
    r"växer|fördubbla\w*|halvera\w*|tredubbla\w*|höjdes?|höjts?|höjer|sänkte[s]?|sänkts?|sänker|rekord\w*)\b|"
    r"(?:störst|lägst|längst|kortast|äldst|yngst|bäst|sämst|flest|dyrast|billigast|snabbast|varmast|kallast|tyngst|"
    r"djupast|rikast|"
    r"fattigast|värst)a?\b|(?:minst|högst)a\b|(?:minst|högst)(?=\s+(?:i|av|på|bland)\b)|för\s+första\s+gången\b|"
    r"först[ae]?\s+(?:[^\W\d]+\s+){0,4}?(?:sedan\s+\d|någonsin|i\s+(?:världen|landet))\b|jämfört\s+med\b|"
    r"i\s+jämförelse\b|"
    r"(?:dubbelt|hälften|gånger)\s+så\b|lika\s+[^\W\d]+\s+som\b|mot\s+\d\S*\s+(?:[^\W\d]+\s+){0,2}?(?:förra\s+året|"
    r"året\s+före)",
    "pl": r"\A(?:mniej|więcej)\s+(?!niż\b)|(?:więcej|mniej|wyżej|niżej|później|wcześniej|lepiej|gorzej|taniej|"
    r"drożej|szybciej|wolniej|częściej|"
    r"rzadziej|dłużej|"
    r"[^\W\d_]{2,14}sz(?:y|a|e|ego|ej|ym|ą|ych|ymi))\s+(?:[^\W\d]+\s+){0,3}?(?:niż|od)\b"
    r"(?!\s+(?:\d|połow|sto\b|tysiąc|milion|dwa\b|trzy\b|pięć\b|dziesięć\b)(?![^.;]{0,20}\btemu\b))|"
    r"wzr(?:ósł|osł[aoy]|ost\w*|asta\w*)\b|spad(?:ł[aoy]?|ek|ku|a|ają)\b|(?:zmala|zmniejsz|zwiększ|podroża|potania|"
    r"podwoi|obniży|"
    r"rekord)\w*|(?-i:naj(?!pierw|em|m|ął|ęt|now|bliższ\w{1,3}\s+(?:rok|mies|tyg|dni))\w{4,}|Naj(?=więcej|mniej|"
    r"większ|starsz)\w+)|"
    r"po\s+raz\s+pierwszy\b|pierwsz\w+\s+(?:[^\W\d]+\s+){0,4}?(?:od\s+\d|w\s+historii|na\s+świecie)|w\s+porównaniu\b|"
    r"razy\s+(?:tyle|więcej|mniej|\w+sz[yea])|dwukrotnie\b|trzykrotnie\b|tyle\s+samo\b|(?:przed\s+rokiem|"
    r"rok\s+wcześniej)\b",
}  # fmt: skip
_COUNT_UK = (
    r"(?:\d+|один|одну|два|дві|три|чотири|п['’]ять|шість|сім|вісім|дев['’]ять|десять|двадцять|тридцять|сто|кілька|"
    r"декілька|пару|півтора|півтори)"
)
_SPAN_UK = r"(?:пів)?(?:секунд|хвилин|годин|день|дні|добу|доби|діб|тиждень|тижн|місяц|рік|рок[иу]|десятиліт|століт)"
_CAUSES = {
    "de": r"(?:(?-i:weil|Weil(?=\s+(?:es|er|sie|die|der|das|dort|ein|eine|wir|man|viele|keine?|im|in)\b))|"
    r"sorgte[n]?\s+für|kostete[n]?\s+(?:ihn|sie|den|die|das)\b|"
    r"grund\s+(?:ist|sind|war|waren|sei|dafür|seien)|ursache|auslöser|schuld\s+(?:ist|sind|war)|wegen|aufgrund|"
    r"deshalb|daher|verursach\w*|führte[n]?\s+(?:zu|zum|zur)|infolge|dank)\b",
    "fr": r"(?:en\s+cause\b|à\s+l['’]origine\b|raison\b|parce\s+qu|à\s+cause|en\s+raison|grâce\s+à|provoqu\w*|"
    r"caus[ée]\w*|entraîn\w*|dû\b|dues?\b)",
    "es": r"(?:porque|debido|a\s+causa|provoc\w*|caus[óa]\w*|gracias\s+a|por\s+culpa)\b",
    "it": r"(?:perché|a\s+causa|dovut\w*|provoc\w*|causat\w*|grazie\s+a)\b",
    "pt": r"(?:porque|devido|por\s+causa|provoc\w*|causou|causad\w*|graças)\b",
    "uk": rf"(?:через(?!\s+(?:{_COUNT_UK}\s+)?{_SPAN_UK})|тому\s+що|бо|внаслідок|спричин\w*|завдяки|"
    r"призве\w*|зумовлен\w*)\b",
    "ru": r"(?:из-за|потому\s+что|вследствие|вызва\w*|благодаря|приве(?:л|д)\w*|обусловлен\w*)\b",
    "zh": r"因为|因為|由于|由於|导致|導致|造成|引发|引發|原因是|因(?=[\u4e00-\u9fff]{1,12}(?:而|被|死|受))|"
    r"得益于|归因|因(?![此為为應应而])[\u4e00-\u9fff]{2,14}[，,]",
    "ja": r"ため(?!に行|の)|原因|による(?!と)|によって|影響で|受けて|引き起こ|もたらし|おかげで|せいで",
    "hi": r"(?:के\s+कारण|की\s+वजह|वजह\s+से|क्योंकि|इसलिए|के\s+चलते)",
    "ar": r"(?:بسبب|لأن\w*|نتيجة|أدى|أدت|يؤدي|تسبب\w*|يعزى|بفضل|جراء)",
    "nl": r"(?:omdat|doordat|wegens|vanwege|dankzij|als\s+gevolg\s+van|ten\s+gevolge|daardoor|waardoor|"
    r"veroorzaak\w*|oorzaak|"
    r"(?:leidde[n]?|leidt|leiden|geleid)\s+(?:[^\W\d]+\s+){0,2}?tot|zorgde[n]?\s+voor|zorgt\s+voor|(?:kwam(?:en)?|"
    r"komt)\s+door|te\s+wijten|"
    r"(?-i:Door)\s+(?:de|het|een)\s+(?!stad|dorp|land|park|bos|straat|tunnel|wijk|centrum|gemeente|eeuwen|jaren))\b",
    "sv": r"(?:eftersom|därför\s+att|på\s+grund\s+av|till\s+följd\s+av|beror\s+på|berodde\s+på|orsak\w*|tack\s+vare|"
    r"(?:ledde|leder|lett)\s+till|vålla\w*|medför\w*|(?:bidrog|bidrar|bidragit)\s+till|(?:gjorde|gör)\s+att)\b",
    "pl": r"(?:ponieważ|bo|gdyż|dlatego|z\s+powodu|wskutek|w\s+wyniku|dzięki|spowodowa\w*|powodem|przyczyn\w*|"
    r"doprowadzi\w*|wywoła\w*|"
    r"w\s+następstwie|za\s+sprawą|na\s+skutek)\b",
}  # fmt: skip
_HAPPENED = {
    "de": r"(?:(?:hat|haben|hatte|hatten|ist|sind|wurde|wurden|war|waren|worden)\b(?=.*\b(?:ge\w+(?:t|en)|"
    r"\w+ge\w+(?:t|en)|\w+iert|(?:ver|be|er|ent|zer)\w+(?:t|en))\b))|(?:stieg|stiegen|sank|sanken|fiel|fielen|"
    r"kam|kamen|ging|gingen|starb|starben|begann|begannen|verlor|verloren|gewann|gewannen|traf|trafen|schoss|"
    r"nahm|nahmen|fand|fanden|zog|zogen|brach|brachen|beschloss|beschlossen|erhielt|erhielten|unterschrieb|"
    r"stürzte|tötete|eröffnete|trat|traten|kündigte|kündigten|erlitt|erlitten|kostete|verließ|verließen|"
    r"erreichte|erreichten|entschied|lehnte|legte|setzte|wählte|wählten|gründete|startete|siegte|scheiterte|gab|"
    r"gaben|brachte|schrieb|fuhr|lief|rief|sprang|zerstörte|zahlte|kaufte|verkaufte|baute|schloss|schlossen|"
    r"stimmte|stimmten)\b",
    "fr": r"(?:a|ont|est|sont|avait|avaient|s['’]est|se\s+sont|n['’]a|n['’]ont)\s+(?:\w+\s+){0,2}?\w{2,}(?:é|ée|"
    r"és|ées|i|ie|is|it|ite|u|ue|us|ues|rt|rte|rts)\b|\w{3,}èrent\b",
    "es": r"\w{2,}(?:ó|aron|ieron|ió)\b|(?:fue|fueron|hubo|tuvo|tuvieron|hizo|hicieron|puso|pusieron|vino|dio|"
    r"dieron)\b|ha[n]?\s+\w+[dt]o\b",
    "it": r"(?:ha|hanno|è|sono|si\s+è|era|erano|aveva|avevano|fu|furono)\s+(?:\w+\s+){0,2}?\w{2,}(?:at|it|ut|rt|"
    r"st|ss|sc|s)[oaie]\b",
    "pt": r"\w{2,}(?:ou|aram|eram|iram|iu)\b|(?:foi|foram|houve|teve|tiveram|fez|fizeram|perdeu|morreu|venceu|"
    r"recebeu|vendeu)\b",
    "uk": r"\w{2,}(?:ав|ала|али|ало|ив|ила|или|ило|ов|ли|лися|лася|вся|лося|ено|ано|ято)\b",
    "ru": r"\w{2,}(?:ал|ала|али|ало|ил|ила|или|ило|лись|лась|лся|лось)\b",
    "zh": r"了(?!解)|已经|已經|曾|[于於]\d|遭|被",
    "ja": r"した(?:。|$|と)|った(?:。|$|と)|れた(?:。|$|と)|ました",
    "hi": r"(?:गया|गई|गए|हुआ|हुई|हुए|किया|दिया|लिया|बनाया|खोला|खोले|मिला|मिले|चुका|चुकी|चुके)",
    "ar": r"(?:مقتل|إصابة|وفاة|انهيار|شيد\w*|بني\w*|أنشئ\w*|تم|تمت|أعلن\w*|وقع\w*|قتل\w*|أصيب\w*|افتتح\w*|"
    r"وصل\w*|بلغ\w*|وقّع\w*|أغلق\w*|دمر\w*|انهار\w*|فاز\w*|خسر\w*|توفي\w*|باع\w*|اشترى\w*|دفع\w*|شارك\w*)",
    "nl": r"(?:(?:heeft|hebben|had|hadden|is|zijn|werd|werden|was|waren)\b(?=[^.;]{0,160}?\b"
    r"(?!gezond|gebied|geluid|gevecht|gezicht|geweld|gemiddeld|gemeente|geschikt|bekend|bewust|bereid|bestand|"
    r"bericht|besluit\b|beleid|"
    r"beperkt|geliefd|bedrijven|verkeerd|verband|verplicht|verschillend|verantwoord|\w{3,20}ingen\b)"
    r"(?:(?:aan|af|op|uit|in|over|door|mee|toe|om|weg|voor|terug|neer|vast)?ge|ver|be|ont|her)\w{2,16}(?:d|t|en)"
    r"(?=\s*(?:[.,;:!?)”\"]|$)|\s+(?:en|door|in|op|aan|van|met|bij|na|naar|sinds|tijdens|omdat|toen)\b))|"
    r"(?:viel|vielen|kwam|kwamen|ging|gingen|stierf|stierven|begon|begonnen|verloor|verloren|won|wonnen|trof|"
    r"troffen|nam|namen|vond|"
    r"vonden|trok|trokken|brak|braken|besloot|besloten|kreeg|kregen|gaf|gaven|bracht|brachten|schreef|schreven|"
    r"kocht|kochten|verkocht|"
    r"verkochten|sloot|sloten|overleed|overleden|steeg|stegen|verliet|verlieten|koos|kozen|vertrok|vertrokken|"
    r"ontstond|ontstonden|"
    r"verscheen|verschenen|verbood|vroeg|verdween|verdwenen|versloeg|versloegen|kromp|schoot|"
    r"(?:daal|open|betaal|behandel|bouw|teken|groei|stem|eindig|scoor|veroordeel|beschuldig|kondig|vertraag|heropen|"
    r"leg|zet)de[n]?|"
    r"(?:kost|bereik|raak|stort|start|zak|stak|stap|bots)te[n]?|(?!ge)[a-z]{3,14}eerde[n]?))\b",
    "sv": r"(?:har|hade)\s+(?:(?:inte|nu|också|redan|aldrig|bara|sedan\s+dess)\s+)?(?!ett\b|att\b|varit\b|haft\b)\w{2,}"
    r"(?:at|it|ts|tt|gt|kt|nt|rt|lt)\b|(?:\w{3,}ade[s]?|(?:sål|bygg|döm|kör|stäng|häv|inför|för|häng|skedd|hän|"
    r"avgjor)de[s]?|"
    r"(?:köp|sänk|åk|lyf|mis|släng|släck|sat)te[s]?|höjdes?|valdes?|dog|omkom|vann|kom|gick|tog[s]?|gav[s]?|fick|"
    r"fann[s]?|"
    r"föll|steg|sjönk|bröt[s]?|"
    r"brann|skrev[s]?|avled|grep[s]?|slog[s]?|sköt[s]?|utsågs|höll[s]?|ströks|stals|blev|växte|försvann|lämnade[s]?)\b",
    "pl": r"(?!mał|biał|cał|stał[yaeo]\b|był|miał|miel|skał|chwał|mógł|mogł|chcia|dział\b|mieszka[łl]|wynosi[łl]|"
    r"kosztowa[łl]|lat)\w{2,20}"
    r"(?:(?:a|i|y)(?:ł[aoy]?|li)|ął|ęł[aoy]|ęli|ósł|osł[aoy]|szedł|szł[aoy]|szli|adł[aoy]?|adli|ekł[aoy]?|arł[aoy]?|"
    r"arli)(?<!ział)(?<!iał)"
    r"(?<!pitał)(?<!kaliły)\b|(?!rano\b|kolano|siano|grono|święto|koryto|żyto)\w{3,20}(?:ano|ono|ęto|arto|yto)\b",
}  # fmt: skip
"""What tells of something that happened, by the forms of the past."""
_JUDGES = {
    "de": r"(?:traum|albtraum|witz|skandal\w*|schande|schändlich\w*|unverantwortlich\w*|katastroph\w*|"
    r"wunderbar\w*|wunderschön\w*|herrlich\w*|großartig\w*|fantastisch\w*|schrecklich\w*|furchtbar\w*|bitter\w*|"
    r"traurig\w*|peinlich\w*|leider|zum\s+glück|unfassbar\w*|unerträglich\w*|enttäuschend\w*|hoffnung|"
    r"ich\s+(?:finde|glaube|hoffe|denke|meine)|wir\s+(?:hoffen|glauben|brauchen|müssen|dürfen|sollten)|"
    r"meiner\s+meinung|sollte[n]?|stolz|freuen|(?-i:gut|Gut(?=\s+(?:ist|war|so|gemacht)\b))|schlecht|"
    r"(?:das|es|dies)\s+(?:ist|war|wäre)\s+(?:\w+\s+)?(?:richtig|falsch)|inakzeptabel|absurd\w*)\b",
    "fr": r"(?:scandale\w*|excellent\w*|insuffisant\w*|inquiétant\w*|rassurant\w*|honte\w*|inacceptable|"
    r"incroyable|magnifique|merveilleu\w+|formidable|catastroph\w+|terrible|horrible|triste|hélas|"
    r"malheureusement|heureusement|absurde|inadmissible|je\s+(?:pense|crois|trouve|souhaite)|nous\s+(?:espérons|"
    r"pensons|croyons|devons)|il\s+faut|fiers?|bravo|beau|belle|génial|ridicule|honteu\w+)\b",
    "es": r"(?:excelente\w*|insuficiente\w*|(?:buena|mala|gran)\s+noticia|vergüenza|vergonzos\w+|inaceptable|"
    r"increíble|maravillos\w+|terrible|horrible|triste|lamentable\w*|desgraciadamente|afortunadamente|absurd\w+|"
    r"escándalo|escandalos\w+|cre(?:o|emos)\s+que|creo|creemos|pienso|espero|esperamos|debemos|hay\s+que|"
    r"orgullos\w+|magnífic\w+|hermos\w+|precios[oa]s?|ridícul\w+)\b",
    "it": r"(?:ottim\w+|eccellent\w+|pessim\w+|insufficient\w+|vergogn\w+|inaccettabil\w+|incredibil\w+|"
    r"meraviglios\w+|terribil\w+|orribil\w+|triste|purtroppo|fortunatamente|assurd\w+|scandal\w+|credo|crediamo|"
    r"penso|spero|speriamo|dobbiamo|bisogna|orgoglios\w+|bellissim\w+|splendid\w+|ridicol\w+|follia)\b",
    "pt": r"(?:excelente\w*|insuficiente\w*|ótim\w+|péssim\w+|(?:boa|má)\s+notícia|vergonha|vergonhos\w+|"
    r"inaceitável|incrível|maravilhos\w+|terrível|horrível|triste|infelizmente|felizmente|absurd\w+|escândalo|"
    r"escandalos\w+|acho|acredito|penso|espero|esperamos|devemos|precisamos|orgulh\w+|lindo|linda|belíssim\w+|"
    r"ridícul\w+)\b",
    "uk": r"(?:чудов\w+|прекрасн\w+|жахлив\w+|ганьб\w+|сором\w*|на\s+жаль|на\s+щастя|неприпустим\w+|абсурд\w*|"
    r"вважаю|думаю|сподіваюс\w+|сподіваємо\w+|треба|потрібно|мусимо|пишаємо\w+|сумно|гарн\w+)\b",
    "ru": r"(?:чудесн\w+|прекрасн\w+|ужасн\w+|позор\w*|стыдно|к\s+сожалению|к\s+счастью|недопустим\w+|абсурд\w*|"
    r"считаю|думаю|надеюсь|надеемся|нужно|надо|должны|гордимся|грустно)\b",
    "zh": r"太(?![阳陽原平空])|令人|可耻|可恥|荒谬|荒謬|美丽|美麗|美好|精彩|遗憾|遺憾|悲哀|我认为|我認為|我觉得|"
    r"我覺得|我们应该|我們應該|应当|應當|必须|必須|希望|相信|伟大|偉大|优秀|優秀|不可接受",
    "ja": r"素晴らし|美しい|ひどい|残念|悲しい|嬉しい|うれしい|恥|べきだ|べきで|と思う|と思い|と信じ|許せない|"
    r"最高の(?=気分|一日)|許されない|願って|望んで",
    "hi": r"(?:शर्मनाक|अच्छा|अच्छी|बुरा|बुरी|बहुत\s+सुंदर|सुंदर|शानदार|दुखद|दुर्भाग्य\S*|सौभाग्य\S*|धोखा|चाहिए|"
    r"उम्मीद|मुझे\s+लगता|मेरा\s+मानना|गर्व|अस्वीकार्य|भयानक)",
    "ar": r"(?:رائع\w*|جميل\w*|مخز\w*|للأسف|لحسن\s+الحظ|عار|فضيحة|أعتقد|نعتقد|آمل|نأمل|يجب|ينبغي|علينا|فخور\w*|"
    r"مؤسف|غير\s+مقبول|كارثة|عظيم\w*|مرعب)",
    "nl": r"(?:schande|schandalig\w*|helaas|gelukkig|onacceptabel\w*|onaanvaardbaar\w*|prachtig\w*|geweldig\w*|"
    r"verschrikkelijk\w*|"
    r"vreselijk\w*|belachelijk\w*|absurd\w*|triest\w*|jammer|trots|ik\s+(?:vind|denk|geloof|hoop)|"
    r"wi?[ej]j?\s+(?:hopen|vinden|geloven|moeten)|"
    r"(?:dat|dit|het)\s+is\s+(?:[^\W\d]+\s+)?(?:goed|slecht|fout|juist|onzin))\b",
    "sv": r"(?:skam|skamlig\w*|skandal\w*|tyvärr|dessvärre|lyckligtvis|oacceptabel\w*|fantastisk\w*|underbar\w*|"
    r"fruktansvärd\w*|hemsk\w*|"
    r"löjlig\w*|absurd\w*|sorglig\w*|stolt\w*|jag\s+(?:tycker|tror|hoppas|anser)|vi\s+(?:tycker|tror|hoppas|anser|"
    r"måste)|borde|"
    r"(?:det|detta)\s+är\s+(?:[^\W\d]+\s+)?(?:bra|dåligt|fel|rätt))\b",
    "pl": r"(?:skandal\w*|wstyd|hańba|niestety|na\s+szczęście|niedopuszczaln\w+|nie\s+do\s+przyjęcia|wspaniał\w+|"
    r"cudown\w+|okropn\w+|"
    r"smutn\w+|absurd\w*|świetn\w+|myślę|uważam|uważamy|sądzę|wierzę|wierzymy|mam\s+nadzieję|mamy\s+nadzieję|musimy|"
    r"powinniśmy|trzeba|"
    r"dumn[iay])\b",
}  # fmt: skip
"""Words of judgement, hope and duty."""
_NO_CLAIM = {
    "de": r"(?:vielen\s+dank|danke|guten\s+(?:tag|morgen|abend)|hallo|willkommen|"
    r"herzlich(?:en?)?\s+(?:willkommen|dank|glückwunsch\w*|grüße)|bitte(?!\s+(?:um|auf|nach|an|der|des|von|für)\b)|"
    r"schreiben\s+sie|"
    r"lesen\s+sie|klicken\s+sie|hier\s+(?:klicken|lesen)|folgen\s+sie|abonnieren|teilen\s+sie|melden\s+sie|"
    r"mehr\s+(?:zum\s+thema|lesen|dazu)|weiterlesen|jetzt\s+(?:lesen|anmelden|abonnieren)|lesetipp)\b",
    "fr": r"(?:merci|bonjour|bonsoir|bienvenue|cliquez|lisez|lire\s+(?:aussi|la\s+suite|également)|à\s+lire|"
    r"abonnez|suivez|partagez|écrivez|inscrivez|retrouvez|voir\s+aussi|découvrez)\b",
    "es": r"(?:gracias(?!\s+al?\s+(?!tod[oa]s\b|ustedes\b|usted\b|vosotros\b|quienes\b|ti\b))|"
    r"buen[oa]s\s+(?:días|tardes|noches)|hola|bienvenid\w+|haga\s+clic|haz\s+clic|"
    r"lea\s+(?:también|más)|leer\s+más|lee\s+(?:también|más)|suscr[íi]b(?:ete|ase|anse|irse)|síganos|síguenos|"
    r"comparte|escríbanos|"
    r"te\s+puede\s+interesar|ver\s+también|más\s+información)\b",
    "it": r"(?:grazie(?!\s+a(?:ll?[aeo]?|i|gli|d)?(?:['’]|\s)\s?(?!tutt[ie]\b|voi\b|te\b|chi\b))|"
    r"buon(?:giorno|asera)|ciao|benvenut\w+|clicca|leggi\s+(?:anche|di\s+più|tutto)|leggete|"
    r"iscriviti|abbonati|seguici|condividi|scriveteci|guarda\s+(?:anche|il\s+video)|per\s+approfondire)\b",
    "pt": r"(?:obrigad[oa]|bom\s+dia|boa\s+(?:tarde|noite)|olá|bem-vind\w+|clique|leia\s+(?:também|mais)|"
    r"veja\s+(?:também|mais)|assine|inscreva|siga|compartilhe|escreva|saiba\s+mais|confira)\b",
    "uk": r"(?:про\s+це\s+(?:повідоми|заяви|розпові|сказа|йдеться)|дякую|дякуємо|добрий\s+(?:день|вечір|ранок)|"
    r"вітаю|читайте|підписуйтесь|підпишіться|дивіться\s+також|поширюйте|натисніть|фото\s*:|джерело\s*:)",
    "ru": r"(?:об\s+этом\s+(?:сообщи|заяви|рассказа|говорится)|спасибо|здравствуйте|добрый\s+(?:день|вечер)|"
    r"читайте|подписывайтесь|подпишитесь|смотрите\s+также|нажмите|фото\s*:|источник\s*:)",
    "zh": r"(?:谢谢|謝謝|(?:大家|中国|一起)?加油(?![站机车機車])|感谢(?:您|大家|收看|阅读)|感謝(?:您|"
    r"大家)|大家好|各位|点击(?![率量])|"
    r"點擊(?![率量])|點閱|[欢歡]迎(?=[您你]|各位|大家|[来來光]|收[看听聽]|关注|關注|订阅|訂閱|加入|扫|使用|[回点點]|[，,！!]|$)|请(?:看|点|关注|扫)|請(?:看|點)|扫码|"
    r"更多(?:新闻|内容|阅读)|相关(?:阅读|报道|新闻)|"
    r"相關(?:閱讀|報導|新聞)|延伸閱讀|责任编辑|責任編輯|编辑[：:]|記者[：:]|记者[：:]|来源[：:]|來源[：:]|"
    r"图片来源|图[：:]|关注我们|(?:订阅|訂閱|分享)(?=我|本|此|[这這]|到|至|[给給]|更多|文章|[频頻]道|公[众眾]|[：:！!]|$))",
    "ja": r"(?:ありがとう|こんにちは|皆さん|続きを読む|関連記事|詳しくは|こちらを|クリック|写真[：:]|撮影[：:]|"
    r"画像[：:]|会員登録|登録はこちら|お問い合わせ)",
    "hi": r"(?:धन्यवाद|नमस्कार|नमस्ते|यह\s+भी\s+पढ़ें|ये\s+भी\s+पढ़ें|क्लिक|और\s+पढ़ें|पूरी\s+ख़?बर|सब्सक्राइब|"
    r"फोटो\s*:)",
    "ar": r"(?:شكرا|شكراً|مرحبا|مرحباً|أهلا|اقرأ\s+(?:أيضا|أيضاً|المزيد)|إقرأ\s+أيضا|انقر|اضغط|اشترك|تابعونا|"
    r"شارك\s+(?:الخبر|المقال)|شاهد\s+أيضا|المصدر\s*:|صورة\s*:)",
    "nl": r"(?:bedankt|dank\s+(?:u|je)|hartelijk\s+dank|goede(?:morgen|middag|navond)|hallo|welkom|klik\s+hier|"
    r"lees\s+(?:ook|meer|verder)|"
    r"bekijk\s+(?:ook|hier)|volg\s+ons|abonneer|meld\s+je|deel\s+dit|meer\s+(?:lezen|nieuws)|schrijf\s+je\s+in)\b",
    "sv": r"(?:tack(?!\s+vare)|hej|god\s+(?:morgon|kväll|dag)|välkomm(?:en|na)|klicka|läs\s+(?:mer|också|även)|"
    r"följ\s+oss|prenumerera|"
    r"dela\s+(?:artikeln|gärna)|se\s+(?:också|även)|mer\s+om)\b",
    "pl": r"(?:dziękuj\w+|dzień\s+dobry|dobry\s+wieczór|witam\w*|kliknij|czytaj\s+(?:też|także|więcej|również)|"
    r"zobacz\s+(?:też|także|więcej|"
    r"również)|przeczytaj|subskrybuj|zapisz\s+się|udostępnij|obserwuj)\b",
}  # fmt: skip
"""How courtesies, calls to click and other lines of a page begin."""
_RUN_ON = frozenset({"zh", "ja"})
"""Languages written without spaces: their words have no edge to look for."""
KNOWN = frozenset(_HAPPENED)
"""Languages whose words of past, judgement, comparison and cause are known."""
_PLACE_AND_DAY = re.compile(
    r"[A-ZÀ-ÞŠŽ][\w’'-]+(?:[ -][A-ZÀ-ÞŠŽ][\w’'-]+){0,2},?\s+(?:(?:den|le|el|il|em|a)\s+)?\d{1,2}(?:\.|er|º|"
    r"°)?\s+(?:de\s+)?[^\W\d_]{3,10}\.?(?:\s+(?:de\s+)?\d{4})?"
)


def _found(table: dict[str, str], language: str, words: str) -> bool:
    pattern = table.get(language)
    if pattern is None:
        return False
    if language == "ar":
        words = _VOWEL_SIGNS.sub("", words)
    edge = "" if language in _RUN_ON else r"(?<![\w\u0900-\u0963])"
    if language == "ar":
        edge += "[وف]?"  # "and" is written together with what follows
    return re.search(rf"{edge}(?:{pattern})", words[:_READ], re.IGNORECASE) is not None


_VOWEL_SIGNS = re.compile("[\u064b-\u0652]")
_READ = 1_500
"""Characters of a sentence that are looked at."""


def predicts(words: str, language: str) -> bool:
    """Whether a sentence foretells."""
    return _found(_PREDICTS, language, words)


def compares(words: str, language: str) -> bool:
    """Whether a sentence compares or ranks."""
    return _found(_COMPARES, language, words)


def causes(words: str, language: str) -> bool:
    """Whether a sentence tells a cause."""
    return _found(_CAUSES, language, words)


def happens(words: str, language: str) -> bool:
    """Whether a sentence tells of something that happened."""
    return _found(_HAPPENED, language, words)


def judges(words: str, language: str) -> bool:
    """Whether a sentence only judges, hopes or demands: it names no figure."""
    return re.search(r"\d", words) is None and _found(_JUDGES, language, _NAME_OF_PARTS.sub(" ", words))


_NAME_OF_PARTS = re.compile(r"(?<![\w-])(?:[^\W\d_a-zà-ÿа-я][\w’']{0,30}-){1,4}[^\W\d_a-zà-ÿа-я][\w’']{0,30}")
"""A name whose parts may be words that judge: "Belle-Étoile"."""


def tells_nothing(words: str, language: str) -> bool:
    """Whether a sentence is a courtesy, a call to click or another line of a page; what has a figure may be more."""
    pattern = _NO_CLAIM.get(language)
    bare = words.strip(" \t\n-–—>»•*")
    return (
        pattern is not None
        and len(bare) <= _LINE
        and re.search(r"\d", bare) is None
        and (
            re.match(pattern, bare, re.IGNORECASE)
            or re.match(pattern, _CALLED.sub("", bare, count=1), re.IGNORECASE)
            or _SEE_HERE.search(bare)
        )
        is not None
    )


_CALLED = re.compile(
    r"(?:(?:mes|chers?|chères?|mesdames|messieurs|estimad[oa]s|querid[oa]s|señor[ae]s|car[ie]|gentil[ie]|signor[ei]|"
    r"prezad[oa]s|senhor[ae]s|meine|liebe[rn]?|verehrte|sehr|geachte|beste|kära|bästa|szanowni|drodzy|шановні|дорогі|"
    r"уважаемые|дорогие)\s?(?:[^\W\d_]+\s?){0,5})(?:,|!)\s+",
    re.IGNORECASE,
)
"""Whom a courtesy is said to: "Mes chers collègues, merci …"."""
_SEE_HERE = re.compile(
    r"\b(?:(?:finden|lesen|sehen|hören|erfahren)\s+sie\s+(?:\w+\s+)?(?:hier|unter|auf|online)|hier\s+(?:finden|"
    r"lesen|geht\s+es)|(?:à\s+(?:retrouver|lire|voir)|cliquez|retrouvez[^.]{0,40})\s+ici|(?:consulte|"
    r"puede[sn]?\s+(?:leer|ver|consultar)[^.]{0,40})\s+aquí|(?:leggi|trovi|clicca)[^.]{0,40}\s+qui|(?:veja|leia|"
    r"clique)[^.]{0,40}\s+aqui)\b",
    re.IGNORECASE,
)
_LINE = 120
"""Characters that a line of a page has at most."""


def is_dateline(words: str) -> bool:
    """Whether words are only a place and a day: "Rostock, 30. Dezember 2021"."""
    return _PLACE_AND_DAY.fullmatch(words.strip(" .:–—-")) is not None

# ruff: noqa: E501 - pages stand as people write them
"""Pages of ministries, councils, papers, boards and blogs of many countries, as their systems write them; places and people are invented."""

from __future__ import annotations

from tests.ingest.odd_pages import Odd

P: list[Odd] = []


def add(
    name: str,
    html: str,
    has: list[str],
    lacks: tuple[str, ...] | list[str] = (),
    title: str | None = None,
    author: str | None = None,
    published: str | None = None,
) -> None:
    P.append(Odd(name, html, tuple(has), tuple(lacks), title, author, published))


# 1 German ministry (Government Site Builder)
A = [
    "Das Verkehrsministerium fördert den Umbau von 48 Bahnhöfen im Land mit 37,5 Millionen Euro.",
    "Bis Ende 2027 sollen alle Bahnsteige ohne Stufen erreichbar sein, teilte das Ministerium mit.",
    "Im vergangenen Jahr waren es erst 19 Stationen.",
]
add(
    "gsb",
    f"""<!DOCTYPE html><html lang="de"><head><title>MVL - Pressemitteilungen - 48 Bahnhöfe werden barrierefrei</title><meta name="generator" content="Government Site Builder"><meta name="description" content="Das Land fördert Bahnhöfe."></head><body><div id="wrapperOuter"><nav><ul><li><a href="/a">Startseite</a></li><li><a href="/b">Themen</a></li><li><a href="/c">Presse</a></li></ul></nav><main class="main" id="main"><div class="content"><div class="c-pressrelease"><h1><span class="dachzeile">Bahn</span> 48 Bahnhöfe werden barrierefrei</h1><div class="c-meta"><span class="c-meta__label">Datum</span> <span class="c-meta__value">27.02.2026</span> <span class="c-meta__label">Nummer</span> 014/2026</div><p><strong>{A[0]}</strong></p><p>{A[1]}</p><p>{A[2]}</p><div class="c-share"><p>Diese Seite teilen</p><ul><li><a href="mailto:">per E-Mail</a></li></ul></div></div></div></main><footer><p>© 2026 Ministerium für Verkehr Vellmark</p><p>Stand: 01.03.2026</p></footer></div></body></html>""",
    A,
    ["Diese Seite teilen", "Startseite"],
    title="48 Bahnhöfe werden barrierefrei",
    author="",
    published="2026-02-27",
)
# 2 Stellungnahme, dated in its first line
A = [
    "Das Umweltamt hat den Antrag der Firma Kalkwerk Ost geprüft.",
    "Die Grenzwerte für Staub wurden an 11 von 365 Tagen überschritten.",
    "Das Amt rät, den Betrieb bis zum Einbau eines Filters auf 12 Stunden am Tag zu begrenzen.",
]
add(
    "stellungnahme",
    f"""<html lang="de-DE"><head><title>Umweltamt Harsewald</title></head><body><div class="header"><a href="/">Umweltamt Harsewald</a></div><div id="content"><h1>Kalkwerk Ost: Staub über dem Grenzwert</h1><p>Stellungnahme vom 2. März 2026</p><p>{A[0]}</p><p>{A[1]}</p><p>{A[2]}</p></div><div id="footer"><a href="/impressum">Impressum</a> | <a href="/datenschutz">Datenschutz</a></div></body></html>""",
    A,
    ["Impressum"],
    title="Kalkwerk Ost: Staub über dem Grenzwert",
    author="",
    published="2026-03-02",
)
# 3 English press notice
A = [
    "The Health Directorate has closed its inquiry into the outbreak at Dunmore House.",
    "Fourteen residents fell ill between 3 and 19 December, and two of them died.",
    "The kitchen has been cleaned and its water tank replaced at a cost of £38,000.",
]
add(
    "notice",
    f"""<!doctype html><html lang="en-GB"><head><title>Press Releases | Health Directorate</title></head><body><header><img alt="Health Directorate"><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></header><div class="page-body"><h2 class="page-heading">Inquiry into outbreak at Dunmore House closed</h2><p class="ref">Press notice of 12 January 2026</p><p>{A[0]}</p><p>{A[1]}</p><p>{A[2]}</p><h3>Notes to editors</h3><ol><li>The Directorate opened its inquiry on 22 December 2025.</li></ol></div><footer>Crown copyright</footer></body></html>""",
    [*A, "The Directorate opened its inquiry on 22 December 2025."],
    ["Crown copyright"],
    title="Inquiry into outbreak at Dunmore House closed",
    author="",
    published="2026-01-12",
)
# 4 Spanish local paper with dateline
A = [
    "El Ayuntamiento de Almorca ha aprobado un presupuesto de 92 millones de euros para este año.",
    "La partida de vivienda sube un 14 por ciento y la de cultura baja a 3,1 millones.",
    "El alcalde, Tomás Rey, dijo que no habrá subida de impuestos.",
]
add(
    "dateline-es",
    f"""<html lang="es"><head><title>Almorca aprueba un presupuesto de 92 millones - La Voz de Almorca</title><meta property="og:site_name" content="La Voz de Almorca"></head><body><div class="cab"><a href="/">La Voz de Almorca</a></div><div class="noticia"><div class="seccion">Local</div><h1>Almorca aprueba un presupuesto de 92 millones</h1><div class="firma">Lucía Prado | Almorca</div><p class="data">Almorca, 26 de febrero de 2026</p><p>{A[0]}</p><p>{A[1]}</p><p>{A[2]}</p></div><div class="masnoticias"><h4>Más noticias</h4><ul><li><a href="/1">El puerto cierra dos muelles</a></li><li><a href="/2">Vuelve el mercado de flores</a></li></ul></div></body></html>""",
    A,
    ["El puerto cierra dos muelles"],
    title="Almorca aprueba un presupuesto de 92 millones",
    author="Lucía Prado",
    published="2026-02-26",
)
# 5 two authors, "By Ann Lee, Emily Post"
A = [
    "Port Ellery will lose its last night ferry in May after the operator said it ran with eleven passengers on average.",
    "The county had offered a subsidy of $1.2 million a year, but the line asked for three times as much.",
    "About 140 nurses use it to get home after late shifts, their union says.",
]
add(
    "two-authors",
    f"""<!DOCTYPE html><html lang="en-US"><head><title>Last night ferry to end in May</title><meta property="og:title" content="Last night ferry to end in May"><meta property="og:site_name" content="Ellery Ledger"></head><body><article><h1>Last night ferry to end in May</h1><p class="hl-deck">Operator wanted three times the subsidy</p><div class="hl-by">By Ann Lee, Emily Post</div><div class="hl-date">Mar 3, 2026 | 6:12 PM</div><div class="hl-body"><p>{A[0]}</p><p>{A[1]}</p><div class="promo"><p>Sign up for The Morning Tide, our newsletter</p></div><p>{A[2]}</p><p><em>Ann Lee covers transport. Reach her at alee@elleryledger.example.</em></p></div></article></body></html>""",
    A,
    ["Sign up for The Morning Tide"],
    title="Last night ferry to end in May",
    author="Ann Lee, Emily Post",
    published="2026-03-03",
)
# 6 PIB India style
A = [
    "केंद्र सरकार ने राज्य में 1,250 गाँवों के लिए पेयजल योजना को मंज़ूरी दी है।",
    "इस पर 486 करोड़ रुपये खर्च होंगे।",
    "मंत्री ने बताया कि काम मार्च 2028 तक पूरा होगा।",
]
add(
    "pib",
    f"""<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Press Release: Press Information Desk</title></head><body><form><div class="innner-page-main-about-us-content-right-part"><div class="MinistryNameSubhead text-center">जल मंत्रालय</div><div class="text-center"><h2>1,250 गाँवों के लिए पेयजल योजना मंज़ूर</h2></div><div class="ReleaseDateSubHeaddateTime text-center">प्रविष्टि तिथि: 12 JAN 2026 5:32PM by PID Delhi</div><div><p>{A[0]}</p><p>{A[1]}</p><p>{A[2]}</p><p>****</p><p>AK/SR</p></div><div>(रिलीज़ आईडी: 2213345) आगंतुक पटल : 214</div></div></form></body></html>""",
    A,
    ["आगंतुक पटल"],
    title="1,250 गाँवों के लिए पेयजल योजना मंज़ूर",
    author="",
    published="2026-01-12",
)
# 7 Chinese government page
A = [
    "市教育局今年将新建12所小学，新增学位1.8万个。",
    "项目总投资9.6亿元，由市财政承担。",
    "教育局负责人表示，所有学校将于2027年9月前开学。",
]
add(
    "zh-gov",
    f"""<html><head><meta name="SiteName" content="临川市人民政府"><title>我市今年新建12所小学_临川市人民政府</title></head><body><div class="position">当前位置：<a href="/">首页</a> > <a href="/xw">新闻中心</a></div><div class="article"><h1>我市今年新建12所小学</h1><div class="info"><span>发布时间：2026-02-27 09:15</span><span>来源：市教育局</span><span>编辑：王敏</span><span>浏览次数：345</span><span>字号：[大 中 小]</span></div><div class="TRS_Editor"><p>　　{A[0]}</p><p>　　{A[1]}</p><p>　　{A[2]}</p></div><div class="share">分享到：</div><div>【打印本页】【关闭窗口】</div></div></body></html>""",
    A,
    ["字号", "打印本页", "分享到"],
    title="我市今年新建12所小学",
    published="2026-02-27",
)
# 8 Japanese local paper
A = [
    "浜坂市は27日、市立病院の救急外来を4月から夜間休止すると発表した。",
    "医師が12人から7人に減り、昨年度は3億2千万円の赤字だった。",
    "高田市長は「苦渋の決断だ」と話した。",
]
add(
    "ja",
    f"""<!DOCTYPE html><html lang="ja"><head><title>市立病院、夜間救急を休止へ｜浜坂日報</title><meta property="og:site_name" content="浜坂日報"></head><body><header><a href="/">浜坂日報</a></header><main><article><h1>市立病院、夜間救急を休止へ</h1><p class="date">2026年2月28日 5時00分</p><p class="writer">有料記事　佐々木由美</p><p>{A[0]}</p><p>{A[1]}</p><p>{A[2]}</p><p>この記事は有料会員記事です。残り412文字</p></article><aside><h2>あわせて読みたい</h2><ul><li><a href="/x">市場の移転先決まる</a></li></ul></aside></main></body></html>""",
    A,
    ["市場の移転先決まる"],
    title="市立病院、夜間救急を休止へ",
    author="佐々木由美",
    published="2026-02-28",
)
# 9 French préfecture (SPIP)
A = [
    "La préfète du Val-d'Orne interdit l'arrosage des jardins dans 61 communes à compter de lundi.",
    "Le débit de la rivière est tombé à 0,4 m³/s, le plus bas depuis 1989.",
    "Les contrevenants risquent une amende de 1 500 euros.",
]
add(
    "spip",
    f"""<!DOCTYPE html><html lang="fr" dir="ltr"><head><title>Sécheresse : 61 communes concernées - Les services de l'État dans le Val-d'Orne</title><meta name="generator" content="SPIP 4.2"></head><body><div id="page"><nav class="fil"><a href="/">Accueil</a> &gt; <a href="/actu">Actualités</a> &gt; Sécheresse</nav><div class="cartouche"><h1 class="titre">Sécheresse : 61 communes concernées</h1><p class="info-publi">Mis à jour le 18/07/2025</p></div><div class="texte"><p>Communiqué de presse du 16 juillet 2025</p><p>{A[0]}</p><p>{A[1]}</p><p>{A[2]}</p><p class="doc"><a href="/a.pdf">Télécharger l'arrêté (PDF - 210 ko)</a></p></div></div><footer>Mentions légales</footer></body></html>""",
    A,
    ["Mentions légales"],
    author="",
    published="2025-07-16",
)
# 10 Italian comune (Design Italia)
A = [
    "Il Comune di Castelvero ha stanziato 740 mila euro per rifare i marciapiedi di via Roma.",
    "I lavori dureranno quattordici mesi e interesseranno 2,3 chilometri di strada.",
    "Durante il cantiere saranno tolti 55 posti auto.",
]
add(
    "italia",
    f"""<!doctype html><html lang="it"><head><title>Via Roma, al via i lavori | Comune di Castelvero</title></head><body><header class="it-header-wrapper"><div>Regione Altavalle</div><div>Comune di Castelvero</div></header><main><div class="container"><nav class="breadcrumb"><ol><li>Home</li><li>Novità</li><li>Notizie</li></ol></nav><h1 data-audit-id="title">Via Roma, al via i lavori</h1><p class="lead">Cantiere da aprile, via 55 posti auto</p><div class="row"><div class="col"><small>Data:</small><p class="fw-semibold">16 marzo 2026</p></div><div class="col"><small>Tempo di lettura:</small><p>2 min</p></div></div><div class="dropdown"><button>Condividi</button></div><section><h2>Descrizione</h2><p>{A[0]}</p><p>{A[1]}</p><p>{A[2]}</p></section><section><h2>A cura di</h2><p>Ufficio stampa</p></section><p>Ultimo aggiornamento: 18/03/2026, 09:20</p></div></main></body></html>""",
    A,
    ["Condividi"],
    title="Via Roma, al via i lavori",
    published="2026-03-16",
)
# 11 Discourse forum
A = [
    "Has anybody measured the new tram? I counted 41 trams between 7 and 9 this morning, the timetable says 48.",
    "The operator's own feed has 44 for the same two hours, so some of yours may have come early.",
    "Thanks, I will count again on Friday and put the sheet here.",
]
add(
    "discourse",
    f"""<!DOCTYPE html><html lang="en"><head><title>Tram 4 runs less often than promised - Transport - Rivermouth Talk</title><meta name="generator" content="Discourse 3.4.0"></head><body class="crawler"><header><a href="/">Rivermouth Talk</a></header><div id="main-outlet"><div id="topic-title"><h1><a href="/t/1">Tram 4 runs less often than promised</a></h1></div><div itemscope itemtype="http://schema.org/DiscussionForumPosting"><div class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator" itemprop="author"><a href="/u/kit"><span itemprop="name">kit_w</span></a></span><span class="crawler-post-infos"><time itemprop="datePublished" datetime="2026-02-03T08:11:00Z" class="post-time">February 3, 2026, 8:11am</time><span itemprop="position">1</span></span></div><div class="post" itemprop="text"><p>{A[0]}</p></div><div class="post-likes">3 Likes</div></div><div class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator"><span itemprop="name">old_rail</span></span><time datetime="2026-02-03T10:40:00Z">February 3, 2026, 10:40am</time></div><div class="post"><p>{A[1]}</p></div></div><div class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator"><span>kit_w</span></span><time datetime="2026-02-04T07:00:00Z">February 4, 2026, 7:00am</time></div><div class="post"><p>{A[2]}</p></div></div></div><div class="related"><h3>Related topics</h3><table><tr><td><a href="/t/9">Night buses in winter</a></td><td>12</td><td>340</td></tr></table></div></div></body></html>""",
    A,
    ["Night buses in winter", "3 Likes"],
    title="Tram 4 runs less often than promised",
    author="kit_w",
    published="2026-02-03",
)
# 12 Ghost blog with updated date and reading time
A = [
    "I asked nine councils how many potholes they filled in 2025, and seven answered.",
    "Together they filled 61,400, which is 8,000 fewer than the year before.",
    "Two of them count a hole again when it comes back.",
]
add(
    "ghost",
    f"""<!DOCTYPE html><html lang="en"><head><title>What nine councils told me about potholes</title><meta name="generator" content="Ghost 5.8"><script type="application/ld+json">{{"@context":"https://schema.org","@type":"Article","publisher":{{"@type":"Organization","name":"Roadside"}},"author":{{"@type":"Person","name":"Roadside"}},"headline":"What nine councils told me about potholes","datePublished":"2026-01-30T23:30:00.000-05:00","dateModified":"2026-02-10T09:00:00.000Z"}}</script></head><body><article class="gh-article"><header><h1>What nine councils told me about potholes</h1><div class="gh-article-meta"><h4 class="gh-article-author-name"><a href="/author/marta-hale/">Marta Hale</a></h4><time datetime="2026-01-30">30 Jan 2026</time><span>— 4 min read</span></div></header><section class="gh-content"><p>{A[0]}</p><p>{A[1]}</p><p>{A[2]}</p><div class="kg-signup-card"><h3>Subscribe to Roadside</h3><p>No spam. Unsubscribe anytime.</p></div></section></article></body></html>""",
    A,
    ["No spam", "4 min read"],
    title="What nine councils told me about potholes",
    author="Marta Hale",
    published="2026-01-30",
)
# 13 Polish gov.pl
A = [
    "Ministerstwo przeznaczy 410 mln zł na remont 96 mostów.",
    "Najstarszy z nich pochodzi z 1908 roku i jest zamknięty od trzech lat.",
    "Prace mają potrwać do końca 2028 roku.",
]
add(
    "govpl",
    f"""<!DOCTYPE html><html lang="pl-PL"><head><title>Remont 96 mostów - Ministerstwo Dróg - Portal Gov</title></head><body><nav><a href="/">Serwis Rzeczypospolitej</a></nav><main><div id="main-content" class="main-container"><article class="article-area__article"><h2>Remont 96 mostów</h2><p class="event-date">16.04.2026</p><div class="editor-content"><p><b>{A[0]}</b></p><p>{A[1]}</p><p>{A[2]}</p></div><div class="gallery"><h3>Zdjęcia (4)</h3></div></article><div class="metrics"><button>Metryczka</button><dl><dt>Pierwsza publikacja:</dt><dd>16.04.2026 10:21 Anna Wrona</dd><dt>Wytwarzający/ Odpowiadający:</dt><dd>Biuro Komunikacji</dd></dl></div></div></main></body></html>""",
    A,
    ["Metryczka"],
    title="Remont 96 mostów",
    published="2026-04-16",
)
# 14 Turkish outlet
A = [
    "Belediye, sahil yolunun onarımı için 64 milyon lira ayırdı.",
    "Çalışmalar 18 Mart'ta başlayacak ve beş ay sürecek.",
    "Başkan Selin Aydın, yolun gece trafiğe kapatılacağını söyledi.",
]
add(
    "tr",
    f"""<html lang="tr"><head><title>Sahil yolu onarılıyor - Körfez Haber</title><meta property="og:site_name" content="Körfez Haber"></head><body><div class="haber"><h1>Sahil yolu onarılıyor</h1><h2 class="spot">Onarım beş ay sürecek</h2><div class="bilgi"><span class="muhabir">Haber: Deniz Kaya</span> <span>Giriş: 05.03.2026 - 14:20</span> <span>Güncelleme: 06.03.2026 - 08:01</span></div><div class="metin"><p>{A[0]}</p><p>{A[1]}</p><p>{A[2]}</p></div><div class="etiket">Etiketler: <a href="#">sahil</a> <a href="#">yol</a></div></div></body></html>""",
    A,
    ["Etiketler"],
    title="Sahil yolu onarılıyor",
    author="Deniz Kaya",
    published="2026-03-05",
)
# 15 Ukrainian government
A = [
    "Уряд виділив 1,2 млрд грн на відновлення 34 шкіл.",
    "Роботи триватимуть до вересня 2027 року.",
    "Минулого року відбудовано лише дев'ять шкіл, повідомило міністерство.",
]
add(
    "uk",
    f"""<html lang="uk"><head><title>Уряд виділив кошти на 34 школи | Портал</title></head><body><div class="breadcrumbs"><a href="/">Головна</a> / Новини</div><div class="one-news"><h1>Уряд виділив кошти на 34 школи</h1><div class="meta">Міністерство освіти, опубліковано 26 лютого 2026 року о 12:45</div><div class="text"><p>{A[0]}</p><p>{A[1]}</p><p>{A[2]}</p></div><div class="soc">Поширити у Facebook</div></div></body></html>""",
    A,
    ["Поширити"],
    title="Уряд виділив кошти на 34 школи",
    author="",
    published="2026-02-26",
)
# 16 Arabic agency
A = [
    "خصصت وزارة المياه 75 مليون دينار لحفر 22 بئرا في الجنوب.",
    "وقال الوزير إن العمل سينتهي في نهاية عام 2027.",
    "وبلغ العجز في العام الماضي 140 مليون متر مكعب.",
]
add(
    "ar",
    f"""<html lang="ar" dir="rtl"><head><title>75 مليون دينار لحفر آبار في الجنوب | وكالة الأنباء</title></head><body><main><article><h1>75 مليون دينار لحفر آبار في الجنوب</h1><div class="post-date">نشر في: الخميس 26 شباط 2026 11:30</div><p>عمّان 26 شباط (وكالة) - {A[0]}</p><p>{A[1]}</p><p>{A[2]}</p></article><div class="most"><h3>الأكثر قراءة</h3><ul><li><a href="/1">أسعار الذهب اليوم</a></li></ul></div></main></body></html>""",
    A,
    ["أسعار الذهب اليوم"],
    title="75 مليون دينار لحفر آبار في الجنوب",
    author="",
    published="2026-02-26",
)
# 17 Council minutes page; day in sentence
A = [
    "Minutes of the meeting of Thornby Parish Council held in the Reading Room on Wednesday 21 January 2026 at 7.30 pm",
    "The council resolved to spend £4,200 on a new boiler, by five votes to two.",
    "The clerk reported that 17 allotments were vacant.",
]
add(
    "minutes",
    f"""<html lang="en"><head><title>Thornby Parish Council</title></head><body><div id="nav"><a href="/">Home</a><a href="/minutes">Minutes</a></div><div id="main"><h1>Minutes</h1><p>{A[0]}</p><p>Present: Cllrs R. Moss (chair), J. Field, P. Okoro.</p><p>1. {A[1]}</p><p>2. {A[2]}</p><p>The next meeting is on 18 February 2026.</p></div></body></html>""",
    A,
    [],
    author="",
    published="2026-01-21",
)
# 18 Dutch gemeente
A = [
    "De gemeente Westerveen trekt 5,8 miljoen euro uit voor de bouw van 72 sociale huurwoningen.",
    "De eerste bewoners krijgen in het najaar van 2027 de sleutel, zegt wethouder Hanneke Bos.",
    "Op de wachtlijst staan 2.340 mensen.",
]
add(
    "nl",
    f"""<!DOCTYPE html><html lang="nl"><head><title>72 nieuwe huurwoningen | Gemeente Westerveen</title><meta name="DCTERMS.issued" content="2026-02-19"><meta name="DCTERMS.modified" content="2026-02-25"><meta name="DCTERMS.creator" content="Gemeente Westerveen"></head><body><div class="cookie"><p>Wij gebruiken cookies om deze site te verbeteren.</p><button>Akkoord</button></div><main><h1>72 nieuwe huurwoningen</h1><p class="pub">Geplaatst op: donderdag 19 februari 2026</p><p class="intro">{A[0]}</p><p>{A[1]}</p><p>{A[2]}</p><p>Meer informatie: bel 14 0599</p></main></body></html>""",
    A,
    ["Wij gebruiken cookies"],
    title="72 nieuwe huurwoningen",
    published="2026-02-19",
)
# 19 Brazilian portal
A = [
    "A prefeitura de Santa Rita vai contratar 320 professores por concurso.",
    "O salário inicial será de R$ 4.867,77 por 40 horas semanais.",
    "Segundo a secretária Célia Braga, faltam 410 docentes na rede.",
]
add(
    "br",
    f"""<html lang="pt-br"><head><title>Prefeitura contrata 320 professores - Jornal do Vale</title></head><body><div class="content-head"><h1>Prefeitura contrata 320 professores</h1><h2>Concurso terá 40 horas semanais</h2><div class="content-publication-data"><p class="content-publication-data__from">Por Rita Salles, Jornal do Vale — Santa Rita</p><p class="content-publication-data__updated"><time>05/03/2026 06h00</time> <span>Atualizado há 2 dias</span></p></div></div><article><p>{A[0]}</p><p>{A[1]}</p><div><p>📱 Clique aqui para seguir o canal do Jornal do Vale no WhatsApp</p></div><p>{A[2]}</p></article></body></html>""",
    A,
    ["Clique aqui para seguir"],
    title="Prefeitura contrata 320 professores",
    author="Rita Salles",
    published="2026-03-05",
)
# 20 Substack-like: date in abbreviated English, two names
A = [
    "Nobody in the ministry could tell me who signed the contract for the 18 patrol boats.",
    "The price rose from 210 million kronor to 340 million between two drafts.",
    "I have asked for the minutes under the access law.",
]
add(
    "substack",
    f"""<html lang="en"><head><title>Eighteen boats and no signature - by Nils Brandt</title><meta property="og:title" content="Eighteen boats and no signature"><meta name="author" content="Nils Brandt"></head><body><article class="post"><div class="post-header"><h1 class="post-title">Eighteen boats and no signature</h1><h3 class="subtitle">How a price grew</h3><div class="meta"><div><a>Nils Brandt</a> and <a>Sara Lund</a></div><div>Feb 11, 2026</div><div>12</div><div>4</div><div>Share</div></div></div><div class="body markup"><p>{A[0]}</p><p>{A[1]}</p><p>{A[2]}</p></div></article><div class="comments"><h4>Discussion about this post</h4><p>Ola: great read</p></div></body></html>""",
    A,
    ["great read"],
    title="Eighteen boats and no signature",
    published="2026-02-11",
)
PAGES = tuple(P)

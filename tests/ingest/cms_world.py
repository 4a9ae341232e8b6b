# ruff: noqa: E501 - pages stand as the systems write them
"""Pages in further languages and calendars, as papers and ministries there write their days and by-lines.

Places and people are invented.
"""

from __future__ import annotations

from tests.ingest.cms_pages import page
from tests.ingest.odd_pages import Odd

LANGUAGES = (
    Odd(
        "Portuguese: por NAME, place, clock with h, updated há dias",
        page(
            "",
            """<body><div class="mc-article-header"><h1 class="content-head__title">Kelm aumenta a tarifa do estacionamento no porto</h1><h2 class="content-head__subtitle">Nova tarifa vale a partir de junho</h2></div><div class="content-publication-data"><p class="content-publication-data__from">Por Lívia Sandal, Kelm News — Norte</p><p class="content-publication-data__updated">07/03/2024 08h15 Atualizado há 3 dias</p></div><article><p>A cidade de Kelm vai cobrar 3,20 euros por hora de estacionamento no porto a partir de junho, 60 centavos a mais do que hoje.</p><p>A câmara espera arrecadar 410 mil euros por ano e quer gastar metade em 26 bicicletários.</p></article></body>""",
            lang="pt-BR",
            title="Kelm aumenta a tarifa do estacionamento no porto | Norte | Kelm News",
        ),
        has=("3,20 euros por hora", "410 mil euros"),
        title="Kelm aumenta a tarifa do estacionamento no porto",
        author="Lívia Sandal",
        published="2024-03-07",
    ),
    Odd(
        "Portuguese of Portugal: texto, de, weekday",
        page(
            "",
            """<body><article><h1>Kelm sobe o preço do estacionamento</h1><div class="assinatura">Texto: Lívia Sandal</div><div class="data">quinta-feira, 7 de março de 2024 às 08:15</div><p>A cidade de Kelm vai cobrar 3,20 euros por hora no porto a partir de junho, mais 60 cêntimos do que hoje.</p><p>A câmara espera 410 mil euros por ano.</p></article></body>""",
            lang="pt",
            title="Kelm sobe o preço do estacionamento",
        ),
        has=("3,20 euros por hora",),
        author="Lívia Sandal",
        published="2024-03-07",
    ),
    Odd(
        "Japanese: clock with characters, the reporter in brackets",
        page(
            "",
            """<body><main><h1>ケルム市、港の駐車料金を引き上げ</h1><p class="time">2024年3月7日 8時15分</p><p>ケルム市は六月から港の駐車料金を一時間3.20ユーロに引き上げる。現在より60セント高い。</p><p>市議会は年間41万ユーロの収入を見込み、その半分を26か所の駐輪場に充てる方針だ。</p><p>【佐藤花子】</p></main></body>""",
            lang="ja",
            title="ケルム市、港の駐車料金を引き上げ | 港新聞",
        ),
        has=("3.20ユーロ", "41万ユーロ"),
        title="ケルム市、港の駐車料金を引き上げ",
        published="2024-03-07",
    ),
    Odd(
        "Turkish: giriş and güncelleme, months as words",
        page(
            "",
            """<body><article><h1>Kelm limanda otopark ücretini artırdı</h1><div class="haber-tarih">Giriş Tarihi: 07 Mart 2024 Perşembe 08:15 Son Güncelleme: 09 Mart 2024 Cumartesi 10:00</div><div class="editor">Editör: Elif Sandal</div><p>Kelm belediyesi haziran ayından itibaren limanda otopark için saatte 3,20 avro alacak; bu bugünkünden 60 sent fazla.</p><p>Meclis yılda 410 bin avro gelir bekliyor.</p></article></body>""",
            lang="tr",
            title="Kelm limanda otopark ücretini artırdı - Liman Haber",
        ),
        has=("3,20 avro", "410 bin avro"),
        title="Kelm limanda otopark ücretini artırdı",
        published="2024-03-07",
    ),
    Odd(
        "Polish: dodano, aktualizacja, opracował",
        page(
            "",
            """<body><article><h1>Kelm podnosi opłatę za parkowanie w porcie</h1><div class="info">dodano: 7.03.2024, 08:15 aktualizacja: 9.03.2024, 10:00</div><div class="autor">oprac. Liwia Sandal</div><p>Miasto Kelm od czerwca będzie pobierać 3,20 euro za godzinę parkowania w porcie, o 60 centów więcej niż dziś.</p><p>Rada spodziewa się 410 tysięcy euro rocznie.</p></article></body>""",
            lang="pl",
            title="Kelm podnosi opłatę za parkowanie w porcie",
        ),
        has=("3,20 euro", "410 tysięcy euro"),
        author="Liwia Sandal",
        published="2024-03-07",
    ),
    Odd(
        "Arabic: its own figures, two names of the month",
        page(
            "",
            """<body dir="rtl"><article><h1>كيلم ترفع رسوم وقوف السيارات في الميناء</h1><div class="article-date">نُشر في: ٧ مارس/ آذار ٢٠٢٤ - ٠٨:١٥</div><p>ستتقاضى مدينة كيلم 3.20 يورو في الساعة لوقوف السيارات في الميناء ابتداء من يونيو، أي أكثر بستين سنتا من اليوم.</p><p>يتوقع المجلس 410 آلاف يورو سنويا.</p></article></body>""",
            lang="ar",
            title="كيلم ترفع رسوم وقوف السيارات في الميناء",
        ),
        has=("3.20 يورو",),
        published="2024-03-07",
    ),
    Odd(
        "Arabic of the Levant: آخر تحديث before, the day published behind",
        page(
            "",
            """<body dir="rtl"><article><h1>كيلم ترفع رسوم وقوف السيارات</h1><p class="dates">آخر تحديث: 9 آذار 2024 | تاريخ النشر: 7 آذار 2024</p><p>ستتقاضى مدينة كيلم 3.20 يورو في الساعة لوقوف السيارات في الميناء ابتداء من حزيران، أي أكثر بستين سنتا من اليوم.</p><p>يتوقع المجلس 410 آلاف يورو سنويا.</p></article></body>""",
            lang="ar",
            title="كيلم ترفع رسوم وقوف السيارات",
        ),
        has=("3.20 يورو",),
        published="2024-03-07",
    ),
    Odd(
        "Finnish: klo, päivitetty",
        page(
            "",
            """<body><article><h1>Kelm nostaa sataman pysäköintimaksua</h1><p class="aika">7.3.2024 klo 8.15 | Päivitetty 9.3.2024 klo 10.00</p><p>Kelmin kaupunki perii kesäkuusta alkaen 3,20 euroa tunnilta pysäköinnistä satamassa, 60 senttiä enemmän kuin nyt.</p><p>Valtuusto odottaa 410 000 euroa vuodessa.</p></article></body>""",
            lang="fi",
            title="Kelm nostaa sataman pysäköintimaksua",
        ),
        has=("3,20 euroa",),
        published="2024-03-07",
    ),
    Odd(
        "Hungarian: year first with points, frissítve",
        page(
            "",
            """<body><article><h1>Kelm emeli a parkolási díjat a kikötőben</h1><div class="szerzo">Sándor Lívia</div><div class="idopont">2024. március 7. 08:15, frissítve: 2024. március 9. 10:00</div><p>Kelm városa júniustól óránként 3,20 eurót kér a parkolásért a kikötőben, 60 centtel többet, mint ma.</p><p>A tanács évi 410 ezer euróra számít.</p></article></body>""",
            lang="hu",
            title="Kelm emeli a parkolási díjat a kikötőben",
        ),
        has=("3,20 eurót",),
        published="2024-03-07",
    ),
    Odd(
        "Romanian: publicat, weekday",
        page(
            "",
            """<body><article><h1>Kelm mărește tariful de parcare din port</h1><div class="autor-data">de Livia Sandal | Publicat: Joi, 07 Martie 2024, 08:15 | Actualizat: Sâmbătă, 09 Martie 2024</div><p>Orașul Kelm va percepe din iunie 3,20 euro pe oră pentru parcarea din port, cu 60 de cenți mai mult decât azi.</p><p>Consiliul așteaptă 410.000 de euro pe an.</p></article></body>""",
            lang="ro",
            title="Kelm mărește tariful de parcare din port",
        ),
        has=("3,20 euro pe oră", "410.000 de euro"),
        author="Livia Sandal",
        published="2024-03-07",
    ),
    Odd(
        "Indonesian: weekday, clock of the zone, penulis",
        page(
            "",
            """<body><article><h1>Kelm naikkan tarif parkir pelabuhan</h1><div class="detail__author">Livia Sandal - kelmNews</div><div class="detail__date">Kamis, 07 Mar 2024 08:15 WIB</div><p>Kota Kelm akan memungut 3,20 euro per jam untuk parkir di pelabuhan mulai Juni, 60 sen lebih mahal dari sekarang.</p><p>Dewan kota mengharapkan 410.000 euro per tahun.</p></article></body>""",
            lang="id",
            title="Kelm naikkan tarif parkir pelabuhan",
        ),
        has=("3,20 euro per jam",),
        author="Livia Sandal",
        published="2024-03-07",
    ),
    Odd(
        "Vietnamese: day by figures with the zone",
        page(
            "",
            """<body><section><span class="date">Thứ năm, 7/3/2024, 08:15 (GMT+7)</span><h1 class="title-detail">Kelm tăng phí đỗ xe ở cảng</h1><article class="fck_detail"><p>Thành phố Kelm sẽ thu 3,20 euro mỗi giờ đỗ xe ở cảng từ tháng sáu, cao hơn hiện nay 60 xu.</p><p>Hội đồng dự kiến thu 410.000 euro mỗi năm.</p></article></section></body>""",
            lang="vi",
            title="Kelm tăng phí đỗ xe ở cảng",
        ),
        has=("3,20 euro",),
        published="2024-03-07",
    ),
    Odd(
        "Thai: the year of its own calendar",
        page(
            "",
            """<body><article><h1>เมืองเคล์มขึ้นค่าจอดรถที่ท่าเรือ</h1><p class="date">7 มี.ค. 2567 08:15 น.</p><p>เมืองเคล์มจะเก็บค่าจอดรถที่ท่าเรือชั่วโมงละ 3.20 ยูโร ตั้งแต่เดือนมิถุนายน แพงกว่าวันนี้ 60 เซ็นต์</p><p>สภาเมืองคาดว่าจะได้ปีละ 410,000 ยูโร</p></article></body>""",
            lang="th",
            title="เมืองเคล์มขึ้นค่าจอดรถที่ท่าเรือ",
        ),
        has=("3.20",),
        published="2024-03-07",
    ),
    Odd(
        "Persian: the year of its own calendar is not taken for another one",
        page(
            "",
            """<body dir="rtl"><article><h1>کلم هزینه پارکینگ بندر را افزایش داد</h1><span class="date">۱۷ اسفند ۱۴۰۲ - ۰۸:۱۵</span><p>شهر کلم از ماه ژوئن برای هر ساعت پارک در بندر 3.20 یورو می‌گیرد که 60 سنت بیشتر از امروز است.</p><p>شورا سالانه 410 هزار یورو انتظار دارد.</p></article></body>""",
            lang="fa",
            title="کلم هزینه پارکینگ بندر را افزایش داد",
        ),
        has=("3.20",),
        published="",
    ),
    Odd(
        "Hindi: own words for the month, updated",
        page(
            "",
            """<body><article><h1>केल्म ने बंदरगाह पर पार्किंग शुल्क बढ़ाया</h1><div class="date">प्रकाशित: 07 मार्च 2024, 08:15 AM IST</div><p>केल्म शहर जून से बंदरगाह पर पार्किंग के लिए 3.20 यूरो प्रति घंटा लेगा, जो आज से 60 सेंट अधिक है।</p><p>परिषद को सालाना 410,000 यूरो की उम्मीद है।</p></article></body>""",
            lang="hi",
            title="केल्म ने बंदरगाह पर पार्किंग शुल्क बढ़ाया",
        ),
        has=("3.20 यूरो",),
        published="2024-03-07",
    ),
    Odd(
        "Ukrainian: weekday, clock, author behind a comma",
        page(
            "",
            """<body><article><h1>Кельм підвищує плату за паркування в порту</h1><div class="post_time"><b>Лівія Сандал</b> — Четвер, 7 березня 2024, 08:15</div><p>Місто Кельм із червня братиме 3,20 євро за годину паркування в порту, на 60 центів більше, ніж тепер.</p><p>Рада очікує 410 000 євро на рік.</p></article></body>""",
            lang="uk",
            title="Кельм підвищує плату за паркування в порту",
        ),
        has=("3,20 євро",),
        published="2024-03-07",
    ),
    Odd(
        "Hebrew: פורסם and עודכן",
        page(
            "",
            """<body dir="rtl"><article><h1>קלם מעלה את דמי החניה בנמל</h1><div class="dates">פורסם: 07.03.24, 08:15 עודכן: 09.03.24, 10:00</div><p>העיר קלם תגבה החל מיוני 3.20 אירו לשעה עבור חניה בנמל, 60 סנט יותר מהיום.</p><p>המועצה מצפה ל-410,000 אירו בשנה.</p></article></body>""",
            lang="he",
            title="קלם מעלה את דמי החניה בנמל",
        ),
        has=("3.20",),
        published="2024-03-07",
    ),
    Odd(
        "Danish: af NAME, short month with a point",
        page(
            "",
            """<body><article><h1>Kelm hæver p-afgiften på havnen</h1><div class="dre-byline">Af Liv Sandal</div><time>7. mar. 2024 kl. 08.15</time><p>Kelm By vil fra juni tage 3,20 euro i timen for parkering på havnen, 60 cent mere end i dag.</p><p>Byrådet venter 410.000 euro om året.</p></article></body>""",
            lang="da",
            title="Kelm hæver p-afgiften på havnen",
        ),
        has=("3,20 euro",),
        author="Liv Sandal",
        published="2024-03-07",
    ),
    Odd(
        "Swedish: publicerad, uppdaterad, text",
        page(
            "",
            """<body><article><h1>Kelm höjer avgiften i hamnen</h1><div class="bylines"><span>Text: Liv Sandal</span></div><p class="times">Uppdaterad 9 mars 2024 kl 10.00 Publicerad 7 mars 2024 kl 08.15</p><p>Kelms stad tar från juni 3,20 euro i timmen för parkering i hamnen, 60 cent mer än i dag.</p><p>Kommunen räknar med 410 000 euro om året.</p></article></body>""",
            lang="sv",
            title="Kelm höjer avgiften i hamnen",
        ),
        has=("3,20 euro",),
        author="Liv Sandal",
        published="2024-03-07",
    ),
    Odd(
        "Spanish of Mexico: short month with full year behind strokes",
        page(
            "",
            """<body><article><h1>Kelm sube la tarifa de estacionamiento</h1><p class="firma">Livia Sandal</p><p class="fecha">07/mar/2024 08:15</p><p>La ciudad de Kelm cobrará desde junio 3.20 euros por hora de estacionamiento en el puerto, 60 centavos más que hoy.</p><p>El cabildo espera 410 mil euros al año.</p></article></body>""",
            lang="es-MX",
            title="Kelm sube la tarifa de estacionamiento",
        ),
        has=("3.20 euros",),
        published="2024-03-07",
    ),
)

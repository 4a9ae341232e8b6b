"""Who goes on speaking: German subjunctives behind "erläuterte den Haushalt", "hieß es von …", Hindi words beside ने."""

from __future__ import annotations

import pytest

import workbench

GERMAN = {
    "Bürgermeisterin Anna Muster erläuterte den Haushalt. Die Rücklagen seien um 3 Millionen gesunken.": "Anna Muster",
    "Bürgermeister Jan Voss kritisierte den Beschluss. Das Land habe 3 Millionen Euro zu wenig gezahlt.": "Jan Voss",
    "Landrat Jan Voss stellte die Pläne vor. Die Brücke werde 2022 fertig.": "Jan Voss",
    "Landrat Jan Voss zog eine positive Bilanz. Der Kreis habe 300 Wohnungen gebaut.": "Jan Voss",
    "Die Ministerin verteidigte den Plan. Er koste nur 3 Millionen Euro.": "Die Ministerin",
    "Am Montag verteidigte Ministerin Anna Muster den Plan. Er koste nur 3 Millionen Euro.": "Anna Muster",
    "Im Rat kritisierte die Bürgermeisterin den Bund. Er zahle nur 3 Millionen Euro.": "die Bürgermeisterin",
    "Im Prozess schilderte der Zeuge den Abend. Der Mann habe 3 Autos gestohlen.": "der Zeuge",
    "Die Brücke sei sicher, teilte das Amt mit. Lastwagen müssten aber 3 Kilometer weit fahren.": "das Amt",
    "Der Mann sei gestürzt, heißt es von der Polizei. Er habe unter Schock gestanden.": "Polizei",
    "Um 4 Uhr sei das Haus leer gewesen, hieß es bei der Feuerwehr.": "Feuerwehr",
    "Der Plan koste 3 Millionen Euro, heißt es aus dem Ministerium.": "Ministerium",
}
NOBODYS = [
    "Jan Voss wurde am Montag verhaftet. Er habe 3 Millionen Euro gestohlen.",
    "Die Polizei nahm Jan Voss fest. Er habe 3 Autos gestohlen.",
    "Der Bürgermeister trat zurück. Die Stadt habe kein Geld mehr.",
    "Bürgermeister Jan Voss kritisierte Ministerin Anna Muster. Sie habe 3 Millionen Euro verschwendet.",
    "Bürgermeister Jan Voss stellte Anna Muster vor. Sie habe 30 Jahre als Lehrerin gearbeitet.",
    "Bürgermeister Jan Voss äußerte sich nicht. Der Damm sei 30 Jahre alt.",
    "Landrat Jan Voss wies den Weg. Es seien 300 Meter bis zum See.",
    "Nach der Rede von Jan Voss kritisierte die Opposition den Plan. Er koste 3 Millionen Euro.",
    "Am Montag kritisierte das Gutachten von Jan Voss den Bau. Er sei 3 Meter zu hoch.",
    "Jan Voss forderte mehr Geld. Die Klinik hat 300 Betten.",
    "Der Plan sei vom Tisch, heißt es aus Norvik.",
    "Der Turm, so heißt es von alters her, sei 300 Jahre alt.",
    "Der Plan sei gut, heißt es im Bericht. Er koste 3 Millionen.",
]
HINDI = {
    "महापौर राजेश कुमार ने पत्रकारों से कहा कि शहर में 40 मकान गिर गए।": "महापौर राजेश कुमार",
    "बैठक के बाद मंत्री सुनीता देवी ने संवाददाताओं से कहा कि सरकार 300 करोड़ रुपये देगी।": "मंत्री सुनीता देवी",
    "सोमवार को महापौर राजेश कुमार ने कहा कि 40 मकान गिर गए।": "महापौर राजेश कुमार",
    "मंत्री सुनीता देवी ने विधानसभा में एक सवाल के जवाब में कहा कि 40 मकान गिर गए।": "मंत्री सुनीता देवी",
    "मंत्री सुनीता देवी ने एक प्रेस विज्ञप्ति जारी कर बताया कि 40 मकान गिर गए।": "मंत्री सुनीता देवी",
    "महापौर के प्रवक्ता ने कहा, “पुल पर काम 2022 तक चलेगा।”": "महापौर के प्रवक्ता",
    "प्रवक्ता ने ट्वीट कर कहा: “हम 40 मकान बनाएंगे।”": "प्रवक्ता",
    "अदालत में वकील ने दावा किया कि 3 गवाह झूठे हैं।": "वकील",
    "किसानों की मांग पर मुख्यमंत्री ने घोषणा की कि 300 करोड़ रुपये मिलेंगे।": "मुख्यमंत्री",
    "मंत्री ने पुल का उद्घाटन किया और कहा कि 40 मकान बनेंगे।": "मंत्री",
    "मंत्री ने कहा कि पुल 2022 में खुलेगा। उन्होंने कहा, योजना पर 300 करोड़ रुपये खर्च होंगे।": "मंत्री",
    "लखनऊ में महापौर ने बताया कि 40 मकान गिर गए। उन्होंने बताया कि 3 लोग घायल हैं।": "महापौर",
}
HINDI_NOBODYS = [
    "मंत्री ने नहीं कहा कि पुल खुलेगा।",
    "जिस मंत्री ने यह कहा था, वह अब जेल में है।",
    "मंत्री ने मोहन को बुलाया और श्याम ने कहा कि पुल बंद है।",
    "मंत्री को पत्र लिखने वाली शिक्षिका ने कहा कि 40 बच्चे बीमार हैं।",
    "कानपुर से आए मंत्री ने कहा कि 40 मकान गिर गए।",
    "किसी ने कहा कि पुल गिर गया।",
    "पुल टूट गया। उन्होंने कहा कि 3 लोग घायल हैं।",
    "बैठक के बाद उन्होंने कहा कि पुल खुलेगा।",
    "सोमवार को 40 मकान गिर गए।",
]


@pytest.mark.parametrize("text", [*GERMAN, *HINDI])
def test_the_last_sentence_is_of_whoever_spoke(text: str) -> None:
    assert workbench.split(text + "\n")[-1].speaker == {**GERMAN, **HINDI}[text]


@pytest.mark.parametrize("text", [*NOBODYS, *HINDI_NOBODYS])
def test_nobody_is_named_where_it_is_not_plain_who_spoke(text: str) -> None:
    assert workbench.split(text + "\n")[-1].speaker is None


@pytest.mark.parametrize(
    ("head", "kept"),
    [
        ("नई दिल्ली (भाषा): ", False),
        ("पटना, 3 मई (एजेंसी) – ", False),
        ("नई दिल्ली, 27 सितम्बर (वार्ता)| ", False),
        ("मंत्री (वित्त): ", True),
        ("नई दिल्ली: ", True),
    ],
)
def test_a_hindi_dateline_is_no_part_of_the_claim(head: str, kept: bool) -> None:
    quote = workbench.split(f"{head}सरकार ने 300 करोड़ रुपये दिए।\n")[0].quote
    assert quote.startswith("सरकार") is not kept

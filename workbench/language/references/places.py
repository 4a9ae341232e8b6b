"""Countries, their capitals and the words for what belongs to them: so that "the country" finds its name."""

from __future__ import annotations

_ROWS = """
Afghanistan|Kabul|Afghan
Albania|Tirana|Albanian
Algeria|Algiers|Algerian
Angola|Luanda|Angolan
Argentina|Buenos Aires|Argentine
Armenia|Yerevan|Armenian
Australia|Canberra|Australian
Austria|Vienna|Austrian
Azerbaijan|Baku|Azerbaijani
Bahrain|Manama|Bahraini
Bangladesh|Dhaka|Bangladeshi
Belarus|Minsk|Belarusian
Belgium|Brussels|Belgian
Bolivia|La Paz|Bolivian
Bosnia and Herzegovina|Sarajevo|Bosnian
Botswana|Gaborone|
Brazil|Brasilia|Brazilian
Bulgaria|Sofia|Bulgarian
Burkina Faso|Ouagadougou|
Cambodia|Phnom Penh|Cambodian
Cameroon|Yaounde|Cameroonian
Canada|Ottawa|Canadian
Chad|N'Djamena|Chadian
Chile|Santiago|Chilean
China|Beijing|Chinese
Colombia|Bogota|Colombian
Croatia|Zagreb|Croatian
Cuba|Havana|Cuban
Cyprus|Nicosia|Cypriot
Czech Republic|Prague|Czech
Democratic Republic of Congo|Kinshasa|Congolese
Denmark|Copenhagen|Danish
Ecuador|Quito|Ecuadorian
Egypt|Cairo|Egyptian
El Salvador|San Salvador|Salvadoran
Eritrea|Asmara|Eritrean
Estonia|Tallinn|Estonian
Ethiopia|Addis Ababa|Ethiopian
Finland|Helsinki|Finnish
France|Paris|French
Georgia|Tbilisi|Georgian
Germany|Berlin|German
Ghana|Accra|Ghanaian
Greece|Athens|Greek
Guatemala|Guatemala City|Guatemalan
Haiti|Port-au-Prince|Haitian
Honduras|Tegucigalpa|Honduran
Hungary|Budapest|Hungarian
Iceland|Reykjavik|Icelandic
India|New Delhi|Indian
Indonesia|Jakarta|Indonesian
Iran|Tehran|Iranian
Iraq|Baghdad|Iraqi
Ireland|Dublin|Irish
Israel|Jerusalem|Israeli
Italy|Rome|Italian
Ivory Coast|Abidjan|Ivorian
Jamaica|Kingston|Jamaican
Japan|Tokyo|Japanese
Jordan|Amman|Jordanian
Kazakhstan|Astana|Kazakh
Kenya|Nairobi|Kenyan
Kosovo|Pristina|Kosovan
Kuwait|Kuwait City|Kuwaiti
Kyrgyzstan|Bishkek|Kyrgyz
Laos|Vientiane|Laotian
Latvia|Riga|Latvian
Lebanon|Beirut|Lebanese
Libya|Tripoli|Libyan
Lithuania|Vilnius|Lithuanian
Luxembourg||
Madagascar|Antananarivo|Malagasy
Malawi|Lilongwe|Malawian
Malaysia|Kuala Lumpur|Malaysian
Mali|Bamako|Malian
Malta|Valletta|Maltese
Mexico|Mexico City|Mexican
Moldova|Chisinau|Moldovan
Mongolia|Ulaanbaatar|Mongolian
Montenegro|Podgorica|Montenegrin
Morocco|Rabat|Moroccan
Mozambique|Maputo|Mozambican
Myanmar|Naypyidaw|Burmese
Nepal|Kathmandu|Nepalese
Netherlands|The Hague|Dutch
New Zealand|Wellington|
Nicaragua|Managua|Nicaraguan
Niger|Niamey|
Nigeria|Abuja|Nigerian
North Korea|Pyongyang|North Korean
North Macedonia|Skopje|Macedonian
Norway|Oslo|Norwegian
Oman|Muscat|Omani
Pakistan|Islamabad|Pakistani
Panama|Panama City|Panamanian
Paraguay|Asuncion|Paraguayan
Peru|Lima|Peruvian
Philippines|Manila|Filipino
Poland|Warsaw|Polish
Portugal|Lisbon|Portuguese
Qatar|Doha|Qatari
Romania|Bucharest|Romanian
Russia|Moscow|Russian
Rwanda|Kigali|Rwandan
Saudi Arabia|Riyadh|Saudi
Senegal|Dakar|Senegalese
Serbia|Belgrade|Serbian
Singapore||Singaporean
Slovakia|Bratislava|Slovak
Slovenia|Ljubljana|Slovenian
Somalia|Mogadishu|Somali
South Africa|Pretoria|South African
South Korea|Seoul|South Korean
South Sudan|Juba|South Sudanese
Spain|Madrid|Spanish
Sri Lanka|Colombo|Sri Lankan
Sudan|Khartoum|Sudanese
Sweden|Stockholm|Swedish
Switzerland|Bern|Swiss
Syria|Damascus|Syrian
Taiwan|Taipei|Taiwanese
Tajikistan|Dushanbe|Tajik
Tanzania|Dodoma|Tanzanian
Thailand|Bangkok|Thai
Tunisia|Tunis|Tunisian
Turkey|Ankara|Turkish
Turkmenistan|Ashgabat|Turkmen
Uganda|Kampala|Ugandan
Ukraine|Kyiv|Ukrainian
United Arab Emirates|Abu Dhabi|Emirati
United Kingdom|London|British
United States|Washington|American
Uruguay|Montevideo|Uruguayan
Uzbekistan|Tashkent|Uzbek
Venezuela|Caracas|Venezuelan
Vietnam|Hanoi|Vietnamese
Yemen|Sanaa|Yemeni
Zambia|Lusaka|Zambian
Zimbabwe|Harare|Zimbabwean
"""

COUNTRIES: dict[str, str] = {}
"""A country's name, by its own name, its capital or its adjective."""
for _row in _ROWS.strip().splitlines():
    _country, _capital, _adjective = _row.split("|")
    for _form in (_country, _capital, _adjective):
        if _form:
            COUNTRIES[_form] = _country
COUNTRIES.update(
    {"UK": "United Kingdom", "U.K.": "United Kingdom", "Britain": "United Kingdom", "Great Britain": "United Kingdom",
     "US": "United States", "U.S.": "United States", "USA": "United States", "America": "United States",
     "UAE": "United Arab Emirates", "Kiev": "Ukraine", "Burma": "Myanmar", "Czechia": "Czech Republic",
     "Kremlin": "Russia", "DR Congo": "Democratic Republic of Congo", "Delhi": "India"}
)  # fmt: skip

WITH_ARTICLE = frozenset({"United Kingdom", "United States", "United Arab Emirates", "Netherlands", "Philippines",
                          "Czech Republic", "Democratic Republic of Congo", "Ivory Coast"})  # fmt: skip
"""Countries whose name takes "the"."""

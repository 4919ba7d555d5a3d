import { testByNumber, wordSet } from '../../text/word-numbers.ts';
// Written for this project: countries with their peoples' names, capitals and the buildings that
// stand for their governments. `country | adjectives and peoples | capitals and seats`.

const COUNTRIES = `
Afghanistan|Afghan,Afghans|Kabul
Albania|Albanian,Albanians|Tirana
Algeria|Algerian,Algerians|Algiers
Andorra|Andorran|Andorra la Vella
Angola|Angolan,Angolans|Luanda
Argentina|Argentine,Argentinian,Argentines,Argentinians|Buenos Aires,Casa Rosada
Armenia|Armenian,Armenians|Yerevan
Australia|Australian,Australians|Canberra
Austria|Austrian,Austrians|Vienna
Azerbaijan|Azerbaijani,Azerbaijanis,Azeri,Azeris|Baku
Bahrain|Bahraini,Bahrainis|Manama
Bangladesh|Bangladeshi,Bangladeshis|Dhaka
Belarus|Belarusian,Belarusians|Minsk
Belgium|Belgian,Belgians|
Benin|Beninese|Porto-Novo,Cotonou
Bhutan|Bhutanese|Thimphu
Bolivia|Bolivian,Bolivians|La Paz,Sucre
Bosnia and Herzegovina,Bosnia|Bosnian,Bosnians|Sarajevo
Botswana|Botswanan,Batswana|Gaborone
Brazil|Brazilian,Brazilians|Brasilia,Brasília,Planalto
Bulgaria|Bulgarian,Bulgarians|Sofia
Burkina Faso|Burkinabe,Burkinabé|Ouagadougou
Burundi|Burundian,Burundians|Gitega,Bujumbura
Cambodia|Cambodian,Cambodians|Phnom Penh
Cameroon|Cameroonian,Cameroonians|Yaounde,Yaoundé
Canada|Canadian,Canadians|Ottawa
Central African Republic|Central African|Bangui
Chad|Chadian,Chadians|N'Djamena
Chile|Chilean,Chileans|Santiago,La Moneda
China|Chinese|Beijing,Zhongnanhai
Colombia|Colombian,Colombians|Bogota,Bogotá
Congo,Democratic Republic of Congo,DRC,DR Congo|Congolese|Kinshasa,Brazzaville
Costa Rica|Costa Rican,Costa Ricans|San José
Croatia|Croatian,Croatians,Croat,Croats|Zagreb
Cuba|Cuban,Cubans|Havana
Cyprus|Cypriot,Cypriots|Nicosia
Czech Republic,Czechia|Czech,Czechs|Prague
Denmark|Danish,Dane,Danes|Copenhagen
Djibouti|Djiboutian|
Dominican Republic|Dominican,Dominicans|Santo Domingo
Ecuador|Ecuadorian,Ecuadorean,Ecuadorians|Quito
Egypt|Egyptian,Egyptians|Cairo
El Salvador|Salvadoran,Salvadorans|San Salvador
Eritrea|Eritrean,Eritreans|Asmara
Estonia|Estonian,Estonians|Tallinn
Eswatini|Swazi|Mbabane
Ethiopia|Ethiopian,Ethiopians|Addis Ababa
European Union,EU,Europe|European,Europeans|Brussels,Berlaymont
Fiji|Fijian,Fijians|Suva
Finland|Finnish,Finn,Finns|Helsinki
France|French,Frenchman|Paris,Élysée,Elysee,Quai d'Orsay,Matignon
Gabon|Gabonese|Libreville
Gambia|Gambian,Gambians|Banjul
Georgia|Georgian,Georgians|Tbilisi
Germany|German,Germans|Berlin
Ghana|Ghanaian,Ghanaians|Accra
Greece|Greek,Greeks|Athens
Guatemala|Guatemalan,Guatemalans|
Guinea|Guinean,Guineans|Conakry
Guyana|Guyanese|Georgetown
Haiti|Haitian,Haitians|Port-au-Prince
Honduras|Honduran,Hondurans|Tegucigalpa
Hungary|Hungarian,Hungarians|Budapest
Iceland|Icelandic,Icelander,Icelanders|Reykjavik,Reykjavík
India|Indian,Indians|New Delhi,Delhi
Indonesia|Indonesian,Indonesians|Jakarta
Iran|Iranian,Iranians|Tehran
Iraq|Iraqi,Iraqis|Baghdad
Ireland|Irish|Dublin
Israel|Israeli,Israelis|Jerusalem,Tel Aviv,Knesset
Italy|Italian,Italians|Rome,Palazzo Chigi
Ivory Coast,Côte d'Ivoire|Ivorian,Ivorians|Yamoussoukro,Abidjan
Jamaica|Jamaican,Jamaicans|Kingston
Japan|Japanese|Tokyo
Jordan|Jordanian,Jordanians|Amman
Kazakhstan|Kazakh,Kazakhs,Kazakhstani|Astana
Kenya|Kenyan,Kenyans|Nairobi
Kosovo|Kosovar,Kosovan,Kosovars|Pristina
Kuwait|Kuwaiti,Kuwaitis|Kuwait City
Kyrgyzstan|Kyrgyz|Bishkek
Laos|Laotian,Lao|Vientiane
Latvia|Latvian,Latvians|Riga
Lebanon|Lebanese|Beirut
Lesotho|Basotho|Maseru
Liberia|Liberian,Liberians|Monrovia
Libya|Libyan,Libyans|Tripoli,Tobruk,Benghazi
Liechtenstein||Vaduz
Lithuania|Lithuanian,Lithuanians|Vilnius
Luxembourg|Luxembourgish,Luxembourger|
Madagascar|Malagasy|Antananarivo
Malawi|Malawian,Malawians|Lilongwe
Malaysia|Malaysian,Malaysians|Kuala Lumpur,Putrajaya
Maldives|Maldivian|Malé
Mali|Malian,Malians|Bamako
Malta|Maltese|Valletta
Mauritania|Mauritanian,Mauritanians|Nouakchott
Mauritius|Mauritian|Port Louis
Mexico|Mexican,Mexicans|Mexico City
Moldova|Moldovan,Moldovans|Chisinau,Chișinău
Monaco|Monegasque|
Mongolia|Mongolian,Mongolians|Ulaanbaatar,Ulan Bator
Montenegro|Montenegrin,Montenegrins|Podgorica
Morocco|Moroccan,Moroccans|Rabat
Mozambique|Mozambican,Mozambicans|Maputo
Myanmar,Burma|Burmese|Naypyidaw,Yangon
Namibia|Namibian,Namibians|Windhoek
Nepal|Nepali,Nepalese|Kathmandu
Netherlands|Dutch,Dutchman|The Hague,Amsterdam
New Zealand|New Zealander,New Zealanders|Wellington
Nicaragua|Nicaraguan,Nicaraguans|Managua
Niger|Nigerien|Niamey
Nigeria|Nigerian,Nigerians|Abuja,Lagos
North Korea|North Korean,North Koreans|Pyongyang
North Macedonia,Macedonia|Macedonian,Macedonians|Skopje
Norway|Norwegian,Norwegians|Oslo
Oman|Omani,Omanis|Muscat
Pakistan|Pakistani,Pakistanis|Islamabad
Palestine,Palestinian Authority|Palestinian,Palestinians|Ramallah
Panama|Panamanian,Panamanians|Panama City
Papua New Guinea|Papuan|Port Moresby
Paraguay|Paraguayan,Paraguayans|Asunción,Asuncion
Peru|Peruvian,Peruvians|Lima
Philippines|Philippine,Filipino,Filipinos|Manila,Malacañang
Poland|Polish,Pole,Poles|Warsaw
Portugal|Portuguese|Lisbon
Qatar|Qatari,Qataris|Doha
Romania|Romanian,Romanians|Bucharest
Russia,Russian Federation|Russian,Russians|Moscow,Kremlin
Rwanda|Rwandan,Rwandans|Kigali
Saudi Arabia|Saudi,Saudis|Riyadh
Senegal|Senegalese|Dakar
Serbia|Serbian,Serbians,Serb,Serbs|Belgrade
Sierra Leone|Sierra Leonean|Freetown
Singapore|Singaporean,Singaporeans|
Slovakia|Slovak,Slovaks,Slovakian|Bratislava
Slovenia|Slovenian,Slovenians,Slovene,Slovenes|Ljubljana
Somalia|Somali,Somalis|Mogadishu
South Africa|South African,South Africans|Pretoria,Cape Town
South Korea,Korea|South Korean,South Koreans,Korean,Koreans|Seoul,Blue House
South Sudan|South Sudanese|Juba
Spain|Spanish,Spaniard,Spaniards|Madrid,Moncloa
Sri Lanka|Sri Lankan,Sri Lankans|Colombo
Sudan|Sudanese|Khartoum,Port Sudan
Suriname|Surinamese|Paramaribo
Sweden|Swedish,Swede,Swedes|Stockholm
Switzerland|Swiss|Bern,Berne
Syria|Syrian,Syrians|Damascus
Taiwan|Taiwanese|Taipei
Tajikistan|Tajik,Tajiks|Dushanbe
Tanzania|Tanzanian,Tanzanians|Dodoma,Dar es Salaam
Thailand|Thai,Thais|Bangkok
Togo|Togolese|Lomé
Trinidad and Tobago|Trinidadian|Port of Spain
Tunisia|Tunisian,Tunisians|Tunis
Turkey,Türkiye,Turkiye|Turkish,Turk,Turks|Ankara
Turkmenistan|Turkmen|Ashgabat
Uganda|Ugandan,Ugandans|Kampala
Ukraine|Ukrainian,Ukrainians|Kyiv,Kiev,Bankova
United Arab Emirates,UAE,Emirates|Emirati,Emiratis|Abu Dhabi,Dubai
United Kingdom,UK,U.K.,Britain,Great Britain,England|British,Briton,Britons,English|London,Downing Street,Whitehall,Westminster
United States,US,U.S.,USA,U.S.A.,America,United States of America|American,Americans|Washington,White House
United Nations,UN,U.N.||Turtle Bay
Uruguay|Uruguayan,Uruguayans|Montevideo
Uzbekistan|Uzbek,Uzbeks|Tashkent
Vatican,Holy See,Vatican City||
Venezuela|Venezuelan,Venezuelans|Caracas,Miraflores
Vietnam|Vietnamese|Hanoi
Wales|Welsh|Cardiff
Scotland|Scottish,Scot,Scots|Edinburgh,Holyrood
Northern Ireland|Northern Irish|Belfast,Stormont
Yemen|Yemeni,Yemenis|Sanaa,Aden
Zambia|Zambian,Zambians|Lusaka
Zimbabwe|Zimbabwean,Zimbabweans|Harare`;

/** States of the United States, other large cities and regions that are no one's name. */
const OTHER_PLACES = `Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,
Hawaii,Idaho,Illinois,Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,
Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New York,
North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,
Tennessee,Texas,Utah,Vermont,Virginia,West Virginia,Wisconsin,Wyoming,New York City,Los Angeles,Chicago,
Houston,Philadelphia,Phoenix,San Francisco,Seattle,Boston,Detroit,Miami,Atlanta,Dallas,Denver,Las Vegas,
New Orleans,Cleveland,Baltimore,Milwaukee,Pittsburgh,St. Louis,Manhattan,Brooklyn,Capitol Hill,Wall Street,
Silicon Valley,Hollywood,Geneva,Zurich,Istanbul,Jeddah,Munich,Frankfurt,Hamburg,Barcelona,Milan,Venice,
Davos,Strasbourg,Lyon,Marseille,Shanghai,Hong Kong,Shenzhen,Mumbai,Kolkata,Karachi,Lahore,Osaka,Kyoto,
Hiroshima,Busan,Sydney,Melbourne,Perth,Toronto,Montreal,Vancouver,Quebec,Alberta,Ontario,São Paulo,
Rio de Janeiro,Crimea,Donbas,Donetsk,Luhansk,Kharkiv,Kherson,Zaporizhzhia,Odesa,Odessa,Lviv,Mariupol,
St. Petersburg,Saint Petersburg,Siberia,Chechnya,Abkhazia,South Ossetia,Transnistria,Nagorno-Karabakh,
Gaza,Gaza Strip,West Bank,Golan Heights,Rafah,Khan Younis,Aleppo,Idlib,Homs,Mosul,Kirkuk,Basra,Erbil,
Kurdistan,Kashmir,Punjab,Tibet,Xinjiang,Darfur,Tigray,Kordofan,Sahel,Balkans,Caucasus,Baltics,
Scandinavia,Middle East,Africa,Asia,Latin America,South America,North America,Central America,
Central Asia,Southeast Asia,Eastern Europe,Western Europe,Antarctica,Arctic,Greenland,Catalonia,Bavaria,
Flanders,Wallonia,Sicily,Sardinia,Corsica,Normandy,Brittany,Lublin,Krakow,Gdansk,Manchester,Liverpool,
Birmingham,Glasgow,Leeds,Sochi,Sevastopol,Yalta,Camp David,Guantanamo Bay,Mar-a-Lago,Benghazi,
Persian Gulf,Red Sea,Black Sea,Baltic Sea,South China Sea,Mediterranean,Atlantic,Pacific,Caspian,
Gulf of Mexico,Suez Canal,Panama Canal,Hormuz,Bosphorus,Danube,Nile,Mekong,Rhine,Al Udeid,Sharm el-Sheikh`;

export interface Country {
  /** The first of its names, the key by which all that belongs to it is one. */
  readonly name: string;
  readonly names: readonly string[];
  readonly demonyms: readonly string[];
  /** The capital and whatever building or street stands for the government. */
  readonly seats: readonly string[];
}

const list = (words: string | undefined): string[] =>
  (words ?? '').split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));

export const countries: readonly Country[] = COUNTRIES.trim()
  .split('\n')
  .map((row) => {
    const [names, demonyms, seats] = row.split('|').map(list);
    return {
      name: names?.[0] ?? '',
      names: names ?? [],
      demonyms: demonyms ?? [],
      seats: seats ?? [],
    };
  });

const countryByWord = new Map<string, Country>();
for (const country of countries)
  for (const word of [...country.names, ...country.demonyms, ...country.seats])
    if (!countryByWord.has(word.toLowerCase())) countryByWord.set(word.toLowerCase(), country);

const CONTINENTAL =
  'African,Africans,Asian,Asians,South American,North American,Latin American,Central American,Middle Eastern,Western,Nordic,Baltic,Balkan,Arab,Arabs,Kurdish,Kurds,Chechen,Chechens,Catalan,Catalans,Persian,Slavic';

const demonyms = new Set(
  [...countries.flatMap((country) => country.demonyms), ...list(CONTINENTAL)].map((word) =>
    word.toLowerCase(),
  ),
);
const otherPlaces = new Set(list(OTHER_PLACES.replace(/\n/gu, '')).map((p) => p.toLowerCase()));

/** The country whose name, people, capital or seat of government the words are, in any case. */
export function countryOf(words: string): Country | undefined {
  const lower = words.toLowerCase();
  const known = countryByWord.get(lower);
  if (known !== undefined || !/^the |[’']s$/u.test(lower)) return known;
  return countryByWord.get(lower.replace(/^the |[’']s$/gu, ''));
}

export const isDemonym = (word: string): boolean => demonyms.has(word.toLowerCase());

/** Whether the words name a country, a capital, a seat of government or another known place. */
export const isPlace = (words: string): boolean =>
  otherPlaces.has(words.toLowerCase()) || (countryOf(words) !== undefined && !isDemonym(words));

const placeOpeners = new Set(
  [...demonyms, ...otherPlaces, ...countryByWord.keys()].map((words) => words.split(' ')[0] ?? ''),
);

/** Whether the name of a place or of a people may begin with the word; `the` is none of its own. */
export const opensPlace = testByNumber((word) => word !== 'the' && placeOpeners.has(word));

/** The same of one word of a text. */
export const isPlaceWord = testByNumber(isPlace);
export const isDemonymWord = testByNumber(isDemonym);

/** What a capitalised run ends with when it names a stretch of land or water, or a street. */
export const LANDSCAPE = wordSet(
  `mountains mountain river valley islands island county city province heights beach street avenue
  square airport bay sea ocean lake desert peninsula strait straits gulf hills hill coast delta canal
  bridge road boulevard park plaza stadium arena tower hotel township village district region oblast
  rayon governorate prefecture canyon falls springs creek forest plateau port harbor harbour base`.split(
    /\s+/u,
  ),
);

/** What a name begins with when it names a place: `Lake Tanganyika`, `Port Talbot`. */
export const LANDSCAPE_OPENERS = wordSet(
  'lake mount cape port fort gulf isle upper lower new el los las san santa'.split(' '),
);

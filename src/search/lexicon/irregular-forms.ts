// Written for this project: forms that no stemmer brings together, the plain form first.
const IRREGULAR_FORMS = `
  arise arose arisen, awake awoke, become became, begin began begun, bend bent, bind bound,
  bite bit bitten, bleed bled, blow blew blown, break broke broken, breed bred, bring brought,
  build built, buy bought, catch caught, choose chose chosen, cling clung, come came, creep crept,
  deal dealt, dig dug, draw drew drawn, drink drank drunk, drive drove driven, eat ate eaten,
  fall fell fallen, feed fed, feel felt, fight fought, find found, flee fled, fly flew flown,
  forbid forbade forbidden, forget forgot forgotten, forgive forgave forgiven, freeze froze frozen,
  get got gotten, give gave given, go went gone, grow grew grown, hang hung, hear heard,
  hide hid hidden, hold held, keep kept, kneel knelt, know knew known, lead led, leave left,
  lend lent, lose lost, make made, mean meant, meet met, mistake mistook mistaken, overcome overcame,
  oversee oversaw overseen, overthrow overthrew overthrown, pay paid, plead pled, prove proven,
  ride rode ridden, ring rang rung, rise rose risen, run ran, say said, see saw seen, seek sought,
  sell sold, send sent, shake shook shaken, shine shone, shoot shot, show shown, shrink shrank shrunk,
  sing sang sung, sink sank sunk, sit sat, sleep slept, slide slid, speak spoke spoken, spend spent,
  spin spun, stand stood, steal stole stolen, stick stuck, strike struck stricken, strive strove,
  swear swore sworn, sweep swept, swim swam swum, swing swung, take took taken, teach taught,
  tear tore torn, tell told, think thought, throw threw thrown, undergo underwent undergone,
  understand understood, undertake undertook undertaken, uphold upheld, wear wore worn, weep wept,
  win won, withdraw withdrew withdrawn, withhold withheld, write wrote written,
  die death dying dead, lie lied lying, man men, woman women, child children, person people,
  wife wives, life lives, crisis crises, thesis theses, analysis analyses,
  criterion criteria, medium media`;

const plainForms = new Map(
  IRREGULAR_FORMS.split(',').flatMap((line) => {
    const [plain = '', ...forms] = line.trim().split(/\s+/u);
    return forms.map((form) => [form, plain] as const);
  }),
);

/** `gave` → give, `children` → child; any other folded word as it is. */
export const plainForm = (word: string): string => plainForms.get(word) ?? word;

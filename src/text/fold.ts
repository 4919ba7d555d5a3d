/** Most words: in these only the case is to be folded. */
const PLAIN = /^[\w '".,:;!?()-]*$/u;

/** Lower case, no diacritics, straight apostrophes: `Erdoğan’s` → `erdogan's`. Length may change. */
export function fold(words: string): string {
  if (PLAIN.test(words)) return words.toLowerCase();
  return words
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’‘ʼ`]/gu, "'")
    .replace(/ı/gu, 'i')
    .replace(/ł/gu, 'l')
    .replace(/ø/gu, 'o')
    .replace(/đ/gu, 'd')
    .replace(/ß/gu, 'ss')
    .replace(/þ/gu, 'th')
    .replace(/ð/gu, 'd')
    .replace(/æ/gu, 'ae')
    .replace(/œ/gu, 'oe');
}

/**
 * The spellings of one transliterated name made one, for comparing only. The steps undo what
 * romanisation systems (BGN/PCGN, ISO 9, the press's own) disagree on.
 *
 *     Zelenskyy, Zelensky, Zelenskiy, Zelenski → zelenski
 *     Dmitriev, Dmitriyev → dmitriev          Kirill, Kiril → kiril
 *     Gasimzade, Gasymzade → gasimzade        Al-Tayeb, al-Tayib → al-taieb, al-taiib
 */
export function foldName(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}' -]+/gu, ' ')
    .replace(/y/gu, 'i')
    .replace(/(?<!i)i+(?=[aeou])/gu, 'i')
    .replace(/ie(?=v\b|va\b)/gu, 'e')
    .replace(/(\p{L})\1+/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}

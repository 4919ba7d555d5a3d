/** What stands in the place of a secret. */
const CONCEALED = '[concealed]';

/** A shorter one may stand in any line by chance. */
const SHORTEST = 6;

/** Where secrets stand in addresses: each kind with what is kept before and after it. */
const IN_ADDRESSES: readonly (readonly [RegExp, string])[] = [
  // https://discord.com/developers/docs/interactions/receiving-and-responding: the token of an
  // interaction is a part of the path.
  [/(\/interactions\/\d+\/)[^\s/"?]+/gu, `$1${CONCEALED}`],
  [/(\/webhooks\/\d+\/)[^\s/"?]+/gu, `$1${CONCEALED}`],
  // postgres://verbatim:password@host/name
  [/(:\/\/)[^\s/"@]+@/gu, `$1${CONCEALED}@`],
];

/** Gives a line without these secrets, without passwords in addresses, and without tokens in paths. */
export function concealing(secrets: readonly string[]): (line: string) => string {
  const words = [...new Set(secrets.flatMap(formsOf))].filter(({ length }) => length >= SHORTEST);
  return (line) => {
    const plain = words.reduce((text, word) => text.replaceAll(word, CONCEALED), line);
    return IN_ADDRESSES.reduce((text, [place, kept]) => text.replaceAll(place, kept), plain);
  };
}

/** As it is, as JSON has it, and the password in it if it is an address with one. */
function formsOf(secret: string): readonly string[] {
  const written = [secret, passwordIn(secret), decodeURIComponentSafely(passwordIn(secret))];
  return written.flatMap((form) => [form, JSON.stringify(form).slice(1, -1)]);
}

const passwordIn = (secret: string): string =>
  URL.canParse(secret) ? new URL(secret).password : '';

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

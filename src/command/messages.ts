import { english } from './catalogue/en.ts';
import { type Language, tongueOf } from './catalogue/index.ts';

export type MessageKey = keyof typeof english;

/**
 * A text with a placeholder for each parameter, `{name}`; or a form of it for each plural category
 * that the language tells apart, chosen by one of the parameters, a count.
 */
export type Text = string | PluralText;

interface PluralText {
  /** The parameter that decides. */
  readonly by: string;
  readonly forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
    readonly other: string;
  };
}

/** Everything that the bot itself says, in one language. */
export type Catalogue = Readonly<Record<MessageKey, Text>>;

/** A language that the bot speaks. */
export interface Tongue {
  /** What it is called in itself: `Español`. */
  readonly name: string;
  /** As `Intl` knows it, for dates, counts and plurals. */
  readonly locale: string;
  /** Whoever uses Discord in one of these is spoken to in it. */
  readonly discordLocales: readonly string[];
  readonly texts: Catalogue;
}

/** A text in a language; of one with plural forms the one for a number. */
export function textOf(key: MessageKey, language: Language, count = 0): string {
  const text = tongueOf(language).texts[key];
  if (typeof text === 'string') return text;
  return text.forms[pluralRules(language).select(count)] ?? text.forms.other;
}

/** The parameter that decides on the form, if there are several. */
export function pluralBy(key: MessageKey, language: Language): string | undefined {
  const text = tongueOf(language).texts[key];
  return typeof text === 'string' ? undefined : text.by;
}

export const isMessageKey = (words: string): words is MessageKey => Object.hasOwn(english, words);

const rules = new Map<Language, Intl.PluralRules>();

function pluralRules(language: Language): Intl.PluralRules {
  const known = rules.get(language) ?? new Intl.PluralRules(tongueOf(language).locale);
  rules.set(language, known);
  return known;
}

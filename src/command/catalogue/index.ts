import type { Tongue } from '../messages.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { ukrainian } from './uk.ts';

/** Every language that the bot speaks; another one is a file and a line here. */
const TONGUES = {
  // Dates as in `18 Feb 2025`; what no other language is told in, Discord shows in English.
  en: { name: 'English', locale: 'en-GB', discordLocales: [], texts: english },
  uk: ukrainian,
  es: spanish,
} as const satisfies Readonly<Record<string, Tongue>>;

export type Language = keyof typeof TONGUES;

const isLanguage = (name: string): name is Language => Object.hasOwn(TONGUES, name);

export const LANGUAGES: readonly Language[] = Object.keys(TONGUES).filter(isLanguage);

export const tongueOf = (language: Language): Tongue => TONGUES[language];

/** The language for one of Discord's locales, `es-419`, or a setting; English where there is none. */
export const languageOf = (locale = ''): Language =>
  LANGUAGES.find(
    (language) => language === locale || tongueOf(language).discordLocales.includes(locale),
  ) ?? 'en';

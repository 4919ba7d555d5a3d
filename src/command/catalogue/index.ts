import type { Catalogue } from '../messages.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { ukrainian } from './uk.ts';

/** Every language that the bot speaks; another one is a file and a line here. */
export const CATALOGUES = {
  en: english,
  uk: ukrainian,
  es: spanish,
} as const satisfies Readonly<Record<string, Catalogue>>;

export type Language = keyof typeof CATALOGUES;

export const LANGUAGES: readonly Language[] = ['en', 'uk', 'es'];

/** The language for one of Discord's locales, `es-419`, or a setting; English where there is none. */
export const languageOf = (locale: string | undefined): Language =>
  LANGUAGES.find((language) => language === locale?.slice(0, 2).toLowerCase()) ?? 'en';

/** As `Intl` knows it: dates in English are written as in `18 Feb 2025`. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', uk: 'uk', es: 'es' };

/** Discord's locales that a language serves, for what Discord itself shows. */
export const DISCORD_LOCALES: Readonly<Record<Language, readonly string[]>> = {
  en: [],
  uk: ['uk'],
  es: ['es-ES', 'es-419'],
};

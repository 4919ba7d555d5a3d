import { type KeepingTexts, englishKeeping } from './en.ts';

/** What the bot says to those who keep the articles. */
export const spanishKeeping: KeepingTexts = englishKeeping;

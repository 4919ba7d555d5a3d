import { type BaseInteraction, MessageFlags } from 'discord.js';
import { type Language, languageOf } from '../command/catalogue/index.ts';
import { type Desk, settingsOf } from './desk.ts';

/** Of what one member sees. */
export const memberLanguage = ({ locale }: Pick<BaseInteraction, 'locale'>): Language =>
  languageOf(locale);

/** Of what all see: as the server has set it, else as it is in Discord. */
export const serverLanguage = (
  { servers }: Pick<Desk, 'servers'>,
  guildId: string | null,
  locale: string | null | undefined,
): Language =>
  languageOf((guildId === null ? undefined : servers.settings(guildId).language) ?? locale ?? '');

/** Of an answer to one member, or to all who are there. */
export function languageFor(
  desk: Pick<Desk, 'servers'>,
  interaction: BaseInteraction,
  isPrivate: boolean,
): Language {
  const { guildId, guildLocale, locale } = interaction;
  if (isPrivate || guildId === null) return languageOf(locale);
  return languageOf(settingsOf(desk, interaction).language ?? guildLocale ?? '');
}

/** Of the card that was pressed. */
export const cardLanguage = (
  desk: Pick<Desk, 'servers'>,
  interaction: BaseInteraction & {
    readonly message: { readonly flags: { readonly has: (flag: number) => boolean } };
  },
): Language =>
  languageFor(desk, interaction, interaction.message.flags.has(MessageFlags.Ephemeral));

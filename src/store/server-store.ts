/** What a server's managers have set; what is left out is as it comes. */
export interface ServerSettings {
  /** The language of what all can see; else the server's own in Discord. */
  readonly language?: string | undefined;
  /** Ids of the channels where the bot answers for all to see; without any, everywhere. */
  readonly channels: readonly string[];
  /** Seconds between two answers to one member that all can see. */
  readonly cooldown: number;
  /** Where changes are told of. */
  readonly logChannel?: string | undefined;
  /** Whether the bot answers when it is mentioned. */
  readonly mentions: boolean;
}

export const DEFAULT_SETTINGS: ServerSettings = { channels: [], cooldown: 10, mentions: true };

/** A card that all can see, so that it can be mended where it was shown. Its question is not kept. */
export interface ShownCard {
  readonly guildId: string;
  readonly channelId: string;
  readonly messageId: string;
  /** Who asked for it, and may remove it. */
  readonly ownerId: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The ids of the articles that it cites, each with a digest of what it showed of them. */
  readonly articles: Readonly<Record<string, string>>;
  /** The ids of the reports that it tells to have been upheld. */
  readonly upheld?: readonly string[] | undefined;
  /** Whether its owner saw it alone first, and shared it. */
  readonly isShared?: boolean | undefined;
}

export const MISTAKES = ['speaker', 'person', 'context', 'other'] as const;
export type Mistake = (typeof MISTAKES)[number];

/** What a member says is wrong on a card. */
export interface MistakeReport {
  readonly id: string;
  readonly guildId: string;
  readonly userId: string;
  readonly at: string;
  readonly mistake: Mistake;
  /** In the member's own words; may be empty. */
  readonly detail: string;
  /** The places that the card cited: `riyadh-talks 3`. */
  readonly places: readonly string[];
  /** The card, where all can see it. */
  readonly card?: { readonly channelId: string; readonly messageId: string } | undefined;
  readonly verdict?: ReportVerdict | undefined;
}

/** What a moderator decided on a report. */
interface ReportVerdict {
  readonly isUpheld: boolean;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}

/**
 * What servers keep beside articles. Implemented by the folder (`folder-server-store.ts`) and, for
 * tests and one-shot questions, by memory. Reads see every write that was acknowledged.
 */
export interface ServerStore {
  settings(guildId: string): ServerSettings;
  saveSettings(guildId: string, settings: ServerSettings): Promise<void>;
  /** Oldest first. */
  reports(guildId: string): readonly MistakeReport[];
  /** How many reports a member has made, in all servers. */
  reportsBy(userId: string): number;
  /** Adds a report, or replaces the one of its id. */
  saveReport(report: MistakeReport): Promise<void>;
  /** Decides a report that is open; false where it is decided already or forgotten. */
  decideReport(id: string, verdict: ReportVerdict): Promise<boolean>;
  /** Those of the last 30 days. */
  cards(): readonly ShownCard[];
  card(messageId: string): ShownCard | undefined;
  keepCard(card: ShownCard): Promise<void>;
  dropCard(messageId: string): Promise<void>;
  /**
   * Removes a member's reports everywhere, and their name from cards; gives how many reports. Of one
   * that was upheld stays that it was, since cards say so.
   */
  forgetMember(userId: string): Promise<number>;
  /** Adds those notes of a backup whose things are not there any more; gives how many. */
  bringBack(notes: readonly unknown[]): Promise<number>;
}

import type { FeedState } from '../feed/feed.ts';
import type { Source } from './article-store.ts';
import type { LeftOut } from './erasing/erased-things.ts';
import type { Row, ServerTable } from './server-table.ts';

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
  /** The reading was put right: what was shown, and what is shown now, as the article has it. */
  readonly corrected?: { readonly was?: string; readonly is?: string };
}

/** An article that is yet to be saved: begun, suggested by a member, or come from a feed. */
export interface Draft extends Row {
  readonly kind: 'draft' | 'suggestion' | 'feed';
  /** Whose it is; of a feed, who added the feed. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The Markdown file that it would be, front matter and all. */
  readonly source: string;
  readonly from: Source;
  /** What was noticed when it was taken in, as `src/intake` names it. */
  readonly warnings: readonly string[];
  /** Of a member who may not save: it is for them alone until they suggest it. */
  readonly isUnshown?: true;
  /** The article of which it is a newer version, and the revision of it that was there then. */
  readonly revises?: string;
  readonly revisesAt?: number;
  readonly feedId?: string;
  /** Of a feed's: the first of those waiting that it is nearly the same as. */
  readonly alikeTo?: string;
  /** What was begun together may be saved together. */
  readonly group?: string;
  /** Of a suggestion: what came of it; the source is gone then. */
  readonly decided?: { readonly by: string; readonly at: string; readonly isSaved: boolean };
}

/** A feed of articles that a server follows. */
export interface Feed extends Row {
  readonly url: string;
  readonly title: string;
  /** Whether what comes waits for a moderator, or is saved at once. */
  readonly mode: 'queue' | 'save';
  readonly by: string;
  readonly at: string;
  /** Why it is not looked at: a moderator said so, it brought too much, or it is not there any more. */
  readonly paused?: 'moderator' | 'busy' | 'gone';
  /** Where the looks at it have got to. */
  readonly state: FeedState;
}

/** What a moderator decided about a fact. */
export interface Decided {
  /** A ruling of `src/extraction`, as JSON; null where it is right as it is read. */
  readonly ruling: Json;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
  /** How often a moderator has reversed what another had decided. */
  readonly reversals: number;
}

/** What moderators decided about one fact that was read out of an article. */
export interface Correction extends Row, Decided {
  /** The article's shelf and id; one of the base shelf is corrected for this server alone. */
  readonly shelf: string;
  readonly article: string;
  /** Which fact it is about: no two corrections of a server are about the same. */
  readonly fact: string;
  /** Reversed twice: nobody is named until someone who manages the server decides. */
  readonly isContested?: true;
  /** Hidden only until this report is decided. */
  readonly until?: string;
  /** Of what is hidden so: what was decided before, which comes back. */
  readonly held?: Decided;
  /** What was decided before, oldest first. */
  readonly earlier: readonly {
    readonly by: string;
    readonly at: string;
    readonly reason: string;
  }[];
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/**
 * What servers keep beside articles. Implemented once (`server-keeper.ts`), over a log in a folder, in
 * PostgreSQL or, for tests and one-shot questions, in memory. Reads see every write that was
 * acknowledged here, and soon those of other processes.
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
   * Removes a member's reports, drafts and suggestions everywhere, and their name from all else; gives
   * how many reports. Of one that was upheld stays that it was, since cards say so.
   */
  forgetMember(userId: string): Promise<number>;
  /** Removes what is kept about an article, and drafts of it; cards name it until they are mended. */
  eraseArticle(article: ErasedArticle): Promise<void>;
  /** Removes all that a server keeps. */
  eraseServer(guildId: string): Promise<void>;
  /** Every server of which something is kept. */
  known(): readonly string[];
  /** The servers that the bot was taken out of. */
  left(): readonly LeftServer[];
  /** Notes when a server was left; undefined that it is not. */
  noteLeft(guildId: string, at: string | undefined): Promise<void>;
  /** Drafts are kept for 7 days, what comes from feeds for 14, and suggestions for 30. */
  readonly drafts: ServerTable<Draft>;
  readonly feeds: ServerTable<Feed>;
  readonly corrections: ServerTable<Correction>;
  /**
   * Adds those notes of a backup whose things are not there any more; gives how many, and how many were
   * left out as erased since.
   */
  bringBack(
    notes: readonly unknown[],
    leftOut?: LeftOut,
  ): Promise<{ readonly added: number; readonly leftOut: number }>;
}

/** An article that is to be erased. */
export interface ErasedArticle {
  readonly shelf: string;
  readonly id: string;
  /** The server that writes the shelf, where that is not the shelf's own. */
  readonly writer?: string | undefined;
  /** Of one of the base shelf: the servers that have an article of this id, which is what they mean by it. */
  readonly hiddenIn?: readonly string[];
  /** Every version of its file. */
  readonly sources: readonly string[];
}

/** A server that the bot was taken out of. */
interface LeftServer {
  readonly guildId: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

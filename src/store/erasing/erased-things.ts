/** What is to be left out of what comes back from a backup. */
export interface LeftOut {
  readonly isArticle: (shelf: string, id: string) => boolean;
  readonly isBody: (id: string) => boolean;
  /** By what `wordsId` gives, whatever front matter they have. */
  readonly isWords: (id: string) => boolean;
  readonly isMember: (userId: string) => boolean;
  readonly isServer: (guildId: string) => boolean;
}

export const LEAVE_OUT_NOTHING: LeftOut = {
  isArticle: () => false,
  isBody: () => false,
  isWords: () => false,
  isMember: () => false,
  isServer: () => false,
};

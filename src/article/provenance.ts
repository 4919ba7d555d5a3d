/** How the words of an article came here: by hand on the disk, or by a member in one of these ways. */
export const ORIGIN_KINDS = ['disk', 'link', 'file', 'paste', 'feed', 'import'] as const;

export interface Origin {
  readonly kind: (typeof ORIGIN_KINDS)[number];
  /** A member's id; `disk` for what was put there by hand. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Of a link or a feed: whose page it was. */
  readonly host?: string;
}

/** Where an article's words are from, and what members have changed about them since. */
export interface Provenance {
  readonly origin: Origin;
  readonly edited?: {
    readonly by: string;
    readonly at: string;
    readonly reason?: string;
    /** The paragraphs, from 1, that did not stand so when the words came here. */
    readonly paragraphs: readonly number[];
  };
}

/** Whether a paragraph's words are not those that came here. */
export const isEdited = (provenance: Provenance | undefined, paragraph: number): boolean =>
  provenance?.edited?.paragraphs.includes(paragraph) === true;

/** What readers are told: nothing of what whoever runs the bot keeps by hand, for it is their own. */
export const toldProvenance = (provenance: Provenance | undefined): Provenance | undefined =>
  provenance?.origin.kind === 'disk' && provenance.edited === undefined ? undefined : provenance;

/** Whether the words of any of these paragraphs, both included, are not those that came here. */
export const isEditedWithin = (
  provenance: Provenance | undefined,
  first: number,
  last: number,
): boolean =>
  provenance?.edited?.paragraphs.some((number) => number >= first && number <= last) === true;

import type { GivenTo, QuotationLine, SpeakerLine } from '../answer/answer.ts';
import { contains } from '../text/span.ts';
import { correctedParts } from './corrected.ts';
import type { MessageKey } from './messages.ts';
import { type Block, type Entry, type Part, cited, field, message } from './reply.ts';

/** A quotation in its sentence, with who spoke and what the article calls them there. */
export function quotationEntry(line: QuotationLine): Entry {
  const { sentence, words: said, parts, cue, differing, added, displaced, alsoIn, disputed } = line;
  const emphasis = differing.length > 0 ? differing : parts;
  const hasCue = cue !== undefined && contains(sentence, cue);
  return [
    {
      kind: 'line',
      parts: [...speakerParts(line), ...correctedParts(line.isCorrected)],
      sources: [said, ...alsoIn],
    },
    { kind: 'quote', citation: sentence, emphasis, ...(hasCue ? { cue } : {}) },
    ...claimLine('quote.added', added),
    ...claimLine('quote.displaced', displaced),
    ...(disputed.length === 0 ? [] : disputeLines(disputed)),
  ];
}

/** Words of the claim that the quotation does not have, or not in this place. */
const claimLine = (key: MessageKey, claimed: readonly string[]): readonly Block[] =>
  claimed.length === 0
    ? []
    : [
        {
          kind: 'line',
          parts: [
            message(key),
            ...claimed.map((words) => message('quote.claimed', { words: field(words) })),
          ],
          sources: [],
        },
      ];

const disputeLines = (disputed: readonly GivenTo[]): readonly Block[] => [
  { kind: 'subheading', text: message('quote.disputed') },
  ...disputed.map(({ name, words, isCorrected }): Block => ({
    kind: 'line',
    parts: [cited(name), ...correctedParts(isCorrected)],
    sources: [words],
  })),
];

function speakerParts({ speaker, mention, manner }: QuotationLine): Part[] {
  const reported = manner === 'indirect' ? [message('quote.reported')] : [];
  if (speaker !== undefined) return [...namedParts(speaker), ...reported];
  if (mention === undefined) return [message('quote.unknown'), ...reported];
  const key = mention.isOpen ? 'quote.mention.open' : 'quote.mention';
  return [message(key, { mention: cited(mention.words) }), ...reported];
}

/** `Dmitry Peskov, Kremlin spokesman (there “he”, named in ¶2)` */
function namedParts({ name, mention, namedAt, role }: SpeakerLine): Part[] {
  const named =
    role === undefined
      ? message('quote.speaker', { name: cited(name) })
      : message('quote.speaker.role', { name: cited(name), role: cited(role) });
  if (name.text.includes(mention.text)) return [named];
  const words = { mention: cited(mention) };
  if (namedAt === undefined) return [named, message('quote.there', words)];
  const paragraph = field(namedAt.paragraph);
  return [named, message('quote.there.from', { ...words, paragraph })];
}

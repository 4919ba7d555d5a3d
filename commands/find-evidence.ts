import type { Evidence, PassageLine, Quotations } from '../src/answer/answer.ts';
import { findEvidence } from '../src/answer/evidence.ts';
import type { MessageCommand } from '../src/command/command.ts';
import { correctedLines } from '../src/command/corrected.ts';
import { quotationEntry } from '../src/command/quotation-entry.ts';
import { refusedReply } from '../src/command/replies.ts';
import {
  type Block,
  type Entry,
  type Message,
  type MessagePlace,
  type Reply,
  field,
  message,
  messageLink,
  plainEntry,
} from '../src/command/reply.ts';
import { findingMessage, ownWordsEntry } from './quote.ts';

/** Looks up a member's message, for the asker alone; shared, it leads there without repeating it. */
export const findEvidenceCommand: MessageCommand = {
  name: 'evidence.name',
  run: async ({ text, place }, { corpus }) => {
    const evidence = await findEvidence(text, corpus);
    const { quotations, claims } = evidence;
    if (quotations.length + claims.length === 0) return refusedReply(message('evidence.empty'));
    const isFound = [...quotations, ...claims].some((each) => each !== undefined);
    return isFound ? foundReply(evidence, place) : noneReply(evidence, place);
  },
};

const foundReply = ({ quotations, claims }: Evidence, place: MessagePlace): Reply => ({
  outcome: 'found',
  isPrivate: true,
  heading: message('evidence.heading'),
  entries: [
    linkEntry(place),
    ...quotations.flatMap(checkedEntries),
    ...claims.flatMap(claimEntries),
  ],
  notes: [],
  choices: [],
  controls: [{ kind: 'button', label: 'card.share', action: 'card.share' }],
});

const noneReply = ({ quotations }: Evidence, place: MessagePlace): Reply => ({
  outcome: 'none',
  isPrivate: true,
  heading: message('evidence.none'),
  entries: [linkEntry(place), ...quotations.flatMap(checkedEntries)],
  notes: [],
  choices: [],
});

const linkEntry = (place: MessagePlace): Entry =>
  plainEntry(messageLink('evidence.message', place));

/** `Its quotation 2: Said, but by Marco Rubio:` over the nearest words that the corpus quotes. */
function checkedEntries(found: Quotations | undefined, at: number): readonly Entry[] {
  const number = field(at + 1);
  if (found?.finding === undefined) return [[heading(message('evidence.silent', { number }))]];
  const { finding, quotations, ownWords } = found;
  const text = message('evidence.quotation', { number, finding: findingMessage(finding) });
  const [first] =
    finding.kind === 'own' ? ownWords.map(ownWordsEntry) : quotations.map(quotedEntry);
  return [[heading(text), ...(first ?? [])]];
}

/** Without the words of the message that are not there, which would repeat it. */
const quotedEntry = (line: Quotations['quotations'][number]): Entry =>
  quotationEntry({ ...line, added: [], displaced: [] });

function claimEntries(found: PassageLine | undefined, at: number): readonly Entry[] {
  if (found === undefined) return [];
  const text = message('evidence.claim', { number: field(at + 1) });
  const { sentence, corrected } = found;
  return [
    [
      heading(text),
      { kind: 'quote', citation: sentence, emphasis: [] },
      ...correctedLines(corrected, sentence),
    ],
  ];
}

const heading = (text: Message): Block => ({ kind: 'subheading', text });

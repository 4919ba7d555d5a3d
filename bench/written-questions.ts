/** A question about the articles of `corpus/`, and words of the passage that answers it. */
export interface WrittenQuestion {
  readonly question: string;
  /** None where no article answers. */
  readonly answer?: { readonly article: string; readonly words: string };
}

// Written for this project: as members would ask who have half heard of it, some in haste, some in
// words of their own.
const ANSWERED: Readonly<Record<string, readonly (readonly [question: string, words: string])[]>> =
  {
    'riyadh-talks': [
      ['Where did the US and Russia hold talks?', 'held talks in Riyadh'],
      ['When did the delegations meet in Riyadh?', 'on Tuesday'],
      ['Since when had Russia and the US not talked?', 'since February 2022'],
      ['Who was on the American team?', 'made up the US delegation'],
      ['Which envoy was in the US delegation?', 'Steve Witkoff'],
      ['Who came for Russia?', 'The Russian delegation consisted of'],
      ['Who runs the Russian sovereign fund?', 'Kiril Dmitriev'],
      ['How long did the first discussion take?', 'took two hours'],
      ['What time did the first round start?', '9:30 in the morning'],
      ['Why are Europeans afraid of being left out?', 'agreements could be made over its head'],
      ['did the meeting run over?', 'longer than the schedule had foreseen'],
      ['What do both powers want to mend?', 'mend relations with each other'],
      ['russian delegaton members', 'The Russian delegation consisted of'],
    ],
    'riyadh-outcome': [
      ['What did Rubio say after the talks?', 'It went well'],
      ['How many points came out of the discussions?', 'Three points came out'],
      ['Which mechanism was agreed?', 'a mechanism for consultation'],
      ['What is the consultation mechanism for?', 'take up the disputes'],
      ['What are the high-level teams supposed to do?', 'negotiate an end to the conflict'],
      ['Which cooperation is to be prepared for later?', 'cooperation on geopolitical interests'],
      ['What did Tammy Bruce say both sides committed to?', 'keep the dialogue going'],
      ['rubio on how the talks went', 'It went well'],
      ['What might open up once the war is over?', 'economic opportunities'],
    ],
    'what-comes-next': [
      ['when might Trump and Putin meet?', 'more groundwork is needed'],
      ['Who dampened hopes of a quick summit?', 'Yuri Ushakov dampened'],
      ['How far apart are the positions, says Ushakov?', 'a long way from converging'],
      ['Is Putin open to talking with the Ukrainian president?', 'Putin is open to talks'],
      ['who carries the negotiations on', 'High-level teams are to carry'],
      ['ushakov warning', 'more groundwork is needed'],
    ],
    'kyiv-answer': [
      ['What did Zelensky say about agreements?', 'any agreement about us without us'],
      ['Was Zelenskyy happy with the Riyadh talks?', 'no doubt about his displeasure'],
      ['Whom does Zelenski want to meet in person?', 'committed to meeting Putin in person'],
      ['Was anyone from Ukraine in Riyadh?', 'No representatives of Ukraine'],
      ['Which results does Peskov call difficult?', 'concrete results are still difficult'],
      ['zelensky agrement without us', 'any agreement about us without us'],
    ],
    'nato-and-eu': [
      ['Does Russia oppose EU membership for Ukraine?', 'does not oppose EU membership'],
      ['Is Moscow against Ukraine in NATO?', 'stands firmly against Ukraine joining'],
      ['What did Hegseth say about Kyiv in NATO?', 'remains unrealistic'],
      ['Who is the US defence secretary?', 'US Defense Secretary Pete Hegseth'],
      ['hegseth nato', 'remains unrealistic'],
    ],
    'europe-answer': [
      ['Who called European leaders together?', 'Emmanuel Macron answered by calling'],
      ['What were the leaders divided over?', 'sending peacekeeping forces'],
      ['What must Kyiv take part in, by European leaders?', 'take part in any resolution'],
      ['Whom has von der Leyen been in touch with?', 'General Keith Kellogg'],
      ['What kind of peace does von der Leyen seek?', 'a peace that is just'],
      ['macron meeting who came', 'NATO, the UK and the European Union'],
      ['Why did Europe criticise the Riyadh talks?', 'because Ukraine was not represented'],
    ],
    'trumps-part': [
      ['What did Bruce say about Trump’s position?', 'a position like no other'],
      ['What did Waltz call on the world to do?', 'value what Trump has done'],
      ['How many of Trump’s envoys had a part?', 'Two of Trump'],
      ['Which envoy deals with Ukraine?', 'the envoy for Ukraine'],
    ],
  };

const UNANSWERED = [
  'How much did the Riyadh talks cost?',
  'Which hotel did the delegations stay at in Riyadh?',
  'Who interpreted for Lavrov at the talks?',
  'How old is Yuri Ushakov?',
  'What did Lavrov say about Zelenski?',
  'How many soldiers would France send as peacekeepers?',
  'When did Keith Kellogg travel to Kyiv?',
  'What did the Chinese foreign minister say about the talks?',
  'Who won the football match in Riyadh?',
  'How many people live in Riyadh?',
  'What did Hegseth say about Greenland?',
  'Which song was played at the dinner?',
];

export const writtenQuestions: readonly WrittenQuestion[] = [
  ...Object.entries(ANSWERED).flatMap(([article, rows]) =>
    rows.map(([question, words]) => ({ question, answer: { article, words } })),
  ),
  ...UNANSWERED.map((question) => ({ question })),
];

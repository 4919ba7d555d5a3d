import { describe, expect, test } from 'vitest';
import { slice } from '../../src/text/span.ts';
import { isSurelyMentioned, isSurelyNamed } from '../../src/extraction/quotations/speaker.ts';
import { factsOf } from './read.ts';

/** Each direct quotation as a card would show it: `Ada Vogt: We tried.`, `(he): We tried.`, `?: We tried.` */
function shown(text: string): string[] {
  const { article, facts } = factsOf(text);
  return facts.quotations
    .filter(({ manner }) => manner === 'direct')
    .map(({ span, speaker }) => {
      const words = slice(article.body, span);
      if (speaker === undefined || !isSurelyMentioned(speaker)) return `?: ${words}`;
      const name = isSurelyNamed(speaker) ? facts.entities[speaker.entity ?? -1]?.name : undefined;
      const by = name ? slice(article.body, name) : `(${slice(article.body, speaker.mention)})`;
      return `${by}: ${words}`;
    });
}

describe('cues in front of the words', () => {
  test.each<[string, string[]]>([
    ['Said Ada Vogt, a teacher from Bern, “We tried.”', ['Ada Vogt: We tried.']],
    ['Ada Vogt criticised the deal, saying the accord goes “nowhere”.', ['Ada Vogt: nowhere']],
    ['Ada Vogt says she left because the club had gone “soft”.', ['Ada Vogt: soft']],
    ['Ada Vogt praised the plan and said allies want to know if it is “over”.', ['Ada Vogt: over']],
    ['Ada Vogt noted that Paul Reed taught law, and added: “I know.”', ['Ada Vogt: I know.']],
    ['Ada Vogt, who backs Paul Reed, said Luis Marsh has been “weak”.', ['Ada Vogt: weak']],
    ['Sen. Ada Vogt (D-Mo.), who backs Paul Reed, said it was “weak”.', ['Ada Vogt: weak']],
    ['Sen. Ada Vogt (D-Mo.) last week said it was “weak”.', ['Ada Vogt: weak']],
    ['Of Paul Reed, Ada Vogt, who had met him, said, “He is fine.”', ['Ada Vogt: He is fine.']],
    [
      'After Paul Reed attacked Luis Marsh in a debate, Ada Vogt struck back, “We have all had quite enough of it.”',
      ['Ada Vogt: We have all had quite enough of it.'],
    ],
    ['It would pay, said a spokesman, Paul Reed, if it ran “left”.', ['Paul Reed: left']],
    ['The news did not surprise the pollster Ada Vogt: “We saw it.”', ['Ada Vogt: We saw it.']],
    ['A diplomat, in the coffee line: “We tried.”', ['diplomat: We tried.']],
    ['Ada Vogt went on to say:\n\n“We tried everything.”', ['Ada Vogt: We tried everything.']],
    [
      'When Paul Reed died, Ada Vogt released the following statement:\n\n“We offer our condolences to his family.”',
      ['Ada Vogt: We offer our condolences to his family.'],
    ],
    ['The envoy who wrote the accord told a panel it was “fine”.', ['envoy: fine']],
    ['A note sent to the members says that it was “fine”.', ['note: fine']],
    [
      'A diplomat close to the talks put the chances at “zero”.',
      ['diplomat close to the talks: zero'],
    ],
    ['Ada Vogt met Paul Reed, who called the deal “a lie”.', ['Paul Reed: a lie']],
    ['BERN, Jan. 3 (AP) — Ada Vogt called a report of a deal “a lie”.', ['Ada Vogt: a lie']],
    ['Ada Vogt quoted Paul Reed as saying, “We tried.”', ['Paul Reed: We tried.']],
    ['Paul Reed was quoted by a newspaper as saying it was “over”.', ['Paul Reed: over']],
    [
      'The Greens, who left in May, announced through their spokeswoman, Ada Vogt, that it was “fine”.',
      ['Ada Vogt: fine'],
    ],
    ['Ada Vogt welcomed the plan, rejected “any tariff” and left.', ['Ada Vogt: any tariff']],
    ['Ada Vogt took to the stage to call the plan “a lie”.', ['Ada Vogt: a lie']],
    ['The news led Paul Reed to call it “a war”.', ['Paul Reed: a war']],
    ['Ada Vogt openly admires Paul Reed as a “strong leader”.', ['Ada Vogt: strong leader']],
    ['About 50 marchers chanted “no more” in the rain.', ['(50 marchers): no more']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe('cues behind the words', () => {
  test.each<[string, string[]]>([
    ['“I love it!” beamed Ada Vogt of Bern, who was there.', ['Ada Vogt: I love it!']],
    ['“They want it all,” Ada Vogt struck back with a laugh.', ['Ada Vogt: They want it all,']],
    ['“We will find them.” Ada Vogt said.', ['Ada Vogt: We will find them.']],
    ['“Nobody knew,” said archivist Ada Vogt.', ['Ada Vogt: Nobody knew,']],
    ['“That is new,” a Danish official whispers.', ['Danish official: That is new,']],
    ['“It was late,” said a 2008 Vogt aide.', ['2008 Vogt aide: It was late,']],
    ['“We tried.” — Ada Vogt', ['Ada Vogt: We tried.']],
    ['“We tried.” — Ada Vogt (@adavogt) January 3, 2024', ['Ada Vogt: We tried.']],
    [
      '“The way I see it,” Ada Vogt offered, “nobody asked.”',
      ['Ada Vogt: The way I see it,', 'Ada Vogt: nobody asked.'],
    ],
    ['“We tried,” Ada Vogt told Paul Reed.', ['Ada Vogt: We tried,']],
    ['Ada Vogt called it “a mess”, not one of Paul Reed’s men hit back.', ['Ada Vogt: a mess']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe('a paragraph that only quotes', () => {
  test('goes on with whoever was quoted right before it', () => {
    expect(shown('“We tried,” Ada Vogt told Bern Radio.\n\n“It failed.”')).toEqual([
      'Ada Vogt: We tried,',
      'Ada Vogt: It failed.',
    ]);
  });

  test('is nobody’s where the article only tells of what somebody did', () => {
    expect(shown('Ada Vogt left the hall with Paul Reed.\n\n“It failed.”')).toEqual([
      '?: It failed.',
    ]);
  });
});

describe('words that name a source without telling who it is', () => {
  test.each<[string, string[]]>([
    [
      'Supporters of Ada Vogt and Paul Reed said it was “over”.',
      ['Supporters of Ada Vogt and Paul Reed: over'],
    ],
    [
      'A lawyer for Ada Vogt and Paul Reed said it was “over”.',
      ['lawyer for Ada Vogt and Paul Reed: over'],
    ],
    ['Ada Vogt and Paul Reed said it was “over”.', ['(Ada Vogt and Paul Reed): over']],
    ['“It is over,” said Ada Vogt and Paul Reed.', ['(Ada Vogt and Paul Reed): It is over,']],
    ['Some chanted “no more” in the rain.', ['(Some): no more']],
    ['“No,” the sign read.', ['(the sign): No,']],
    ['I wrote in “Ada Vogt” on the ballot.', ['(I): Ada Vogt']],
    ['On Monday Luis Marsh and Paul Reed left. “No,” he said.', ['(he): No,']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  test('nobody is taken for the speaker of words that he was asked', () => {
    expect(shown('Paul Reed was asked, “Why did you go?”')).toEqual(['?: Why did you go?']);
  });
});

describe('words that somebody denies, or that another said', () => {
  test.each<[string, string[]]>([
    ['Paul Reed never said, “Run.”', ['?: Run.']],
    ['Paul Reed denied having said “shut the door.”', ['?: shut the door.']],
    ['A lawyer denied that Paul Reed ever said, “Sign it.”', ['?: Sign it.']],
    [
      'Mr. Reed did not say “we will build it,” his lawyer, Ada Vogt, said.',
      ['?: we will build it,'],
    ],
    ['“We go again,” Ada Vogt said Reed told them.', ['Reed: We go again,']],
    ['Ada Vogt, asked about Reed, quoted Mary Marsh: “A river.”', ['Mary Marsh: A river.']],
    ['Ada Vogt quoted a line of the poet Mary Marsh: “A river.”', ['Mary Marsh: A river.']],
    ['A memo dated 3 May and signed by Ada Vogt reads: “All is well.”', ['memo: All is well.']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe('whom pronouns and roles mean', () => {
  test.each<[string, string[]]>([
    [
      'Ada Vogt of Bern, who had voted for it, said she had changed her mind after meeting Mary Marsh. “We tried,” she said.',
      ['Ada Vogt: We tried,'],
    ],
    [
      'Ada Vogt met Mary Marsh. “Mary Marsh is right,” she said.',
      ['Ada Vogt: Mary Marsh is right,'],
    ],
    [
      'With them came Paul Reed; Luis Marsh; and Idris Hadid, who had flown in for what he called “a waste”.',
      ['Idris Hadid: a waste'],
    ],
    [
      'Here are, for Norway, minister Ada Vogt; for Iceland, minister Mary Marsh. “No,” says the Norwegian minister.',
      ['Ada Vogt: No,'],
    ],
    [
      'The ministers of Ghana, Kofi Addo, and Togo, Paul Reed, met. “No,” said the Ghanaian minister.',
      ['Kofi Addo: No,'],
    ],
    ['The Norwegian diplomat Ada Vogt came. “Try,” the Norwegian told them.', ['Ada Vogt: Try,']],
    [
      '• Ada Karim Vogt, Minister for Water Resources;\n\n• Paul Reed, secretary.\n\n“No,” the minister said.',
      ['Ada Karim Vogt: No,'],
    ],
    [
      'He read out a joint letter. “We left,” the letter said. It rejected “any tariff”.',
      ['joint letter: We left,', 'joint letter: any tariff'],
    ],
    ['Senator Ada Vogt met Senator Paul Vogt. Vogt called it “a box”.', ['(Vogt): a box']],
    ['Senator Ada Vogt met Paul Vogt. Ada Vogt left. Vogt called it “a box”.', ['Ada Vogt: a box']],
    ['Ada Vogt, chair of the board, left. “No,” said the chair.', ['Ada Vogt: No,']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe('marks and spellings', () => {
  test.each<[string, string[]]>([
    [
      '‘It won’t lapse,’ Ada Vogt said. ‘We’ll see.’',
      ['Ada Vogt: It won’t lapse,', 'Ada Vogt: We’ll see.'],
    ],
    ['«We tried», said Ada Vogt.', ['Ada Vogt: We tried']],
    ['"**Never** again," said Ada Vogt.', ['Ada Vogt: Never** again,']],
    ['“He said, ‘Go,’ and I went,” Ada Vogt said.', ['Ada Vogt: He said, ‘Go,’ and I went,']],
    [
      'Paul Reed Jr. said, “I am the son.” Paul Reed Sr. said, “I am the father.”',
      ['Paul Reed Jr.: I am the son.', 'Paul Reed Sr.: I am the father.'],
    ],
    ['Mr. Paul Reed Jr. called it “over”.', ['Paul Reed Jr.: over']],
    ['J. R. Marsh, D-N.Y., said: “It is over.”', ['J. R. Marsh: It is over.']],
    [
      'Ursula von der Marck said “no” and Idris al-Hadid said “yes”.',
      ['Ursula von der Marck: no', 'Idris al-Hadid: yes'],
    ],
    ['Rezwan Chowdhury, the minister, came. “No,” Mr Choudhury said.', ['Rezwan Chowdhury: No,']],
    [
      'PRESIDENT VOGT REFUSES\n\nPresident Ada Vogt left. “Never,” Vogt said.',
      ['Ada Vogt: Never,'],
    ],
    [
      'Ada Vogt speaks in Bern. Photo: Paul Reed/Reuters\n\n“We tried,” she said.',
      ['Ada Vogt: We tried,'],
    ],
    ['By Paul Reed\n\nAda Vogt spoke on Monday.\n\n“We tried,” she said.', ['Ada Vogt: We tried,']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

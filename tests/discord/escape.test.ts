import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { visible } from '../../src/command/markup.ts';
import { escapeMarkdown } from '../../src/discord/escape.ts';
import { markdownIn } from '../../src/discord/markdown.ts';
import { hostileWords } from '../command/samples.ts';

describe('words of an article, escaped', () => {
  test.each([
    ['**bold** _it_ ~~no~~', String.raw`\*\*bold\*\* \_it\_ \~\~no\~\~`],
    ['||spoiler||', String.raw`\|\|spoiler\|\|`],
    ['`code`', '\\`code\\`'],
    ['[here](https://evil.example)', String.raw`\[here\](https\:\/\/evil.example)`],
    ['<@1> <@&2> <#3> <t:4:R>', String.raw`\<\@1> \<\@&2> \<#3> \<t\:4\:R>`],
    ['<a:wave:5> :smile: </quote:6>', String.raw`\<a\:wave\:5> \:smile: \<\/quote\:6>`],
    ['@everyone @here', String.raw`\@everyone \@here`],
    ['http://a.b', String.raw`http\:\/\/a.b`],
    ['discord.gg/abc', String.raw`discord.gg\/abc`],
    ['# Header\n### Header', '\\# Header\n\\### Header'],
    ['> quote\n >>> quote', '\\> quote\n \\>>> quote'],
    ['- a\n  + b\n* c', '\\- a\n  \\+ b\n\\* c'],
    ['-# small', String.raw`\-# small`],
    ['1. one\n 22. two\n3) three', '1\\. one\n 22\\. two\n3\\) three'],
    ['C:\\dir', String.raw`C\:\\dir`],
    ['He said: no. 5 > 4 - 1, #1', 'He said: no. 5 > 4 - 1, #1'],
    ['a\u202eb\u2066c\u200fd\u200be\u0000f\ufeffg', 'abcdefg'],
    ['a\r\nb\u2028c', 'a\nb\nc'],
    ['family: \u{1f468}\u200d\u{1f469}', 'family: \u{1f468}\u200d\u{1f469}'],
  ])('%j is written %j', (words, expected) => {
    expect(escapeMarkdown(words)).toBe(expected);
  });

  // What Discord still reads as its own once each backslash and the mark after it are taken out.
  const LIVE = [
    /[\\*_~`|[\]]/u,
    /<[@#:/at]|<id:|<https?:/u,
    /@everyone|@here/u,
    /https?:\/\/|discord(?:app)?\.(?:gg|com)\//u,
    /:\w+:/u,
    /^\s*(?:[-+>#]|\d+\.)/mu,
    /\p{Bidi_Control}/u,
  ];

  it('hold nothing that Discord obeys, and read as they were', () => {
    fc.assert(
      fc.property(hostileWords, (words) => {
        const escaped = escapeMarkdown(words);
        const rest = escaped.replaceAll(/\\[^0-9A-Za-z\s]/gu, '\ue000');
        for (const live of LIVE) expect(rest).not.toMatch(live);
        expect(escaped.replaceAll(/\\([^0-9A-Za-z\s])/gu, '$1')).toBe(visible(words));
      }),
    );
  });
});

describe('a link to an article', () => {
  test.each([
    ['https://news.example/a', '[Title](https://news.example/a)'],
    ['https://news.example/a(b)_c d', '[Title](https://news.example/a%28b%29%5Fc%20d)'],
    ['javascript:alert(1)', 'Title'],
    ['https://user@news.example/', 'Title'],
    ['news.example', 'Title'],
    [`https://news.example/${'a'.repeat(200)}`, 'Title'],
  ])('to %s is %s', (url, expected) => {
    expect(markdownIn('en').link('Title', url)).toBe(expected);
  });
});

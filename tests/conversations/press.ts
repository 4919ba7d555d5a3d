import { type LocalSite, type Answers, openSite, say } from '../intake/local-site.ts';

// A paper on this machine, with a feed of whatever stories it has.

export interface Story {
  readonly path: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** In place of its page. */
  readonly answer?: Answers[string];
}

export interface Paper {
  readonly site: LocalSite;
  readonly url: (path: string) => string;
  /** Answers at a path as is said here, whatever else there is. */
  readonly answers: Record<string, Answers[string]>;
  /** The feed at a path has these stories from now on. */
  readonly print: (path: string, stories: readonly Story[]) => void;
  readonly close: () => Promise<void>;
}

export async function openPaper(name: string): Promise<Paper> {
  const answers: Record<string, Answers[string]> = {};
  const site = await openSite(answers);
  const url = (path: string): string => `http://127.0.0.1:${String(site.port)}${path}`;
  return {
    site,
    url,
    answers,
    print: (path, stories) => {
      for (const story of stories) answers[story.path] = story.answer ?? say(pageOf(story));
      answers[path] = say(feedOf(name, stories, url), { 'content-type': 'application/rss+xml' });
    },
    close: () => site.close(),
  };
}

const pageOf = ({ title, paragraphs }: Story): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title>` +
  `<meta property="og:title" content="${title}"></head><body><main><article><h1>${title}</h1>` +
  `${paragraphs.map((words) => `<p>${words}</p>`).join('')}</article></main></body></html>`;

const feedOf = (name: string, stories: readonly Story[], url: (path: string) => string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${name}</title>` +
  stories
    .map(
      ({ path, title }) =>
        `<item><title>${title}</title><link>${url(path)}?utm_source=rss</link>` +
        `<guid>${path}</guid><pubDate>Tue, 18 Feb 2025 09:30:00 GMT</pubDate>` +
        `<description>What ${title} is about.</description></item>`,
    )
    .join('') +
  `</channel></rss>`;

export const LOCK: Story = {
  path: '/lock',
  title: 'The lock is shut',
  paragraphs: [
    'The northern lock was shut on Tuesday after divers had found cracks in its lower gate, and barges have waited in the outer harbour since then.',
    '"The gate will not be opened before it has been repaired," Ann Petrova, the harbour master, said at the quay. She expects the work to take nine days.',
    'Four shipping companies asked the city for compensation, while the fishermen use the old channel, which is deep enough for them at high water.',
  ],
};

export const BRIDGE: Story = {
  path: '/bridge',
  title: 'A toll for the bridge',
  paragraphs: [
    'Drivers will pay two crowns to cross the western bridge from June, the council of Nordvik decided on Monday evening with eleven votes against eight.',
    '"Nobody likes a toll, but the cables are forty years old," Bo Lund, the treasurer, told the assembly. Residents of both banks are to cross free of charge.',
    'The opposition announced that it would collect signatures for a referendum, and shopkeepers on the island fear that their customers will stay away.',
  ],
};

/** The lock as another paper has it from the same agency. */
export const LOCK_AGAIN: Story = {
  ...LOCK,
  path: '/wire/lock',
  title: 'Cracks close harbour lock',
  paragraphs: [...LOCK.paragraphs.slice(0, 2), `${LOCK.paragraphs[2] ?? ''} (Agency)`],
};

export const SCHOOL: Story = {
  path: '/school',
  title: 'A school for the island',
  paragraphs: [
    'Pupils of the eastern island will have a school of their own again next autumn, because the ministry has granted money for three teachers and a bus.',
    '"Our children spent two hours a day on the ferry," Cleo Marsh, the head of the parents, recalled. The building, an old cannery, is painted at present.',
    'Whether a secondary class can follow depends on how many families move there; the mayor hopes for twenty before the year is over.',
  ],
};

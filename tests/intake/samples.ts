/** News of a country that is not, for pages and files. */
export const PARAGRAPHS: readonly string[] = [
  'The harbour council of Port Ellery agreed on Tuesday to open the ferry line to the island of Sarn again, two years after a dispute about fees had closed it.',
  '“We are glad that our children will not have to fly to school,” said Ada Moss, the mayor, who had asked for the line since she was elected. “It is a good day for both shores.”',
  'The owners of the line, who had left the talks twice, said that they would pay the fees of the past year and half of those before. The council will give them a new pier in return.',
  'Not everybody was content. Ben Orr, who speaks for the fishermen, said that the pier would take the best of their moorings and that nobody had asked them about it.',
  'The first ferry is to sail on the first of May. Tickets for it were sold out within an hour, and the council has asked for a second ship, which would have to come from the north.',
];

export const TEXT = PARAGRAPHS.join('\n\n');

/** A page as a newspaper has it, with parts that are not the article. */
export const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>Ferry line to Sarn opens again | The Ellery Courier</title>${head}</head>` +
  `<body><header><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav></header>${body}<footer>All rights reserved.</footer></body></html>`;

export const ARTICLE = `<article><h1>Ferry line to Sarn opens again</h1>${PARAGRAPHS.map((words) => `<p>${words}</p>`).join('')}</article>`;

export const HEAD = `
<meta property="og:site_name" content="The Ellery Courier">
<meta property="og:title" content="Ferry line to Sarn opens again">
<meta property="article:published_time" content="2025-02-18T09:30:00+0000">
<meta name="author" content="By Cy Poe and Dot Ray">
<link rel="canonical" href="/ferry?utm_source=feed&id=7">`;

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

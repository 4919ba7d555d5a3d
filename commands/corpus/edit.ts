import { setFields } from '../../src/article/front-matter.ts';
import type { Article } from '../../src/article/article.ts';
import type { Acted, Command, Context, Pressed } from '../../src/command/command.ts';
import { type Keeper, mustKeep } from '../../src/command/keeping/access.ts';
import { fieldsOf } from '../../src/command/keeping/draft-actions.ts';
import { reasonField } from '../../src/command/keeping/ruling-forms.ts';
import { changedActed } from '../../src/command/keeping/changed.ts';
import { ownArticleOption, paragraphOption } from '../../src/command/options.ts';
import { Refusal } from '../../src/command/refusal.ts';
import { type Form, type FormField, field, message } from '../../src/command/reply.ts';
import { changeShelf, editParagraph, ownArticle } from '../../src/keeping/change.ts';
import { KeepingError } from '../../src/keeping/keeping-error.ts';
import { typedFields } from '../../src/intake/typed-fields.ts';
import { slice } from '../../src/text/span.ts';
import { replaceByFile } from './add.ts';

/** Changes a paragraph of an article, its fields, or all of its words by a file. */
export const corpusEdit: Command = {
  name: 'corpus edit',
  description: 'corpus.edit.description',
  options: { article: ownArticleOption, paragraph: paragraphOption },
  files: { file: 'corpus.edit.file' },
  access: 'manage-messages',
  answersBare: true,
  form: ({ article, paragraph }, context) =>
    article === undefined || context.files?.['file'] !== undefined
      ? undefined
      : formFor(article, paragraph, context),
  run: ({ article, paragraph }, context) => {
    mustKeep(context);
    const { file } = context.files ?? {};
    if (article === undefined) throw new Refusal(message('corpus.edit.which'));
    if (file !== undefined) return replaceByFile(article, file, context);
    // What keeps the form from opening is told.
    formFor(article, paragraph, context);
    throw new Refusal(message('refused.demoted'));
  },
  examples: () => [],
  actions: {
    'corpus.edit.send': sendParagraph,
    'corpus.fields.send': sendFields,
  },
};

/** A form's field holds so many characters. */
const FIELD_ROOM = 4000;
const LONGEST_PLACE = 120;

function formFor(id: string, paragraph: string | undefined, context: Context): Form {
  const { keeping, guildId, corpus } = mustKeep(context);
  const article = ownArticle(id, guildId, corpus, keeping);
  return paragraph === undefined
    ? fieldsForm(article)
    : paragraphForm(article, Number(paragraph));
}

function paragraphForm(article: Article, number: number): Form {
  const { id, revision, paragraphs, body } = article;
  const paragraph = paragraphs[number - 1];
  if (paragraph === undefined)
    throw new KeepingError('keeping.paragraph', { id, count: paragraphs.length });
  const words = slice(body, paragraph);
  if (words.length > FIELD_ROOM) throw new Refusal(message('corpus.edit.long'));
  return {
    kind: 'form',
    title: 'form.paragraph',
    action: 'corpus.edit.send',
    argument: String(revision),
    fields: [
      placeField(`${id} ${number}`),
      {
        kind: 'text',
        name: 'words',
        label: 'form.words',
        isLong: true,
        isRequired: false,
        most: FIELD_ROOM,
        value: words,
      },
      reasonField,
    ],
  };
}

const fieldsForm = (article: Article): Form => ({
  kind: 'form',
  title: 'form.fields',
  action: 'corpus.fields.send',
  argument: String(article.revision),
  fields: [placeField(article.id), ...fieldsOf(article)],
});

/** Which article a form is about stands in the form: an id may be longer than a button's own. */
export const placeField = (value: string): FormField => ({
  kind: 'text',
  name: 'place',
  label: 'form.place',
  isLong: false,
  isRequired: true,
  most: LONGEST_PLACE,
  value,
});

/** The article that a form is about, as its member saw it. */
export function articleIn({ fields, argument }: Pressed, keeper: Keeper): Article {
  const [id = ''] = (fields['place'] ?? '').trim().split(/\s+/u);
  const article = ownArticle(id, keeper.guildId, keeper.corpus, keeper.keeping);
  return { ...article, revision: Number(argument) };
}

async function sendParagraph(pressed: Pressed, context: Context): Promise<Acted> {
  const keeper = mustKeep(context);
  const { fields } = pressed;
  const article = articleIn(pressed, keeper);
  const number = Number(/(?<!\d)(\d+)\s*$/u.exec(fields['place'] ?? '')?.[1] ?? 0);
  const changed = await editParagraph(
    keeper.keeping,
    keeper.change(fields['reason']),
    article,
    number,
    fields['words'] ?? '',
  );
  return changedActed(changed, {
    heading: message('edited.done', { place: field(`${article.id} ${number}`) }),
    notice: 'notice.edited',
    keeper,
    id: article.id,
    paragraph: number,
    reason: fields['reason'] ?? '',
  });
}

async function sendFields(pressed: Pressed, context: Context): Promise<Acted> {
  const keeper = mustKeep(context);
  const before = articleIn(pressed, keeper);
  const { id } = before;
  const { title = '', date = '', publisher = '', url = '' } = pressed.fields;
  const values = typedFields({ title, date, publisher, url });
  const changed = await changeShelf(keeper.keeping, keeper.change(), async (shelf) => {
    const now = shelf.articles.find((each) => each.id === id);
    if (now?.revision !== before.revision) throw new KeepingError('keeping.changed', { id });
    const source = await keeper.keeping.store.sourceAt(now.shelf, now.id, now.revision);
    if (source === undefined) throw new KeepingError('keeping.gone', { id });
    const after = setFields(source, values);
    if (after === source) throw new KeepingError('keeping.same');
    return [{ kind: 'put', id: now.id, source: after }];
  });
  return changedActed(changed, {
    heading: message('edited.fields.done', { id: field(id) }),
    notice: 'notice.edited',
    keeper,
    id,
    reason: '',
  });
}

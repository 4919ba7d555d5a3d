import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import type { ShownComponent, ShownMessage, View } from '../protocol.ts';
import type { Acts } from './app.tsx';
import { Attachments } from './file.tsx';
import { Markdown } from './markdown.tsx';

/** What a component stands in. */
interface Around {
  readonly message: ShownMessage;
  readonly view: View;
  readonly acts: Acts;
}

// Numbers of Discord's component types.
const TYPE = {
  row: 1, button: 2, select: 3, users: 5, roles: 6, mentionables: 7, channels: 8, section: 9,
  text: 10, thumbnail: 11, gallery: 12, file: 13, separator: 14, container: 17,
} as const; // prettier-ignore

export const Components = (around: Around) => (
  <>{around.message.components.map((part, at) => drawPart(part, at, around))}</>
);

const partsIn = (part: ShownComponent): readonly ShownComponent[] =>
  Array.isArray(part['components']) ? part['components'] : [];

function drawPart(part: ShownComponent, key: number, around: Around): ComponentChild {
  switch (part['type']) {
    case TYPE.container:
      return <Container key={key} part={part} around={around} />;
    case TYPE.row:
      return (
        <div key={key} class="row">
          {partsIn(part).map((inner, at) => drawPart(inner, at, around))}
        </div>
      );
    case TYPE.section:
      return (
        <div key={key} class="section">
          <div>{partsIn(part).map((inner, at) => drawPart(inner, at, around))}</div>
          {isPart(part['accessory']) && drawPart(part['accessory'], 0, around)}
        </div>
      );
    case TYPE.text:
      return <Markdown key={key} text={String(part['content'])} names={around.view.names} />;
    case TYPE.separator:
      return part['divider'] === false ? <div key={key} class="gap" /> : <hr key={key} />;
    case TYPE.button:
      return <Button key={key} part={part} around={around} />;
    case TYPE.select:
    case TYPE.users:
    case TYPE.roles:
    case TYPE.mentionables:
    case TYPE.channels:
      return (
        <Select key={`${key} ${JSON.stringify(chosenIn(part))}`} part={part} around={around} />
      );
    case TYPE.file:
      return <FileCard key={key} part={part} around={around} />;
    default:
      // Nothing is fetched from elsewhere, so a picture or a file is only named.
      return (
        <p key={key} class="small">
          (a file or picture)
        </p>
      );
  }
}

const wordsOf = (value: unknown, otherwise = ''): string =>
  typeof value === 'string' ? value : otherwise;

/** A file in a card: a link where it came with the message. */
function FileCard({ part, around }: { readonly part: ShownComponent; readonly around: Around }) {
  const { pathname = '' } = isPart(part['file']) ? urlOf(part['file']['url']) : {};
  const found = around.message.attachments.find(({ path }) => path === pathname);
  return found === undefined ? <p class="small">(a file)</p> : <Attachments files={[found]} />;
}

const urlOf = (url: unknown): { readonly pathname?: string } =>
  typeof url === 'string' && URL.canParse(url) ? new URL(url) : {};

const isPart = (value: unknown): value is ShownComponent =>
  typeof value === 'object' && value !== null;

function Container({ part, around }: { readonly part: ShownComponent; readonly around: Around }) {
  const accent = part['accent_color'];
  const style =
    typeof accent === 'number'
      ? { borderInlineStartColor: `#${accent.toString(16).padStart(6, '0')}` }
      : {};
  return (
    <div class="container" style={style}>
      {partsIn(part).map((inner, at) => drawPart(inner, at, around))}
    </div>
  );
}

const STYLES = ['', 'primary', 'secondary', 'success', 'danger', 'link'];

function Button({ part, around }: { readonly part: ShownComponent; readonly around: Around }) {
  const [isBusy, setBusy] = useState(false);
  const style = STYLES[Number(part['style'])] ?? 'secondary';
  const label = wordsOf(part['label']);
  if (style === 'link')
    return (
      <a class="button link" href={String(part['url'])} target="_blank" rel="noopener noreferrer">
        {label}
      </a>
    );
  const press = async (): Promise<void> => {
    setBusy(true);
    const { message, acts } = around;
    const customId = String(part['custom_id']);
    await acts.perform({ act: 'press', messageId: message.id, customId });
    setBusy(false);
  };
  return (
    <button
      type="button"
      class={`button ${style}`}
      disabled={part['disabled'] === true}
      aria-busy={isBusy}
      onClick={() => void press()}
    >
      {label}
    </button>
  );
}

interface Offer {
  readonly value: string;
  readonly label: string;
}

const optionsIn = (part: ShownComponent): readonly ShownComponent[] =>
  Array.isArray(part['options']) ? part['options'] : [];

function offersIn(part: ShownComponent, { channels, names }: View): readonly Offer[] {
  if (part['type'] === TYPE.select)
    return optionsIn(part).map(({ value, label }) => ({
      value: String(value),
      label: String(label),
    }));
  if (part['type'] === TYPE.channels)
    return channels
      .filter(({ kind }) => kind === 'channel')
      .map(({ id, name }) => ({ value: id, label: `#${name}` }));
  return Object.entries(names)
    .filter(([id]) => id.startsWith('@'))
    .map(([id, name]) => ({ value: id.slice(1), label: name }));
}

function chosenIn(part: ShownComponent): readonly string[] {
  const defaults = part['default_values'];
  const ids = Array.isArray(defaults)
    ? defaults.map((each: ShownComponent) => String(each['id']))
    : [];
  return [
    ...optionsIn(part)
      .filter((option) => option['default'] === true)
      .map(({ value }) => String(value)),
    ...ids,
  ];
}

/** One value is sent as it is chosen, several once one is done choosing. */
function Select({ part, around }: { readonly part: ShownComponent; readonly around: Around }) {
  const { message, view, acts } = around;
  const offers = offersIn(part, view);
  const chosen = chosenIn(part);
  const placeholder = wordsOf(part['placeholder'], 'Choose');
  const least = Number(part['min_values'] ?? 1);
  const most = Number(part['max_values'] ?? 1);
  const send = (values: readonly string[]): void => {
    const customId = String(part['custom_id']);
    void acts.perform({ act: 'select', messageId: message.id, customId, values: [...values] });
  };
  if (most > 1 || least === 0)
    return <ManySelect {...{ offers, chosen, placeholder, least, most, send }} />;
  return (
    <select
      class="select"
      aria-label={placeholder}
      value={chosen[0] ?? ''}
      onChange={({ currentTarget }) => send([currentTarget.value])}
    >
      <option value="" disabled>
        {placeholder}
      </option>
      {offers.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

function ManySelect({
  offers,
  chosen,
  placeholder,
  least,
  most,
  send,
}: {
  readonly offers: readonly Offer[];
  readonly chosen: readonly string[];
  readonly placeholder: string;
  readonly least: number;
  readonly most: number;
  readonly send: (values: readonly string[]) => void;
}) {
  const [ticked, setTicked] = useState<readonly string[]>(chosen);
  const isRight = ticked.length >= least && ticked.length <= most;
  const toggle = (value: string): void =>
    setTicked(
      ticked.includes(value) ? ticked.filter((each) => each !== value) : [...ticked, value],
    );
  return (
    <details class="select many">
      <summary>{placeholder}</summary>
      <fieldset>
        <legend class="hidden">{placeholder}</legend>
        {offers.map(({ value, label }) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={ticked.includes(value)}
              onChange={() => toggle(value)}
            />{' '}
            {label}
          </label>
        ))}
        <button
          type="button"
          class="button primary"
          disabled={!isRight}
          onClick={() => send(ticked)}
        >
          Done
        </button>
      </fieldset>
    </details>
  );
}

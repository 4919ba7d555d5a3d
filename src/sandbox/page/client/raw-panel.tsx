import type { View } from '../protocol.ts';

/** The last interaction as the bot was sent it, and what the bot answered. */
export const RawPanel = ({ traffic }: { readonly traffic: View['traffic'] }) => (
  <aside class="raw" aria-label="Raw interaction and response">
    <RawText title="Interaction" value={traffic.interaction} />
    <RawText title="What the bot answered" value={traffic.requests} />
  </aside>
);

function RawText({ title, value }: { readonly title: string; readonly value: unknown }) {
  const text = JSON.stringify(value, null, 2);
  return (
    <details open>
      <summary>{title}</summary>
      <button type="button" onClick={() => void navigator.clipboard.writeText(text)}>
        Copy
      </button>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable */}
      <pre tabIndex={0} role="region" aria-label={title}>
        {text}
      </pre>
    </details>
  );
}

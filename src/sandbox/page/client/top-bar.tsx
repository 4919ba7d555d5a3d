import { useEffect, useState } from 'preact/hooks';
import type { View } from '../protocol.ts';
import type { Acts, Where } from './app.tsx';

export type Theme = 'light' | 'dark';

const PEOPLE = [
  ['member', 'mia · member'],
  ['stranger', 'sam · member'],
  ['moderator', 'mo · moderator'],
] as const;

const LOCALES = [
  ['en-US', 'English'],
  ['uk', 'Українська'],
  ['es-ES', 'Español'],
  ['de', 'Deutsch'],
] as const;

/** Where one is, who one is, in which language, and how the page looks. */
export function TopBar({
  view,
  where,
  acts,
  theme,
  setTheme,
  isRaw,
  setRaw,
}: {
  readonly view: View;
  readonly where: Where;
  readonly acts: Acts;
  readonly theme: Theme;
  readonly setTheme: (theme: Theme) => void;
  readonly isRaw: boolean;
  readonly setRaw: (isRaw: boolean) => void;
}) {
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <header class="top-bar">
      <h1>
        <span aria-hidden="true">{view.channel.kind === 'private' ? '@' : '#'}</span>{' '}
        {view.channel.name}
      </h1>
      <label>
        <span>You are</span>
        <select
          value={where.as}
          onChange={({ currentTarget }) => {
            const chosen = PEOPLE.find(([who]) => who === currentTarget.value);
            if (chosen !== undefined) acts.go({ as: chosen[0], channel: 'general' });
          }}
        >
          {PEOPLE.map(([who, shown]) => (
            <option key={who} value={who}>
              {shown}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Language</span>
        <select
          value={where.locale}
          onChange={({ currentTarget }) => acts.go({ locale: currentTarget.value })}
        >
          {LOCALES.map(([locale, shown]) => (
            <option key={locale} value={locale}>
              {shown}
            </option>
          ))}
        </select>
      </label>
      <button type="button" onClick={() => setTheme(other)}>
        {other === 'dark' ? 'Dark' : 'Light'}
      </button>
      <button type="button" aria-pressed={isRaw} onClick={() => setRaw(!isRaw)}>
        Raw
      </button>
    </header>
  );
}

/** As the system has it, until one chooses. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const [theme, setTheme] = useState<Theme>(system);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return [theme, setTheme];
}

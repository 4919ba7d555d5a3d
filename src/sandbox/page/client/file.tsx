import type { SentFile, ShownFile } from '../protocol.ts';

// Files that somebody picks or drops, and those that messages show.

const MOST_BYTES = 10 * 1024 * 1024;

/** As the page sends them. Rejects when they are larger than 10 MiB together. */
export function toSentFiles(files: readonly File[]): Promise<SentFile[]> {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (size > MOST_BYTES) return Promise.reject(new Error('Files have at most 10 MiB together.'));
  return Promise.all(
    files.map(async (file) => ({
      name: file.name,
      contentType: file.type,
      base64: await toBase64(file),
    })),
  );
}

/** A reader gives `data:text/plain;base64,SGk=`. */
function toBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('error', () => reject(new Error(`${file.name} cannot be read.`)));
    reader.addEventListener('load', () => {
      const url = typeof reader.result === 'string' ? reader.result : '';
      resolve(url.slice(url.indexOf(',') + 1));
    });
    reader.readAsDataURL(file);
  });
}

/** Where files are picked; a browser lets one drop them here, too. */
export const FileInput = ({
  id,
  isRequired,
  most,
  change,
}: {
  readonly id: string;
  readonly isRequired: boolean;
  readonly most: number;
  readonly change: (files: readonly File[]) => void;
}) => (
  <input
    id={id}
    type="file"
    required={isRequired}
    multiple={most > 1}
    onChange={({ currentTarget }) => change([...(currentTarget.files ?? [])])}
  />
);

/** The files that a message is going to have. */
export const ChosenFiles = ({
  files,
  change,
}: {
  readonly files: readonly File[];
  readonly change: (files: readonly File[]) => void;
}) => (
  <ul class="files" aria-label="Files to send">
    {files.map((file, at) => (
      <li key={`${at} ${file.name}`}>
        {file.name} <span class="small">{toSize(file.size)}</span>{' '}
        <button
          type="button"
          class="plain"
          aria-label={`Remove ${file.name}`}
          onClick={() => change(files.filter((each) => each !== file))}
        >
          ✕
        </button>
      </li>
    ))}
  </ul>
);

/** The files of a message, to be saved. */
export const Attachments = ({ files }: { readonly files: readonly ShownFile[] }) => (
  <ul class="files" aria-label="Files">
    {files.map(({ name, size, path }) => (
      <li key={path}>
        <a href={path} download={name}>
          {name}
        </a>{' '}
        <span class="small">{toSize(size)}</span>
      </li>
    ))}
  </ul>
);

/** `1.5 KB` */
function toSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

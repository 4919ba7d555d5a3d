import fs from 'node:fs';
import promises, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/** A call to the file system, before it is made. */
interface Call {
  /** From 1, since the injector was installed. */
  readonly index: number;
  readonly name: string;
  /** What it is about, where it is called by a path. */
  readonly path: string | undefined;
}

/**
 * What becomes of a call: it goes through, it fails instead, the process dies before it, after it, or
 * once half of its bytes were written.
 */
type Fate =
  | { readonly kind: 'through' }
  | { readonly kind: 'fail'; readonly code: string }
  | { readonly kind: 'die'; readonly when: 'before' | 'half' | 'after' };

/** Decides on a call; `isWrite` ones can be cut in half. */
type Judge = (call: Call, isWrite: boolean) => Fate;

// prettier-ignore
const PROMISES = [
  'access', 'link', 'lstat', 'mkdir', 'open', 'readFile', 'readdir', 'realpath', 'rename', 'rm', 'stat',
  'truncate', 'writeFile',
];
const HANDLES = ['readFile', 'stat', 'sync', 'truncate', 'write', 'writeFile'];
/** With callbacks: those that the lock makes. */
const CALLBACKS = ['mkdir', 'realpath', 'rmdir', 'stat', 'utimes'];
const WRITES: ReadonlySet<string> = new Set(['writeFile', 'write']);

const THROUGH: Fate = { kind: 'through' };
let judge: Judge = () => THROUGH;
let calls = 0;

/** Counts calls from now on, and asks about each. */
export function judgeCalls(next: Judge): void {
  judge = next;
  calls = 0;
}

/** Lets all calls through again; gives how many there were. */
export function pardonCalls(): number {
  judge = () => THROUGH;
  return calls;
}

const askAbout = (name: string, path?: unknown): Fate => {
  calls += 1;
  const about = typeof path === 'string' ? path : undefined;
  return judge({ index: calls, name, path: about }, WRITES.has(name));
};

/** As a power cut does, nothing is tidied up. */
const die = (): void => void process.kill(process.pid, 'SIGKILL');

const failure = (code: string, name: string): Error =>
  Object.assign(new Error(`${code}: injected, ${name}`), { code, syscall: name });

type Method = (this: unknown, ...args: unknown[]) => Promise<unknown>;

function wrap(name: string, original: Method): Method {
  return async function wrapped(this: unknown, ...args: unknown[]): Promise<unknown> {
    const fate = askAbout(name, args[0]);
    if (fate.kind === 'fail') throw failure(fate.code, name);
    if (fate.kind === 'die' && fate.when === 'before') die();
    if (fate.kind === 'die' && fate.when === 'half') {
      await original.apply(this, args.map(halve));
      die();
    }
    const result = await original.apply(this, args);
    if (fate.kind === 'die') die();
    if (name === 'open') wrapClose(result);
    return result;
  };
}

/** Half of the bytes; paths are the first argument, and stay whole since they begin with a slash. */
function halve(value: unknown): unknown {
  if (value instanceof Uint8Array) return value.subarray(0, Math.floor(value.length / 2));
  if (typeof value === 'string' && !value.startsWith('/') && value.length > 8)
    return value.slice(0, Math.floor(value.length / 2));
  return value;
}

/** Unlike its other methods, a handle's `close` is its own. A file is closed even if that fails. */
function wrapClose(handle: unknown): void {
  if (typeof handle !== 'object' || handle === null) return;
  const close = methodOf(handle, 'close');
  Reflect.set(handle, 'close', async function closeLoudly(this: unknown) {
    const fate = askAbout('close');
    if (fate.kind === 'die' && fate.when === 'before') die();
    await close.call(this);
    if (fate.kind === 'die') die();
    if (fate.kind === 'fail') throw failure(fate.code, 'close');
  });
}

function methodOf(holder: object, name: string): Method {
  const found: unknown = Reflect.get(holder, name);
  if (typeof found !== 'function') throw new TypeError(`there is no ${name}`);
  return (...args) => Promise.resolve(Reflect.apply(found, holder, args));
}

function wrapPrototype(prototype: object, name: string): void {
  const found: unknown = Reflect.get(prototype, name);
  if (typeof found !== 'function') throw new TypeError(`there is no ${name}`);
  const original: Method = function original(...args) {
    return Promise.resolve(Reflect.apply(found, this, args));
  };
  Reflect.set(prototype, name, wrap(name, original));
}

type Callback = (error: unknown, result?: unknown) => void;
const isCallback = (value: unknown): value is Callback => typeof value === 'function';

function wrapCallback(name: string): void {
  const found: unknown = Reflect.get(fs, name);
  if (typeof found !== 'function') throw new TypeError(`there is no ${name}`);
  Reflect.set(fs, name, (...args: unknown[]): void => {
    const callback = args.at(-1);
    if (!isCallback(callback)) throw new TypeError('there is no callback');
    const fate = askAbout(name, args[0]);
    if (fate.kind === 'fail') {
      setImmediate(callback, failure(fate.code, name));
      return;
    }
    if (fate.kind === 'die' && fate.when === 'before') die();
    const then: Callback = (error, result) => {
      if (fate.kind === 'die') die();
      callback(error, result);
    };
    Reflect.apply(found, fs, [...args.slice(0, -1), then]);
  });
}

let isInstalled = false;

/** Puts itself between the program and the file system; before the store is imported. */
async function install(): Promise<void> {
  if (isInstalled) return;
  isInstalled = true;
  const handle: FileHandle = await promises.open('/', 'r');
  const prototype: unknown = Object.getPrototypeOf(handle);
  await handle.close();
  if (typeof prototype !== 'object' || prototype === null) throw new TypeError('no prototype');
  for (const name of HANDLES) wrapPrototype(prototype, name);
  for (const name of PROMISES) Reflect.set(promises, name, wrap(name, methodOf(promises, name)));
  for (const name of CALLBACKS) wrapCallback(name);
  syncBuiltinESMExports();
}

await install();

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Driver } from '../driver/driver.ts';
import type { OptionValues } from '../driver/option.ts';
import { typeableCommands } from './line.ts';

/** The values of a command with the files themselves in place of the paths that a person typed. */
export async function withFiles(
  driver: Driver,
  title: string,
  values: OptionValues,
): Promise<OptionValues> {
  const command = typeableCommands(driver.commands()).find((each) => each.title === title);
  const isFile = (name: string): boolean =>
    command?.options.find((option) => option.name === name)?.type ===
    ApplicationCommandOptionType.Attachment;
  const given = await Promise.all(
    Object.entries(values).map(async ([name, value]) => [
      name,
      isFile(name) && typeof value === 'string' ? await readGiven(value) : value,
    ]),
  );
  return Object.fromEntries(given);
}

async function readGiven(path: string) {
  try {
    return { name: basename(path), bytes: await readFile(path) };
  } catch {
    throw new Error(`There is no file ${path} that can be read.`);
  }
}

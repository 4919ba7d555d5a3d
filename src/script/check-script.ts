import { readEnvironment, readSettings } from '../config.ts';
import { checkCorpus, type Finding } from '../store/checking/check.ts';
import { checkData, repairData } from '../store/checking/data-check.ts';
import { describePlace } from './place.ts';
import { refuseDatabase } from './stores.ts';
import type { Terminal } from './subcommand.ts';

/** Writes a line for each finding and gives 1 if one of them is an error. */
export async function runCheck(folder: string, stdout: NodeJS.WritableStream): Promise<number> {
  return tell(await checkCorpus(folder), stdout);
}

/** The same for DATA_DIR, too, and mends it if told to. */
export async function runDataCheck(
  folder: string | undefined,
  isRepair: boolean,
  { stdout, env }: Terminal,
): Promise<number> {
  const settings = readSettings(readEnvironment(process.cwd(), env));
  refuseDatabase(settings, 'PostgreSQL keeps its tables whole by itself; see docs/database.md.');
  const corpusDir = folder ?? settings.CORPUS_DIR;
  const folders = { corpusDir, dataDir: settings.DATA_DIR };
  const findings = isRepair ? await repair(folders, stdout) : await checkData(folders);
  return tell([...findings, ...(await checkCorpus(corpusDir))], stdout);
}

async function repair(
  folders: { readonly corpusDir: string; readonly dataDir: string },
  stdout: NodeJS.WritableStream,
): Promise<readonly Finding[]> {
  const { findings, mended, rescueDir } = await repairData(folders);
  for (const finding of mended)
    stdout.write(`${describePlace(finding)} mended: ${finding.message}\n`);
  if (mended.length > 0) stdout.write(`Copies of what was taken out are in ${rescueDir}.\n`);
  return findings;
}

function tell(findings: readonly Finding[], stdout: NodeJS.WritableStream): number {
  for (const finding of findings) {
    const severity = finding.severity === 'error' ? '' : 'warning: ';
    stdout.write(`${describePlace(finding)} ${severity}${finding.message}\n`);
  }
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

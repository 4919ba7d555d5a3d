import { checkCorpus } from '../store/check.ts';
import { describePlace } from './place.ts';

/** Writes a line for each finding and gives 1 if one of them is an error. */
export async function runCheck(folder: string, stdout: NodeJS.WritableStream): Promise<number> {
  const findings = await checkCorpus(folder);
  for (const finding of findings) {
    const severity = finding.severity === 'error' ? '' : 'warning: ';
    stdout.write(`${describePlace(finding)} ${severity}${finding.message}\n`);
  }
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

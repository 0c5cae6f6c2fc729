import { lineText, nearest, readingText, readPlace, readRuleset, type Line } from '../../engine/index.ts';
import { versionNamed } from './opened.ts';
import { failure, type Outcome } from './problem.ts';

export interface ShowOptions {
  readonly rulesets: string;
  /** Only this line and what stands below it. */
  readonly line?: string;
  readonly json?: boolean;
}

function idsOf(lines: readonly Line[]): string[] {
  return lines.flatMap(({ id, children }) => [id, ...idsOf(children)]);
}

/** A ruleset, or one line of it, in English. */
export function showCommand(ruleset: string, { rulesets: folder, line: id, json }: ShowOptions): Outcome {
  const version = versionNamed(ruleset, folder);
  if (!version.ok) return version.error;
  const reading = readRuleset(version.value.compiled());
  if (id === undefined) {
    return json === true ? { exit: 0, output: reading } : { exit: 0, text: readingText(reading) };
  }
  const line = readPlace(reading, id);
  if (line === undefined) {
    const suggestion = nearest(
      id,
      reading.sections.flatMap(({ lines }) => idsOf(lines)),
    );
    const near = suggestion === undefined ? {} : { suggestion };
    return failure('no-line', `nothing in \`${reading.id}\` ${reading.version} has the id \`${id}\``, near);
  }
  return json === true ? { exit: 0, output: line } : { exit: 0, text: `${lineText(line)}\n` };
}

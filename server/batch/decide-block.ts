import { readJson } from '../../engine/index.ts';
import { secondOpinion } from '../../engine/second-opinion.ts';
import type { Effects } from '../comparison/effects.ts';
import type { ToKeep } from '../decisions/keeper.ts';
import { recordOf } from '../decisions/record-id.ts';
import type { SecondOpinion } from '../library/agreed.ts';
import type { Block, DecidedBlock } from './block.ts';
import { decideFamily, type Doubt, doubtOf } from './decide-family.ts';
import { idWords, noId } from './id-words.ts';
import { lineProblem, type LineProblem } from './line-problem.ts';
import type { DecideFamily, Said } from './said.ts';
import type { BatchSetup } from './setup.ts';

/** Decides the lines of one block after another. */
export type DecideBlock = (block: Block) => Promise<DecidedBlock>;

function idOf(document: unknown): string | undefined {
  const id: unknown =
    typeof document === 'object' && document !== null && 'id' in document ? document.id : undefined;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/** The text of each line; undefined where its bytes are not UTF-8. */
function* linesOf(bytes: Uint8Array): Generator<string | undefined> {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decoded = (part: Uint8Array): string | undefined => {
    try {
      return strict.decode(part);
    } catch {
      return undefined;
    }
  };
  const whole = decoded(bytes);
  if (whole !== undefined) {
    for (let from = 0; from < whole.length;) {
      const end = whole.indexOf('\n', from);
      yield whole.slice(from, end);
      from = end + 1;
    }
    return;
  }
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(0x0a, from);
    yield decoded(bytes.subarray(from, end));
    from = end + 1;
  }
}

interface Answer {
  readonly family?: string;
  readonly said?: Said;
  readonly problem?: LineProblem;
  readonly kept?: ToKeep;
}

/** Gathers output lines, and for each where it ends and whose it is. */
class Output {
  private text = '';
  private readonly lines: number[] = [];
  private readonly ends: number[] = [];
  private readonly ids: number[] = [];
  private readonly kept: (ToKeep | undefined)[] = [];
  private bytes = 0;
  private problems = 0;
  private readonly rows: (Float64Array | undefined)[] = [];
  private readonly effects: (Effects | undefined)[] = [];
  private readonly disagreements: { line: number; places: readonly string[] }[] = [];

  write(line: number, answer: Answer): void {
    const { family, problem, said, kept } = answer;
    const named = family === undefined ? { line } : { line, family };
    const record = kept === undefined ? {} : { record: kept.record };
    const text = `${JSON.stringify({ ...named, ...record, ...(problem === undefined ? said?.answer : { problem }) })}\n`;
    this.kept.push(kept);
    this.text += text;
    this.bytes += Buffer.byteLength(text);
    this.lines.push(line);
    this.ends.push(this.bytes);
    this.ids.push(...(family === undefined || problem !== undefined ? noId : idWords(family)));
    if (problem !== undefined) this.problems += 1;
    if (problem?.places !== undefined) this.disagreements.push({ line, places: problem.places });
    this.rows.push(said?.row);
    this.effects.push(said?.effects);
  }

  decided(lines: number): DecidedBlock {
    const places = Uint32Array.from(this.lines.flatMap((line, at) => [line, this.ends[at] ?? 0]));
    const bytes = new TextEncoder().encode(this.text);
    const { problems, disagreements, kept, rows, effects } = this;
    const ids = Uint32Array.from(this.ids);
    return { bytes, lines, problems, rows, effects, disagreements, kept, places, ids };
  }
}

/** What decides the families of a batch, and what is asked now and then whether it is right. */
interface Deciders {
  readonly decide: DecideFamily;
  readonly doubt: Doubt;
}

/** The lines that ask for a second opinion: the same for the same batch, and spread over it. */
export function isAsked(line: number, perThousand: number): boolean {
  return (Math.imul(line, 0x9e3779b1) >>> 0) % 1000 < perThousand;
}

interface ReadLine {
  readonly line: number;
  readonly text: string | undefined;
}

/** What is kept of a line. Its record's id is made of the line, so that no thread needs chance. */
function toKeep({ keep }: BatchSetup, line: number, { keepable }: Said): ToKeep | undefined {
  if (keep === undefined || keepable === undefined) return undefined;
  return { record: recordOf(keep.seed, line), keeping: keep.keeping, decision: keepable() };
}

async function answerTo({ line, text }: ReadLine, deciders: Deciders, setup: BatchSetup): Promise<Answer> {
  if (text === undefined) {
    const found = [
      { code: 'not-utf-8', severity: 'error', pointer: '', message: 'the bytes are not text in UTF-8' },
    ] as const;
    return { problem: lineProblem(setup.problems, 'line-not-json', { found }) };
  }
  const read = readJson(text);
  if (!read.ok) return { problem: lineProblem(setup.problems, 'line-not-json', { found: read.error }) };
  const family = idOf(read.value);
  const named = family === undefined ? {} : { family };
  const decided = deciders.decide(read.value);
  if (!decided.ok)
    return { ...named, problem: lineProblem(setup.problems, 'family-invalid', { found: decided.error }) };
  const places = isAsked(line, setup.opinionsPerThousand) ? await deciders.doubt(read.value) : [];
  if (places.length > 0)
    return { ...named, problem: lineProblem(setup.problems, 'engines-disagree', { places }) };
  const kept = toKeep(setup, line, decided.value);
  return { ...named, said: decided.value, ...(kept === undefined ? {} : { kept }) };
}

/** Makes the decider of blocks for one batch. */
export function blockDecider(setup: BatchSetup, opinion: SecondOpinion = secondOpinion): DecideBlock {
  const deciders = { decide: decideFamily(setup), doubt: doubtOf(setup, opinion) };
  return async ({ bytes, firstLine, tooLong }) => {
    const output = new Output();
    let line = firstLine;
    for (const text of linesOf(bytes)) {
      const { lineBytes, problems } = setup;
      if (tooLong.includes(line)) {
        output.write(line, { problem: lineProblem(problems, 'line-too-large', { limitBytes: lineBytes }) });
      } else if (text === undefined || text.trim() !== '') {
        output.write(line, await answerTo({ line, text }, deciders, setup));
      }
      line += 1;
    }
    return output.decided(line - firstLine);
  };
}

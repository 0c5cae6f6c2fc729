import type { NumberValue, Parameter, ParameterReference, YesNoValue } from '../document/parameter.ts';
import type { Ruleset } from '../document/ruleset.ts';
import type { Source } from '../document/source.ts';
import { parseDay, type Day } from '../time/civil-date.ts';
import type { Threshold } from './measured.ts';
import { lookDay, type Run, type View } from './run.ts';

type Raw = number | boolean | string | string[];

interface Entry {
  readonly from: Day;
  readonly to: Day | undefined;
  readonly value: Raw;
  readonly source: Source;
}

interface CompiledParameter {
  readonly by: 'lookedFrom' | 'attachedOn' | 'asOf';
  /** Ascending by `from`. */
  readonly entries: readonly Entry[];
}

/** The days that a parameter can go by. */
export type Days = Pick<Run, 'asOf' | 'attachedOn' | 'looks'>;

/** A value read at a run: undefined where none is in force on its day. */
export type Read<T> = (run: Days, view: View) => T | undefined;

const ALWAYS = -Infinity as Day;

function dayIn(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error('invariant: a checked document has only days');
  return day;
}

function compileParameter(parameter: Parameter): CompiledParameter {
  const { value, values, source } = parameter;
  const whole = value === undefined ? [] : [{ from: ALWAYS, to: undefined, value, source }];
  const dated = (values ?? []).map((entry) => ({
    from: dayIn(entry.from),
    to: entry.to === undefined ? undefined : dayIn(entry.to),
    value: entry.value,
    source: entry.source ?? source,
  }));
  return { by: parameter.by ?? 'lookedFrom', entries: [...whole, ...dated] };
}

function entryOn(parameter: CompiledParameter, day: Day): Entry | undefined {
  const entry = parameter.entries.findLast(({ from }) => from <= day);
  return entry?.to !== undefined && day >= entry.to ? undefined : entry;
}

/** Reads a ruleset's parameters as they stand on the day each goes by. */
export class Parameters {
  private readonly compiled: ReadonlyMap<string, CompiledParameter>;

  constructor(ruleset: Pick<Ruleset, 'parameters'>) {
    this.compiled = new Map(Object.entries(ruleset.parameters).map(([id, it]) => [id, compileParameter(it)]));
  }

  /** The day whose value applies; null where it goes by an attachment that has not happened. */
  dayOf(id: string, run: Days, view: View): Day | null {
    switch (this.parameter(id).by) {
      case 'attachedOn':
        return run.attachedOn;
      case 'asOf':
        return run.asOf;
      case 'lookedFrom':
        return lookDay(run, view);
    }
  }

  entry(id: string, run: Days, view: View): Entry | undefined {
    const day = this.dayOf(id, run, view);
    return day === null ? undefined : entryOn(this.parameter(id), day);
  }

  number(value: NumberValue): Read<number> {
    if (typeof value === 'number') return () => value;
    return this.read(value, (raw) => (typeof raw === 'number' ? raw : undefined));
  }

  yesNo(value: YesNoValue): Read<boolean> {
    if (typeof value === 'boolean') return () => value;
    return this.read(value, (raw) => (typeof raw === 'boolean' ? raw : undefined));
  }

  kinds(value: string | readonly string[] | ParameterReference): Read<readonly string[]> {
    if (typeof value === 'string') {
      const only = [value];
      return () => only;
    }
    if (!('parameter' in value)) return () => value;
    return this.read(value, (raw) => (Array.isArray(raw) ? raw : undefined));
  }

  choice(value: string | ParameterReference): Read<string> {
    if (typeof value === 'string') return () => value;
    return this.read(value, (raw) => (typeof raw === 'string' ? raw : undefined));
  }

  /** A `day` parameter's value. */
  day(value: ParameterReference): Read<Day> {
    return this.read(value, (raw) => (typeof raw === 'string' ? parseDay(raw) : undefined));
  }

  /** The same object for the same value, so that what is made of it can be kept with it. */
  threshold(value: number | boolean | string | ParameterReference): Read<Threshold> {
    if (typeof value !== 'object') {
      const written: Threshold = { value, parameter: undefined, source: undefined };
      return () => written;
    }
    const { parameter } = value;
    return this.readEntry(value, ({ value: held, source }) =>
      Array.isArray(held) ? undefined : { value: held, parameter, source },
    );
  }

  private read<T>(reference: ParameterReference, narrow: (raw: Raw) => T | undefined): Read<T> {
    return this.readEntry(reference, ({ value }) => narrow(value));
  }

  /** What is made of each entry is made once: every run then only finds the entry of its day. */
  private readEntry<T>({ parameter }: ParameterReference, make: (entry: Entry) => T | undefined): Read<T> {
    const { entries } = this.parameter(parameter);
    const made = new Map(entries.map((entry) => [entry, make(entry)]));
    const [only] = entries;
    if (only?.from === ALWAYS) {
      const always = made.get(only);
      return () => always;
    }
    return (run, view) => {
      const entry = this.entry(parameter, run, view);
      return entry && made.get(entry);
    };
  }

  private parameter(id: string): CompiledParameter {
    const found = this.compiled.get(id);
    if (found === undefined) throw new Error(`invariant: no parameter ${id} in a checked ruleset`);
    return found;
  }
}

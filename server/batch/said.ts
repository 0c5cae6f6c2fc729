import type {
  Change,
  Decision,
  Diagnostic,
  FamilyForecast,
  Result,
  VerdictsOnly,
} from '../../engine/index.ts';
import type { Effects } from '../comparison/effects.ts';
import type { Attributed, NotAttributed } from '../comparison/attributed.ts';
import type { Keepable } from '../decisions/keepable.ts';

/** A decision that says no reasons and has no hash of the family. */
export type BriefDecision = Pick<Decision, 'engine'> & {
  readonly family: { readonly id: string };
  readonly ruleset: Omit<Decision['ruleset'], 'title'>;
} & VerdictsOnly;

/** What is forecast of one family. */
export interface ForecastSaid {
  readonly forecast: FamilyForecast;
}

/** What is said of one family. */
export interface Said {
  readonly answer:
    | { readonly decision: Decision | BriefDecision }
    | ForecastSaid
    | ({ readonly changes: readonly Change[] } & Partial<Attributed & NotAttributed>);
  /** Of a comparison, what many are summed from: a row of `Measures`. */
  readonly row?: Float64Array;
  /** Of a comparison in which something changed, and of which the causes were asked. */
  readonly effects?: Effects;
  readonly keepable?: () => Keepable;
}

/** Decides one family as parsed from JSON, or finds everything that is wrong with it. */
export type DecideFamily = (document: unknown) => Result<Said, Diagnostic[]>;

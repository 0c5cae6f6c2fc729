import { type Decision, type Diagnostic, type Result, err } from '../../engine/index.ts';
import type { Version } from './library.ts';

/** Civil days are `YYYY-MM-DD` and exist. */
export interface Question {
  readonly asOf: string;
  readonly restateAttachment?: string | undefined;
  readonly trace: 'none' | 'summary' | 'full';
}

/**
 * Decides one family as parsed from JSON. What is wrong with it is found whole, with pointers into the family; any
 * family that can be read is decided.
 */
export function evaluate(
  _version: Version,
  _family: unknown,
  _question: Question,
): Result<Decision, Diagnostic[]> {
  return err([]);
}

import type { Diagnostic } from '../check/diagnostic.ts';
import { mostFindings } from '../json-code.ts';
import { pointerOf } from '../pointer.ts';
import { nearest } from '../suggest.ts';
import type { FamilyCode } from './codes.ts';

export interface Finding {
  readonly code: FamilyCode;
  readonly message: string;
  readonly suggestion?: string | undefined;
  /** A word, and the list from which it was perhaps meant to be: the nearest is suggested. */
  readonly near?: readonly [word: string, known: Iterable<string>];
}

const cut: Diagnostic = {
  code: 'too-many-findings',
  severity: 'error',
  pointer: '',
  message: `only the first ${mostFindings} findings are listed`,
};

/** One way through a family: the place come to, its members once they are known, and what was found wrong. */
export class Reading {
  /** Positions by id; undefined until the list of members has been read, or where there is none to go by. */
  members: ReadonlyMap<string, number> | undefined;
  readonly #found: Diagnostic[] = [];
  readonly #path: (string | number)[] = [];

  /** Goes into a key's value or a list's item. A pointer is only made when something is found there. */
  enter(step: string | number): void {
    this.#path.push(step);
  }

  leave(): void {
    this.#path.pop();
  }

  /** Whether nothing more will be listed, so that there is no need to read on. */
  isFull(): boolean {
    return this.#found.length > mostFindings;
  }

  /** At `key` of the place come to, or at the place itself where `key` is undefined. */
  report(key: string | number | undefined, { code, message, suggestion, near }: Finding): void {
    const found = this.#found;
    if (found.length === mostFindings) found.push(cut);
    if (this.isFull()) return;
    const pointer = pointerOf(key === undefined ? this.#path : [...this.#path, key]);
    const meant = near === undefined ? suggestion : nearest(...near);
    found.push({
      code,
      severity: 'error',
      pointer,
      message,
      ...(meant === undefined ? {} : { suggestion: meant }),
    });
  }

  /** In the order of reading. */
  findings(): Diagnostic[] {
    return this.#found;
  }
}

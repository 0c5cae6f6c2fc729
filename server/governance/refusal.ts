import type { Extra, ProblemName } from '../problem.ts';

/** Thrown where an act is refused: whatever the transaction had written is undone, and the caller gets this problem. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problem: ProblemName;
  readonly more: Extra;
  /** For the log: set where somebody tried what they may not. */
  readonly suspicious: boolean;

  constructor(problem: ProblemName, more: Extra = {}, suspicious = false) {
    super(problem);
    this.problem = problem;
    this.more = more;
    this.suspicious = suspicious;
  }
}

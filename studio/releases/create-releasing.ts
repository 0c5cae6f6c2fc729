import type { Answer, Problem } from '../api.ts';
import { refusalInWords } from '../review/draft-acts.ts';
import { createForm } from '../ui/create-form.ts';
import { isoDay } from '../ui/day-text.ts';

/** The days on which a version is to be in force, `to` the first outside. */
export interface Days {
  readonly from: string;
  readonly to?: string;
  readonly reason?: string;
}

const noDay = 'enter a day that exists, in three numbers';

const isTyped = (kept: string) => kept.replaceAll('/', '') !== '';

function fieldOf(problem: Problem): 'reason' | 'from' {
  return problem.type.endsWith('/reason-missing') ? 'reason' : 'from';
}

interface ReleasingPlan<Value> {
  readonly id: string;
  /** Nothing is asked where what is released has no days. */
  readonly dated: () => boolean;
  readonly send: (days: Days) => Promise<Answer<Value>>;
  readonly onDone: (value: Value) => void;
}

/** A form for the days on which a version is to be in force. */
export function createReleasing<Value>({ id, dated, send, onDone }: ReleasingPlan<Value>) {
  return createForm({
    id,
    fields: { from: '', to: '', reason: '' },
    check: ({ from, to }) => {
      if (!dated()) return {};
      const [first, end] = [isoDay(from), isoDay(to)];
      return {
        ...(first === undefined && { from: noDay }),
        ...(isTyped(to) && end === undefined && { to: noDay }),
        ...(first !== undefined &&
          end !== undefined &&
          end <= first && { to: 'enter a day after the first' }),
      };
    },
    send: async ({ from, to, reason }) => {
      const [first = '', end] = [isoDay(from), isoDay(to)];
      const days = {
        from: first,
        ...(end !== undefined && { to: end }),
        ...(reason.trim() !== '' && { reason: reason.trim() }),
      };
      const done = await send(days);
      if (!done.ok) return { [fieldOf(done.problem)]: refusalInWords(done.problem) };
      onDone(done.value);
      return {};
    },
  });
}

interface WithdrawingPlan<Value> {
  readonly send: (asked: { readonly from: string; readonly reason: string }) => Promise<Answer<Value>>;
  readonly onDone: (value: Value) => void;
}

/** A form with which a version is ended from a day on. */
export function createWithdrawing<Value>({ send, onDone }: WithdrawingPlan<Value>) {
  return createForm({
    id: 'withdraw',
    fields: { from: '', reason: '' },
    check: ({ from, reason }) => ({
      ...(isoDay(from) === undefined && { from: noDay }),
      ...(reason.trim() === '' && { reason: 'say why it is withdrawn' }),
    }),
    send: async ({ from, reason }) => {
      const done = await send({ from: isoDay(from) ?? '', reason: reason.trim() });
      if (!done.ok) return { from: refusalInWords(done.problem) };
      onDone(done.value);
      return {};
    },
  });
}

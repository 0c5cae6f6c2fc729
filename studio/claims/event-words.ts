import type { Claim } from '../api.ts';

type Event = Claim['events'][number]['event'];

const words: Readonly<Record<Event, string>> = {
  'audit-passed': 'The evidence holds',
  'audit-failed': 'The evidence does not hold',
  submitted: 'Submitted',
  queried: 'Queried',
  answered: 'Answered',
  paid: 'Paid',
  'clawed-back': 'Clawed back',
  withdrawn: 'Withdrawn',
};

export function eventInWords(event: Event): string {
  return words[event];
}

/** What can be written down of a claim by itself. */
export type Writable = 'queried' | 'answered' | 'paid' | 'clawed-back' | 'withdrawn';

/** What may become of a claim that stands as it does; the server decides. */
export function eventsFor({ state, paidPence, clawedBackPence }: Claim): readonly Writable[] {
  switch (state) {
    case 'submitted':
      return ['paid', 'queried', 'withdrawn'];
    case 'part-paid':
      return ['paid', 'queried', 'clawed-back'];
    case 'paid':
      return ['queried', 'clawed-back'];
    case 'queried':
      return paidPence > clawedBackPence ? ['answered', 'clawed-back'] : ['answered', 'withdrawn'];
    case 'proposed':
    case 'clawed-back':
    case 'withdrawn':
      return [];
  }
}

export const isWritable = (text: string): text is Writable =>
  ['queried', 'answered', 'paid', 'clawed-back', 'withdrawn'].includes(text);

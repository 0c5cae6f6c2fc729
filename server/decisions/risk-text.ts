import type { Verdict } from '../../engine/index.ts';
import type { Risk } from './sample.ts';

/** A risk as it is written in a query and on the command line. */
export const riskForm = /^.+:(met|not-met|unknown|not-applicable):[1-9]\d{0,2}$/;

/** `node:verdict:weight`, of text that `riskForm` lets through; a node may hold a colon. */
export function riskOf(text: string): Risk {
  const [weight = '', verdict = '', ...node] = text.split(':').reverse();
  // because the form lets no other word through
  return { node: node.reverse().join(':'), verdict: verdict as Verdict, weight: Number(weight) };
}

import type { Condition } from '../document/condition.ts';
import type { LooksFrom, Outcome, OutcomePart } from '../document/outcome.ts';
import type { Grant, Payment, Pot, Share } from '../document/payment.ts';
import { listInWords, poundsInWords } from './figures.ts';
import { step } from '../pointer.ts';
import { conditionDraft } from './conditions.ts';
import type { Draft, LineKind } from './line.ts';
import { numberWords, valuesText, type Reader } from './values.ts';
import { plain, say, value, type Words } from './words.ts';

interface Ruled {
  readonly appliesWhen?: Condition | undefined;
  readonly when?: Condition | undefined;
}

/** The conditions of a rule; that of `appliesWhen` says what it is for. */
function conditionsOf(reader: Reader, { appliesWhen, when }: Ruled): Draft[] {
  const gate = appliesWhen === undefined ? [] : [conditionDraft(reader, appliesWhen)];
  return [
    ...gate.map((draft) => ({ ...draft, words: say`it applies only if: ${draft.words}` })),
    ...(when === undefined ? [] : [conditionDraft(reader, when)]),
  ];
}

function lookWords(looksFrom: LooksFrom): Words {
  return looksFrom === 'attachment'
    ? say`“That day” is ${value('the day the family was attached')} (until then, the day asked about)`
    : say`“That day” is ${value('the day asked about')}`;
}

function criteriaOf(reader: Reader): Draft[] {
  return reader.ruleset.criteria.map((criterion, at) => ({
    id: criterion.id,
    kind: 'criterion',
    pointer: `/criteria/${at}`,
    words: say`${criterion.label} (${criterion.group}). ${lookWords(criterion.looksFrom ?? 'attachment')}`,
    source: criterion.source,
    note: criterion.note,
    children: conditionsOf(reader, criterion),
  }));
}

/** Whether a condition compares anything of its own, and so looks from a day. */
function looksAtDays(when: Condition): boolean {
  return JSON.stringify(when).includes('"fact":');
}

function routesOf(reader: Reader): Draft[] {
  return reader.ruleset.eligibility.routes.map((route, at) => ({
    id: route.id,
    kind: 'route',
    pointer: `/eligibility/routes/${at}`,
    words: say`${route.label}. ${looksAtDays(route.when) ? say`${lookWords('attachment')}. ` : ''}A family is eligible by this route if:`,
    source: route.source,
    children: conditionsOf(reader, route),
  }));
}

function overrideWords(override: Outcome['override']): Words {
  if (override === undefined) return [];
  const who = listInWords(override.roles, 'or');
  return say`. The recorded judgement of a ${value(who)} may stand in place of the verdict`;
}

function partDraft(reader: Reader, part: OutcomePart, owner: { id: string; pointer: string }): Draft {
  return {
    id: `${owner.id}.${part.id}`,
    kind: 'part',
    pointer: owner.pointer,
    words: say`${part.label}${overrideWords(part.override)}`,
    source: part.source,
    children: conditionsOf(reader, part),
  };
}

function outcomesOf(reader: Reader): Draft[] {
  return reader.ruleset.outcomes.map((outcome, at): Draft => {
    const pointer = `/outcomes/${at}`;
    const parts = outcome.parts ?? [];
    const fold = parts.length > 1 ? '. Every part that applies must be met' : '';
    return {
      id: outcome.id,
      kind: 'outcome',
      pointer,
      words: say`${outcome.label}${fold}. ${lookWords(outcome.looksFrom ?? 'asOf')}${overrideWords(outcome.override)}`,
      source: outcome.source,
      note: outcome.note,
      children: [
        ...conditionsOf(reader, outcome),
        ...parts.map((part, partAt) =>
          partDraft(reader, part, { id: outcome.id, pointer: `${pointer}/parts/${partAt}` }),
        ),
      ],
    };
  });
}

function paymentWords(reader: Reader, payment: Payment): Words {
  const { amount, claimBefore, families, kind } = payment;
  const pot = reader.ruleset.pots?.find(({ id }) => id === payment.pot);
  const given =
    kind === 'attachment'
      ? 'for attaching an eligible family'
      : 'for a result of an eligible family that is attached';
  const until =
    claimBefore &&
    say`; to be claimed before ${value(valuesText(reader, claimBefore.parameter), claimBefore.parameter)}`;
  const most =
    families && say`; for at most ${numberWords(reader, families.atMost)} families of an authority`;
  const from = pot && say`; out of the pot “${pot.label}”`;
  const asks = payment.when === undefined ? [] : plain('. It is due if:');
  return say`${payment.label}, ${given}: ${moneyWords(reader, amount)}${until ?? []}${most ?? []}${from ?? []}${asks}`;
}

function moneyWords(reader: Reader, amount: Payment['amount']): Words {
  if (typeof amount === 'number') return numberWords(reader, amount, poundsInWords);
  return value(valuesText(reader, amount.parameter), amount.parameter);
}

function potWords(reader: Reader, pot: Pot): Words {
  const shared =
    pot.exclusive === true ? value('only one of them is paid') : plain('filled in the order they are listed');
  return say`${pot.label}, a pot: the payments out of it come for one family to at most ${moneyWords(reader, pot.cap)}; ${shared}`;
}

function grantWords(reader: Reader, grant: Grant): Words {
  const each = grant.each === 'year' ? 'each year' : 'once for the whole programme';
  return say`${grant.label}: ${moneyWords(reader, grant.amount)} to an authority ${value(each)}, whatever its families achieve`;
}

const roundings: Readonly<Record<Share['families'], string>> = {
  floor: 'counted down to a whole family',
  nearest: 'counted to the nearest whole family',
  none: 'not rounded to whole families',
};

function shareWords({ funded, of, families, money }: Share): Words {
  return say`${value(`${funded} of every ${of}`)} families are funded, ${value(roundings[families])}; totals are to the nearest ${value(money)}`;
}

/** One draft for each of a list, where it stands in the document. */
function each<T extends { id: string }>(
  items: readonly T[] | undefined,
  kind: LineKind,
  draft: (item: T) => Omit<Draft, 'id' | 'kind' | 'pointer'>,
): Draft[] {
  return (items ?? []).map((item, at) => ({
    id: item.id,
    kind,
    pointer: step(`/${kind}s`, at),
    ...draft(item),
  }));
}

function moneyOf(reader: Reader): Draft[] {
  const { payments, pots, grants, share } = reader.ruleset;
  return [
    ...each(payments, 'payment', (payment) => ({
      words: paymentWords(reader, payment),
      source: payment.source,
      note: payment.note,
      children: conditionsOf(reader, payment),
    })),
    ...each(pots, 'pot', (pot) => ({ words: potWords(reader, pot), source: pot.source })),
    ...each(grants, 'grant', (grant) => ({ words: grantWords(reader, grant), source: grant.source })),
    ...(share === undefined
      ? []
      : [
          {
            id: 'share',
            kind: 'share' as const,
            pointer: '/share',
            words: shareWords(share),
            source: share.source,
          },
        ]),
  ];
}

export { criteriaOf, moneyOf, outcomesOf, routesOf };

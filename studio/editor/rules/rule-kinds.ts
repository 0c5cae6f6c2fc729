import type { Path } from '../../draft/editing.ts';

export type RuleKind = 'criterion' | 'route' | 'outcome' | 'part' | 'payment';

interface RuleKindRow {
  readonly word: string;
  /** The list that it stands in; of a part, within its outcome. */
  readonly list: Path;
  /** The part of the draft where it is listed, and where it is edited below that. */
  readonly listed: { readonly of: string; readonly text: string };
  /** What is said of it beside its conditions. */
  readonly says: {
    readonly group: boolean;
    readonly looksFrom: 'attachment' | 'asOf' | undefined;
    readonly override: boolean;
    readonly note: boolean;
    /** Whether its source may be left out. */
    readonly sourceOptional: boolean;
  };
  readonly when: { readonly title: string; readonly none: string };
  /** What `appliesWhen` is called; absent where there is none. */
  readonly applies?: { readonly title: string; readonly none: string };
}

const always = 'It applies to every family.';
const plain = {
  group: false,
  looksFrom: undefined,
  override: false,
  note: false,
  sourceOptional: false,
} as const;

/** Every kind of rule: where it is listed, what is said of it, and which conditions it has. */
export const ruleKinds: Readonly<Record<RuleKind, RuleKindRow>> = {
  criterion: {
    word: 'criterion',
    list: ['criteria'],
    listed: { of: 'identify', text: 'Identify' },
    says: { ...plain, group: true, looksFrom: 'attachment', note: true },
    when: { title: 'It is met when', none: 'Nothing is asked yet, and something must be.' },
    applies: { title: 'It applies when', none: always },
  },
  route: {
    word: 'route',
    list: ['eligibility', 'routes'],
    listed: { of: 'identify', text: 'Identify' },
    says: plain,
    when: { title: 'A family is eligible by it when', none: 'Nothing is asked yet, and something must be.' },
  },
  outcome: {
    word: 'outcome',
    list: ['outcomes'],
    listed: { of: 'outcomes', text: 'Outcomes' },
    says: { ...plain, looksFrom: 'asOf', override: true, note: true },
    when: { title: 'It is met when', none: 'It has parts, and is met when every part that applies is met.' },
    applies: { title: 'It applies when', none: always },
  },
  part: {
    word: 'part',
    list: ['parts'],
    listed: { of: 'outcomes', text: 'Outcomes' },
    says: { ...plain, override: true, sourceOptional: true },
    when: { title: 'It is met when', none: 'Nothing is asked yet, and something must be.' },
    applies: { title: 'It applies when', none: always },
  },
  payment: {
    word: 'payment',
    list: ['payments'],
    listed: { of: 'payments', text: 'Payments' },
    says: { ...plain, note: true },
    when: { title: 'It is due when', none: 'Nothing more is asked: the family is eligible and attached.' },
  },
};

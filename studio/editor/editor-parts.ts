import { type Component, lazy } from 'solid-js';
import type { Draft } from '../api.ts';

export interface EditorPart {
  /** Below `/drafts/:draft`, as the router reads it. */
  readonly path: string;
  readonly navigation?: string;
  readonly group: 'rules';
  readonly kinds?: readonly Draft['kind'][];
  readonly component: Component;
}

const rulesets = ['ruleset'] as const;
const ofRulesets = (path: string, load: () => Promise<Component>, navigation?: string): EditorPart => ({
  path,
  group: 'rules',
  kinds: rulesets,
  component: lazy(async () => ({ default: await load() })),
  ...(navigation === undefined ? {} : { navigation }),
});

const rules = () => import('./rules/rule-screen.tsx');
const addRules = () => import('./rules/add-rule-screens.tsx');
const money = () => import('./money/money-screens.tsx');
const addMoney = () => import('./money/add-money-screens.tsx');
const lists = () => import('./rules/rule-lists-screens.tsx');
const raw = async () => ({ default: (await import('./raw/raw-screen.tsx')).RawScreen });

/** The parts of a draft in which its rules are edited, in the order in which they are read. */
export const editorParts: readonly EditorPart[] = [
  ofRulesets(
    'about',
    async () => (await import('./about/about-screen.tsx')).AboutScreen,
    'About these rules',
  ),
  ofRulesets('identify', async () => (await lists()).IdentifyScreen, 'Identify'),
  ofRulesets('add-criterion', async () => (await addRules()).AddCriterionScreen),
  ofRulesets('criteria/:criterion', async () => (await rules()).CriterionScreen),
  ofRulesets('add-route', async () => (await addRules()).AddRouteScreen),
  ofRulesets('routes/:route', async () => (await rules()).RouteScreen),
  ofRulesets('outcomes', async () => (await lists()).OutcomesScreen, 'Outcomes'),
  ofRulesets('add-outcome', async () => (await addRules()).AddOutcomeScreen),
  ofRulesets('outcomes/:outcome', async () => (await rules()).OutcomeScreen),
  ofRulesets('outcomes/:outcome/:part', async () => (await rules()).PartScreen),
  ofRulesets('payments', async () => (await money()).PaymentsScreen, 'Payments'),
  ofRulesets('add-payment', async () => (await addMoney()).AddPaymentScreen),
  ofRulesets('payments/:payment', async () => (await money()).PaymentScreen),
  ofRulesets('add-pot', async () => (await addMoney()).AddPotScreen),
  ofRulesets('pots/:pot', async () => (await money()).PotScreen),
  ofRulesets('add-grant', async () => (await addMoney()).AddGrantScreen),
  ofRulesets('grants/:grant', async () => (await money()).GrantScreen),
  ofRulesets(
    'parameters',
    async () => (await import('./parameters/parameters-screen.tsx')).ParametersScreen,
    'Parameters',
  ),
  ofRulesets(
    'add-parameter',
    async () => (await import('./parameters/add-parameter-screen.tsx')).AddParameterScreen,
  ),
  ofRulesets(
    'parameters/:parameter',
    async () => (await import('./parameters/parameter-screen.tsx')).ParameterScreen,
  ),
  ofRulesets('facts', async () => (await import('./facts/facts-screen.tsx')).FactsScreen, 'Facts'),
  ofRulesets('add-fact', async () => (await import('./facts/add-fact-screen.tsx')).AddFactScreen),
  ofRulesets('facts/:fact', async () => (await import('./facts/fact-screen.tsx')).FactScreen),
  ofRulesets('cases', async () => (await import('./cases/cases-screen.tsx')).CasesScreen, 'Cases'),
  ofRulesets('add-case', async () => (await import('./cases/add-case-screen.tsx')).AddCaseScreen),
  ofRulesets('cases/:case', async () => (await import('./cases/case-screen.tsx')).CaseScreen),
  {
    path: 'terms',
    navigation: 'School terms',
    group: 'rules',
    kinds: ['calendar'],
    component: lazy(async () => ({
      default: (await import('./calendar/calendar-screen.tsx')).CalendarScreen,
    })),
  },
  { path: 'json', navigation: 'JSON', group: 'rules', component: lazy(raw) },
  { path: 'json/:file', group: 'rules', component: lazy(raw) },
];

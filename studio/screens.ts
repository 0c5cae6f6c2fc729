import type { RouteSectionProps } from '@solidjs/router';
import { type Component, lazy } from 'solid-js';
import { parts } from './draft/parts.ts';
import type { Place } from './frame/navigation.ts';
import { HomeScreen } from './home/home-screen.tsx';
import type { Needed } from './session/may-open.ts';

export interface ScreenRow {
  /** As the router reads it: `:id` is one part of the address, whatever it is. */
  readonly path: string;
  readonly component: Component<RouteSectionProps>;
  /** What stands inside it, at addresses below its own. */
  readonly parts?: readonly { readonly path: string; readonly component: Component }[];
  /** Its place in the navigation, which leads to the path; absent where another screen leads there. */
  readonly navigation?: Place;
  /** What whoever is to see its name there must be, or may do. */
  readonly needs?: Needed;
  /** Whether it is for people who are not signed in: nobody is sent from it to sign in. */
  readonly openToAll?: true;
}

/** Every screen there is. One more is a file in a folder of its own, and a row here. */
export const screens: readonly ScreenRow[] = [
  { path: '/', component: HomeScreen },
  {
    path: '/rulesets',
    navigation: 'Rulesets',
    component: lazy(async () => ({
      default: (await import('./rulesets/rulesets-screen.tsx')).RulesetsScreen,
    })),
  },
  {
    path: '/rulesets/:id',
    component: lazy(async () => ({
      default: (await import('./rulesets/versions-screen.tsx')).VersionsScreen,
    })),
  },
  {
    path: '/rulesets/:id/history',
    component: lazy(async () => ({
      default: (await import('./history/ruleset-history-screen.tsx')).RulesetHistoryScreen,
    })),
  },
  {
    path: '/rulesets/:id/:version',
    component: lazy(async () => ({ default: (await import('./reading/reading-screen.tsx')).ReadingScreen })),
  },
  {
    path: '/rulesets/:id/:version/releases',
    component: lazy(async () => ({
      default: (await import('./releases/releases-screen.tsx')).ReleasesScreen,
    })),
  },
  {
    path: '/rulesets/:id/:was/changes-to/:now',
    component: lazy(async () => ({ default: (await import('./changes/changes-screen.tsx')).ChangesScreen })),
  },
  {
    path: '/try',
    navigation: 'Try a family',
    component: lazy(async () => ({ default: (await import('./decide/try-screen.tsx')).TryScreen })),
  },
  {
    path: '/compare',
    navigation: 'Compare',
    component: lazy(async () => ({ default: (await import('./compare/compare-screen.tsx')).CompareScreen })),
  },
  {
    path: '/compare/cohorts',
    component: lazy(async () => ({
      default: (await import('./compare/cohort/compare-cohort-screen.tsx')).CompareCohortScreen,
    })),
  },
  {
    path: '/compare/cohorts/:job',
    component: lazy(async () => ({
      default: (await import('./compare/cohort/comparison-screen.tsx')).ComparisonScreen,
    })),
  },
  {
    path: '/compare/cohorts/:job/families',
    component: lazy(async () => ({
      default: (await import('./compare/cohort/compared-families-screen.tsx')).ComparedFamiliesScreen,
    })),
  },
  {
    path: '/compare/cohorts/:job/families/:family',
    component: lazy(async () => ({
      default: (await import('./compare/cohort/compared-family-screen.tsx')).ComparedFamilyScreen,
    })),
  },
  {
    path: '/drafts',
    navigation: 'Drafts',
    needs: 'rulesets:read',
    component: lazy(async () => ({ default: (await import('./drafts/drafts-screen.tsx')).DraftsScreen })),
  },
  {
    path: '/drafts/new',
    component: lazy(async () => ({
      default: (await import('./drafts/new-draft-screen.tsx')).NewDraftScreen,
    })),
  },
  {
    path: '/drafts/:draft',
    parts,
    component: lazy(async () => ({ default: (await import('./draft/draft-screen.tsx')).DraftScreen })),
  },
  {
    path: '/cohorts',
    navigation: 'Cohorts',
    needs: 'cohorts:read',
    component: lazy(async () => ({ default: (await import('./cohorts/cohorts-screen.tsx')).CohortsScreen })),
  },
  {
    path: '/cohorts/add',
    component: lazy(async () => ({
      default: (await import('./cohorts/add/add-cohort-screen.tsx')).AddCohortScreen,
    })),
  },
  {
    path: '/cohorts/make',
    component: lazy(async () => ({
      default: (await import('./cohorts/make/make-cohort-screen.tsx')).MakeCohortScreen,
    })),
  },
  {
    path: '/cohorts/:cohort',
    component: lazy(async () => ({ default: (await import('./cohorts/cohort-screen.tsx')).CohortScreen })),
  },
  {
    path: '/programme',
    navigation: 'Programme',
    needs: 'rulesets:read',
    component: lazy(async () => ({
      default: (await import('./programme/programme-screen.tsx')).ProgrammeScreen,
    })),
  },
  {
    path: '/programme/targets',
    component: lazy(async () => ({
      default: (await import('./programme/targets-screen.tsx')).TargetsScreen,
    })),
  },
  {
    path: '/programme/costs',
    component: lazy(async () => ({ default: (await import('./programme/costs-screen.tsx')).CostsScreen })),
  },
  {
    path: '/programme/forecast',
    component: lazy(async () => ({
      default: (await import('./forecast/forecast-screen.tsx')).ForecastScreen,
    })),
  },
  {
    path: '/claims',
    navigation: 'Claims',
    needs: 'claims:read',
    component: lazy(async () => ({ default: (await import('./claims/claims-screen.tsx')).ClaimsScreen })),
  },
  {
    path: '/claims/begin',
    component: lazy(async () => ({
      default: (await import('./claims/begin-run-screen.tsx')).BeginRunScreen,
    })),
  },
  {
    path: '/claims/windows',
    component: lazy(async () => ({
      default: (await import('./claims/windows-screen.tsx')).WindowsScreen,
    })),
  },
  {
    path: '/claims/reconcile',
    component: lazy(async () => ({
      default: (await import('./claims/reconcile-screen.tsx')).ReconcileScreen,
    })),
  },
  {
    path: '/claims/runs/:run',
    component: lazy(async () => ({ default: (await import('./claims/run-screen.tsx')).RunScreen })),
  },
  {
    path: '/claims/:claim',
    component: lazy(async () => ({ default: (await import('./claims/claim-screen.tsx')).ClaimScreen })),
  },
  {
    path: '/decisions',
    navigation: 'Decisions',
    needs: 'decisions:read',
    component: lazy(async () => ({
      default: (await import('./decisions/decisions-screen.tsx')).DecisionsScreen,
    })),
  },
  {
    path: '/decisions/sample',
    component: lazy(async () => ({
      default: (await import('./decisions/sample/sample-screen.tsx')).SampleScreen,
    })),
  },
  {
    path: '/decisions/combinations',
    component: lazy(async () => ({
      default: (await import('./decisions/combinations/combinations-screen.tsx')).CombinationsScreen,
    })),
  },
  {
    path: '/decisions/near-misses',
    component: lazy(async () => ({
      default: (await import('./decisions/near/near-misses-screen.tsx')).NearMissesScreen,
    })),
  },
  {
    path: '/decisions/:record',
    component: lazy(async () => ({
      default: (await import('./decisions/record/decision-screen.tsx')).DecisionScreen,
    })),
  },
  {
    path: '/audit',
    navigation: 'Audit',
    needs: 'audit:read',
    component: lazy(async () => ({ default: (await import('./audit/audit-screen.tsx')).AuditScreen })),
  },
  {
    path: '/people',
    navigation: 'People',
    needs: 'people:manage',
    component: lazy(async () => ({ default: (await import('./people/people-screen.tsx')).PeopleScreen })),
  },
  {
    path: '/people/add',
    component: lazy(async () => ({
      default: (await import('./people/add-person-screen.tsx')).AddPersonScreen,
    })),
  },
  {
    path: '/people/:person',
    component: lazy(async () => ({ default: (await import('./people/person-screen.tsx')).PersonScreen })),
  },
  {
    path: '/people/:person/change',
    component: lazy(async () => ({
      default: (await import('./people/change-person-screen.tsx')).ChangePersonScreen,
    })),
  },
  {
    path: '/keys',
    navigation: 'Keys',
    needs: 'person',
    component: lazy(async () => ({ default: (await import('./keys/keys-screen.tsx')).KeysScreen })),
  },
  {
    path: '/keys/add',
    component: lazy(async () => ({ default: (await import('./keys/add-key-screen.tsx')).AddKeyScreen })),
  },
  {
    path: '/account',
    component: lazy(async () => ({ default: (await import('./account/account-screen.tsx')).AccountScreen })),
  },
  {
    path: '/sign-in',
    openToAll: true,
    component: lazy(async () => ({ default: (await import('./sign-in/sign-in-screen.tsx')).SignInScreen })),
  },
  {
    path: '/set-up',
    openToAll: true,
    component: lazy(async () => ({ default: (await import('./sign-in/set-up-screen.tsx')).SetUpScreen })),
  },
  {
    path: '/password',
    openToAll: true,
    component: lazy(async () => ({
      default: (await import('./sign-in/password-screen.tsx')).PasswordScreen,
    })),
  },
];

const openToAll = new Set(screens.filter((row) => row.openToAll).map(({ path }) => path));

/** Whether the screen at this path is for people who are not signed in. */
export const isOpenToAll = (path: string) => openToAll.has(path);

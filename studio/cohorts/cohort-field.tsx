import { cohortsAddress } from '../addresses.ts';
import type { ListedCohort } from '../api.ts';
import { counted } from '../ui/number-in-words.ts';
import { type Option, SelectField } from '../ui/select-field.tsx';

/** Those whose families can be decided. */
export const wholeOf = (cohorts: readonly ListedCohort[]) => cohorts.filter(({ state }) => state === 'whole');

/** What to do where no cohort is whole. */
export function NoCohort() {
  return (
    <p>
      There is no cohort that is whole. <a href={cohortsAddress()}>Upload one, or make one</a>.
    </p>
  );
}

interface CohortFieldProps {
  readonly id: string;
  readonly error?: string | undefined;
  readonly cohorts: readonly ListedCohort[];
  readonly value: string;
  /** What can be chosen in place of one. */
  readonly instead?: readonly Option[] | undefined;
  readonly onChange: (id: string) => void;
}

/** One of the cohorts that are whole. */
export function CohortField(props: CohortFieldProps) {
  return (
    <SelectField
      id={props.id}
      label="Cohort"
      hint="Cohorts that are whole."
      error={props.error}
      options={[
        ...props.cohorts.map(({ id, title, families }) => ({
          value: id,
          text: `${title}, ${counted(families, 'family', 'families')}`,
        })),
        ...(props.instead ?? []),
      ]}
      value={props.value}
      onChange={props.onChange}
    />
  );
}

import { isVerdict } from '../decision/verdict-words.ts';
import { dayInLondon } from '../day-away.ts';
import { createPartNames } from '../decisions/filter/create-filter.ts';
import { PartRowsField } from '../decisions/filter/part-rows-field.tsx';
import { rowsIn } from '../decisions/filter/part-rows.ts';
import { mistakeInRisks, suggestedSeed } from '../decisions/sample/drawing.ts';
import type { Problem } from '../api.ts';
import { useSession } from '../session/session.ts';
import { createForm } from '../ui/create-form.ts';
import { FormView } from '../ui/form-view.tsx';
import { LineField } from '../ui/line-field.tsx';
import { counted } from '../ui/number-in-words.ts';
import type { ActProps } from './audit-section.tsx';
import { drawSample, whyRefused } from './claim-calls.ts';
import styles from './claims.module.css';

type DrawField = 'seed' | 'percent' | 'minimum' | 'risks';

/** The field that a refusal is about. */
const fieldOf = ({ findings = [] }: Problem): DrawField =>
  findings.some(({ pointer }) => pointer.startsWith('/risks')) ? 'risks' : 'seed';

function createDrawing(props: ActProps) {
  const { client } = useSession();
  const [chance = 0] = crypto.getRandomValues(new Uint32Array(1));
  return createForm<DrawField>({
    id: 'sample',
    fields: {
      seed: suggestedSeed(dayInLondon(new Date().toISOString()), chance),
      ...{ percent: '10', minimum: '1', risks: '' },
    },
    check: ({ seed, percent, minimum, risks }) => {
      const risky = mistakeInRisks(rowsIn(risks));
      return {
        ...(seed.trim() === '' && { seed: 'enter a seed' }),
        ...(!/^\d{1,3}(\.\d{1,2})?$/.test(percent) || Number(percent) > 100
          ? { percent: 'enter a percentage from 0 to 100' }
          : {}),
        ...(!/^[1-9]\d{0,4}$/.test(minimum) ? { minimum: 'enter a number from 1 to 99,999' } : {}),
        ...(risky !== undefined && { risks: risky }),
      };
    },
    send: async ({ seed, percent, minimum, risks }) => {
      const drawn = await drawSample(client, props.run.id, {
        ...{ seed: seed.trim(), percent: Number(percent), minimum: Number(minimum) },
        risks: rowsIn(risks).flatMap(({ node, verdict, weight }) =>
          isVerdict(verdict) ? [{ node, verdict, weight: Number(weight) }] : [],
        ),
      });
      if (!drawn.ok) return { [fieldOf(drawn.problem)]: whyRefused(drawn.problem) };
      props.onDone(`${counted(drawn.value.sample?.claims ?? 0, 'claim was', 'claims were')} drawn.`);
      return {};
    },
  });
}

/** Draws the sample of a run. */
export function DrawForm(props: ActProps) {
  const form = createDrawing(props);
  const named = createPartNames(() => `${props.run.ruleset.id}@${props.run.ruleset.version}`);
  const line = (name: Exclude<DrawField, 'risks'>, label: string, hint: string) => (
    <LineField
      id={form.control(name)}
      label={label}
      hint={hint}
      error={form.wrong(name)}
      numeric={name !== 'seed'}
      size={name === 'seed' ? 'whole' : 'short'}
      value={form.typed(name)}
      onInput={(text) => {
        form.type(name, text);
      }}
    />
  );
  return (
    <section class={styles.part} aria-labelledby="draw-title">
      <h2 id="draw-title">Draw the audit sample</h2>
      <FormView form={form} send="Draw the sample" sending="Drawing">
        {line('seed', 'Seed', 'Whoever has it draws the same claims. It is drawn once.')}
        <div class={styles.pair}>
          {line('percent', 'Percentage', 'Of the claims of the run. Ten is believed to have been asked for.')}
          {line('minimum', 'At least', 'So many, where there are as many.')}
        </div>
        <PartRowsField
          form={form}
          name="risks"
          legend="Risks"
          hint="A claim is drawn sooner where a part of the decision behind it came to this. Every claim weighs 1; so much is added."
          groups={named.names().judged}
          add="Add a risk"
          weighed
        />
      </FormView>
    </section>
  );
}

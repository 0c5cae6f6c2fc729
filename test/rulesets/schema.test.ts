import { expect, test } from 'vitest';
import * as z from 'zod';
import { calendar } from '../../engine/document/calendar.ts';
import { caseFile } from '../../engine/document/cases.ts';
import { releases } from '../../engine/document/release.ts';
import { ruleset } from '../../engine/document/ruleset.ts';
import { unitCosts } from '../../engine/programme/unit-costs.ts';
import { programme } from '../../engine/programme/programme-document.ts';
import { vocabulary } from '../../engine/document/vocabulary.ts';

/** Written again by `npm run test:unit -- test/rulesets/schema.test.ts -u` when a form changes. */
test.for([
  { name: 'ruleset', form: ruleset },
  { name: 'cases', form: caseFile },
  { name: 'vocabulary', form: vocabulary },
  { name: 'calendar', form: calendar },
  { name: 'releases', form: releases },
  { name: 'unit-costs', form: unitCosts },
  { name: 'programme', form: programme },
])('the JSON Schema of a $name is that of the form that validates it', async ({ name, form }) => {
  const schema = z.toJSONSchema(form, { reused: 'ref', io: 'input' });
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
    `../../rulesets/${name}.schema.json`,
  );
});

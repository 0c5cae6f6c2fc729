import { createMemo } from 'solid-js';
import { draftAddress } from '../addresses.ts';
import type { DraftEditing } from '../draft/editing.ts';
import { placeOfFinding } from '../editor/place-of-finding.ts';
import { anchorsOf } from '../reading/anchors.ts';
import type { DecidingRules } from '../reading/read-version.ts';

/** The rules of a draft as they are on the screen; while they have an error, as they last had none. */
export function createDraftRules({ draft, checked, value }: DraftEditing) {
  let changes = 0;
  const rules = createMemo((): DecidingRules | undefined => {
    const now = checked();
    if (now === undefined) return undefined;
    const { ruleset, reading } = now;
    const anchors = anchorsOf(reading);
    const { id, kind } = draft();
    changes += 1;
    return {
      key: `draft ${id}, change ${changes}`,
      held: { id: ruleset.id, title: ruleset.title, releases: [], cases: value('cases') },
      ...{ checked: now.checked, reading, sources: ruleset.sources, anchors },
      addressOf: (anchor) => {
        const line = anchor === undefined ? undefined : anchors.at(anchor);
        if (line === undefined) return draftAddress(id, 'about');
        const { part, control } = placeOfFinding(
          { kind, document: ruleset, cases: undefined },
          { file: 'document', pointer: line.pointer },
        );
        return `${draftAddress(id, part)}#${encodeURIComponent(control)}`;
      },
    };
  });
  return rules;
}

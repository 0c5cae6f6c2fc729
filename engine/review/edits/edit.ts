import * as z from 'zod';
import type { Shift } from './shift.ts';

export const editKinds = ['added', 'removed', 'changed', 'moved'] as const;
export const editSubjects = [
  'criterion',
  'route',
  'outcome',
  'part',
  'condition',
  'payment',
  'pot',
  'grant',
  'share',
  'parameter',
  'fact',
  'source',
  'ruleset',
] as const;
export const editEffects = ['looser', 'tighter', 'neither', 'wording'] as const;

/** One difference between two versions, of something that keeps its id. */
export const edit = z
  .strictObject({
    /** Of a part `outcome.part`; of something that the document says of itself, its key. */
    id: z.string(),
    kind: z.enum(editKinds),
    of: z.enum(editSubjects),
    /** Where it stands in each version. */
    pointers: z.strictObject({ was: z.string().optional(), now: z.string().optional() }),
    was: z.string().optional(),
    now: z.string().optional(),
    /**
     * On its own, to the owners: looser, nothing that was met is then not met, or no less is paid; tighter, nothing that
     * was not met is then met, or no more is paid; wording, no verdict and no amount can change; neither, anything else.
     */
    effect: z.enum(editEffects),
    /** Criteria, routes, outcomes, parts and payments in which it stands or is used. */
    owners: z.array(z.string()),
  })
  .meta({
    id: 'Edit',
    description:
      'One difference, keyed by an id that both versions keep. `was` and `now` are sentences. `effect` is that of this edit alone on its `owners`: `looser` can only let more in or pay more, `tighter` less, `wording` changes no verdict and no amount, `neither` is anything that cannot be said for sure.',
  });
export type Edit = z.infer<typeof edit>;
export type EditEffect = Edit['effect'];

export function effectName(shift: Shift): EditEffect {
  if (shift === 'same') return 'wording';
  if (shift === 'up') return 'looser';
  return shift === 'down' ? 'tighter' : 'neither';
}

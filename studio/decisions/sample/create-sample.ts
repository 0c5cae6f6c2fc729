import { useNavigate, useSearchParams } from '@solidjs/router';
import { createMemo } from 'solid-js';
import { sampleAddress } from '../../addresses.ts';
import type { Answer, DecisionSample } from '../../api.ts';
import { dayInLondon } from '../../day-away.ts';
import { focusOn } from '../../editor/focus-on.ts';
import { createAnswer } from '../../session/create-answer.ts';
import { useSession } from '../../session/session.ts';
import { createForm } from '../../ui/create-form.ts';
import { FOUND } from '../filter/create-filter-form.ts';
import {
  type DrawingField,
  drawingFields,
  drawingIn,
  drawingSaid,
  mistakesInDrawing,
  suggestedSeed,
} from './drawing.ts';
import { addressWith, type Filter, questionOf } from '../filter/filter.ts';
import { fieldsOf } from '../filter/filter-fields.ts';

/** How the address says that a sample is drawn. */
export function createDrawing() {
  const [search] = useSearchParams();
  const drawing = createMemo(() => drawingIn(search));
  return drawing;
}

/** A form of how a sample is drawn; drawing is an address. */
export function createDrawingForm(filter: () => Filter) {
  const navigate = useNavigate();
  const drawing = createDrawing();
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  const seed = suggestedSeed(dayInLondon(new Date().toISOString()), drawn);
  const form = createMemo(() => {
    const was = filter();
    return createForm<DrawingField>({
      id: 'draw',
      fields: { ...fieldsOf(was), ...drawingFields(drawing(), seed) },
      check: mistakesInDrawing,
      send: (typed) => {
        const said = drawingSaid(typed, was, new Date().toISOString());
        navigate(addressWith(sampleAddress, said), { scroll: false });
        focusOn(FOUND);
        return Promise.resolve({});
      },
    });
  });
  return form;
}
export type DrawingForm = ReturnType<ReturnType<typeof createDrawingForm>>;

/** The sample that the address names; nothing is drawn while it names no seed. */
export function createSample(filter: () => Filter) {
  const { client } = useSession();
  const drawing = createDrawing();
  const question = () => {
    const drawn = drawing();
    return drawn && { ...questionOf(filter()), ...drawn, risk: [...drawn.risk] };
  };
  const sample = createAnswer('decision sample', question, async (query): Promise<Answer<DecisionSample>> => {
    const response = await client['decision-samples'].$get({ query });
    if (response.status === 200) return { ok: true, value: await response.json() };
    return { ok: false, problem: await response.json() };
  });
  return { ...sample, isAsked: () => drawing() !== undefined };
}

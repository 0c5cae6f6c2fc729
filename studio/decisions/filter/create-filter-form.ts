import { useNavigate } from '@solidjs/router';
import { createMemo } from 'solid-js';
import { focusOn } from '../../editor/focus-on.ts';
import { createForm } from '../../ui/create-form.ts';
import { addressWith, type Filter, questionOf } from './filter.ts';
import { type FilterField, fieldsOf, filterTyped, mistakesInFilter } from './filter-fields.ts';

/** What a screen finds by a filter: its heading takes the focus once something else is looked for. */
export const FOUND = 'found-title';

/** A form of the filter that the address says; looking for something else is another address of the same screen. */
export function createFilterForm(path: string, filter: () => Filter) {
  const navigate = useNavigate();
  const form = createMemo(() => {
    const was = filter();
    return createForm<FilterField>({
      id: 'find',
      fields: fieldsOf(was),
      check: mistakesInFilter,
      send: (typed) => {
        navigate(addressWith(path, questionOf(filterTyped(typed, was))), { scroll: false });
        focusOn(FOUND);
        return Promise.resolve({});
      },
    });
  });
  return form;
}
export type FilterForm = ReturnType<ReturnType<typeof createFilterForm>>;

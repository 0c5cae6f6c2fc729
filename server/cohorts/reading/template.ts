import { TABLE, type Table, type Tables, WIDE, wideColumns } from './tables.ts';

/** The rows of a template: the header, and the example that its columns give. */
export type Template = readonly (readonly string[])[];

function tableTemplate({ columns }: Table): Template {
  return [columns.map(({ name }) => name), columns.map(({ example }) => example)];
}

function wideTemplate(tables: Tables): Template {
  const header = wideColumns(tables);
  const rows = [...tables.values()].map((table) => {
    const examples = new Map(table.columns.map(({ name, example }) => [name, example]));
    return header.map((name) => (name === TABLE ? table.name : (examples.get(name) ?? '')));
  });
  return [header, ...rows];
}

/** The template of a table by name, or of the file that holds all tables; undefined where there is none. */
export function templateOf(name: string, tables: Tables): Template | undefined {
  if (name === WIDE) return wideTemplate(tables);
  const table = tables.get(name);
  return table === undefined ? undefined : tableTemplate(table);
}

/** The names of all templates. */
export function templateNames(tables: Tables): readonly string[] {
  return [...tables.keys(), WIDE];
}

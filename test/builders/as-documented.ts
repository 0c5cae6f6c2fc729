import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

export interface Media {
  readonly schema: object;
  readonly example?: unknown;
}
export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: { readonly example?: unknown };
}
export interface Operation {
  readonly summary: string;
  readonly description?: string;
  readonly security?: unknown;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, Media>> }>
  >;
}
/** As much of an OpenAPI document as tests look at. */
export interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: object; readonly securitySchemes: object };
}

/** What compiles schemas of the document, whose references begin at the document itself. */
export function schemasOf(document: Document): (schema: object) => ValidateFunction {
  const ajv = new Ajv2020({ strict: false, formats: { date: true, uri: true } });
  ajv.addSchema(document, 'openapi');
  return (schema) => {
    const within = JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"openapi#/');
    return ajv.compile(JSON.parse(within) as object);
  };
}

/** What a schema has against a value; empty where nothing. */
export function faults(says: ValidateFunction, value: unknown): string {
  return says(value)
    ? ''
    : (says.errors ?? []).map((one) => `${one.instancePath} ${one.message ?? ''}`).join('; ');
}

export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/** Whether `/api/v1/drafts/d-1` is of the path `/api/v1/drafts/{id}`. */
function isOf(template: string, address: string): boolean {
  const [parts, given] = [template, address].map((path) => path.split('/'));
  return (
    parts?.length === given?.length &&
    parts?.every((part, at) => part.startsWith('{') || part === given?.[at]) === true
  );
}

/** What holds answers against the document: it gives what an answer is that the document does not say, or nothing. */
export function asDocumented(document: Document): (line: string, answer: Answered) => string | undefined {
  const compile = schemasOf(document);
  const compiled = new Map<object, ValidateFunction>();
  const compiledOnce = (schema: object) => {
    const says = compiled.get(schema) ?? compile(schema);
    compiled.set(schema, says);
    return says;
  };
  const templates = Object.keys(document.paths);
  return (line, { status, body }) => {
    const [method = '', path = ''] = line.split(' ');
    const [address = ''] = path.split('?');
    const template =
      document.paths[address] === undefined ? templates.find((one) => isOf(one, address)) : address;
    const operation = document.paths[template ?? '']?.[method.toLowerCase()];
    if (operation === undefined) return `${line} is not in the document`;
    const said = operation.responses[String(status)];
    if (said === undefined) return `${line} answers ${String(status)}, of which the document says nothing`;
    const [media] = Object.values(said.content ?? {});
    const wrong = media === undefined ? '' : faults(compiledOnce(media.schema), body);
    if (wrong !== '') return `${line}, ${String(status)}: ${wrong}`;
    const { type } = (body ?? {}) as { readonly type?: string };
    const problem = status >= 400 ? type?.split('/').at(-1) : undefined;
    if (problem !== undefined && !said.description.includes(`(\`${problem}\`)`))
      return `${line} answers ${problem}, which the document does not name at ${String(status)}`;
    return undefined;
  };
}

interface Place {
  readonly from: number;
  readonly to: number;
}

function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

/** Where the value that begins at or after `start` ends: at the comma or brace of the object around it. */
function valueEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '"') at = stringEnd(text, at) - 1;
    else if ('{['.includes(sign)) depth += 1;
    else if (depth === 0 && ',}'.includes(sign)) return at;
    else if ('}]'.includes(sign)) depth -= 1;
  }
  return text.length;
}

/** Where each value of an object stands in its text, without the space around it. */
function placesIn(text: string): Map<string, Place> {
  const places = new Map<string, Place>();
  let at = text.indexOf('{') + 1;
  for (let key = text.indexOf('"', at); key !== -1; key = text.indexOf('"', at)) {
    const keyEnd = stringEnd(text, key);
    const from = text.indexOf(':', keyEnd) + 1;
    at = valueEnd(text, from);
    const value = text.slice(from, at);
    const lead = value.length - value.trimStart().length;
    places.set(JSON.parse(text.slice(key, keyEnd)) as string, {
      from: from + lead,
      to: from + lead + value.trim().length,
    });
  }
  return places;
}

/**
 * The text of a JSON object with other values at its own keys, and nothing else of it touched. A key that is not there is
 * put at the head.
 */
export function withKeys(text: string, values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values).reduce((now, [key, value]) => {
    const written = JSON.stringify(value);
    const place = placesIn(now).get(key);
    if (place !== undefined) return now.slice(0, place.from) + written + now.slice(place.to);
    const head = now.indexOf('{') + 1;
    const rest = now.slice(head);
    const comma = rest.trimStart().startsWith('}') ? '' : ',';
    return `${now.slice(0, head)}\n  ${JSON.stringify(key)}: ${written}${comma}${rest}`;
  }, text);
}

interface Fetching {
  readonly cohort: string;
  /** The key of this tab, where there is one. */
  readonly key: string | undefined;
  readonly signal: AbortSignal;
  /** With the ledger's claims in their records. */
  readonly ledgerClaims?: boolean;
  /** Given some lines as they come. */
  readonly onLines: (lines: readonly string[]) => void;
}

/** Fetches the families of a cohort, a line each. Throws where they do not all come. */
export async function fetchFamilies(asked: Fetching): Promise<void> {
  const { cohort, key, signal, ledgerClaims = false, onLines } = asked;
  const headers: Record<string, string> = key === undefined ? {} : { Authorization: `Bearer ${key}` };
  const address = `/api/v1/cohorts/${encodeURIComponent(cohort)}/families.ndjson`;
  const response = await fetch(ledgerClaims ? `${address}?ledgerClaims=true` : address, { headers, signal });
  if (!response.ok || response.body === null) throw new Error('the families did not come');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const lines = (rest + next.value).split('\n');
    rest = lines.pop() ?? '';
    if (lines.length > 0) onLines(lines);
  }
  if (rest !== '') onLines([rest]);
}

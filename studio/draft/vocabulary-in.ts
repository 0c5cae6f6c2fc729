const named = /"vocabulary"\s*:\s*"([^"\\]{1,90})"/;

/** The vocabulary that the text of a ruleset says it is written in; empty where it names none. */
export const vocabularyIn = (document: string): string => named.exec(document)?.[1] ?? '';

/** Tells what is said anew, by its name, from what was said last time in the same words. */
export function createNews() {
  let before = new Map<string, string>();
  return (said: object): ReadonlySet<string> => {
    const now = new Map(Object.entries(said).map(([name, value]) => [name, JSON.stringify(value)]));
    const news = [...before.keys(), ...now.keys()].filter((name) => before.get(name) !== now.get(name));
    before = now;
    return new Set(news);
  };
}

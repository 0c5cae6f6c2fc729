/** Whether `2016-12-01` is a day that there is. */
export function isDay(iso: string): boolean {
  const instant = Date.parse(`${iso}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(iso) &&
    !Number.isNaN(instant) &&
    new Date(instant).toISOString().slice(0, 10) === iso
  );
}

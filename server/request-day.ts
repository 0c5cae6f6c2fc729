import * as z from 'zod';

const [earliest, latest] = ['1900-01-01', '2199-12-31'];

/** A day to decide on: one that exists, and near enough that every window from it has days that can be written. */
export const requestDay = z.iso
  .date()
  .refine(
    (day) => day >= earliest && day <= latest,
    `a day from \`${earliest}\` to \`${latest}\` is wanted here`,
  )
  .meta({ description: `From ${earliest} to ${latest}.` });

/** The problems of forecasts, as the catalogue has them. */
export const forecastProblems = {
  'windows-invalid': {
    status: 422,
    title: 'There are no claim windows to forecast over',
    about:
      'No window of the ruleset’s programme and phase is left on the day asked about, or those in force do not hold together. `GET /api/v1/claim-windows` lists them; the findings point into those of the programme and phase.',
  },
} as const;

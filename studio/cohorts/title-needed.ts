export const titleNeeded = 'enter what the cohort is called';

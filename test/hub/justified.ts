/** What every purpose but OWN_CASE_WORK has to be justified with, for whoever asks the hub in a test or a measurement. */
export const JUSTIFIED = { 'x-justification': encodeURIComponent('Asked to see what the hub answers.') } as const;

/** The provenance of what ERI itself recorded on a day. */
export function recordedByEri(day: string, basis: 'FACT' | 'ASSESSMENT' = 'FACT') {
  return {
    sourceSystem: 'ERI records',
    sourceReference: `INVENTED/${day}`,
    recordedBy: 'eri',
    recordedAt: new Date(`${day}T15:00:00Z`),
    basis,
    quality: basis === 'FACT' ? 'ROBUST' : 'PARTIAL',
  };
}

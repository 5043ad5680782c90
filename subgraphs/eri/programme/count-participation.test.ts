import fc from 'fast-check';

import { countParticipation, type Meeting } from './count-participation';

const TODAY = '2024-02-29';
const met = (heldOn: string | null, attended: boolean | null): Meeting => ({ heldOn, attended });

// prettier-ignore
const TABLE: readonly (readonly [string, readonly Meeting[], object])[] = [
  ['no meeting, no rate',                     [], { meetingsRecorded: 0, rate: null, fullParticipation: null }],
  ['all attended is full participation',      [met('2024-01-31', true), met('2024-02-07', true)], { rate: 1, fullParticipation: true }],
  ['one missed is none',                      [met('2024-01-31', true), met('2024-02-07', false)], { rate: 0.5, fullParticipation: false }],
  ['one to come: not known yet',              [met('2024-01-31', true), met('2024-03-01', null)], { meetingsRecorded: 1, rate: 1, fullParticipation: null }],
  ['one missed and one to come: none',        [met('2024-01-31', false), met('2024-03-01', null)], { rate: 0, fullParticipation: false }],
  ['one that nobody recorded: not known',     [met('2024-01-31', true), met('2024-02-07', null)], { meetingsRecorded: 1, fullParticipation: null }],
  ['the meeting of today counts, leap day too', [met('2024-02-29', true)], { meetingsRecorded: 1, fullParticipation: true }],
  ['one of tomorrow does not',                [met('2024-03-01', true)], { meetingsRecorded: 0, rate: null, fullParticipation: null }],
  ['one without a day does not',              [met(null, true)], { meetingsRecorded: 0, fullParticipation: null }],
];

const day = fc.oneof(
  fc.constantFrom('2024-02-28', '2024-02-29', '2024-03-01', '2023-12-31'),
  fc
    .date({ min: new Date('2023-06-01'), max: new Date('2024-09-30'), noInvalidDate: true })
    .map((instant) => instant.toISOString().slice(0, 10)),
);
const meetings = fc.array(
  fc.record({ heldOn: fc.option(day, { freq: 9 }), attended: fc.constantFrom(true, true, false, null) }),
  { maxLength: 8 },
);

describe('participation', () => {
  it.each(TABLE)('%s', (_title, of, found) => {
    expect(countParticipation(of, TODAY)).toMatchObject(found);
  });

  it('is full exactly when the rate is 1 over every meeting that there is', () => {
    fc.assert(
      fc.property(meetings, day, (of, today) => {
        let recorded = 0;
        let attended = 0;
        for (const meeting of of) {
          if (meeting.heldOn === null || meeting.heldOn > today || meeting.attended === null) continue;
          recorded += 1;
          if (meeting.attended) attended += 1;
        }
        const counted = countParticipation(of, today);
        expect(counted.meetingsRecorded).toBe(recorded);
        expect(counted.meetingsAttended).toBe(attended);
        expect(counted.rate).toBe(recorded === 0 ? null : attended / recorded);
        expect(counted.fullParticipation === true).toBe(of.length > 0 && attended === of.length);
        expect(counted.fullParticipation === false).toBe(attended < recorded);
      }),
      { numRuns: 500 },
    );
  });
});

import 'reflect-metadata';

import { Subject } from '../../common/loading/subject';
import { MentoringSession } from '../mentoring/mentoring-session';
import { Nominal } from '../nominals/nominal';
import { Offence } from '../offences/offence';
import { OutcomeWindow } from '../outcomes/outcome-window';
import { populate } from './populate';

const ANCHOR = '2026-01-31';
const people = [...populate('1', ANCHOR)];

function rowsOf<Row>(table: new () => Row): readonly Row[] {
  return people.filter((set) => set.table === table).flatMap((set) => set.rows as readonly Row[]);
}

const published = rowsOf(OutcomeWindow).filter((window) => window.printedPriorOffences !== null);
const isPublished = ({ subjectId }: { subjectId: string }): boolean =>
  published.some((window) => window.subjectId === subjectId);

describe('populate', () => {
  it('gives the same people for the same seed and anchor, and others for another seed', () => {
    const text = JSON.stringify(people);
    expect(JSON.stringify([...populate('1', ANCHOR)]) === text).toBe(true);
    expect(JSON.stringify([...populate('2', ANCHOR)]) === text).toBe(false);
  });

  it('has each record concern a person, and every person but the clients of MALS alone a nominal', () => {
    const subjects = new Set(rowsOf(Subject).map(({ id }) => id));
    const unknown = people
      .flatMap(({ rows }) => rows as readonly { subjectId?: string }[])
      .filter(({ subjectId }) => subjectId !== undefined && !subjects.has(subjectId));
    expect(unknown).toEqual([]);
    expect(subjects.size - rowsOf(Nominal).length).toBe(5);
  });

  it('has opaque ids, each once in its table', () => {
    for (const { rows } of people) {
      const ids = (rows as readonly { id: string }[]).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => !/^kn-[a-z2-7]{16}$/.test(id))).toEqual([]);
    }
  });

  it('keeps the totals of the printed case studies', () => {
    const sum = (values: readonly (number | null)[]): number =>
      values.reduce<number>((total, value) => total + (value ?? 0), 0);
    const sessions = rowsOf(MentoringSession).filter(isPublished);
    expect(published).toHaveLength(15);
    expect(sum(published.map((window) => window.printedPriorOffences))).toBe(61);
    expect(sum(published.map((window) => window.printedReoffences3))).toBe(3);
    expect(sum(published.map((window) => window.printedReoffences6))).toBe(7);
    expect(sum(published.map((window) => window.printedReoffences12))).toBe(13);
    expect(sessions).toHaveLength(1556);
    expect(sum(sessions.map((session) => session.durationHours))).toBe(749);
  });

  it('has one offence for each printed one, 61 before and 13 after the first engagement', () => {
    const offences = rowsOf(Offence).filter(isPublished);
    const first = new Map(published.map(({ subjectId, firstEngagement }) => [subjectId, firstEngagement ?? '']));
    const before = offences.filter((offence) => (offence.offenceDate ?? '') <= (first.get(offence.subjectId) ?? ''));
    expect(before).toHaveLength(61);
    expect(offences).toHaveLength(61 + 13);
    expect(offences.every((offence) => offence.reconstructed)).toBe(true);
    expect(before.filter((offence) => offence.code === 'NOT_STATED')).toHaveLength(1);
  });
});

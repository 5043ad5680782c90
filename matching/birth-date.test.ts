import { readBirthDate, readDayOfMonth, swapDayAndMonth } from './birth-date';

describe('a birth date', () => {
  it.each([
    ['1985-03-12', '1985', '03-12'],
    ['19850312', '1985', '03-12'],
    ['1985', '1985', undefined],
    ['1985-03', '1985', undefined],
    ['1985-00-00', '1985', undefined],
    ['1985-XX-XX', '1985', undefined],
    ['1985-01-01', '1985', undefined],
    ['1985-25-03', '1985', '03-25'],
  ])('%s tells %s and %s', (written, year, monthAndDay) => {
    expect(readBirthDate(written)).toEqual({ year, monthAndDay });
  });

  it('that no calendar has tells its year and its digits', () => {
    expect(readBirthDate('1985-04-93')).toEqual({ year: '1985', monthAndDay: undefined, misread: '19850493' });
    expect(readDayOfMonth('1985-73-12')).toBe('12');
    expect(readDayOfMonth('1985-04-93')).toBeUndefined();
    expect(readDayOfMonth('1985-03-12')).toBe('12');
    expect(readDayOfMonth('1985-00-12')).toBeUndefined();
    expect(readDayOfMonth('1985-01-01')).toBeUndefined();
  });

  it.each([null, '', 'unknown', '0000-00-00', '12-03-1985'])('%s tells nothing', (written) => {
    expect(readBirthDate(written)).toBeUndefined();
  });

  it('is swapped where that is another date', () => {
    expect(swapDayAndMonth({ year: '1985', monthAndDay: '03-12' })?.monthAndDay).toBe('12-03');
    expect(swapDayAndMonth({ year: '1985', monthAndDay: '03-13' })).toBeUndefined();
    expect(swapDayAndMonth({ year: '1985', monthAndDay: '03-03' })).toBeUndefined();
    expect(swapDayAndMonth({ year: '1985', monthAndDay: undefined })).toBeUndefined();
  });
});

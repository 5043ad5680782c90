import { Cookie, type SessionData } from 'express-session';
import type { SignedInPerson } from './person';
import { SessionStore } from './session-store';
import './session-data';

const person: SignedInPerson = {
  pseudonym: 'mals.mentor',
  organisation: 'mals',
  role: 'mentor',
  jurisdiction: 'UK',
  purposes: [],
};
const signedIn = (pseudonym = 'mals.mentor'): SessionData => ({
  cookie: new Cookie(),
  signIn: { person: { ...person, pseudonym }, accessToken: 'secret', at: 0 },
});
let now = 0;
const store = () => {
  now = 0;
  return new SessionStore({ idleMs: 1000, signedInMs: 5000, now: () => now });
};
const isThere = (sessions: SessionStore, id: string): boolean => {
  let found = false;
  sessions.get(id, (_error, session) => (found = session !== null && session !== undefined));
  return found;
};

it('ends a session without a click', () => {
  const sessions = store();
  sessions.set('a', signedIn());
  now = 900;
  sessions.touch('a', signedIn());
  now = 1800;
  expect(isThere(sessions, 'a')).toBe(true);
  now = 1901;
  expect(isThere(sessions, 'a')).toBe(false);
});

it('ends a session after its whole time, however busy', () => {
  const sessions = store();
  sessions.set('a', signedIn());
  for (now = 0; now < 5000; now += 500) {
    expect(isThere(sessions, 'a')).toBe(true);
    sessions.set('a', signedIn());
  }
  now = 5001;
  expect(isThere(sessions, 'a')).toBe(false);
});

it('signs a person out everywhere, and nobody else', () => {
  const sessions = store();
  sessions.set('desk', signedIn());
  sessions.set('phone', signedIn());
  sessions.set('other', signedIn('mals.mentor-2'));
  expect(sessions.signOutEverywhere('mals', 'mals.mentor')).toBe(2);
  expect(['desk', 'phone', 'other'].map((id) => isThere(sessions, id))).toEqual([false, false, true]);
});

it('does not revive a session that was ended meanwhile when a slow page saves it', () => {
  const sessions = store();
  sessions.set('desk', signedIn());
  sessions.signOutEverywhere('mals', 'mals.mentor');
  sessions.touch('desk', signedIn());
  sessions.set('desk', signedIn());
  expect(isThere(sessions, 'desk')).toBe(false);
});

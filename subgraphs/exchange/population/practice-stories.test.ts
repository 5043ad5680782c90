import { practiceStories } from './practice-stories';

const [drafts, releases] = [...practiceStories()].map(({ rows }) => rows as readonly Record<string, string>[]);

it('has stories of every way in which a release fails, beside two that are released', () => {
  const agreed = drafts?.map(({ id, organisation }) =>
    releases
      ?.filter((release) => release.storyId === id)
      .map((release) => [release.person, release.organisation === organisation]),
  );
  expect(agreed).toEqual([
    [
      ['mals-coordinator', true],
      ['mals-manager', true],
    ],
    [
      ['eri-staff-1', true],
      ['eri-staff-2', true],
    ],
    [],
    [['eri-staff-1', true]],
    [
      ['mals-manager', true],
      ['mals-manager', true],
    ],
    [
      ['safety-house-manager', true],
      ['mals-manager', false],
    ],
  ]);
});

import type { PageView, Visit } from '../page';

export async function showAccessibility({ words }: Visit): Promise<PageView> {
  return {
    template: 'pages/accessibility/accessibility.njk',
    title: words.say('accessibility.title'),
    model: {
      paragraphs: ['aim', 'works', 'checked', 'known', 'tell'].map((name) => words.say(`accessibility.${name}`)),
    },
  };
}

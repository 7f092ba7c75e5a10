import fc from 'fast-check';
import { slugOf, slugsFor } from './slug.js';

it.each([
  ['Rede Portuguesa de Autarquias Interculturais', 'rede-portuguesa-de-autarquias-interculturais'],
  ['Förderung für Flüchtlinge & Straße', 'forderung-fur-fluchtlinge-strasse'],
  ['Спільнота інтеграції', 'spilnota-intehratsii'],
  ['Δίκτυο πόλεων', 'diktyo-poleon'],
  ['  --Łódź--  ', 'lodz'],
])('%s is at %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

it.each(['شبكة الاندماج', '移民融合', '!!!', 'new', 'x'])('%s gets a short random one', (name) => {
  expect(slugOf(name)).toMatch(/^community-[0-9a-f]{8}$/);
  expect(slugOf(name)).not.toBe(slugOf(name));
});

it('is always fit for an address, and there are always more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 150 }), (name) => {
      const slugs = [...slugsFor(name)];
      expect(slugs.every((slug) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= 80)).toBe(true);
      expect(new Set(slugs).size).toBe(slugs.length);
    }),
  );
});

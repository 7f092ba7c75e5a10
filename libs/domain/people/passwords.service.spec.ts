import { Passwords } from './passwords.service.js';

const passwords = new Passwords();

it('knows a password again, however its letters were composed', async () => {
  const hash = await passwords.hash('café au lait 42');
  expect(await passwords.fits('cafe\u0301 au lait 42', hash)).toBe(true);
  expect(await passwords.fits('cafe au lait 42', hash)).toBe(false);
});

it('fits nobody who has none, not even with the words that stand in', async () => {
  expect(await passwords.fits('nobody has this password', null)).toBe(false);
});

it.each(['ana.silva@example.org', 'ana.silva1', 'Ana Silva 12', 'throughline', 'Password123', 'ababababab'])(
  'finds %j easy to guess',
  (password) => {
    expect(() => passwords.check(password, { email: 'ana.silva@example.org', name: 'Ana Silva' })).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ path: 'password' })] }),
    );
  },
);

it('finds four words good', () => {
  expect(() => passwords.check('river lamp seven coats', { email: 'ana@example.org', name: 'Ana' })).not.toThrow();
});

import { SignInRequest } from './sign-in-request.entity.js';

const at = (text: string) => new Date(`2026-11-21T${text}Z`);
const request = (more: Partial<SignInRequest> = {}) =>
  Object.assign(new SignInRequest(), { usedAt: null, expiresAt: at('10:15:00'), browserHash: Buffer.from('a'), ...more });

it('is open until it is used or over', () => {
  expect(request().isOpen(at('10:14:59'))).toBe(true);
  expect(request().isOpen(at('10:15:00'))).toBe(false);
  expect(request({ usedAt: at('10:01:00') }).isOpen(at('10:02:00'))).toBe(false);
});

it('belongs to the browser that asked, where one asked', () => {
  expect(request().isOf(Buffer.from('a'))).toBe(true);
  expect(request().isOf(Buffer.from('b'))).toBe(false);
  expect(request().isOf(null)).toBe(false);
  expect(request({ browserHash: null }).isOf(null)).toBe(true);
});

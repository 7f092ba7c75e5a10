import { movedTo } from './moved.js';

describe('the address of a community that became part of another', () => {
  it.each([
    ['/c/old', '/c/new'],
    ['/c/old/', '/c/new'],
    ['/c/old/sessions', '/c/new/sessions'],
    ['/c/old/discussions/new', '/c/new/discussions'],
    ['/c/old/settings', '/c/new'],
    ['/c/old/charter', null],
    ['/c/old/members', null],
    ['/c/another/sessions', null],
  ])('%s leads to %s', (path, there) => {
    expect(movedTo(path, 'old', 'new')).toBe(there);
  });
});

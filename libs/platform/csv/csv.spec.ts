import { csvOf } from './index.js';

describe('a table as CSV', () => {
  it('quotes every cell and begins with the mark of UTF-8', () => {
    expect(
      csvOf([
        ['Name', 'Words'],
        ['Ünal, "the tall"', 'one\ntwo'],
        [3, null],
        [true, undefined],
      ]),
    ).toBe('\uFEFF"Name","Words"\r\n"Ünal, ""the tall""","one\ntwo"\r\n"3",""\r\n"true",""\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠a'])('lets %j run nowhere', (text) => {
    expect(csvOf([[text]])).toBe(`\uFEFF"'${text}"\r\n`);
  });

  it('leaves numbers numbers', () => expect(csvOf([[-3]])).toBe('\uFEFF"-3"\r\n'));
});

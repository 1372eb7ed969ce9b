import { rowHeight, textWidth, wrappedLines } from '../../../../src/core/report/textHeight';

describe('the lines that a text takes', () => {
  it.each([
    ['', 10, 1],
    ['short', 10, 1],
    ['一行', 10, 1],
    // ten full-width characters are wider than twenty digits
    ['あいうえおかきくけこ', 20, 2],
    ['あいうえおかきくけこ', 24, 1],
    ['first\nsecond', 20, 2],
    ['words are kept whole when the line ends', 12, 4],
    ['averyverylongwordwithoutanyplacetobreak', 10, 5],
  ])('%j in %d characters: %d', (text, width, lines) => {
    expect(wrappedLines(text, width)).toBe(lines);
  });

  it('never falls when the column gets narrower', () => {
    const text = '障害対応にかかった人件費 (時間外勤務時間延べ 1,218 時間) SYSTEM recovery costs';
    const lines = [60, 40, 30, 20, 10].map((width) => wrappedLines(text, width));
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(rowHeight(3)).toBeGreaterThan(rowHeight(2));
  });

  it('counts a full-width character as a little over two digits', () => {
    expect(textWidth('12345678')).toBe(9);
    expect(textWidth('12月')).toBe(5);
  });
});

/** Which of the pane's themes. */
export type ThemeKind = 'light' | 'dark' | 'high-contrast';

/** Light or dark by the pane's background colour as Office gives it (`#rrggbb`); light where it gives none. */
export function themeOfBackground(color: string | undefined): 'light' | 'dark' {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(color ?? '');
  if (!match) return 'light';
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => parseInt(part, 16));
  // Rec. 601 luma: how bright the eye takes the colour to be.
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? 'dark' : 'light';
}

/** Plain text as it may be in a line of Markdown. */
export function markdownText(text: string): string {
  return text.replace(/[\\`*_[\]<>|]/gu, '\\$&');
}

/** A link in Markdown. */
export function markdownLink(label: string, address: string): string {
  return `[${markdownText(label)}](${address.replace(/[()\s<>]/gu, encodeURIComponent)})`;
}

/** A table in Markdown. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

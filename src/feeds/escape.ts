const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may be in HTML or XML, also between double quotation marks. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => names[sign] ?? sign);
}

// Everything but the characters that XML 1.0 allows, half characters included.
const notInXml = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Text without the characters that no XML document may hold; `&#8;` in Markdown is one way to write them. */
export function xmlText(text: string): string {
  return text.replace(notInXml, '');
}

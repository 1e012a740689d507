const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand in HTML or XML, also between double quotation marks. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => names[sign] ?? sign);
}

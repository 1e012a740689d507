/** Scripts whose letters look alike. */
const lookalikes: Record<string, RegExp> = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
  Armenian: /\p{Script=Armenian}/u,
  Cherokee: /\p{Script=Cherokee}/u,
};

/**
 * The host that a text has the form of, with or without a scheme and a path.
 * @param text the words of a link
 * @returns the host in lower case without `www.`; undefined when the words do not look like an address
 */
export function hostInText(text: string): string | undefined {
  const host = /^\s*(?:https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?::\d+)?(?:\/\S*)?\s*$/iu.exec(text)?.[1];
  return host === undefined ? undefined : bare(host);
}

/** The host of an address, as it was written: lower case, without `www.`. */
export function hostOf(address: string): string | undefined {
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/iu.exec(address)?.[1];
  return host === undefined ? undefined : bare(host);
}

const bare = (host: string): string =>
  host
    .toLowerCase()
    .replace(/^www\./u, '')
    .normalize('NFC');

/**
 * Scripts that one label of a host mixes although their letters look alike: the way to write `раypal.com`.
 * @returns their names; empty for an honest host
 */
export function mixedScripts(address: string): string[] {
  const host = hostOf(address) ?? '';
  // Of the scripts, only Latin has letters among these.
  if (/^[\u0000-\u007f]*$/u.test(host)) return [];
  for (const label of host.split('.')) {
    const found = Object.entries(lookalikes).flatMap(([name, letters]) => (letters.test(label) ? [name] : []));
    if (found.length > 1) return found;
  }
  return [];
}

import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { headersAt, readHeaders } from '../host-files/headers.ts';

/** A rating by the rules of Mozilla Observatory, as far as headers decide it. */
export interface Rating {
  score: number;
  grade: string;
  remarks: string[];
}

/** One rule: how many points it gives or takes. */
type Rule = (headers: Record<string, string>) => [points: number, remark: string];

/** See https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring */
const rules: readonly Rule[] = [
  ({ 'Content-Security-Policy': policy = '' }) => {
    if (policy === '') return [-25, 'no policy'];
    if (/'unsafe-(?:inline|eval|hashes)'|\bhttp:|\bdata:/u.test(policy)) return [-20, 'an unsafe policy'];
    return /(?:^|; )default-src 'none'(?:;|$)/u.test(policy) ? [10, "policy from 'none', +10"] : [5, 'safe policy, +5'];
  },
  ({ 'Content-Security-Policy': policy = '', 'X-Frame-Options': frames = '' }) => {
    if (/frame-ancestors '(?:none|self)'/u.test(policy)) return [5, 'frames refused by policy, +5'];
    return /^(?:DENY|SAMEORIGIN)$/u.test(frames) ? [0, 'frames refused'] : [-20, 'frames not refused'];
  },
  ({ 'Strict-Transport-Security': transport = '' }) =>
    Number(/max-age=(\d+)/u.exec(transport)?.[1] ?? 0) >= 15_768_000 ? [0, 'HTTPS only'] : [-20, 'not HTTPS only'],
  ({ 'X-Content-Type-Options': options }) => (options === 'nosniff' ? [0, 'no sniffing'] : [-5, 'sniffing']),
  ({ 'Referrer-Policy': policy = '' }) =>
    /^(?:no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/u.test(policy)
      ? [5, 'private referrer, +5']
      : [0, 'no private referrer'],
  ({ 'Cross-Origin-Resource-Policy': policy = '' }) =>
    /^same-(?:origin|site)$/u.test(policy) ? [10, 'resources for this site only, +10'] : [0, 'resources for all'],
  ({ 'Access-Control-Allow-Credentials': credentials }) =>
    credentials === undefined ? [0, 'nothing shared'] : [-50, 'shared with credentials'],
  ({ 'Set-Cookie': cookie }) => (cookie === undefined ? [0, 'no cookies'] : [-40, 'cookies']),
];

/** Rates an address of a site by its `_headers`. Points above 100 count only when none below 90 is lost. */
export function observatoryScore(headersFile: string, address: string): Rating {
  const headers = headersAt(address, readHeaders(headersFile));
  const results = rules.map((rule) => rule(headers));
  const lost = results.reduce((sum, [points]) => sum + Math.min(points, 0), 100);
  const score = lost >= 90 ? results.reduce((sum, [points]) => sum + points, 100) : lost;
  return {
    score,
    grade: score >= 100 ? 'A+' : score >= 90 ? 'A' : 'below A',
    remarks: results.map(([, remark]) => remark),
  };
}

/**
 * What a CSP evaluator finds in the policy of an address. Left out is its one general remark on `'self'`, that a site
 * must not host JSONP, AngularJS or third-party files: `foreignScripts` proves that there is none.
 */
export function policyFindings(headersFile: string, address: string): string[] {
  const policy = headersAt(address, readHeaders(headersFile))['Content-Security-Policy'] ?? '';
  return new CspEvaluator(new CspParser(policy).csp)
    .evaluate()
    .filter(({ severity, value }) => !(severity === Severity.MEDIUM_MAYBE && value === "'self'"))
    .map(({ directive, value = '', description }) => `${directive} ${value}: ${description}`);
}

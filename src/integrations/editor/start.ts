import CMS, { type CmsConfig } from '@sveltia/cms';
import { boxes } from './boxes.ts';

const permanentIdLength = 'YYYYMMDD-xxxxxx'.length;

// The package brings its fonts, and names them at a CDN as well: those rules go before a browser follows them.
new MutationObserver(removeFontRules).observe(document.head, { childList: true });

const answer = await fetch('config.json');
const config = (await answer.json()) as CmsConfig;
for (const box of boxes()) CMS.registerEditorComponent(box);
CMS.registerEventListener({
  name: 'preSave',
  handler: ({ entry }) => {
    const id: unknown = entry.getIn(['data', 'id']);
    return typeof id === 'string' ? entry.setIn(['data', 'id'], id.slice(0, permanentIdLength)) : undefined;
  },
});
await CMS.init({ config: { ...config, load_config_file: false } });

function removeFontRules(): void {
  for (const sheet of document.styleSheets)
    for (let index = sheet.cssRules.length - 1; index >= 0; index--)
      if (sheet.cssRules[index] instanceof CSSFontFaceRule) sheet.deleteRule(index);
}

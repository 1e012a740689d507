import CMS, { type CmsConfig } from '@sveltia/cms';
import { boxes } from './boxes.ts';

// The package brings its fonts, and names them at a CDN as well: those rules go before a browser follows them.
new MutationObserver(removeFontRules).observe(document.head, { childList: true });

const answer = await fetch('config.json');
const config = (await answer.json()) as CmsConfig;
for (const box of boxes()) CMS.registerEditorComponent(box);
await CMS.init({ config: { ...config, load_config_file: false } });

function removeFontRules(): void {
  for (const sheet of document.styleSheets)
    for (let index = sheet.cssRules.length - 1; index >= 0; index--)
      if (sheet.cssRules[index] instanceof CSSFontFaceRule) sheet.deleteRule(index);
}

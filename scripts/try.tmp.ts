import { readContent } from '#loading/read-content';
import { makeCatalogue, type Entries } from '#queries/catalogue';
import { allChanges } from '#queries/changes';
const { collections } = readContent('.', new Date('2026-11-23T12:00:00Z'));
const entries = Object.fromEntries(Object.entries(collections).map(([k, v]) => [k, (v as any[]).map((e: any) => ({ id: e.id, data: e.data, filePath: e.file }))])) as unknown as Entries;
for (const c of allChanges(makeCatalogue(entries, new Date('2026-11-23T12:00:00Z'), false))) {
  console.log('\n##', c.board.name, c.board.date.text, '|', c.headline, '\n', c.summary);
  for (const x of c.list) console.log('  ', x.row.name.padEnd(34), x.before ? `${x.before.best}-${x.before.worst}` : '—', '→', x.after ? `${x.after.best}-${x.after.worst}` : '—', '|', x.happened, '|', x.reason);
}

import { problemIn, type Content, type EntryProblem } from '../content.ts';
import { atStart } from '../files/read-text.ts';

/** What `npm run import` rests on: a name on a board means one model, and an original is the file that was imported. */
export function* importRules(content: Content): Iterable<EntryProblem> {
  yield* namesOnBoards(content);
  yield* originals(content);
}

function* namesOnBoards({ collections }: Content): Iterable<EntryProblem> {
  const holders = new Map(collections.models.map(({ id, data }) => [data.name, id]));
  for (const entry of collections.models) {
    for (const [index, alias] of entry.data.listedAs.entries()) {
      const holder = holders.get(alias) ?? entry.id;
      if (holder === entry.id) holders.set(alias, entry.id);
      else
        yield problemIn(
          entry,
          ['listedAs', index],
          `\`${alias}\` is a name of ${holder} already.`,
          `Keep it here or in content/models/${holder}.yaml: a name on a board means one model.`,
        );
    }
  }
}

function* originals({ collections, originals: files, problems, invalid }: Content): Iterable<EntryProblem> {
  for (const [file, checksum] of files) {
    const id = file.replace(/^content\/leaderboards\/|originals\/|\.[a-z]+$/gu, '');
    if (invalid.has(`editions/${id}`)) continue;
    const entry = collections.editions.find((edition) => edition.id === id);
    const licence = collections.boards.find((board) => id.startsWith(`${board.id}/`))?.data.licence;
    if (licence?.redistribute === false)
      problems.push(
        atStart(file, `The licence of this board does not let us keep its file (${licence.name}).`, 'Delete it.'),
      );
    else if (!entry)
      problems.push(
        atStart(file, 'There is no edition of this day.', 'Run `npm run import` with this file, or delete it.'),
      );
    else if (entry.data.source.checksum === undefined)
      yield problemIn(
        entry,
        ['source'],
        `The source does not name the checksum of ${file}.`,
        `Add this field to it: checksum: ${checksum}`,
      );
    else if (entry.data.source.checksum !== checksum)
      yield problemIn(
        entry,
        ['source', 'checksum'],
        `This is not the checksum of ${file}.`,
        'Restore that file as it was: an original never changes.',
      );
  }
}

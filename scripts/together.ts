/**
 * Does the same work for many things, for some of them at one time. After a failure none is begun, and those that are under
 * way are waited for: nothing goes on behind the back of who is told.
 * @param atOnce for how many at one time
 * @throws what the first failure threw
 */
export async function together<Thing>(things: Iterable<Thing>, atOnce: number, work: (thing: Thing) => Promise<void>): Promise<void> {
  const queue = [...things].values();
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (const thing of queue) {
      await work(thing).catch((error: unknown) => failures.push(error));
      if (failures.length > 0) return;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (failures.length > 0) throw failures[0];
}

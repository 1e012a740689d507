import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { filesBelow } from './files.ts';
import { isTwin } from './media-types.ts';

/** An account at Netlify. */
export interface Account {
  token: string;
  /** The site's id. */
  site: string;
  /** Address of the interface. */
  api: string;
}

interface Deploy {
  id: string;
  state: string;
  /** Digests of files that the host does not have. */
  required?: string[];
}

/** Seconds between two looks at a deploy, and how many looks. */
const pause = 2;
const looks = 150;

/**
 * Uploads a site: only files that the host does not have are sent, and readers get the new site when all are there.
 * The host compresses by itself, so twins stay here.
 * @returns the id of the deploy
 * @throws Error when the host refuses, or the deploy is not ready in time
 * @see https://docs.netlify.com/api-and-cli-guides/api-guides/get-started-with-api/#file-digest-method
 */
export async function uploadSite(folder: string, account: Account): Promise<string> {
  const files = new Map<string, string>();
  for (const path of filesBelow(folder).filter((each) => !isTwin(each))) {
    files.set(path, createHash('sha1').update(await readFile(join(folder, path))).digest('hex'));
  }
  const { id, required = [] } = await ask<Deploy>(account, 'POST', `/sites/${account.site}/deploys`, { files: Object.fromEntries(files) });
  const wanted = new Set(required);
  for (const [path, digest] of files) {
    // One file of each content is enough.
    if (wanted.delete(digest)) await ask(account, 'PUT', `/deploys/${id}/files${encodeURI(path)}`, await readFile(join(folder, path)));
  }
  for (let look = 0; look < looks; look += 1) {
    const { state } = await ask<Deploy>(account, 'GET', `/deploys/${id}`);
    if (state === 'ready') return id;
    if (state === 'error') throw new Error(`The host could not take the deploy ${id}.`);
    await wait(pause * 1000);
  }
  throw new Error(`The deploy ${id} is not ready after ${pause * looks} seconds.`);
}

/** The id of the deploy that readers get; undefined before the first. */
export async function publishedDeploy(account: Account): Promise<string | undefined> {
  const { published_deploy: published } = await ask<{ published_deploy?: { id: string } | null }>(account, 'GET', `/sites/${account.site}`);
  return published?.id;
}

/** Gives readers an earlier deploy again, at once. */
export async function restoreDeploy(id: string, account: Account): Promise<void> {
  await ask(account, 'POST', `/sites/${account.site}/deploys/${id}/restore`);
}

async function ask<Answer>({ api, token }: Account, method: string, path: string, body?: object | Buffer): Promise<Answer> {
  const type = Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json';
  const answer = await fetch(`${api}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, ...(body && { 'Content-Type': type }) },
    ...(body && { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The host answered ${method} ${path} with ${answer.status}: ${text.slice(0, 200)}`);
  return (text === '' ? {} : JSON.parse(text)) as Answer;
}

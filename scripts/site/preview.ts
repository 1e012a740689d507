import { builtSite } from '../command-line.ts';
import { serveFolder } from './static-server.ts';

const wanted = Number(process.env['PORT'] ?? 4321);

try {
  const { origin } = await serveFolder(builtSite(), wanted);
  console.log(`Megaton is at ${origin}`);
} catch (error) {
  const inUse = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  console.error(inUse ? `Port ${wanted} is taken. Stop the other program, or choose another port: PORT=4322 npm start` : String(error));
  process.exitCode = 1;
}

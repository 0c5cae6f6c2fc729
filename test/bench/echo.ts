import { serve } from '@hono/node-server';
import { Hono } from 'hono';

/** The least that a server of this kind does: reads JSON and answers it. Ends with its standard input. */
const app = new Hono();
app.post('/echo', async (c) => c.json(await c.req.json()));
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  console.log(`http://127.0.0.1:${String(port)}`);
});
process.stdin.on('end', () => server.close()).resume();

/** The receiver on Node's own HTTP server: time-outs, and a stop that finishes what has begun. Knows Node; knows no joins. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServerRequest } from 'srvx';
import { ReceiverError } from './options.ts';
import type { Receiver } from './receiver.ts';

export interface Running {
  readonly port: number;
  /** Takes no new requests, answers those that are here, and closes the receiver. */
  stop(): Promise<void>;
}

const SECOND = 1_000;
/** How many visitors the system lets wait for us while the disk is slow; as many as Linux allows unless it is told otherwise. */
const BACKLOG = 4_096;
/** How long requests that are here get when it stops. */
const LAST_REQUESTS = 10 * SECOND;

/**
 * @param port 0 for any
 * @throws ReceiverError
 */
export async function listen(receiver: Receiver, { port, host }: { port: number; host: string }): Promise<Running> {
  const { toNodeHandler } = await import('srvx/node').catch((cause: unknown) => {
    throw new ReceiverError('The package srvx is not installed: npm install srvx', { cause });
  });
  const handler = toNodeHandler((request: ServerRequest) => receiver(request, { address: request.ip })) as RequestListener;
  const server = createServer(
    { requestTimeout: 30 * SECOND, headersTimeout: 10 * SECOND },
    (request, response) => void handler(request, response),
  );
  // longer than a proxy in front keeps its connections (60 seconds in nginx), so that it never sends into one that is closing
  server.keepAliveTimeout = 65 * SECOND;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new ReceiverError(explain(error, port, host), { cause: error })));
    server.listen({ port, host, backlog: BACKLOG }, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      await closeServer(server);
      await receiver.close();
    },
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function explain({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
  if (code === 'EADDRINUSE') return `Port ${port} of ${host} is taken: choose another with --port.`;
  if (code === 'EACCES') return `This user may not use port ${port}: choose one above 1023, and put nginx in front.`;
  return `The receiver can’t listen on ${host}:${port}: ${message}`;
}

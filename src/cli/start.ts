import type { App } from '../app.js';
import { startEmbedded } from '../composition/embedded-postgres.js';
import type { Config } from '../config.js';
import { DEMO_PASSWORD, DEMO_USERS } from '../features/identity/demo-users.js';
import { createLogger } from './logger.js';
import { endOnSignal, onSignal } from './on-signal.js';

const FORCE_EXIT_MS = 9_500;

/** Runs the service until SIGTERM or SIGINT. */
export async function start(config: Config): Promise<void> {
  const started = performance.now();
  const logger = createLogger(config);
  // Until the service is ready, a signal ends the process immediately: an unfinished start needs no clean-up.
  const removeHandlers = endOnSignal();
  // The embedded server starts while the code of the service is loaded.
  const embedded = startEmbedded(config, logger);
  embedded.catch(() => {});
  const { startApp } = await import('../app.js');
  const app = await startApp(config, { logger, embedded });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(banner(app, config, seconds));

  removeHandlers();
  onSignal((signal) => {
    logger.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), FORCE_EXIT_MS).unref();
    app.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'did not stop cleanly');
        process.exit(1);
      },
    );
  });
}

function banner(app: App, config: Config, seconds: string): string {
  const lines = [
    '',
    `Portico is ready after ${seconds} s`,
    '',
    ...(config.portal ? [`  Portal      ${app.url}/`] : []),
    `  GraphQL     ${app.url}/graphql`,
    ...(config.playground ? [`  Playground  ${app.url}/playground/`] : []),
    `  Health      ${app.url}/healthz  ${app.url}/readyz`,
    '',
  ];
  if (app.demo) {
    lines.push(`  Demo logins, password ${DEMO_PASSWORD}:`, '');
    for (const { username, role, sees } of DEMO_USERS) {
      lines.push(`    ${username.padEnd(12)} ${role.padEnd(11)} sees ${sees}`);
    }
    lines.push('');
  }
  return `${lines.join('\n')}\n`;
}

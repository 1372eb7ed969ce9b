import { spawn } from 'node:child_process';

/**
 * Opens an address in the default browser. Says nothing when there is none (a server, a container): the address has been
 * printed, and the page works in any browser that is opened by hand.
 *
 * @param {string} address
 */
export function openBrowser(address) {
  const [command, args] =
    process.platform === 'darwin'
      ? ['open', [address]]
      : process.platform === 'win32'
        ? ['cmd', ['/c', 'start', '', address]]
        : ['xdg-open', [address]];
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

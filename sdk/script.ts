import { createBoxoffice } from './create-boxoffice';

/** Entry of /sdk.js: `window.Boxoffice.createBoxoffice`, sending to the server that the script came from. */
const script = document.currentScript;
const home = script instanceof HTMLScriptElement ? new URL('/api/v1/events', script.src).href : undefined;

Object.assign(window, {
  Boxoffice: {
    createBoxoffice: (...[options, environment]: Parameters<typeof createBoxoffice>) =>
      createBoxoffice({ ...options, endpoint: options.endpoint ?? home }, environment),
  },
});

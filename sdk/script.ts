import { createBoxoffice } from './create-boxoffice';

declare global {
  interface Window {
    Boxoffice?: { createBoxoffice: typeof createBoxoffice };
  }
}

/** Entry of /sdk.js: `window.Boxoffice.createBoxoffice`, sending to the server that the script came from. */
const script = document.currentScript;
const home = script instanceof HTMLScriptElement ? new URL('/api/v1/events', script.src).href : undefined;

window.Boxoffice = {
  createBoxoffice: (options, changes) => createBoxoffice({ ...options, endpoint: options.endpoint ?? home }, changes),
};

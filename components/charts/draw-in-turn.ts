'use client';

const waiting: (() => void)[] = [];
let planned = false;

/** Calls one after the other, each in a moment in which the browser has nothing else to do. Returns how to be left out. */
export function drawInTurn(draw: () => void): () => void {
  waiting.push(draw);
  plan();
  return () => {
    const place = waiting.indexOf(draw);
    if (place >= 0) waiting.splice(place, 1);
  };
}

function plan(): void {
  if (planned || waiting.length === 0) return;
  planned = true;
  whenIdle(() => {
    planned = false;
    waiting.shift()?.();
    plan();
  });
}

/** Not every browser tells; then a frame later. */
function whenIdle(call: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(call, { timeout: 300 });
  else requestAnimationFrame(() => setTimeout(call));
}

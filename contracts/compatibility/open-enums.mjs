// An enum whose description says "May gain values" keeps its promise by gaining one.

import { join } from 'node:path';
import { read, write } from './documents.mjs';

const open = /may gain values/i;

/**
 * Gives the open enums of a base document the values they have gained since, so that only values lost are a difference. What
 * the base did not call open is left as it is: the promise comes before the value.
 */
export function grantNewValues(base, current, document) {
  const before = structuredClone(read(join(base, document)));
  if (grant(before, read(join(current, document)))) write(join(base, document), before);
}

function grant(before, after) {
  if (before === null || after === null || typeof before !== 'object' || typeof after !== 'object') return false;
  let granted = false;
  if (Array.isArray(before.enum) && Array.isArray(after.enum) && open.test(before.description ?? '')) {
    const gained = after.enum.filter((value) => !before.enum.includes(value));
    before.enum.push(...gained);
    granted = gained.length > 0;
  }
  for (const key of Object.keys(before)) granted = grant(before[key], after[key]) || granted;
  return granted;
}

// What keeps a promise of the base and would look like breaking it: a value gained by an enum whose description says "May gain
// values", and a deprecated property that is gone after its sunset.

import { join } from 'node:path';
import { read, write } from './documents.mjs';

const open = /may gain values/i;

/**
 * Gives the open enums of a base document the values they have gained since, and takes out the properties that have ended since.
 * What the base did not announce is left as it is: the promise comes before the change.
 */
export function grantWhatWasAnnounced(base, current, document, today) {
  const before = structuredClone(read(join(base, document)));
  if (grant(before, read(join(current, document)), today)) write(join(base, document), before);
}

function grant(before, after, today) {
  if (before === null || after === null || typeof before !== 'object' || typeof after !== 'object') return false;
  const here = [grantValues(before, after), grantEndings(before, after, today)];
  const inside = Object.keys(before).map((key) => grant(before[key], after[key], today));
  return [...here, ...inside].includes(true);
}

function grantValues(before, after) {
  if (!Array.isArray(before.enum) || !Array.isArray(after.enum) || !open.test(before.description ?? '')) return false;
  const gained = after.enum.filter((value) => !before.enum.includes(value));
  before.enum.push(...gained);
  return gained.length > 0;
}

function grantEndings(before, after, today) {
  const ended = Object.entries(before.properties ?? {})
    .filter(([name, schema]) => schema?.deprecated === true && schema['x-sunset'] <= today && after.properties?.[name] === undefined)
    .map(([name]) => name);
  ended.forEach((name) => delete before.properties[name]);
  if (ended.length > 0 && before.required) before.required = before.required.filter((name) => !ended.includes(name));
  return ended.length > 0;
}

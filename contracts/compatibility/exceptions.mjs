// The breaking changes that are meant: contracts/exceptions.yaml.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { read } from './documents.mjs';

const fields = ['document', 'operation', 'rule', 'reason', 'until'];

/** The exceptions of a contracts directory. */
export function exceptionsOf(tree) {
  const file = join(tree, 'exceptions.yaml');
  return existsSync(file) ? (read(file)?.exceptions ?? []) : [];
}

/**
 * Splits findings into those that stay and those excused, and says what is wrong with the exceptions themselves:
 * incomplete, past their date, or without a finding. One the base has already may have served its time there.
 */
export function excuse(findings, exceptions, inBase, today) {
  const faults = exceptions.flatMap((exception, index) => faultsOf(exception, index + 1, today));
  const valid = exceptions.filter((exception, index) => faultsOf(exception, index + 1, today).length === 0);
  const used = new Set();
  const breaking = [];
  const excused = [];
  for (const finding of findings) {
    const exception = valid.find((candidate) => covers(candidate, finding));
    if (exception) used.add(exception);
    if (exception) excused.push({ ...finding, exception });
    else breaking.push(finding);
  }
  const known = new Set(inBase.map((exception) => JSON.stringify(exception)));
  const unused = valid.filter((exception) => !used.has(exception) && !known.has(JSON.stringify(exception)));
  return { breaking, excused, faults: [...faults, ...unused.map((exception) => `${name(exception)} excuses nothing: remove it.`)] };
}

function faultsOf(exception, number, today) {
  const missing = fields.filter((field) => !String(exception[field] ?? '').trim());
  if (missing.length > 0) return [`exception ${number} has no ${missing.join(', ')}.`];
  if (!/^\d{4}-\d\d-\d\d$/.test(exception.until)) return [`${name(exception)}: until is no date (YYYY-MM-DD).`];
  return exception.until < today ? [`${name(exception)} ended on ${exception.until}.`] : [];
}

function covers({ document, operation, rule, text = '' }, finding) {
  return document === finding.document && operation === finding.name && rule === finding.id && finding.text.includes(text);
}

const name = ({ document, operation, rule }) => `The exception for ${rule} of ${operation} in ${document}`;

// Applies the changes of a table to a document.

/**
 * A copy of a document with the steps done to it, each naming its place by the keys that lead there: {set, to}, {remove},
 * {rename, to} or {append, value}. Text may say {today+N} or {today-N} for a date.
 */
export function apply(steps, document) {
  const root = { document: structuredClone(document) };
  for (const step of steps) applyStep(dated(step), root);
  return root.document;
}

function applyStep(step, root) {
  const kind = ['set', 'remove', 'rename', 'append'].find((name) => name in step);
  const path = ['document', ...step[kind]];
  const last = path.pop();
  const parent = path.reduce((node, key) => node?.[key], root);
  const there = parent !== undefined && (last in parent || kind === 'set');
  if (!there) throw new Error(`nothing to ${kind} at ${step[kind].join(' ')}`);
  if (kind === 'set') parent[last] = step.to;
  else if (kind === 'append') parent[last].push(step.value);
  else if (kind === 'remove' && Array.isArray(parent)) parent.splice(last, 1);
  else {
    if (kind === 'rename') parent[step.to] = parent[last];
    delete parent[last];
  }
}

function dated(step) {
  const text = JSON.stringify(step).replaceAll(/\{today([+-]\d+)\}/g, (_, days) =>
    new Date(Date.now() + Number(days) * 86_400_000).toISOString().slice(0, 10),
  );
  return JSON.parse(text);
}

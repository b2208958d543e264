// Tells people what breaks: in a terminal, or as Markdown for a comment on a pull request.

import { adviceFor } from './advice.mjs';

/** The report on a comparison: {base, breaking, warnings, excused, faults, notes}, as text or markdown. */
export function report(result, format) {
  return (format === 'markdown' ? markdown : text)({ ...result, groups: grouped(result.breaking), verdict: verdict(result) });
}

function verdict({ breaking, faults, base }) {
  const changes = grouped(breaking).length;
  if (changes === 0 && faults.length === 0) return `The contracts keep what ${base} promised.`;
  const parts = [];
  if (changes > 0) parts.push(`${changes} breaking ${changes === 1 ? 'change' : 'changes'} against ${base}`);
  if (faults.length > 0) parts.push(`${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in contracts/exceptions.yaml`);
  return `${parts.join(', ')}.`;
}

/** One change of a shared schema shows in many operations, and one of an event twice: each is told once. */
function grouped(findings) {
  const groups = new Map();
  for (const finding of findings) {
    const what = told(finding);
    const key = `${finding.document} ${finding.ofEvents ? '' : finding.id} ${what}`;
    if (!groups.has(key)) groups.set(key, { ...finding, what, places: [], rules: [] });
    const { places, rules } = groups.get(key);
    const place = finding.line ? `${finding.where} (line ${finding.line})` : finding.where;
    if (!places.includes(place)) places.push(place);
    if (!rules.includes(finding.id)) rules.push(finding.id);
  }
  return [...groups.values()].map((group) => ({ ...group, ...adviceFor(group.id, group.ofEvents) }));
}

/** What a finding says, in the words of its kind: oasdiff speaks of requests and responses, and an event has neither. */
export function told({ text: words, ofEvents }) {
  if (!ofEvents) return words;
  return words
    .replaceAll(/ ?(to|from|in|for)? ?(the )?(response )?(with )?(the )?status `200`/g, '')
    .replaceAll(/request's? |response's? /g, '')
    .replaceAll(/`header` (request )?parameter/g, 'header')
    .replaceAll(/^api (path )?removed/g, 'message removed')
    .trim();
}

function text({ groups, warnings, excused, faults, notes, verdict: last }) {
  const lines = groups.flatMap(({ document, places, what, breaks, instead, rules }) => [
    `BREAKING in ${document}`,
    ...places.map((place, index) => `  ${index === 0 ? 'where  ' : '       '}  ${place}`),
    `  what     ${what}`,
    `  breaks   ${breaks}`,
    `  instead  ${instead}`,
    `  rule     ${rules.join(', ')}`,
    '',
  ]);
  for (const warning of warnings) lines.push(`Look at: ${warning.where}: ${warning.text}`);
  for (const { where, text: words, exception } of excused) {
    lines.push(`Excused until ${exception.until}: ${where}: ${words} (${exception.reason})`);
  }
  return [...lines, ...faults.map((fault) => `EXCEPTIONS: ${fault}`), ...notes, last].join('\n');
}

function markdown({ groups, warnings, excused, faults, notes, verdict: last }) {
  const lines = ['## Contracts', '', `**${last}**`, ''];
  for (const { document, places, what, breaks, instead, rules } of groups) {
    lines.push(`### ${what}`, '');
    lines.push(`| | |`, '|---|---|', `| Where | ${document}: ${places.map(cell).join('<br>')} |`);
    lines.push(`| Breaks | ${cell(breaks)} |`, `| Instead | ${cell(instead)} |`, `| Rule | ${rules.join(', ')} |`, '');
  }
  if (groups.length > 0) lines.push('How contracts change: `docs/contracts.md`. Compare yourself: `contracts/gate main`.', '');
  for (const fault of faults) lines.push(`- contracts/exceptions.yaml: ${fault}`);
  for (const { where, text: words } of warnings) lines.push(`- Look at ${where}: ${words}`);
  for (const { where, text: words, exception } of excused) {
    lines.push(`- Excused until ${exception.until}: ${where}: ${words} (${exception.reason})`);
  }
  return [...lines, ...notes.map((note) => `- ${note}`)].join('\n').trim();
}

const cell = (words) => words.replaceAll('|', '\\|');

// Why a change breaks somebody, and what to do instead, by the rule that found it. The first line that matches holds.

const beside = 'Keep it as it is and offer the new form beside it, under a name of its own or in a new major version.';

const http = [
  [/sunset|deprecated/, 'whoever still calls it: the notice is missing or too short to move away in.',
    'Deprecate with `deprecated: true` and an `x-sunset` at least 180 days ahead; never take a notice back or shorten it.'],
  [/^api-(path-)?removed|^webhook-removed/, 'whoever calls it: from the next release on the call is answered 404.',
    'Deprecate it first (`deprecated: true`, `x-sunset` at least 180 days ahead) and remove it after that day.'],
  [/^api-operation-id|^api-tag|^type-removed/, 'whoever generated an SDK: the method, class or type has another name, and their code no longer compiles.',
    'Keep the name; a better one belongs into the next major version.'],
  [/security/, 'whoever is authorized the old way: the call is answered 401 or 403.',
    'Accept the old credentials beside the new ones until everybody has moved.'],
  [/^new-required|^new-request-path|became-required|added-required|required-with-default/, 'whoever sends requests as they are today: they lack it and are refused (400 or 422).',
    'Make it optional, and define what its absence means: what happens today.'],
  [/default/, 'whoever leaves it out: the same request now means something else.',
    'Keep the default; let callers ask for the other behaviour.'],
  [/^request-(parameter|property|body)-removed/, 'whoever sends it: unknown input is refused by name (400 or 422).',
    'Keep accepting it. To take it away, deprecate it with an `x-sunset` first; a renamed one is accepted under both names.'],
  [/^request-/, 'whoever sends what was valid until now: it is refused (400 or 422).', beside],
  [/enum-value-added/, 'whoever reads it: a generated enum knows no such value and fails to parse the answer.',
    'Only an enum described as "May gain values" may gain one. Say so first, in a release before the value.'],
  [/header/, 'whoever reads the header: it may not be there any more.', 'Keep sending it.'],
  [/(property|body|media-type|status)-removed|became-optional/, 'whoever reads it: code that relies on it finds nothing there.',
    'Keep giving it. A renamed one is given under both names until the next major version.'],
  [/^response-/, 'whoever reads it: a value may come that generated code does not accept.', beside],
];

const events = [
  [/sunset|deprecated/, 'whoever still consumes it: the notice is missing or too short to move away in.',
    'Mark the channel `x-deprecated: true` with an `x-sunset` at least 180 days ahead; never shorten it.'],
  [/^api-(path-)?removed/, 'whoever consumes it: it never comes again, and nothing tells them.',
    'Publish the new form beside it (a new major channel), mark this one `x-deprecated: true` with an `x-sunset` at least 180 days ahead, remove it after that day.'],
  [/^type-removed/, 'whoever generated records: the type has another name, and their code no longer compiles.', 'Keep the title.'],
  [/^new-required|became-required|became-optional/, 'whoever consumes it: events stored or replayed from before, or from now on, lack what their code requires.',
    'Add an optional field (a minor version), or publish a new major channel beside this one.'],
  [/enum-value-added/, 'whoever consumes it: a generated enum fails on the unknown value.',
    'Only values described as "May gain values" may grow. Otherwise: a new major channel.'],
  [/removed/, 'whoever consumes it: what they read is not there any more. A rename is a removal.',
    'Keep it beside the new one, or publish a new major channel.'],
  [/.*/, 'whoever consumes it: events of before and after do not fit one generated type.',
    'Publish a new major channel beside this one, until the old one has ended.'],
];

/** {breaks, instead} for a finding about an operation or, with ofEvents, about a message. */
export function adviceFor(id, ofEvents) {
  const [, breaks, instead] = (ofEvents ? events : http).find(([pattern]) => pattern.test(id)) ?? [
    null, 'whoever relies on the contract as it was.', beside,
  ];
  return { breaks, instead };
}

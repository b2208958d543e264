// What an application does with the SDK, against the service at BASE_URL.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { createClient, EscalationStatus, type Problem, ProblemError, SignalKind } from '@faultmaven/escalations';

const baseUrl = process.env['BASE_URL'] ?? 'http://localhost:8003';
const name = `typescript-${randomUUID()}`;
const { targets, escalations, deliveries, signals } = createClient({ baseUrl, userId: name });

async function problem(status: number, request: Promise<unknown>): Promise<Problem> {
    try {
        await request;
    } catch (error) {
        assert.ok(error instanceof ProblemError, String(error));
        assert.equal(error.problem.status, status);
        return error.problem;
    }
    return assert.fail(`not refused with ${status}`);
}

// the client of another contract would open it
const opened = await fetch(`${baseUrl}/api/v2/cases`, {
    method: 'POST',
    headers: { 'X-User-ID': name, 'Content-Type': 'application/json' },
    body: JSON.stringify({ title: 'The market hall' }),
});
const { case_id: caseId } = (await opened.json()) as { case_id: string };

// says who can do something; the same address again is the same target
const addTargetRequest = { email: `${name}@works.dev`, organization: 'City Works' };
const target = await targets.addTarget({ caseId, addTargetRequest });
assert.equal((await targets.addTarget({ caseId, addTargetRequest })).targetId, target.targetId);

// writes to them, once under one key
const draft = await escalations.draftEscalation({ caseId, draftEscalationRequest: {} });
assert.equal(draft.subject, 'Escalation: The market hall');
const sendEscalationRequest = {
    targetIds: [target.targetId],
    ccEmails: [`mayor-${name}@works.dev`],
    body: 'Tiles fall.',
    attachMemo: true,
};
const idempotencyKey = randomUUID();
const { escalationId } = await escalations.sendEscalation({ caseId, idempotencyKey, sendEscalationRequest });
const again = await escalations.sendEscalation({ caseId, idempotencyKey, sendEscalationRequest });
assert.equal(again.escalationId, escalationId);
const refused = await problem(409, escalations.sendEscalation({ caseId, sendEscalationRequest }));
assert.equal(refused.code, 'RECENTLY_ESCALATED');

// sees what became of it
let letter = await escalations.getEscalation({ caseId, escalationId });
for (let n = 0; n < 200 && letter.completedAt === null; n++) {
    await setTimeout(100);
    letter = await escalations.getEscalation({ caseId, escalationId });
}
assert.equal(letter.status, EscalationStatus.Sent);
assert.deepEqual(
    letter.deliveries.map(({ kind, status }) => [kind, status]),
    [
        ['to', 'sent'],
        ['cc', 'sent'],
    ],
);
const deliveryId = letter.deliveries[0]!.deliveryId;
const { message } = await deliveries.getDeliveryMessage({ caseId, deliveryId });
assert.ok(message.includes('Tiles fall.') && message.includes(`memo-${caseId}.pdf`));
assert.equal((await problem(409, deliveries.retryDelivery({ caseId, deliveryId }))).code, 'DELIVERY_NOT_RETRYABLE');

// hears that it is over
const heard = await signals.recordSignal({
    caseId,
    recordSignalRequest: { kind: 'fixed', summary: 'The roof is mended.', metadata: { by: ['phone', 1.5] } },
});
assert.deepEqual([heard.kind, heard.suggestedStatus], [SignalKind.Fixed, 'resolved']);
assert.deepEqual(heard.metadata, { by: ['phone', 1.5] });

console.log('typescript: all is well');

// What an application does with the SDK, against the service at BASE_URL.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createClient, type Problem, ProblemError, SessionStatus } from '@faultmaven/sessions';

const { sessions } = createClient({
    baseUrl: process.env['BASE_URL'] ?? 'http://localhost:8003',
    userId: `typescript-${randomUUID()}`,
});

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

// opens a session, and finds it again after a restart
const request = { createSessionRequest: { clientId: 'smoke', metadata: { source: 'smoke' } } };
const opened = await sessions.createSession(request);
const { sessionId } = opened;
assert.equal(opened.sessionResumed, false);
assert.deepEqual(opened.metadata, { source: 'smoke' });
assert.equal(opened.expiresAt.getTime() - opened.lastActivityAt.getTime(), opened.timeoutMinutes * 60_000);
const resumed = await sessions.createSession(request);
assert.deepEqual([resumed.sessionId, resumed.sessionResumed], [sessionId, true]);

// keeps it alive and finds it among its own
assert.equal((await sessions.heartbeatSession({ sessionId })).status, SessionStatus.Active);
const listed = await sessions.listSessions({ clientId: 'smoke' });
assert.deepEqual([listed.total, listed.sessions[0]?.sessionId], [1, sessionId]);
assert.deepEqual((await sessions.listCasesOfSession({ sessionId })).cases, []);

// names it, and takes the name away again, as long as nobody was faster
const read = await sessions.getSessionRaw({ sessionId });
const ifMatch = read.raw.headers.get('ETag') ?? assert.fail('no ETag');
const named = await sessions.updateSession({ sessionId, ifMatch, updateSessionRequest: { title: 'Checkout' } });
assert.equal(named.title, 'Checkout');
const stale = await problem(412, sessions.updateSession({ sessionId, ifMatch, updateSessionRequest: { title: 'Late' } }));
assert.equal(stale.code, 'VERSION_CONFLICT');
assert.equal((await sessions.updateSession({ sessionId, updateSessionRequest: { title: null } })).title, null);

// is told what is invalid
const invalid = await problem(422, sessions.createSession({ createSessionRequest: { timeoutMinutes: 5 } }));
assert.deepEqual(
    invalid.errors?.map(({ pointer }) => pointer),
    ['/timeout_minutes'],
);

// ends it
await sessions.deleteSession({ sessionId });
assert.equal((await problem(404, sessions.getSession({ sessionId }))).code, 'SESSION_NOT_FOUND');

console.log('typescript: all is well');

// What an application does with the SDK, against the service at BASE_URL.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
    CaseResponseFromJSON,
    CaseResponseToJSON,
    CaseScope,
    CaseSort,
    CaseStatus,
    Category,
    createClient,
    FieldErrorCode,
    MessageRole,
    type Problem,
    ProblemError,
    Severity,
} from '@faultmaven/cases';

const { cases, messages, tags } = createClient({
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

// opens a case, once even if asked twice
const request = {
    createCaseRequest: { title: 'Checkout is slow', severity: Severity.High, metadata: { region: 'eu' } },
    idempotencyKey: randomUUID(),
};
const opened = await cases.createCase(request);
const { caseId } = opened;
assert.equal(opened.status, CaseStatus.Consulting);
assert.deepEqual(opened.metadata, { region: 'eu' });
assert.equal((await cases.createCase(request)).caseId, caseId);

// converses
await messages.addMessage({
    caseId,
    addMessageRequest: { content: 'Since noon, only in Frankfurt.', role: MessageRole.User },
});
await messages.addMessage({
    caseId,
    addMessageRequest: { content: 'The certificate expired.', role: MessageRole.Assistant },
});
const conversation = await messages.listMessages({ caseId });
assert.deepEqual(
    conversation.messages.map(({ turnNumber, role, content }) => [turnNumber, role, content]),
    [
        [1, 'user', 'Since noon, only in Frankfurt.'],
        [2, 'assistant', 'The certificate expired.'],
    ],
);

// tags and finds
await tags.addCaseTags({ caseId, addTagsRequest: { tags: ['prod', 'Café & Söhne'] } });
const found = await cases.listCases({ q: 'checkout', tag: ['café & söhne'] });
assert.equal(found.total, 1);
assert.equal(found.cases[0]?.caseId, caseId);
assert.deepEqual(found.cases[0]?.tags, ['prod', 'Café & Söhne']);

// filters by everything
const hour = 60 * 60 * 1000;
const earlier = new Date(Date.now() - hour);
const tomorrow = new Date(Date.now() + 24 * hour);
const filters = {
    status: [CaseStatus.Consulting, CaseStatus.Closed],
    severity: [Severity.High],
    category: [Category.Other, Category.Error],
    tag: ['prod', 'café & söhne'],
    q: 'slow checkout',
    createdBefore: tomorrow,
    updatedAfter: earlier,
    updatedBefore: tomorrow,
    scope: CaseScope.Owned,
    includeArchived: true,
    sort: CaseSort.RELEVANCE,
    limit: 5,
    offset: 0,
};
const filtered = await cases.listCases({ ...filters, createdAfter: earlier });
assert.deepEqual(
    filtered.cases.map((one) => one.caseId),
    [caseId],
);
assert.deepEqual([filtered.limit, filtered.offset], [5, 0]);
assert.equal((await cases.listCases({ ...filters, createdAfter: new Date(Date.now() + hour) })).total, 0);
await tags.removeCaseTag({ caseId, tag: 'Café & Söhne' });
assert.deepEqual((await tags.getCaseTags({ caseId })).tags, ['prod']);

// is told of conflicts
const read = await cases.getCaseRaw({ caseId });
const ifMatch = read.raw.headers.get('ETag') ?? assert.fail('no ETag');
const changed = await cases.updateCase({
    caseId,
    ifMatch,
    updateCaseRequest: { title: 'Login fails', metadata: null },
});
assert.equal(changed.title, 'Login fails');
assert.deepEqual(changed.metadata, {});
const stale = await problem(412, cases.updateCase({ caseId, ifMatch, updateCaseRequest: { title: 'Too late' } }));
assert.equal(stale.code, 'VERSION_CONFLICT');
const illegal = await problem(
    409,
    cases.changeCaseStatus({ caseId, changeCaseStatusRequest: { status: CaseStatus.Resolved } }),
);
assert.equal(illegal.code, 'ILLEGAL_STATUS_CHANGE');
assert.ok(illegal.allowed?.includes('investigating'));

// is told what is invalid
const invalid = await problem(
    422,
    cases.createCase({ createCaseRequest: { title: 'x'.repeat(201), tags: ['fine', ' '] } }),
);
assert.equal(invalid.code, 'VALIDATION_FAILED');
assert.deepEqual(invalid.errors?.map(({ pointer, code }) => [pointer, code]).sort(), [
    ['/tags/1', FieldErrorCode.Blank],
    ['/title', FieldErrorCode.TooLong],
]);

// reads every page
for (let number = 1; number <= 25; number++) {
    await cases.createCase({ createCaseRequest: { title: `Page ${number}`, sessionId: 'pages' } });
}
const seen = new Set<string>();
let pages = 0;
let cursor: string | undefined;
do {
    const page = await cases.listCases({ sessionId: 'pages', limit: 10, cursor });
    page.cases.forEach((one) => seen.add(one.caseId));
    cursor = page.nextCursor;
    pages++;
} while (cursor !== undefined);
assert.deepEqual([seen.size, pages], [25, 3]);

// reads values added later
const later = CaseResponseFromJSON({ ...CaseResponseToJSON(opened), status: 'waiting', added_later: 1 });
assert.equal(later.status, 'waiting');

console.log('typescript: all is well');

// What an application does with the SDK, against the service at BASE_URL.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createClient, type Problem, ProblemError, ReportStatus, ReportVisibility } from '@faultmaven/reports';

const baseUrl = process.env['BASE_URL'] ?? 'http://localhost:8003';
const name = `typescript-${randomUUID()}`;
const { reports, clusters, dossiers } = createClient({ baseUrl, userId: name });

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

function report(title: string, longitude: number, severity: number, more: object = {}) {
    return reports.submitReport({
        submitReportRequest: {
            location: { type: 'Point', coordinates: [longitude, 47.3766] },
            analyses: [{ title, severity }],
            ...more,
        },
    });
}

// reports three times; the same report again is the first one
const one = await report('Tiles fall from the roof of the market hall', 8.5412, 0.9, { externalId: name });
const again = await report('Something else', 8.5412, 0.9, { externalId: name });
assert.deepEqual([again.reportId, again.title], [one.reportId, 'Tiles fall from the roof of the market hall']);
const two = await report('Tiles fell beside the entrance of the market hall', 8.5413, 0.8);
const far = await report('A bench is painted yellow', 8.5912, 0.2);

// finds what belongs together
const analysis = await clusters.analyzeScope({
    analyzeScopeRequest: { reportIds: [far.reportId, two.reportId, one.reportId] },
});
assert.equal(analysis.stats.reportCount, 3);
const together = analysis.hypotheses[0];
assert.deepEqual(together?.reportSeqs, [one.seq, two.seq]);
assert.ok(together.rationale.includes('shared incident language'));

// opens a case, links another report, and reads them page by page
const { caseId } = await dossiers.openCaseFromReports({
    openCaseRequest: { title: 'The market hall', reportIds: [one.reportId] },
});
const linked = await dossiers.linkReports({
    caseId,
    linkReportsRequest: { reportIds: new Set([two.reportId]), reason: 'seen' },
});
assert.deepEqual([linked.linked, linked.total], [1, 2]);
const page = await dossiers.listLinkedReports({ caseId, limit: 1 });
const rest = await dossiers.listLinkedReports({ caseId, limit: 1, cursor: page.nextCursor });
assert.deepEqual([page.reports[0]?.seq, rest.reports[0]?.seq], [one.seq, two.seq]);

// shows two cases as one, and as two again
const other = await dossiers.openCaseFromReports({ openCaseRequest: { title: 'The same roof' } });
const mergeCasesRequest = { sourceCaseIds: new Set([other.caseId]) };
const merged = await dossiers.mergeCases({ caseId, mergeCasesRequest });
assert.deepEqual(merged.mergedFrom, [other.caseId]);
const unmergeCaseRequest = { sourceCaseId: other.caseId };
assert.deepEqual((await dossiers.unmergeCase({ caseId, unmergeCaseRequest })).mergedFrom, []);
assert.equal((await problem(409, dossiers.unmergeCase({ caseId, unmergeCaseRequest }))).code, 'NOT_MERGED');

// changes a report, and keeps it to itself
const { reportId } = far;
const updateReportRequest = { status: ReportStatus.Resolved, visibility: ReportVisibility.Private };
const changed = await reports.updateReport({ reportId, updateReportRequest });
assert.deepEqual([changed.status, changed.visibility], [ReportStatus.Resolved, ReportVisibility.Private]);
const stranger = createClient({ baseUrl, userId: `${name}-2` });
assert.equal((await problem(404, stranger.reports.getReport({ reportId }))).code, 'REPORT_NOT_FOUND');

console.log('typescript: all is well');

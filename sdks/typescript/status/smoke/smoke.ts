// What an application does with the SDK, against the service at BASE_URL.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
    createClient,
    IncidentStatus,
    MaintenanceStatus,
    type Problem,
    ProblemError,
    ServiceCondition,
    SeverityLevel,
} from '@faultmaven/status';

const baseUrl = process.env['BASE_URL'] ?? 'http://localhost:8003';
const name = `typescript-${randomUUID()}`;
const asOperator = {
    async pre({ url, init }: { url: string; init: RequestInit }) {
        return { url, init: { ...init, headers: { ...init.headers, 'X-User-Roles': '["operator"]' } } };
    },
};
const { services, incidents, maintenances } = createClient({ baseUrl, userId: name, middleware: [asOperator] });

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

// adds a service, whose name is taken from then on
const { id } = await services.createService({ createServiceRequest: { name, group: 'Shop' } });
const taken = await problem(409, services.createService({ createServiceRequest: { name } }));
assert.deepEqual([taken.code, taken.error.code], ['SERVICE_NAME_TAKEN', 'CONFLICT']);

// says what is wrong, and how far the work on it is
const opened = await incidents.openIncident({
    openIncidentRequest: { title: 'Payments time out', severity: SeverityLevel.High, serviceIds: [id] },
});
const incidentId = opened.id;
assert.deepEqual(opened.impacts, { [id]: 'partial_outage' });
assert.equal((await services.getService({ serviceId: id })).condition, ServiceCondition.PartialOutage);
const update = { message: 'A certificate has expired.', status: IncidentStatus.Identified, advance: true };
await incidents.addIncidentUpdate({ incidentId, addIncidentUpdateRequest: update });
const resolved = await incidents.resolveIncident({ incidentId });
assert.deepEqual(
    resolved.updates.map(({ status, message }) => [status, message]),
    [
        ['identified', 'A certificate has expired.'],
        ['resolved', 'Incident resolved.'],
    ],
);
assert.equal((await problem(409, incidents.resolveIncident({ incidentId }))).code, 'INCIDENT_RESOLVED');
assert.equal((await incidents.listIncidents({ serviceId: id, active: false })).meta.total, 1);

// announces work
const from = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 3_600_000);
const announced = await maintenances.scheduleMaintenance({
    scheduleMaintenanceRequest: {
        title: 'New disks',
        serviceIds: [id],
        scheduledFor: from,
        scheduledUntil: new Date(from.getTime() + 3_600_000),
    },
});
assert.deepEqual([announced.status, announced.scheduledFor], [MaintenanceStatus.Scheduled, from]);

// everybody reads what is public, and publishing takes a role
const anybody = createClient({ baseUrl });
assert.equal((await anybody.services.getService({ serviceId: id })).name, name);
assert.equal((await anybody.services.getServiceUptime({ serviceId: id, days: 3 })).days.length, 3);
const somebody = createClient({ baseUrl, userId: name });
const refused = await problem(403, somebody.services.createService({ createServiceRequest: { name: `${name} 2` } }));
assert.equal(refused.code, 'PERMISSION_DENIED');

console.log('typescript: all is well');

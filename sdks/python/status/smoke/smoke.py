"""What an application does with the SDK, against the service at BASE_URL."""

import os
from datetime import datetime, timedelta, timezone
from uuid import uuid4

from faultmaven_status import (
    AddIncidentUpdateRequest,
    ApiClient,
    Configuration,
    CreateServiceRequest,
    IncidentsApi,
    IncidentStatus,
    MaintenancesApi,
    MaintenanceStatus,
    OpenIncidentRequest,
    ScheduleMaintenanceRequest,
    ServiceCondition,
    ServicesApi,
    SeverityLevel,
)
from faultmaven_status.exceptions import ApiException
from faultmaven_status.problems import problem_of

HOST = os.environ["BASE_URL"]
NAME = f"python-{uuid4()}"


def problem(status, request):
    try:
        request()
    except ApiException as refused:
        assert refused.status == status, refused
        return problem_of(refused)
    raise AssertionError(f"not refused with {status}")


def somebody():
    return ApiClient(Configuration(host=HOST, api_key={"gatewayIdentity": NAME}))


def adds_a_service(services):
    request = CreateServiceRequest(name=NAME, group="Shop")
    added = services.create_service(create_service_request=request)
    taken = problem(409, lambda: services.create_service(create_service_request=request))
    assert (taken.code, taken.error.code) == ("SERVICE_NAME_TAKEN", "CONFLICT"), taken
    return added.id


def says_what_is_wrong(services, incidents, service_id):
    request = OpenIncidentRequest(title="Payments time out", severity=SeverityLevel.HIGH, service_ids=[service_id])
    opened = incidents.open_incident(open_incident_request=request)
    assert {key: impact.value for key, impact in opened.impacts.items()} == {str(service_id): "partial_outage"}, opened
    assert services.get_service(service_id).condition is ServiceCondition.PARTIAL_OUTAGE
    update = AddIncidentUpdateRequest(
        message="A certificate has expired.", status=IncidentStatus.IDENTIFIED, advance=True
    )
    incidents.add_incident_update(opened.id, add_incident_update_request=update)
    resolved = incidents.resolve_incident(opened.id)
    said = [(update.status.value, update.message) for update in resolved.updates]
    assert said == [("identified", "A certificate has expired."), ("resolved", "Incident resolved.")], said
    assert problem(409, lambda: incidents.resolve_incident(opened.id)).code == "INCIDENT_RESOLVED"
    assert incidents.list_incidents(service_id=service_id, active=False).meta.total == 1


def announces_work(maintenances, service_id):
    start = datetime.now(timezone(timedelta(hours=2))).replace(microsecond=0) + timedelta(hours=1)
    request = ScheduleMaintenanceRequest(
        title="New disks",
        service_ids=[service_id],
        scheduled_for=start,
        scheduled_until=start + timedelta(hours=1),
    )
    announced = maintenances.schedule_maintenance(schedule_maintenance_request=request)
    assert announced.status is MaintenanceStatus.SCHEDULED and announced.scheduled_for == start, announced


def shows_it_to_everybody(service_id):
    with ApiClient(Configuration(host=HOST)) as anybody:
        services = ServicesApi(anybody)
        assert services.get_service(service_id).name == NAME
        assert len(services.get_service_uptime(service_id, days=3).days) == 3
    with somebody() as client:
        request = CreateServiceRequest(name=f"{NAME} 2")
        refused = problem(403, lambda: ServicesApi(client).create_service(create_service_request=request))
        assert refused.code == "PERMISSION_DENIED", refused


def main():
    with somebody() as client:
        client.set_default_header("X-User-Roles", '["operator"]')
        services = ServicesApi(client)
        service_id = adds_a_service(services)
        says_what_is_wrong(services, IncidentsApi(client), service_id)
        announces_work(MaintenancesApi(client), service_id)
    shows_it_to_everybody(service_id)
    print("python: all is well")


main()

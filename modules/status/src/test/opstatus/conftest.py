"""What the tests of an OpStatus need to be run against this service.

Its tests over HTTP get a client of an organization of their own. Its tests of functions get functions that ask the service:
what a status may be followed by, and how a service is that these incidents touch.
"""

import enum
import os
import sys
import types
import uuid

import httpx
import pytest
import pytest_asyncio

BASE = os.environ["OPSTATUS_BASE"]
BROKEN = os.environ.get("OPSTATUS_BROKEN")
NAMED = os.environ.get("OPSTATUS_NAMED") == "true"

STEPS = ["investigating", "identified", "monitoring"]


def headers():
    """Anybody in an organization in which anybody publishes, or an operator of one whom a gateway names."""
    if not NAMED:
        return {"X-Organization-ID": f"opstatus-{uuid.uuid4()}"}
    return {
        "X-Organization-ID": f"acme-{uuid.uuid4()}",
        "X-User-ID": f"operator-{uuid.uuid4()}",
        "X-User-Roles": '["operator"]',
    }


@pytest_asyncio.fixture
async def client():
    async with httpx.AsyncClient(base_url=BASE, headers=headers()) as asked:
        yield asked


@pytest_asyncio.fixture
async def broken_db_client():
    """Of a service that has lost its database."""
    if BROKEN is None:
        pytest.skip("no service without a database is named")
    async with httpx.AsyncClient(base_url=BROKEN, headers=headers(), timeout=30) as asked:
        yield asked


class ConflictError(Exception):
    def __init__(self, message):
        self.message = message
        super().__init__(message)


class IncidentStatus(enum.StrEnum):
    investigating = enum.auto()
    identified = enum.auto()
    monitoring = enum.auto()
    resolved = enum.auto()


class IncidentSeverity(enum.StrEnum):
    critical = enum.auto()
    high = enum.auto()
    medium = enum.auto()
    low = enum.auto()


class Incident:
    severity: IncidentSeverity
    status: IncidentStatus


def sent(answer):
    if answer.status_code == 409:
        raise ConflictError(answer.json()["error"]["message"])
    answer.raise_for_status()
    return answer.json()


def a_service(asked):
    return sent(asked.post("/api/v1/services", json={"name": "Payments"}))["id"]


def an_incident(asked, service, severity, status):
    """The path of one that has come as far as this."""
    body = {"title": "Payments time out", "severity": severity, "service_ids": [service]}
    path = "/api/v1/incidents/" + sent(asked.post("/api/v1/incidents", json=body))["id"]
    if status == IncidentStatus.resolved:
        sent(asked.post(path + "/resolve"))
    else:
        for step in STEPS[1 : STEPS.index(status) + 1]:
            sent(asked.patch(path, json={"status": step}))
    return path


def validate_status_transition(current, new):
    with httpx.Client(base_url=BASE, headers=headers()) as asked:
        path = an_incident(asked, a_service(asked), "low", current)
        sent(asked.patch(path, json={"status": new}))


def derive_service_status(incidents):
    with httpx.Client(base_url=BASE, headers=headers()) as asked:
        service = a_service(asked)
        for incident in incidents:
            an_incident(asked, service, incident.severity, incident.status)
        return sent(asked.get(f"/api/v1/services/{service}"))["status"]


def module(name, **members):
    made = types.ModuleType(name)
    made.__dict__.update(members)
    made.__path__ = []
    sys.modules[name] = made


for package in ["app", "app.core", "app.models", "app.models.orm", "app.services"]:
    module(package)
module("app.core.exceptions", ConflictError=ConflictError)
module("app.models.enums", IncidentStatus=IncidentStatus, IncidentSeverity=IncidentSeverity)
module("app.models.orm.incident", Incident=Incident)
module("app.services.incidents", validate_status_transition=validate_status_transition)
module("app.services.services", derive_service_status=derive_service_status)

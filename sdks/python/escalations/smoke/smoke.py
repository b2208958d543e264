"""What an application does with the SDK, against the service at BASE_URL."""

import json
import os
import time
from urllib.request import Request, urlopen
from uuid import uuid4

from faultmaven_escalations import (
    AddTargetRequest,
    ApiClient,
    Configuration,
    DeliveriesApi,
    DeliveryStatus,
    DraftEscalationRequest,
    EscalationsApi,
    EscalationStatus,
    RecordSignalRequest,
    SendEscalationRequest,
    SignalsApi,
    TargetsApi,
)
from faultmaven_escalations.exceptions import ApiException
from faultmaven_escalations.problems import problem_of

HOST = os.environ["BASE_URL"]
NAME = f"python-{uuid4()}"


def problem(status, request):
    try:
        request()
    except ApiException as refused:
        assert refused.status == status, refused
        return problem_of(refused)
    raise AssertionError(f"not refused with {status}")


def case():
    """The client of another contract would open it."""
    headers = {"X-User-ID": NAME, "Content-Type": "application/json"}
    with urlopen(Request(f"{HOST}/api/v2/cases", json.dumps({"title": "The market hall"}).encode(), headers)) as answer:
        return json.load(answer)["case_id"]


def says_who_can_do_something(targets, case_id):
    request = AddTargetRequest(email=f"{NAME}@works.dev", organization="City Works")
    added = targets.add_target(case_id, add_target_request=request)
    again = targets.add_target(case_id, add_target_request=request)
    assert (again.target_id, again.version) == (added.target_id, added.version + 1), again
    return added.target_id


def writes_to_them(escalations, case_id, target_id):
    draft = escalations.draft_escalation(case_id, draft_escalation_request=DraftEscalationRequest())
    assert draft.subject == "Escalation: The market hall", draft
    request = SendEscalationRequest(
        target_ids=[target_id], cc_emails=[f"mayor-{NAME}@works.dev"], body="Tiles fall.", attach_memo=True
    )
    key = str(uuid4())
    sent = escalations.send_escalation(case_id, send_escalation_request=request, idempotency_key=key)
    again = escalations.send_escalation(case_id, send_escalation_request=request, idempotency_key=key)
    assert again.escalation_id == sent.escalation_id, again
    refused = problem(409, lambda: escalations.send_escalation(case_id, send_escalation_request=request))
    assert refused.code == "RECENTLY_ESCALATED", refused
    return sent.escalation_id


def sees_what_became_of_it(escalations, deliveries, case_id, escalation_id):
    for _ in range(200):
        letter = escalations.get_escalation(case_id, escalation_id)
        if letter.completed_at is not None:
            break
        time.sleep(0.1)
    assert letter.status is EscalationStatus.SENT, letter
    sent = deliveries.list_deliveries(case_id, status=DeliveryStatus.SENT, escalation_id=escalation_id).deliveries
    assert [delivery.status for delivery in sent] == [DeliveryStatus.SENT, DeliveryStatus.SENT], sent
    message = deliveries.get_delivery_message(case_id, sent[0].delivery_id).message
    assert "Tiles fall." in message and f"memo-{case_id}.pdf" in message, message
    refused = problem(409, lambda: deliveries.retry_delivery(case_id, sent[0].delivery_id))
    assert refused.code == "DELIVERY_NOT_RETRYABLE", refused


def hears_that_it_is_over(signals, case_id):
    request = RecordSignalRequest(kind="fixed", summary="The roof is mended.", metadata={"by": ["phone", 1.5]})
    heard = signals.record_signal(case_id, record_signal_request=request)
    assert (heard.suggested_status, heard.metadata) == ("resolved", {"by": ["phone", 1.5]}), heard


def main():
    case_id = case()
    with ApiClient(Configuration(host=HOST, api_key={"gatewayIdentity": NAME})) as client:
        escalations = EscalationsApi(client)
        target_id = says_who_can_do_something(TargetsApi(client), case_id)
        escalation_id = writes_to_them(escalations, case_id, target_id)
        sees_what_became_of_it(escalations, DeliveriesApi(client), case_id, escalation_id)
        hears_that_it_is_over(SignalsApi(client), case_id)
    print("python: all is well")


main()

"""Letters as people write them, and what there is to read of them. A user sends only so many an hour."""

from itertools import count

numbers = count(1)
sent = {}


def fresh_address():
    return f"fuzz-{next(numbers)}@works.dev"


def choose_well(operation, body):
    if operation == "recordMailEvents":
        for event in body.get("events") or []:
            if isinstance(event, dict) and event.get("delivery_id"):
                event.pop("message_id", None)
    if operation in ("addTarget", "updateTarget", "addContact", "updateContact"):
        body["email"] = fresh_address()
    if operation in ("addContact", "updateContact"):
        body.pop("area", None)
        if body.get("organization_name") is None:
            body.pop("organization_name", None)
    if operation == "suggestTargets":
        body.pop("case_id", None)
        body.pop("report_ids", None)
        body["geometry"] = {"type": "Polygon", "coordinates": [[[8, 47], [9, 47], [9, 48], [8, 47]]]}
    if operation == "recordSignal":
        body.pop("report_id", None)
    if operation in ("draftEscalation", "sendEscalation"):
        body["target_ids"] = []
        body["cc_emails"] = [fresh_address()]
        for name in ("subject", "body"):
            if not (body.get(name) or "").isascii() or not (body.get(name) or "").strip():
                body.pop(name, None)


def name_what_exists(operation, parameters, session, base_url):
    """In place of ids that are made up."""
    if "email" in parameters:
        parameters["email"] = fresh_address()
        if operation == "deleteSuppression":
            address = f"{base_url}/api/v1/mail/suppressions/{parameters['email']}"
            session.put(address, json={}, headers={"X-User-Roles": "admin"}).raise_for_status()
    if "contact_id" in parameters:
        contacts = f"{base_url}/api/v1/escalation-contacts"
        contact = {"organization_name": "City Works", "email": fresh_address()}
        answer = session.post(contacts, json=contact, headers={"X-User-Roles": "admin"})
        answer.raise_for_status()
        parameters["contact_id"] = answer.json()["contact_id"]
    if "target_id" in parameters:
        targets = f"{base_url}/api/v1/cases/{parameters['case_id']}/escalation-targets"
        answer = session.post(targets, json={"email": fresh_address()})
        answer.raise_for_status()
        parameters["target_id"] = answer.json()["target_id"]
    ours = parameters.keys() & {"escalation_id", "delivery_id"}
    letter = letter_about(parameters["case_id"], session, base_url) if ours else None
    if letter:
        known = {"escalation_id": letter["escalation_id"], "delivery_id": letter["deliveries"][0]["delivery_id"]}
        parameters.update((name, known[name]) for name in ours)


def letter_about(case_id, session, base_url):
    """One a case, as long as this user may send any."""
    if case_id not in sent:
        answer = session.post(
            f"{base_url}/api/v1/cases/{case_id}/escalations",
            json={"target_ids": [], "cc_emails": [fresh_address()], "subject": "Help", "body": "Please help."},
        )
        sent[case_id] = answer.json() if answer.status_code == 202 else None
    return sent[case_id]

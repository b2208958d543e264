"""What schemathesis cannot know: who is calling, which cases there are, and what the documents say in words only.

Without this nearly every generated request would be a 404. Here three of four valid requests get ids that exist. Which
ones is decided by a checksum of the request, so that a seed gives the same requests again.
"""

import atexit
import json
import os
import random
import re
import threading
import zlib
from collections import Counter
from itertools import count
from pathlib import Path

import accounts
import cleanapp
import letters
import organizations
import reports
import requests
import schemathesis
from schemathesis.core.parameters import ParameterLocation

BASE_URL = os.environ["BASE_URL"]
# one of each document, as a user sends only so many letters an hour
USER = f"fuzz-{Path(os.environ['FUZZ_TALLY']).stem}"
FOR_OPERATORS = ("/api/v1/admin/", "/api/v2/admin/", "/api/v2/events", "/api/v1/mail/events", "/api/v1/mail/suppressions")
# where whoever writes needs a role, or is one of the organization's
PUBLISHED = (
    "/api/v1/services",
    "/api/v1/incidents",
    "/api/v1/maintenances",
    "/api/v1/status-page",
    "/api/v1/escalation-contacts",
)
# X-Correlation-ID is never a reason to refuse a request, whatever it is
ODD_CORRELATION_IDS = ["short", "x" * 5000, "an id with spaces", "ümlaut-identifier".encode().decode("latin-1"), "{}[]();,!?"]
# white space that is none to the regular expressions of schemathesis
OTHER_SPACE = re.compile(r"\\u001[cdef]|\\u0085|\\ufeff")
# what may be wrong with where the publisher is to go on, although it is of the right form
NO_POSITION = {
    ("", "too_few"),
    ("", "too_many"),
    ("/to_time", "out_of_range"),
    ("/to_cursor", "out_of_range"),
    ("/to_cursor", "invalid_format"),
}
# nobody can be reached so, or an area is none
NOT_REACHED = {
    ("", "required"),
    ("/email", "invalid_format"),
    ("/email", "not_allowed"),
    ("/organization_name", "not_allowed"),
    *((place, code) for place in ("/area", "/geometry") for code in ("unknown_value", "wrong_type", "too_many", "invalid_format", "out_of_range")),
}
# white space alone is no letter, and some servers begin a line at U+2028
LETTERS = {("/subject", "blank"), ("/subject", "invalid_characters"), ("/body", "blank")}
TAKES_METADATA = ("createCase", "updateCase", "addMessage")
# a number that no type of Python holds, where a text of JSON has it
NUMBER = re.compile(r'"@@(-?[0-9.]+(?:e-?[0-9]+)?)@@"')
FAR_FROM_UTC = re.compile(r"[+-](1[89]|2[0-9]):[0-9]{2}$")

session = requests.Session()
session.headers["X-User-ID"] = USER
numbers = count(1)
tally = Counter()
excused = Counter()
lock = threading.Lock()


class Existing:
    """A case of the caller with all that a path can name: a message, tags and a participant."""

    def __init__(self):
        self.tag = f"tag-{next(numbers)}"
        answer = session.post(
            f"{BASE_URL}/api/v2/cases",
            json={"tags": [self.tag, "fuzz"], "initial_message": "It is slow.", "session_id": "fuzz-session"},
        )
        answer.raise_for_status()
        self.case_id = answer.json()["case_id"]
        self.uses = 0

    def message_id(self):
        answer = session.get(f"{BASE_URL}/api/v2/cases/{self.case_id}/messages")
        answer.raise_for_status()
        return answer.json()["messages"][0]["message_id"]

    def participant(self):
        session.put(
            f"{BASE_URL}/api/v2/cases/{self.case_id}/participants/grace", json={"role": "viewer"}
        ).raise_for_status()
        return "grace"


def live_session():
    """One that no request before has ended or put aside."""
    answer = session.post(f"{BASE_URL}/api/v1/sessions", json={})
    answer.raise_for_status()
    return answer.json()["session_id"]


# how many may be announced at once is limited, and how many services there may be; every subscription is told of all
announced = []
touched = []
subscribed = []


def published(kind):
    """The id of a new service, or of a new incident or maintenance, which all touch one, or of a webhook told of them."""
    as_admin = {"X-User-Roles": "admin"}

    def post(path, body=None):
        return session.post(f"{BASE_URL}/api/v1/{path}", json=body, headers=as_admin)

    def add(path, body):
        answer = post(path, body)
        answer.raise_for_status()
        return answer.json()["id"]

    if kind == "subscription_id":
        subscribed.append(add("status-subscriptions", {"channel": "webhook", "url": "https://hooks.example.com/fuzz"}))
        if len(subscribed) > 5:
            session.delete(f"{BASE_URL}/api/v1/status-subscriptions/{subscribed.pop(0)}", headers=as_admin)
        return subscribed[-1]
    if kind == "service_id":
        return add("services", {"name": f"fuzz-{os.getpid()}-{next(numbers)}"})
    if not touched:
        touched.append(published("service_id"))
    if kind == "incident_id":
        return add("incidents", {"title": "Slow", "severity": "low", "service_ids": touched})
    if kind == "maintenance_id":
        window = {"scheduled_for": "2990-01-01T00:00:00Z", "scheduled_until": "2990-01-02T00:00:00Z"}
        announced.append(add("maintenances", {"title": "Work", "service_ids": touched, **window}))
        if len(announced) > 20:
            post(f"maintenances/{announced.pop(0)}/cancel")
        return announced[-1]
    raise ValueError(kind)


def add(path, body):
    """What there is after this was added."""
    answer = session.post(f"{BASE_URL}/api/v1/{path}", json=body)
    answer.raise_for_status()
    return answer.json()


def look(path):
    """What there is at a path."""
    answer = session.get(f"{BASE_URL}/api/v1/{path}")
    answer.raise_for_status()
    return answer.json()


def publish_well(operation, case):
    """Has what is published be about a service that exists, in an order of time."""
    if operation in ("openIncident", "scheduleMaintenance"):
        for name in ("impacts", "case_ids", "started_at", "resolved_at", "resolution", "notify"):
            case.body.pop(name, None)
        case.body["service_ids"] = [published("service_id")]
    if operation == "scheduleMaintenance":
        case.body.update(scheduled_for="2990-01-01T00:00:00Z", scheduled_until="2990-01-02T00:00:00Z")
    if operation == "updateMaintenance":
        for name in ("service_ids", "scheduled_for", "scheduled_until"):
            case.body.pop(name, None)
        case.body["title"] = "Work"


# these need something of the case that the requests before may have used up
NEEDS_FRESH_CASE = {
    "addMessage",
    "changeCaseStatus",
    "deleteCase",
    "getMessage",
    "removeCaseTag",
    "removeParticipant",
    "renameTag",
}
current = None


def existing(operation_id):
    """The case in use, changed by the requests before; after twenty of them another one."""
    global current
    if operation_id in NEEDS_FRESH_CASE:
        return Existing()
    if current is None or current.uses >= 20:
        current = Existing()
    current.uses += 1
    return current


def operation_id(case):
    return case.operation.definition.raw["operationId"]


def chance(case, salt, of):
    """True for one in `of` requests, the same ones every time; never for one that is always the same."""
    if not case.path_parameters and not case.query and not isinstance(case.body, (dict, list)):
        return False
    request = json.dumps([case.path_parameters, case.query, case.body], default=repr, sort_keys=True)
    return zlib.crc32(f"{salt} {case.method} {case.operation.path} {request}".encode()) % of == 0


def is_valid(case, part):
    """Whether this part of the request was meant to keep to the document."""
    if case.meta is None:
        return True
    component = case.meta.components.get(part)
    return component is None or component.mode.is_positive


@schemathesis.hook
def before_load_schema(context, raw_schema):
    """X-Correlation-ID is left to `before_call`: what the document calls too long is taken too, and replaced."""
    reference = {"$ref": "#/components/parameters/CorrelationIdHeader"}
    for path in raw_schema["paths"].values():
        for holder in [path, *(operation for operation in path.values() if isinstance(operation, dict))]:
            if reference in holder.get("parameters", []):
                holder["parameters"].remove(reference)


@schemathesis.hook
def before_call(context, case, kwargs):
    case.headers["X-User-ID"] = USER
    if case.operation.path.startswith(FOR_OPERATORS) and not chance(case, "role", 5):
        case.headers["X-User-Roles"] = "admin"
    if case.operation.path.startswith(PUBLISHED) and not chance(case, "role", 5):
        case.headers["X-User-Roles"] = "admin"
    if case.operation.path.startswith(reports.INGESTION) and not chance(case, "role", 5):
        case.headers["X-User-Roles"] = "admin"
    if chance(case, "correlation", 5):
        case.headers["X-Correlation-ID"] = ODD_CORRELATION_IDS[next(numbers) % len(ODD_CORRELATION_IDS)]
    if is_valid(case, ParameterLocation.PATH) and not chance(case, "path", 4):
        if operation_id(case) in accounts.OF_AN_ACCOUNT:
            accounts.name_what_exists(operation_id(case), case)
        elif operation_id(case) in organizations.ABOUT_ONE:
            if is_valid(case, ParameterLocation.BODY):
                organizations.name_what_exists(operation_id(case), case)
        else:
            name_what_exists(case)
    if is_valid(case, ParameterLocation.BODY) and isinstance(case.body, dict) and not chance(case, "choice", 4):
        accounts.choose_well(operation_id(case), case.body)
        letters.choose_well(operation_id(case), case.body)
        publish_well(operation_id(case), case)
        reports.place_well(operation_id(case), case.body, case.path_parameters, add)
        cleanapp.choose_well(case, operation_id(case), add)
    if operation_id(case) == "changeCaseStatus" and is_valid(case, ParameterLocation.BODY) and chance(case, "move", 2):
        # the only move of a new case that both versions know, beside closing it
        case.body["status"] = "investigating"
    if operation_id(case) in TAKES_METADATA and isinstance(case.body, dict) and chance(case, "extreme", 3):
        case.body["metadata"] = extreme(random.Random(zlib.crc32(repr(case.body).encode())))
    if is_valid(case, ParameterLocation.HEADER):
        if "Idempotency-Key" in case.headers and not chance(case, "key", 4):
            case.headers["Idempotency-Key"] = f"fuzz-key-{next(numbers)}"
        if "If-Match" in case.headers and not chance(case, "match", 4):
            case.headers["If-Match"] = "*"
    if is_valid(case, ParameterLocation.QUERY) and case.query:
        if not chance(case, "asked", 4):
            accounts.ask_well(operation_id(case), case.query)
        if not chance(case, "cursor", 4):
            for opaque in {"cursor", "after"} & case.query.keys():
                del case.query[opaque]
        if case.query.get("sort") == "relevance":
            case.query.setdefault("q", "slow")
        if "wait" in case.query:
            # a feed without news is waited for as long as asked
            case.query["wait"] = 0


def extreme(dice):
    """Free-form JSON at, and beyond, what the documents allow."""
    shape = dice.choice(["numbers", "nested", "many", "names"])
    if shape == "nested":
        value = 1
        for _ in range(dice.choice([50, 98, 99, 200])):
            value = dice.choice([[value], {"n": value}])
        return {"nested": value}
    if shape == "many":
        return {"many": [{}] * dice.choice([1_000, 5_000, 9_000, 12_000])}
    if shape == "names":
        return {"n" * dice.choice([1_000, 1_001, 10_000]): "named"}
    return {"numbers": [extreme_number(dice) for _ in range(dice.choice([1, 20, 200]))]}


def extreme_number(dice):
    digits = str(dice.randrange(1, 10 ** dice.choice([1, 17, 40, 340, 360, 1_500])))
    fraction = dice.choice(["", f".{dice.randrange(10**9)}"])
    exponent = dice.choice([0, 9, 20, 300, 308, 400, 131_072, 2**31 - 1, 2**31, 10**20])
    return f"@@{dice.choice(['', '-'])}{digits}{fraction}e{dice.choice(['', '-'])}{exponent}@@"


@schemathesis.serializer("application/json", "application/merge-patch+json")
def with_any_number(context, value):
    if isinstance(value, bytes):
        # what is no JSON at all
        return value
    return NUMBER.sub(r"\1", json.dumps(value)).encode()


def name_what_exists(case):
    parameters = case.path_parameters or {}
    identifier = operation_id(case)
    if identifier == "deleteUserData":
        parameters["user_id"] = f"leaver-{next(numbers)}"
        return
    for kind in {"service_id", "incident_id", "maintenance_id", "subscription_id"} & parameters.keys():
        if not came_by_a_link(case):
            parameters[kind] = published(kind)
    for kind in reports.KINDS & parameters.keys():
        if not came_by_a_link(case):
            parameters[kind] = reports.added(kind, add)
    if identifier == "deleteService" and parameters.get("service_id") in touched:
        touched.clear()
    if identifier == "completeMaintenance" and not came_by_a_link(case):
        session.post(
            f"{BASE_URL}/api/v1/maintenances/{parameters['maintenance_id']}/start", headers={"X-User-Roles": "admin"}
        )
    if identifier == "listUserCases":
        parameters["user_id"] = USER
        return
    if parameters.keys() & {"email", "contact_id"}:
        letters.name_what_exists(identifier, parameters, session, BASE_URL)
    if not parameters.keys() & {"case_id", "session_id", "tag"} or came_by_a_link(case):
        return
    if "match_id" in parameters:
        parameters["case_id"], parameters["match_id"] = reports.proposed(add, look)
        return
    if case.operation.path.startswith("/api/v1/sessions/"):
        parameters["session_id"] = live_session()
        return
    there = existing(identifier)
    if "case_id" in parameters:
        parameters["case_id"] = there.case_id
    if "session_id" in parameters:
        parameters["session_id"] = "fuzz-session"
    if "message_id" in parameters:
        parameters["message_id"] = there.message_id()
    if "tag" in parameters:
        parameters["tag"] = there.tag
    if identifier == "removeParticipant":
        parameters["user_id"] = there.participant()
    letters.name_what_exists(identifier, parameters, session, BASE_URL)


def came_by_a_link(case):
    """Whether an answer before gave the id: then it exists, and what was done to it since is what is being tested."""
    return case.meta is not None and case.meta.phase.name.value == "stateful"


@schemathesis.hook
def after_call(context, case, response):
    if case.method.upper() == case.operation.method.upper():
        with lock:
            tally[f"{operation_id(case)} {response.status_code}"] += 1


def problem(response):
    try:
        body = response.json()
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def named(response):
    """What a refusal names: parameters and properties with the codes of their violations, in v1 with their types."""
    body = problem(response)
    if isinstance(body.get("detail"), list):
        return {(mistake["loc"][-1], mistake["type"]) for mistake in body["detail"]}
    errors = body.get("errors") or []
    return {(error.get("parameter", error.get("pointer")), error["code"]) for error in errors}


# Why an answer is right that the schemas alone would call wrong; nearly always the documents say so in words. For each
# kind of failure: reason -> whether it explains this one.
IN_WORDS = {
    "RejectedPositiveData": {
        "credentials are right or wrong, whatever their form": lambda case, response: (
            problem(response).get("code") in ("INVALID_CREDENTIALS", "INVALID_REFRESH_TOKEN")
        ),
        "a grant is of a kind that is known, and shows what it takes": lambda case, response: (
            problem(response).get("error") in ("unsupported_grant_type", "invalid_grant")
            or problem(response).get("error_description")
            in [f"{member} is required." for member in ("code", "code_verifier", "redirect_uri", "refresh_token")]
        ),
        "a client is listed with what it may ask for, and a person may say no": lambda case, response: (
            problem(response).get("error") in ("unauthorized_client", "unsupported_response_type", "access_denied")
            or "redirect_uri is none of those" in response.text
            or "code_challenge_method is S256." in response.text
        ),
        "a field of a form is sent once": lambda case, response: (
            "must be given once only" in str(problem(response).get("error_description"))
        ),
        "a name, an address and a password are chosen by rules": lambda case, response: (
            bool(named(response)) and named(response) <= accounts.BADLY_CHOSEN
        ),
        "a member is named in one way, and a name can be compared": lambda case, response: (
            bool(named(response)) and named(response) <= organizations.BADLY_NAMED
        ),
        "an organization is named like any other id": lambda case, response: (
            ("/organization_id", "invalid_format") in named(response)
        ),
        "a cursor is opaque and comes from the page before, never beside an offset": lambda case, response: any(
            parameter in ("cursor", "after", "offset") for parameter, _ in named(response)
        ),
        "If-Match and If-None-Match are lists of quoted tags": lambda case, response: any(
            parameter in ("If-Match", "If-None-Match") for parameter, _ in named(response)
        ),
        "text has no U+0000 and no lone surrogates, a query no control characters": lambda case, response: any(
            code == "invalid_characters" for _, code in named(response)
        )
        or "must not contain" in response.text,
        "white space is also what only Python or ECMAScript call so": lambda case, response: any(
            code == "blank" for _, code in named(response)
        )
        and OTHER_SPACE.search(json.dumps([case.body, case.query])),
        "dead letters are named by their ids or by what they have in common": lambda case, response: (
            operation_id(case) == "replayDeadLetters"
            and named(response) & {("/dead_letter_ids", "not_allowed"), ("", "too_few")}
        ),
        "a session is opened for oneself": lambda case, response: ("user_id", "not_allowed") in named(response),
        "usage_type is another name of session_type": lambda case, response: (
            ("usage_type", "not_allowed") in named(response)
        ),
        "the owner of a case is no participant": lambda case, response: (
            operation_id(case) == "setParticipant" and "The owner has the case already" in response.text
        ),
        "a user is named by visible ASCII, as in X-User-ID": lambda case, response: ("user_id", "invalid_format")
        in named(response),
        "the publisher is set back to a position of the feed it has passed": lambda case, response: (
            operation_id(case) == "rewindPublisher" and 0 < len(named(response)) and named(response) <= NO_POSITION
        ),
        "an Idempotency-Key belongs to one body": lambda case, response: problem(response).get("code")
        == "IDEMPOTENCY_KEY_REUSED"
        or ("Idempotency-Key", "value_error") in named(response),
        "a new title of v1 is not blank": lambda case, response: ("title", "value_error") in named(response),
        "metadata has a size in bytes": lambda case, response: any(
            (place or "").startswith(("/metadata", "/settings")) and code in ("too_large", "too_long")
            for place, code in named(response)
        )
        or "metadata must be at most" in response.text,
        "a number is one that a double can hold, written out with at most 350 digits": lambda case, response: (
            "must be a number a double can hold" in response.text
        ),
        "a name has at most 1,000 characters": lambda case, response: "is a name of more than" in response.text,
        "a body has at most 100 levels and 20,000 tokens": lambda case, response: (
            "nested too deeply or has too many parts" in response.text
        ),
        "no clock is more than 18 hours from UTC": lambda case, response: (
            {place for place, code in named(response) if code == "invalid_format"}
            & {name for name, value in (case.query or {}).items() if FAR_FROM_UTC.search(str(value))}
            or ("/created_at", "invalid_format") in named(response)
        ),
        "what is published has its order in time, and impacts on services it names": lambda case, response: (
            case.operation.path.startswith(PUBLISHED)
            and any(code in ("out_of_range", "not_allowed", "required", "invalid_format") for _, code in named(response))
        ),
        "a report is of a time and a place on earth, and a scope is one": lambda case, response: (
            reports.is_in_words(case.operation.path, named(response))
        ),
        "CleanApp words its own rules": lambda case, response: (
            cleanapp.is_in_words(case.operation.path, response.status_code)
        ),
        "a webhook is at an https address that everybody may send to": lambda case, response: (
            ("/url", "invalid_format") in named(response) or ("/url", "not_allowed") in named(response)
        ),
        "a subscription has the address of its channel and no other": lambda case, response: (
            case.operation.path == "/api/v1/status-subscriptions"
            and bool({("/url", "not_allowed"), ("/url", "required"), ("/email", "not_allowed"), ("/email", "required"),
                      ("/email", "invalid_format")} & named(response))
        ),
        "a time zone is one that there is": lambda case, response: ("/time_zone", "unknown_value") in named(response),
        "an event names its mail in one way": lambda case, response: (
            operation_id(case) == "recordMailEvents"
            and bool(named(response))
            and all(re.fullmatch(r"/events/[0-9]+", place or "") for place, _ in named(response))
        ),
        "a user sends only so many letters": lambda case, response: (
            operation_id(case) == "sendEscalation" and problem(response).get("code") == "RATE_LIMITED"
        ),
        "a target can be reached, at an address that mail can be sent to and no other target has": lambda case, response: (
            operation_id(case) in ("addTarget", "updateTarget", "addContact", "updateContact", "suggestTargets")
            and bool(named(response))
            and named(response) <= NOT_REACHED
        ),
        "what is said of reports is of some that there are": lambda case, response: (
            operation_id(case) in ("suggestTargets", "recordSignal")
            and bool(named(response))
            and all(code == "unknown_report" for _, code in named(response))
        ),
        "a letter goes to targets of its case and to addresses, if it goes to anybody": lambda case, response: (
            operation_id(case) in ("draftEscalation", "sendEscalation")
            and (
                problem(response).get("code") == "NO_RECIPIENTS"
                or bool(named(response))
                and all(
                    (place or "").startswith(("/target_ids/", "/cc_emails/")) or (place, code) in LETTERS
                    for place, code in named(response)
                )
            )
        ),
        "a period of days does not end before it begins": lambda case, response: ("from", "out_of_range")
        in named(response),
    },
    "AcceptedNegativeData": {
        "CleanApp has a number for those that are out of bounds": lambda case, response: (
            cleanapp.is_cut(case.operation.path, case.body)
        ),
        "whatever stands in a form is a text": lambda case, response: (
            case.media_type == "application/x-www-form-urlencoded"
        ),
        "an If-None-Match that is no tag of ours does not match": lambda case, response: "If-None-Match" in case.headers
        and response.status_code == 200,
        "an Idempotency-Key repeats the answer to the first request": lambda case, response: "idempotency-replayed"
        in response.headers,
    },
    "EnsureResourceAvailability": {
        "an organization is nothing to those who do not belong to it": lambda case, response: (
            operation_id(case) in organizations.ABOUT_ONE
        ),
    },
    "AllowHeaderMismatch": {
        "what is no id looks like a wrong one where another method is meant": lambda case, response: (
            case.operation.path
            in ("/api/v2/cases/facets", "/api/v2/admin/dead-letters/replay", *reports.INGESTION, "/api/v1/clusters/analyze")
            or case.operation.path.startswith(cleanapp.PATHS)
        ),
    },
}


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """Drops what is no failure by the words of the document, and counts it by its reason."""
    for reason, explains in IN_WORDS.get(type(failure).__name__, {}).items():
        if explains(case, response):
            with lock:
                excused[reason] += 1
            return False
    return True


@atexit.register
def report():
    with open(os.environ["FUZZ_TALLY"], "w") as file:
        json.dump({"answers": tally, "excused": excused}, file, indent=2, sort_keys=True)

"""What an application does with the SDK, against the service at BASE_URL."""

import os
from datetime import timedelta
from uuid import uuid4

from faultmaven_sessions import (
    ApiClient,
    Configuration,
    CreateSessionRequest,
    SessionsApi,
    SessionStatus,
    UpdateSessionRequest,
)
from faultmaven_sessions.exceptions import ApiException
from faultmaven_sessions.problems import problem_of


def problem(status, request):
    try:
        request()
    except ApiException as refused:
        assert refused.status == status, refused
        return problem_of(refused)
    raise AssertionError(f"not refused with {status}")


def opens_and_resumes(sessions):
    request = CreateSessionRequest(client_id="smoke", metadata={"source": "smoke"})
    opened = sessions.create_session(create_session_request=request)
    assert not opened.session_resumed and opened.metadata == {"source": "smoke"}, opened
    assert opened.expires_at - opened.last_activity_at == timedelta(minutes=opened.timeout_minutes), opened
    resumed = sessions.create_session(create_session_request=request)
    assert resumed.session_resumed and resumed.session_id == opened.session_id, resumed
    return opened.session_id


def keeps_it_alive(sessions, session_id):
    assert sessions.heartbeat_session(session_id).status is SessionStatus.ACTIVE
    listed = sessions.list_sessions(client_id="smoke")
    assert listed.total == 1 and listed.sessions[0].session_id == session_id, listed
    assert sessions.list_cases_of_session(session_id).cases == []


def names_it(sessions, session_id):
    seen = sessions.get_session_with_http_info(session_id).headers["ETag"]
    named = sessions.update_session(session_id, UpdateSessionRequest(title="Checkout"), if_match=seen)
    assert named.title == "Checkout", named
    late = UpdateSessionRequest(title="Late")
    stale = problem(412, lambda: sessions.update_session(session_id, late, if_match=seen))
    assert stale.code == "VERSION_CONFLICT", stale
    assert sessions.update_session(session_id, UpdateSessionRequest(title=None)).title is None


def is_told_what_is_invalid(sessions):
    # only the service measures metadata
    large = CreateSessionRequest(metadata={"log": "x" * 20_000})
    refused = problem(422, lambda: sessions.create_session(create_session_request=large))
    assert [violation.pointer for violation in refused.errors] == ["/metadata"], refused


def ends_it(sessions, session_id):
    sessions.delete_session(session_id)
    assert problem(404, lambda: sessions.get_session(session_id)).code == "SESSION_NOT_FOUND"


def main():
    configuration = Configuration(host=os.environ["BASE_URL"], api_key={"gatewayIdentity": f"python-{uuid4()}"})
    with ApiClient(configuration) as client:
        sessions = SessionsApi(client)
        session_id = opens_and_resumes(sessions)
        keeps_it_alive(sessions, session_id)
        names_it(sessions, session_id)
        is_told_what_is_invalid(sessions)
        ends_it(sessions, session_id)
    print("python: all is well")


main()

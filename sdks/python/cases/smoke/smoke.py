"""What an application does with the SDK, against the service at BASE_URL."""

import os
from datetime import datetime, timedelta, timezone
from uuid import uuid4

import pydantic
from faultmaven_cases import (
    AddMessageRequest,
    AddTagsRequest,
    ApiClient,
    CaseResponse,
    CasesApi,
    CaseScope,
    CaseSort,
    CaseStatus,
    Category,
    ChangeCaseStatusRequest,
    Configuration,
    CreateCaseRequest,
    FieldError,
    FieldErrorCode,
    MessageRole,
    MessagesApi,
    Severity,
    TagsApi,
    UpdateCaseRequest,
)
from faultmaven_cases.exceptions import ApiException, ConflictException, UnprocessableEntityException
from faultmaven_cases.problems import problem_of


def problem(status, kind, request):
    try:
        request()
    except kind as refused:
        assert refused.status == status, refused
        return problem_of(refused)
    raise AssertionError(f"not refused with {status}")


def opens_a_case(cases):
    trouble = CreateCaseRequest(title="Checkout is slow", severity=Severity.HIGH, metadata={"region": "eu"})
    key = str(uuid4())
    opened = cases.create_case(trouble, idempotency_key=key)
    assert opened.status is CaseStatus.CONSULTING, opened
    assert opened.metadata == {"region": "eu"}, opened
    assert cases.create_case(trouble, idempotency_key=key).case_id == opened.case_id
    return opened.case_id


def converses(messages, case_id):
    messages.add_message(
        case_id, AddMessageRequest(content="Since noon, only in Frankfurt.", role=MessageRole.USER)
    )
    messages.add_message(case_id, AddMessageRequest(content="The certificate expired.", role=MessageRole.ASSISTANT))
    said = [(one.turn_number, one.role.value, one.content) for one in messages.list_messages(case_id).messages]
    assert said == [
        (1, "user", "Since noon, only in Frankfurt."),
        (2, "assistant", "The certificate expired."),
    ], said


def tags_and_finds(cases, tags, case_id):
    tags.add_case_tags(case_id, AddTagsRequest(tags=["prod", "Café & Söhne"]))
    found = cases.list_cases(q="checkout", tag=["café & söhne"])
    assert found.total == 1 and found.cases[0].case_id == case_id, found
    assert found.cases[0].tags == ["prod", "Café & Söhne"], found


def filters_by_everything(cases, tags, case_id):
    in_another_zone = datetime.now(timezone(timedelta(hours=2)))
    without_zone = datetime.now().replace(second=0, microsecond=0)
    filters = {
        "status": [CaseStatus.CONSULTING, CaseStatus.CLOSED],
        "severity": [Severity.HIGH],
        "category": [Category.OTHER, Category.ERROR],
        "tag": ["prod", "café & söhne"],
        "q": "slow checkout",
        "updated_after": without_zone - timedelta(hours=1),
        "updated_before": without_zone + timedelta(hours=1),
        "created_before": datetime.now(timezone.utc) + timedelta(hours=1),
        "scope": CaseScope.OWNED,
        "include_archived": True,
        "sort": CaseSort.RELEVANCE,
        "limit": 5,
        "offset": 0,
    }
    found = cases.list_cases(created_after=in_another_zone - timedelta(hours=1), **filters)
    assert [one.case_id for one in found.cases] == [case_id], found
    assert found.limit == 5 and found.offset == 0 and found.total == 1, found
    assert cases.list_cases(created_after=in_another_zone + timedelta(hours=1), **filters).total == 0
    tags.remove_case_tag(case_id, "Café & Söhne")
    assert tags.get_case_tags(case_id).tags == ["prod"]


def is_told_of_conflicts(cases, case_id):
    seen = cases.get_case_with_http_info(case_id).headers["ETag"]
    changed = cases.update_case(case_id, UpdateCaseRequest(title="Login fails", metadata=None), if_match=seen)
    assert changed.title == "Login fails" and changed.metadata == {}, changed
    stale = problem(
        412,
        ApiException,
        lambda: cases.update_case(case_id, UpdateCaseRequest(title="Too late"), if_match=seen),
    )
    assert stale.code == "VERSION_CONFLICT", stale
    illegal = problem(
        409,
        ConflictException,
        lambda: cases.change_case_status(case_id, ChangeCaseStatusRequest(status=CaseStatus.RESOLVED)),
    )
    assert illegal.code == "ILLEGAL_STATUS_CHANGE" and "investigating" in illegal.allowed, illegal


def is_told_what_is_invalid(cases):
    try:
        CreateCaseRequest(title="x" * 201)
        raise AssertionError("an overlong title was taken")
    except pydantic.ValidationError as invalid:
        assert invalid.errors()[0]["loc"] == ("title",), invalid
    # only the service measures metadata
    too_large = CreateCaseRequest(metadata={"log": "x" * 20_000})
    refused = problem(422, UnprocessableEntityException, lambda: cases.create_case(too_large))
    assert refused.code == "VALIDATION_FAILED", refused
    assert len(refused.errors) == 1 and refused.errors[0].pointer == "/metadata", refused
    assert refused.errors[0].code is FieldErrorCode.TOO_LONG, refused


def reads_every_page(cases):
    for number in range(25):
        cases.create_case(CreateCaseRequest(title=f"Page {number}", session_id="pages"))
    seen, pages, cursor = set(), 0, None
    while pages == 0 or cursor:
        page = cases.list_cases(session_id="pages", limit=10, cursor=cursor)
        seen.update(case.case_id for case in page.cases)
        cursor = page.next_cursor
        pages += 1
    assert (len(seen), pages) == (25, 3), (seen, pages)


def reads_values_added_later(cases, case_id):
    today = cases.get_case(case_id).to_dict()
    later = CaseResponse.from_dict({**today, "status": "waiting", "added_later": 1})
    assert later.status.name == "UNKNOWN" and later.status.value == "waiting", later
    violation = FieldError.from_dict({"pointer": "/title", "code": "too_loud", "detail": "must not shout"})
    assert violation.code.value == "too_loud", violation


def main():
    configuration = Configuration(host=os.environ["BASE_URL"], api_key={"gatewayIdentity": f"python-{uuid4()}"})
    with ApiClient(configuration) as client:
        cases = CasesApi(client)
        case_id = opens_a_case(cases)
        converses(MessagesApi(client), case_id)
        tags_and_finds(cases, TagsApi(client), case_id)
        filters_by_everything(cases, TagsApi(client), case_id)
        is_told_of_conflicts(cases, case_id)
        is_told_what_is_invalid(cases)
        reads_every_page(cases)
        reads_values_added_later(cases, case_id)
    print("python: all is well")


main()

"""What an application does with the SDK, against the service at BASE_URL."""

import os
from uuid import uuid4

from faultmaven_reports import (
    AnalyzeScopeRequest,
    ApiClient,
    ClustersApi,
    Configuration,
    DossiersApi,
    GeoPoint,
    LinkReportsRequest,
    MergeCasesRequest,
    NewAnalysis,
    OpenCaseRequest,
    ReportsApi,
    ReportStatus,
    ReportVisibility,
    SubmitReportRequest,
    UnmergeCaseRequest,
    UpdateReportRequest,
)
from faultmaven_reports.exceptions import ApiException
from faultmaven_reports.problems import problem_of

HOST = os.environ["BASE_URL"]
NAME = f"python-{uuid4()}"


def problem(status, request):
    try:
        request()
    except ApiException as refused:
        assert refused.status == status, refused
        return problem_of(refused)
    raise AssertionError(f"not refused with {status}")


def somebody(name=NAME):
    return ApiClient(Configuration(host=HOST, api_key={"gatewayIdentity": name}))


def report(title, longitude, severity, **more):
    return SubmitReportRequest(
        location=GeoPoint(type="Point", coordinates=[longitude, 47.3766]),
        analyses=[NewAnalysis(title=title, severity=severity)],
        **more,
    )


def reports_three_times(reports):
    first = report("Tiles fall from the roof of the market hall", 8.5412, 0.9, external_id=NAME)
    one = reports.submit_report(submit_report_request=first)
    again = reports.submit_report(submit_report_request=first)
    assert (again.report_id, again.seq) == (one.report_id, one.seq), again
    assert (one.title, one.status) == ("Tiles fall from the roof of the market hall", ReportStatus.ACTIVE), one
    second = report("Tiles fell beside the entrance of the market hall", 8.5413, 0.8)
    two = reports.submit_report(submit_report_request=second)
    far = reports.submit_report(submit_report_request=report("A bench is painted yellow", 8.5912, 0.2))
    return one, two, far


def finds_what_belongs_together(clusters, one, two, far):
    scope = AnalyzeScopeRequest(report_ids=[far.report_id, two.report_id, one.report_id])
    analysis = clusters.analyze_scope(analyze_scope_request=scope)
    assert analysis.stats.report_count == 3, analysis.stats
    together = analysis.hypotheses[0]
    assert together.report_seqs == [one.seq, two.seq], together
    assert "shared incident language" in together.rationale, together


def opens_a_case(dossiers, one, two):
    request = OpenCaseRequest(title="The market hall", report_ids=[one.report_id])
    opened = dossiers.open_case_from_reports(open_case_request=request)
    linked = dossiers.link_reports(
        opened.case_id, link_reports_request=LinkReportsRequest(report_ids=[two.report_id], reason="seen")
    )
    assert (linked.linked, linked.total) == (1, 2), linked
    page = dossiers.list_linked_reports(opened.case_id, limit=1)
    rest = dossiers.list_linked_reports(opened.case_id, limit=1, cursor=page.next_cursor)
    assert [page.reports[0].seq, rest.reports[0].seq] == [one.seq, two.seq], rest
    return opened.case_id


def shows_two_cases_as_one_and_as_two_again(dossiers, case_id):
    other = dossiers.open_case_from_reports(open_case_request=OpenCaseRequest(title="The same roof"))
    merge = MergeCasesRequest(source_case_ids=[other.case_id], reason="one roof")
    assert dossiers.merge_cases(case_id, merge_cases_request=merge).merged_from == [other.case_id]
    unmerge = UnmergeCaseRequest(source_case_id=other.case_id)
    assert dossiers.unmerge_case(case_id, unmerge_case_request=unmerge).merged_from == []
    refused = problem(409, lambda: dossiers.unmerge_case(case_id, unmerge_case_request=unmerge))
    assert refused.code == "NOT_MERGED", refused


def changes_a_report_and_keeps_it_to_itself(reports, far):
    request = UpdateReportRequest(status=ReportStatus.RESOLVED, visibility=ReportVisibility.PRIVATE)
    changed = reports.update_report(far.report_id, update_report_request=request)
    assert (changed.status, changed.visibility) == (ReportStatus.RESOLVED, ReportVisibility.PRIVATE), changed
    with somebody(f"{NAME}-2") as client:
        refused = problem(404, lambda: ReportsApi(client).get_report(far.report_id))
        assert refused.code == "REPORT_NOT_FOUND", refused


def main():
    with somebody() as client:
        reports, dossiers = ReportsApi(client), DossiersApi(client)
        one, two, far = reports_three_times(reports)
        finds_what_belongs_together(ClustersApi(client), one, two, far)
        case_id = opens_a_case(dossiers, one, two)
        shows_two_cases_as_one_and_as_two_again(dossiers, case_id)
        changes_a_report_and_keeps_it_to_itself(reports, far)
    print("python: all is well")


main()

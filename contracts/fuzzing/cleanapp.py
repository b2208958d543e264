"""What clients of CleanApp send, about reports and cases that there are. Its documents say in words what they take."""

import requests

PATHS = ("/api/v3/", "/api/v4/")
SQUARE = {"type": "Polygon", "coordinates": [[[8, 47], [9, 47], [9, 48], [8, 48], [8, 47]]]}
POINT = {"type": "Point", "coordinates": [8.3, 47.05]}
# what a client writes or leaves out, but no word that is none
WORDS = ("classification", "type", "status", "cluster_source_type", "link_reason", "subject", "body")


def choose_well(case, operation, add):
    """Has a request name what there is; `add` stores something by its path below /api/v1 and gives the answer."""
    if not case.operation.path.startswith(PATHS):
        return
    body = case.body
    for name in WORDS:
        body.pop(name, None)
    if body.get("geometry") or operation == "analyzeCluster":
        body["geometry"] = SQUARE
    if "title" in body:
        body["title"] = "Loose tiles"
    if operation == "analyzeAroundReport":
        body["seq"] = report(add)
    for name in ("report_seqs", "anchor_report_seq"):
        if body.get(name) or operation == "addReportsToCase":
            body["report_seqs"] = [report(add)]
            body.pop("anchor_report_seq", None)
    if operation == "addReportsToCase":
        body["confidence"] = 1
    if operation == "changeCaseStatus":
        body["status"] = "fixed"
    if operation in ("createCase", "openCaseFromCluster"):
        body.pop("existing_case_id", None)
        body["escalation_targets"] = []
    if operation == "mergeCases":
        body["target_case_id"], body["source_case_ids"] = opened(add), [opened(add)]
    if operation in ("draftEscalation", "sendEscalation"):
        body["target_ids"] = []
        body["cc_emails"] = []
        reach(case.path_parameters["case_id"], add)


def report(add):
    return add("reports", {"location": POINT, "analyses": [{"title": "Loose tiles"}]})["seq"]


def opened(add):
    return add("reports/cases", {"title": "Loose tiles"})["case_id"]


def reach(case_id, add):
    """Sees to it that somebody can be written to, unless the case is one that there is not."""
    try:
        add(f"cases/{case_id}/escalation-targets", {"email": "duty@works.dev"})
    except requests.HTTPError as refused:
        if refused.response.status_code != 404:
            raise


def is_cut(path, body):
    """Whether a number is out of bounds that the documents say is then another one."""
    return (
        path.startswith(PATHS)
        and isinstance(body, dict)
        and any(isinstance(body.get(name), int) and abs(body[name]) >= 2**31 for name in ("n", "anchor_report_seq"))
    )


def is_in_words(path, status):
    """Whether a request was refused that the schemas alone would let pass: what they cannot say, the documents do."""
    return path.startswith(PATHS) and status in (400, 404, 409, 429)

"""Reports and what is kept of them, places on earth, and what the documents say of them in words only."""

import random
import time

# for services and admins
INGESTION = ("/api/v1/reports/bulk", "/api/v1/reports/import")
PATHS = (
    "/api/v1/reports",
    "/api/v1/clusters",
    "/api/v1/cases/{case_id}/dossier",
    "/api/v1/cases/{case_id}/linked-reports",
    "/api/v1/cases/{case_id}/merge",
)
KINDS = {"report_id", "cluster_id"}
# beside what any request is refused for
RULES = {"out_of_range", "not_allowed", "unknown_report", "no_location"}
# no clock is more than 18 hours from UTC
PLACES = {"/geometry", "/reported_at", "/reported_after", "/reported_before", "/anchor_report_id", "/cluster_id"}
SQUARE = {"type": "Polygon", "coordinates": [[[8, 47], [9, 47], [9, 48], [8, 48], [8, 47]]]}
POINT = {"type": "Point", "coordinates": [8.3, 47.05]}


def added(kind, post):
    """The id of a new report, or of a new cluster."""
    if kind == "report_id":
        return post("reports", {"location": POINT, "analyses": [{"title": "Loose tiles"}]})["report_id"]
    return post("clusters", {"near": {"point": POINT}})["cluster_id"]


def opened(post, *report_ids):
    """The id of a new case, with reports."""
    return post("reports/cases", {"title": "Roof", "report_ids": list(report_ids)})["case_id"]


def proposed(post, read):
    """A new case, and a match that is proposed for it."""
    place = {"type": "Point", "coordinates": [random.uniform(-170, 170), random.uniform(-80, 80)]}
    seen = {"location": place, "analyses": [{"title": "Loose tiles", "severity": 0.5}]}
    case_id = opened(post, post("reports", seen)["report_id"])
    post("reports", seen)
    for _ in range(200):
        matches = read(f"cases/{case_id}/matches")["matches"]
        if matches:
            return case_id, matches[0]["match_id"]
        time.sleep(0.05)
    raise TimeoutError(f"nothing was proposed for {case_id}")


def place_well(operation, body, parameters, post):
    """Has what is reported be somewhere on earth at some time, looks into exactly one scope, and links what there is."""
    if operation in ("analyzeScope", "saveCluster"):
        choose_one(body, post)
    if operation == "submitReport":
        body.pop("reported_at", None)
        if body.get("location"):
            body["location"] = POINT
        for number, analysis in enumerate(body.get("analyses") or []):
            analysis["language"] = f"l{number}"


    if operation in ("openCaseFromReports", "linkReports", "updateDossier"):
        link_well(operation, body, post)
    if operation == "mergeCases":
        body["source_case_ids"] = [opened(post)]
    if operation == "unmergeCase":
        parameters["case_id"], body["source_case_id"] = opened(post), opened(post)
        post(f"cases/{parameters['case_id']}/merge", {"source_case_ids": [body["source_case_id"]]})


def link_well(operation, body, post):
    if body.get("geometry"):
        body["geometry"] = SQUARE
    if body.get("report_ids"):
        body["report_ids"] = [added("report_id", post)]
    if body.get("cluster_id"):
        body["cluster_id"] = added("cluster_id", post)
    if body.get("anchor_report_id"):
        body["anchor_report_id"] = None if operation == "updateDossier" else added("report_id", post)


def choose_one(body, post):
    scopes = [name for name in ("near", "geometry", "report_ids") if body.get(name)]
    for name in ("near", "geometry", "report_ids"):
        if name != (scopes or ["near"])[0]:
            body.pop(name, None)
    if "geometry" in body:
        body["geometry"] = SQUARE
    elif "report_ids" in body:
        body["report_ids"] = [added("report_id", post)]
    else:
        body["near"] = {"point": POINT}


def is_in_words(path, named):
    """Whether what a refusal names is wrong by words: on no earth, at no time, or none or several of some members."""
    return (
        path.startswith(PATHS)
        and bool(named)
        and all(code in RULES or place in PLACES for place, code in named)
    )

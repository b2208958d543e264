"""Reports and clusters that there are, places on earth, and what the documents say of them in words only."""

# for services and admins
INGESTION = ("/api/v1/reports/bulk", "/api/v1/reports/import")
PATHS = ("/api/v1/reports", "/api/v1/clusters")
KINDS = {"report_id", "cluster_id"}
# beside what any request is refused for
RULES = {"out_of_range", "not_allowed", "unknown_report", "no_location"}
# no clock is more than 18 hours from UTC
PLACES = {"/geometry", "/reported_at", "/reported_after", "/reported_before"}
SQUARE = {"type": "Polygon", "coordinates": [[[8, 47], [9, 47], [9, 48], [8, 48], [8, 47]]]}
POINT = {"type": "Point", "coordinates": [8.3, 47.05]}


def added(kind, post):
    """The id of a new report, or of a new cluster."""
    if kind == "report_id":
        return post("reports", {"location": POINT, "analyses": [{"title": "Loose tiles"}]})["report_id"]
    return post("clusters", {"near": {"point": POINT}})["cluster_id"]


def place_well(operation, body, post):
    """Has what is reported be somewhere on earth at some time, and looks into exactly one scope."""
    if operation in ("analyzeScope", "saveCluster"):
        choose_one(body, post)
    if operation == "submitReport":
        body.pop("reported_at", None)
        if body.get("location"):
            body["location"] = POINT
        for number, analysis in enumerate(body.get("analyses") or []):
            analysis["language"] = f"l{number}"


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

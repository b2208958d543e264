"""Organizations for operations that need one: each with an owner of its own, a colleague, a team, and somebody who is no
member yet."""

import accounts
import requests

ABOUT_ONE = {
    "createOrganization",
    "listOrganizations",
    "getOrganization",
    "updateOrganization",
    "deleteOrganization",
    "getOrganizationBySlug",
    "listMembers",
    "addMember",
    "changeMemberRole",
    "removeMember",
    "checkPermission",
    "listOrganizationAudit",
    "createTeam",
    "listTeams",
    "getTeam",
    "updateTeam",
    "deleteTeam",
    "listTeamMembers",
    "addTeamMember",
    "removeTeamMember",
}
OF_A_TEAM = {"getTeam", "updateTeam", "deleteTeam", "listTeamMembers", "addTeamMember", "removeTeamMember"}
# what is wrong with who is added although each name is of the right form, and with a name that is compared
BADLY_NAMED = {
    ("/user_id", "required"),
    ("/user_id", "invalid_format"),
    ("/username", "not_allowed"),
    ("/name", "too_long"),
}


class Organization:
    def __init__(self, operation):
        self.owner = accounts.Account()
        self.slug = accounts.fresh_name()[-50:]
        self.organization_id = self.post("organizations", {"name": "Fuzz", "slug": self.slug})["organization_id"]
        self.colleague = accounts.Account().user_id
        if operation != "addMember":
            self.post(f"organizations/{self.organization_id}/members", {"user_id": self.colleague})
        if operation in OF_A_TEAM or operation == "listTeams":
            team = {"organization_id": self.organization_id, "name": "On call"}
            self.team_id = self.post("teams", team)["team_id"]
        if operation == "removeTeamMember":
            self.post(f"teams/{self.team_id}/members", {"user_id": self.colleague})

    def post(self, path, body):
        answer = requests.post(
            f"{accounts.BASE_URL}/api/v1/{path}", json=body, headers={"X-User-ID": self.owner.user_id}
        )
        answer.raise_for_status()
        return answer.json()


def name_what_exists(operation, case):
    """Has the request be about an organization of its own, and be made by its owner."""
    there = Organization(operation)
    case.headers["X-User-ID"] = there.owner.user_id
    parameters = case.path_parameters or {}
    for name, value in (
        ("organization_id", there.organization_id),
        ("slug", there.slug),
        ("user_id", there.colleague),
        ("team_id", getattr(there, "team_id", None)),
    ):
        if name in parameters:
            parameters[name] = value
    if operation == "listTeams" and case.query and "organization_id" in case.query:
        case.query["organization_id"] = there.organization_id
    if isinstance(case.body, dict):
        choose_well(operation, case.body, there)


def choose_well(operation, body, there):
    """What an owner may ask for."""
    if operation == "createOrganization":
        body["slug"] = accounts.fresh_name()[-50:]
        body.pop("plan_tier", None)
    if operation == "updateOrganization":
        body.pop("plan_tier", None)
        body.pop("max_members", None)
    if operation == "createTeam":
        body["organization_id"] = there.organization_id
    if operation in ("addMember", "addTeamMember"):
        body["user_id"] = there.colleague
        body.pop("username", None)

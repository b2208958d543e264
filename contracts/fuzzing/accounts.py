"""Accounts for operations that need one: who they are made for calls in their name."""

import os
from itertools import count

import requests

BASE_URL = os.environ["BASE_URL"]
PASSWORD = "the analytical engine weaves"
numbers = count(1)

# what is done to an account, or in its name
OF_AN_ACCOUNT = {
    "updateProfile",
    "putProfile",
    "changePassword",
    "requestEmailVerification",
    "endSignIn",
    "getUser",
    "deleteUser",
    "listUserAudit",
    "deactivateUser",
    "activateUser",
    "grantRole",
    "removeRole",
    "endUserSignIns",
    "importUser",
    "getAuthorizationRequest",
    "confirmAuthorization",
}
# what a client that is listed asks for
ASKED = {
    "client_id": "fuzz",
    "redirect_uri": "https://fuzz.example.com/",
    "code_challenge": "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    "code_challenge_method": "S256",
}
# what these are sent names an account or makes one
SIGNS_IN = {"login", "devLogin", "refreshTokens", "exchangeToken", "revokeToken"}
MAKES_ONE = {"register", "devRegister", "createServiceAccount"}
# what is wrong with a name, an address or a password although it is of the right form
BADLY_CHOSEN = {
    ("/username", "required"),
    ("/username", "invalid_format"),
    ("/email", "required"),
    ("/email", "invalid_format"),
    ("/password", "required"),
    ("/password", "too_short"),
    ("/password", "too_long"),
    ("/password", "not_allowed"),
    ("/new_password", "too_short"),
    ("/new_password", "too_long"),
    ("/new_password", "not_allowed"),
    ("/current_password", "not_allowed"),
    ("/token", "not_allowed"),
}


class Account:
    """One that nobody else knows, signed in; without a password unless it needs one, for a hash takes its time."""

    def __init__(self, with_password=False):
        self.name = fresh_name()
        wanted = {"username": self.name, "email": f"{self.name}@example.com"}
        if with_password:
            wanted["password"] = PASSWORD
        answer = requests.post(f"{BASE_URL}/api/v1/auth/register", json=wanted)
        answer.raise_for_status()
        self.user_id = answer.json()["user"]["user_id"]
        self.refresh_token = answer.json()["refresh_token"]

    def sign_in(self):
        answer = requests.get(f"{BASE_URL}/api/v1/auth/sign-ins", headers={"X-User-ID": self.user_id})
        answer.raise_for_status()
        return answer.json()["sign_ins"][0]["sign_in_id"]


def fresh_name():
    return f"fuzz-{os.getpid()}-{next(numbers)}"


def name_what_exists(operation, case):
    """Has the request name an account of its own, and be made by it."""
    if operation == "importUser":
        case.path_parameters["user_id"] = fresh_name()
        return
    account = Account(with_password=operation == "changePassword")
    case.headers["X-User-ID"] = account.user_id
    parameters = case.path_parameters or {}
    if "user_id" in parameters:
        parameters["user_id"] = account.user_id
    if "sign_in_id" in parameters:
        parameters["sign_in_id"] = account.sign_in()


def ask_well(operation, query):
    """Asks as a client that is listed."""
    if operation == "getAuthorizationRequest":
        query.update(ASKED, response_type="code")


def choose_well(operation, body):
    """Names, addresses and passwords as people choose them."""
    if operation == "confirmAuthorization":
        body.update(ASKED, approved=True)
    if operation in SIGNS_IN:
        account = Account()
        if operation == "revokeToken":
            body["token"] = account.refresh_token
        elif operation == "exchangeToken":
            body.update(grant_type="refresh_token", refresh_token=account.refresh_token)
        elif operation == "refreshTokens":
            body["refresh_token"] = account.refresh_token
            body.pop("organization_id", None)
        else:
            body["username"] = account.name
            body.pop("password", None)
    if operation in MAKES_ONE or operation == "importUser":
        body["username"] = fresh_name()
        body.pop("password", None)
        body.pop("created_at", None)
        if operation != "createServiceAccount":
            body["email"] = f"{body['username']}@example.com"
    if operation in ("updateProfile", "putProfile"):
        for name in {"username", "email"} & body.keys():
            body[name] = fresh_name() + ("@example.com" if name == "email" else "")
    if operation == "requestPasswordReset":
        body["email"] = f"{fresh_name()}@example.com"
    if operation == "changePassword":
        body.update(current_password=PASSWORD, new_password="notes upon the memoir")

package com.faultmaven.access;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import java.util.UUID;

/**
 * A case of the organization {@code here}, and those who know of it: its owner, a collaborator and
 * a viewer. Of another organization are the same users, who know nothing there.
 *
 * @param run what the names of its users end with
 */
record SharedCase(int port, String run, String id, String message) {

  static SharedCase on(int port) {
    return new SharedCase(port, UUID.randomUUID().toString(), "", "").again();
  }

  /** Another case of the same users. */
  SharedCase again() {
    Answer created =
        as("owner")
            .post("/api/v2/cases", "{\"tags\":[\"prod\"],\"initial_message\":\"help\"}")
            .is(201);
    String path = created.header("Location");
    share(path, userId("collaborator"), "collaborator");
    share(path, userId("viewer"), "viewer");
    share(path, "third", "viewer");
    return new SharedCase(
        port,
        run,
        created.text("/case_id"),
        as("owner").get(path + "/messages").is(200).text("/messages/0/message_id"));
  }

  private void share(String path, String user, String role) {
    as("owner").put(path + "/participants/" + user, "{\"role\":\"" + role + "\"}").is(201);
  }

  String userId(String who) {
    return who + "-" + run;
  }

  /** Its owner, collaborator or viewer, or a stranger. */
  Api as(String who) {
    return Api.on(port).as(userId(who)).with("X-Organization-ID", "here");
  }

  static Api elsewhere(Api api) {
    return api.instead("X-Organization-ID", "elsewhere");
  }

  static Api admin(Api api) {
    return api.with("X-User-Roles", "[\"admin\"]");
  }

  static Api service(Api api) {
    return api.with("X-User-Roles", "[\"service\"]");
  }
}

package com.faultmaven.identity;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import java.util.UUID;

/** An organization with its owner, and what tests do with it. */
record Acme(int port, SignedIn owner, String id, String slug) {

  private static final String ORGANIZATIONS = "/api/v1/organizations";

  static Acme on(int port) {
    return of(port, SignedIn.on(port));
  }

  static Acme of(int port, SignedIn owner) {
    String slug = freshSlug();
    Answer created = create(owner.api(), slug).is(201);
    return new Acme(port, owner, created.text("/organization_id"), slug);
  }

  static Answer create(Api api, String slug) {
    return api.post(ORGANIZATIONS, "{\"name\":\"Acme\",\"slug\":\"%s\"}".formatted(slug));
  }

  static String freshSlug() {
    return "acme-" + UUID.randomUUID().toString().substring(0, 12);
  }

  String path() {
    return ORGANIZATIONS + "/" + id;
  }

  String members() {
    return path() + "/members";
  }

  String member(SignedIn who) {
    return members() + "/" + who.id();
  }

  /** Somebody new with a role, added by the owner. */
  SignedIn with(String role) {
    SignedIn somebody = SignedIn.on(port);
    add(owner.api(), somebody, role).is(201);
    return somebody;
  }

  Answer add(Api api, SignedIn who, String role) {
    return api.post(members(), "{\"user_id\":\"%s\",\"role\":\"%s\"}".formatted(who.id(), role));
  }

  Answer changeRole(Api api, SignedIn who, String role) {
    return api.put(member(who) + "/role", "{\"role\":\"%s\"}".formatted(role));
  }

  /** The path of a new team of the owner's. */
  String team(String name) {
    return createTeam(owner.api(), name).is(201).header("Location");
  }

  Answer createTeam(Api api, String name) {
    return api.post(
        "/api/v1/teams", "{\"organization_id\":\"%s\",\"name\":\"%s\"}".formatted(id, name));
  }

  static Answer addToTeam(Api api, String team, SignedIn who, String role) {
    return api.post(
        team + "/members", "{\"user_id\":\"%s\",\"role\":\"%s\"}".formatted(who.id(), role));
  }

  /** An administrator of the installation without an account. */
  Api administrator() {
    return Api.on(port).asSomebody().with("X-User-Roles", "admin");
  }
}

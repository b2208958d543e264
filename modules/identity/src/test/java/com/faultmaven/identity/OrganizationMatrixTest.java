package com.faultmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What each kind of caller is answered about an organization and one of its teams. To who is no
 * member both look as if they were not there.
 */
@ModuleTest
class OrganizationMatrixTest {

  private static final List<String> CALLERS =
      List.of("owner", "admin", "member", "viewer", "lead", "stranger", "administrator");

  /** Whoever registers costs more than all they are asked for here. */
  private static final Map<String, SignedIn> PEOPLE = new ConcurrentHashMap<>();

  @LocalServerPort private int port;
  private @Nullable Acme acme;
  private String team = "";

  @BeforeEach
  void peopleAnOrganization() {
    person("first");
    if (acme != null) {
      acme.administrator().delete(acme.path());
    }
    acme = Acme.of(port, person("owner"));
    // more than five members
    acme.administrator().patch(acme.path(), "{\"plan_tier\":\"pro\"}").is(200);
    Api owner = person("owner").api();
    for (String role : List.of("admin", "member", "viewer")) {
      acme.add(owner, person(role), role).is(201);
    }
    acme.add(owner, person("lead"), "member").is(201);
    acme.add(owner, person("other"), "member").is(201);
    acme.add(owner, person("otherOwner"), "owner").is(201);
    team = acme.team("On call");
    Acme.addToTeam(owner, team, person("lead"), "lead").is(201);
    Acme.addToTeam(owner, team, person("other"), "member").is(201);
  }

  @AfterEach
  void leaveNoOrganization() {
    acme().administrator().delete(acme().path());
  }

  private SignedIn person(String name) {
    return PEOPLE.computeIfAbsent(name, _ -> SignedIn.on(port));
  }

  private Acme acme() {
    return Objects.requireNonNull(acme);
  }

  private Api caller(String name) {
    return name.equals("administrator") ? acme().administrator() : person(name).api();
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # method | path                          | body                                       | owner | admin | member | viewer | lead | stranger | administrator
          GET      | {organization}                |                                            | 200   | 200   | 200    | 200    | 200  | 404      | 200
          GET      | /api/v1/organization-slugs/{slug} |                                        | 200   | 200   | 200    | 200    | 200  | 404      | 200
          GET      | {organization}/members        |                                            | 200   | 200   | 200    | 200    | 200  | 404      | 200
          GET      | /api/v1/teams?organization_id={id} |                                       | 200   | 200   | 200    | 200    | 200  | 404      | 200
          GET      | {team}                        |                                            | 200   | 200   | 200    | 200    | 200  | 404      | 200
          GET      | {team}/members                |                                            | 200   | 200   | 200    | 200    | 200  | 404      | 200
          POST     | {organization}/permissions/check | {"permission":"cases.read"}             | 200   | 200   | 200    | 200    | 200  | 404      | 200
          GET      | {organization}/audit          |                                            | 200   | 200   | 403    | 403    | 403  | 404      | 200
          PATCH    | {organization}                | {"description":"by {caller}"}              | 200   | 200   | 403    | 403    | 403  | 404      | 200
          PATCH    | {organization}                | {"max_members":40}                         | 403   | 403   | 403    | 403    | 403  | 404      | 200
          POST     | {organization}/members        | {"user_id":"{outsider}","role":"owner"}    | 201   | 403   | 403    | 403    | 403  | 404      | 201
          POST     | {organization}/members        | {"user_id":"{outsider}","role":"admin"}    | 201   | 201   | 403    | 403    | 403  | 404      | 201
          POST     | {organization}/members        | {"user_id":"nobody.here"}                  | 404   | 404   | 403    | 403    | 403  | 404      | 404
          PUT      | {organization}/members/{other}/role | {"role":"viewer"}                    | 200   | 200   | 403    | 403    | 403  | 404      | 200
          PUT      | {organization}/members/{other}/role | {"role":"owner"}                     | 200   | 403   | 403    | 403    | 403  | 404      | 200
          PUT      | {organization}/members/{otherOwner}/role | {"role":"member"}               | 200   | 403   | 403    | 403    | 403  | 404      | 200
          PUT      | {organization}/members/{outsider}/role | {"role":"member"}                 | 404   | 404   | 403    | 403    | 403  | 404      | 404
          DELETE   | {organization}/members/{other} |                                           | 204   | 204   | 403    | 403    | 403  | 404      | 204
          DELETE   | {organization}/members/{otherOwner} |                                      | 204   | 403   | 403    | 403    | 403  | 404      | 204
          DELETE   | {organization}/members/{outsider} |                                        | 404   | 404   | 403    | 403    | 403  | 404      | 404
          POST     | /api/v1/teams                 | {"organization_id":"{id}","name":"{caller}"} | 201 | 201   | 403    | 403    | 403  | 404      | 201
          PATCH    | {team}                        | {"description":"by {caller}"}              | 200   | 200   | 403    | 403    | 200  | 404      | 200
          POST     | {team}/members                | {"user_id":"{otherOwner}"}                 | 201   | 201   | 403    | 403    | 201  | 404      | 201
          DELETE   | {team}/members/{other}        |                                            | 204   | 204   | 403    | 403    | 204  | 404      | 204
          DELETE   | {team}                        |                                            | 204   | 204   | 403    | 403    | 403  | 404      | 204
          DELETE   | {organization}                |                                            | 204   | 403   | 403    | 403    | 403  | 404      | 204
          """)
  void isAnswered(
      String method,
      String path,
      @Nullable String body,
      int owner,
      int admin,
      int member,
      int viewer,
      int lead,
      int stranger,
      int administrator) {
    List<Integer> expected = List.of(owner, admin, member, viewer, lead, stranger, administrator);
    // first those who are refused, because others change what is there
    for (int pass = 0; pass < 2; pass++) {
      for (int n = 0; n < CALLERS.size(); n++) {
        boolean refused = expected.get(n) >= 400;
        if (refused == (pass == 0)) {
          check(method, path, body, CALLERS.get(n), expected.get(n));
        }
      }
    }
  }

  private void check(
      String method, String path, @Nullable String body, String caller, int expected) {
    if (expected < 300 && !method.equals("GET")) {
      peopleAnOrganization();
    }
    String json = body == null ? "" : named(body, caller);
    String type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
    Answer answer =
        caller(caller)
            .send(method, named(path, caller), json.isEmpty() ? null : type, json)
            .is(expected);
    if (expected == 403) {
      answer.is(403, "PERMISSION_DENIED");
    }
    if (caller.equals("stranger")) {
      assertThat(answer.text("/code")).isIn("ORGANIZATION_NOT_FOUND", "TEAM_NOT_FOUND");
    }
  }

  private String named(String text, String caller) {
    return text.replace("{organization}", acme().path())
        .replace("{id}", acme().id())
        .replace("{slug}", acme().slug())
        .replace("{team}", team)
        .replace("{caller}", caller)
        .replace("{other}", person("other").id())
        .replace("{otherOwner}", person("otherOwner").id())
        .replace("{outsider}", person("outsider").id());
  }
}

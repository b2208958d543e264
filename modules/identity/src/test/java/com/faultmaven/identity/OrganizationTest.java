package com.faultmaven.identity;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An organization from its creation to its end. */
@ModuleTest
class OrganizationTest {

  private static final String ORGANIZATIONS = "/api/v1/organizations";

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
  @LocalServerPort private int port;
  private SignedIn ada;
  private Api api;

  @BeforeEach
  void signIn() {
    SignedIn.on(port);
    ada = SignedIn.on(port);
    api = ada.api();
  }

  @Test
  void isOwnedByWhoCreatesIt() {
    String slug = Acme.freshSlug();
    Answer created =
        api.post(
                ORGANIZATIONS,
                "{\"name\":\"  Acme \",\"slug\":\"%s\",\"description\":null,\"plan_tier\":null}"
                    .formatted(slug))
            .is(201);

    String path = created.header("Location");
    assertThat(path).isEqualTo(ORGANIZATIONS + "/" + created.text("/organization_id"));
    assertThat(created.text("/organization_id")).matches("org_[0-9a-f]{16}");
    assertThat(created.text("/name")).isEqualTo("Acme");
    assertThat(created.text("/plan_tier")).isEqualTo("free");
    assertThat(created.at("/max_members").asInt()).isEqualTo(5);
    assertThat(created.at("/current_member_count").asInt()).isEqualTo(1);
    assertThat(created.text("/owner_user_id")).isEqualTo(ada.id());
    assertThat(created.text("/my_role")).isEqualTo("owner");
    assertThat(created.at("/version").asInt()).isZero();

    Answer read = api.get(path).is(200);
    assertThat(read.json()).isEqualTo(created.json());
    assertThat(read.header("ETag")).isEqualTo(created.header("ETag"));
    assertThat(api.get("/api/v1/organization-slugs/" + slug).is(200).json())
        .isEqualTo(created.json());
    api.with("If-None-Match", read.header("ETag")).get(path).is(304);
    Answer list = api.get(ORGANIZATIONS).is(200);
    assertThat(list.texts("/organizations", "slug")).containsExactly(slug);
    assertThat(list.at("/total").asInt()).isEqualTo(1);
    assertThat(events(created.text("/organization_id")))
        .containsExactly("auth.organization.created 1");
    assertThat(events(ada.id())).contains("auth.role.assigned 2");
  }

  @Test
  void isChangedByItsOwner() {
    Acme acme = Acme.of(port, ada);
    String etag = api.get(acme.path()).header("ETag");

    Answer changed =
        api.with("If-Match", etag)
            .patch(
                acme.path(),
                "{\"name\":\"Acme 2\",\"settings\":{\"a\":{\"b\":1,\"c\":2},\"d\":1.10}}")
            .is(200);
    assertThat(changed.text("/name")).isEqualTo("Acme 2");
    assertThat(changed.at("/version").asInt()).isEqualTo(1);
    api.with("If-Match", etag).patch(acme.path(), "{\"name\":\"Late\"}").is(412);
    api.with("If-Match", etag).delete(acme.path()).is(412, "VERSION_CONFLICT");

    Answer merged =
        api.patch(acme.path(), "{\"settings\":{\"a\":{\"b\":null},\"d\":null}}").is(200);
    assertThat(merged.at("/settings").toString()).isEqualTo("{\"a\":{\"c\":2}}");
    assertThat(api.patch(acme.path(), "{\"settings\":null}").is(200).at("/settings")).isEmpty();
    Answer same = api.patch(acme.path(), "{\"name\":\"Acme 2\",\"plan_tier\":\"free\"}").is(200);
    assertThat(same.at("/version").asInt()).as("nothing changed").isEqualTo(3);
    assertThat(events(acme.id()))
        .containsExactly(
            "auth.organization.created 1",
            "auth.organization.updated 2",
            "auth.organization.updated 3",
            "auth.organization.updated 4");
    assertThat(api.get(acme.path() + "/audit").is(200).texts("/entries", "event_type"))
        .containsExactly("org_updated", "org_updated", "org_updated", "org_created");
  }

  @Test
  void hasTheSizeOfItsPlanWhichAdministratorsChoose() {
    Acme acme = Acme.of(port, ada);
    String plan = "{\"plan_tier\":\"%s\"}";
    api.post(
            ORGANIZATIONS,
            "{\"name\":\"A\",\"slug\":\"%s\",\"plan_tier\":\"pro\"}".formatted(Acme.freshSlug()))
        .is(403, "PERMISSION_DENIED");
    api.patch(acme.path(), plan.formatted("pro")).is(403, "PERMISSION_DENIED");

    Api admin = acme.administrator();
    assertThat(admin.patch(acme.path(), plan.formatted("pro")).is(200).at("/max_members").asInt())
        .isEqualTo(50);
    Answer any = admin.patch(acme.path(), plan.formatted("enterprise")).is(200);
    assertThat(any.at("/max_members").isNull()).isTrue();
    assertThat(any.at("/my_role").isNull()).isTrue();
    Answer seven = admin.patch(acme.path(), "{\"plan_tier\":\"free\",\"max_members\":7}").is(200);
    assertThat(seven.at("/max_members").asInt()).isEqualTo(7);
    admin.post(ORGANIZATIONS, "{\"name\":\"A\",\"slug\":\"no-account\"}").is(404, "USER_NOT_FOUND");
  }

  @Test
  void hasASlugThatNoOtherHas() {
    Acme acme = Acme.of(port, ada);

    Acme.create(SignedIn.on(port).api(), acme.slug()).is(409, "SLUG_TAKEN");
    api.delete(acme.path()).is(204);
    Acme.create(api, acme.slug()).is(201);
  }

  @Test
  void isCreatedOnceHoweverOftenItIsSent() {
    Api retrying = api.with("Idempotency-Key", "create-" + UUID.randomUUID());
    String slug = Acme.freshSlug();

    Answer first = Acme.create(retrying, slug).is(201);
    Answer again = Acme.create(retrying, slug).is(201);

    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    Acme.create(retrying, Acme.freshSlug()).is(422, "IDEMPOTENCY_KEY_REUSED");
    assertThat(api.get(ORGANIZATIONS).at("/total").asInt()).isEqualTo(1);
  }

  @Test
  void isOneOfTwentyThatAUserOwns() {
    for (int n = 0; n < 20; n++) {
      Acme.of(port, ada);
    }
    Acme.create(api, Acme.freshSlug()).is(409, "LIMIT_REACHED");
    Acme other = Acme.on(port);
    other.add(other.owner().api(), ada, "owner").is(409, "LIMIT_REACHED");
    other.add(other.owner().api(), ada, "admin").is(201);
    other.changeRole(other.owner().api(), ada, "owner").is(409, "LIMIT_REACHED");

    Answer page = api.get(ORGANIZATIONS + "?limit=15").is(200);
    assertThat(page.at("/total").asInt()).isEqualTo(21);
    Answer rest = api.get(ORGANIZATIONS + "?limit=15&cursor=" + page.text("/next_cursor")).is(200);
    assertThat(rest.at("/organizations")).hasSize(6);
    assertThat(rest.texts("/organizations", "my_role")).endsWith("admin");
    assertThat(rest.at("/next_cursor").isMissingNode()).isTrue();
    assertThat(api.get(ORGANIZATIONS + "?offset=20").is(200).at("/organizations")).hasSize(1);
    other
        .owner()
        .api()
        .get(ORGANIZATIONS + "?cursor=" + page.text("/next_cursor"))
        .is(400, "INVALID_PARAMETER");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                     | /name:required, /slug:required
          {"name":" \\t","slug":"abc"}                           | /name:blank
          {"name":"a\\nb","slug":"abc"}                          | /name:invalid_characters
          {"name":"a\\u0000b","slug":"abc"}                      | /name:invalid_characters
          {"name":5,"slug":"abc"}                                | /name:wrong_type
          {"name":null,"slug":"abc"}                             | /name:wrong_type
          {"name":"A","slug":"ab"}                               | /slug:too_short, /slug:invalid_format
          {"name":"A","slug":"Abc"}                              | /slug:invalid_format
          {"name":"A","slug":"-abc"}                             | /slug:invalid_format
          {"name":"A","slug":"abc-"}                             | /slug:invalid_format
          {"name":"A","slug":"a\\u0131c"}                        | /slug:invalid_format
          {"name":"A","slug":"abc","plan_tier":"gold"}           | /plan_tier:unknown_value
          {"name":"A","slug":"abc","colour":"red"}               | /colour:unknown_property
          {"name":"A","slug":"abc","description":5}              | /description:wrong_type
          """)
  void isNotMadeOfNonsense(String body, String violations) {
    Answer refused = api.post(ORGANIZATIONS, body).is(422, "VALIDATION_FAILED");

    assertThat(refused.violations()).containsExactlyInAnyOrder(violations.split(", "));
  }

  @Test
  void isNotMadeOfTooMuch() {
    assertThat(
            api.post(
                    ORGANIZATIONS,
                    "{\"name\":\"%s\",\"slug\":\"%s\",\"description\":\"%s\"}"
                        .formatted("é".repeat(201), "a".repeat(51), "x".repeat(1001)))
                .is(422)
                .violations())
        .contains("/name:too_long", "/slug:too_long", "/description:too_long");
    Acme acme = Acme.of(port, ada);
    assertThat(
            api.patch(acme.path(), "{\"settings\":{\"a\":\"%s\"}}".formatted("x".repeat(16 * 1024)))
                .is(422)
                .violations())
        .containsExactly("/settings:too_long");
    assertThat(
            acme.administrator()
                .patch(acme.path(), "{\"max_members\":0,\"name\":null}")
                .is(422)
                .violations())
        .contains("/max_members:too_small", "/name:wrong_type");
  }

  @Test
  void isNotThereUnderAnIdThatLooksWrong() {
    for (String id : List.of("x", "org_", "ORG_00000000000000AA", "default", "%20", "org_%00")) {
      assertThat(api.get(ORGANIZATIONS + "/" + id).status()).as(id).isIn(404, 400);
      assertThat(api.get("/api/v1/organization-slugs/" + id).status()).as(id).isIn(404, 400);
    }
  }

  @Test
  void isGoneAtOnceAndItsMembersLoseTheirRolesSoonAfter() {
    Acme acme = Acme.of(port, ada);
    SignedIn grace = acme.with("member");
    String team = acme.team("On call");
    Acme.addToTeam(api, team, grace, "member").is(201);

    api.delete(acme.path()).is(204);

    for (Api caller : List.of(api, grace.api(), acme.administrator())) {
      caller.get(acme.path()).is(404, "ORGANIZATION_NOT_FOUND");
      caller.get("/api/v1/organization-slugs/" + acme.slug()).is(404);
      caller.get(acme.members()).is(404);
      caller.get(team).is(404, "TEAM_NOT_FOUND");
      caller.get(team + "/members").is(404);
      caller.delete(acme.path()).is(404);
      caller
          .post("/api/v1/teams", "{\"organization_id\":\"%s\",\"name\":\"x\"}".formatted(acme.id()))
          .is(404);
      acme.add(caller, grace, "member").is(404);
    }
    assertThat(grace.api().get("/api/v1/teams").is(200).at("/total").asInt()).isZero();
    assertThat(grace.api().get(ORGANIZATIONS).is(200).at("/total").asInt()).isZero();
    grace.api().get("/api/v1/users/" + ada.id()).is(404, "USER_NOT_FOUND");
    await().atMost(30, SECONDS).until(() -> rowsOf(acme) == 0);
    assertThat(events(acme.id()))
        .containsExactly("auth.organization.created 1", "auth.organization.deleted 2");
    assertThat(events(team.substring(team.lastIndexOf('/') + 1)))
        .containsExactly("auth.team.created 1", "auth.team.deleted 2");
    assertThat(reasons(grace))
        .containsExactlyInAnyOrder("member organization_deleted", "member organization_deleted");
    assertThat(reasons(ada))
        .containsExactlyInAnyOrder("owner organization_deleted", "lead organization_deleted");
  }

  private int rowsOf(Acme acme) {
    return jdbc.sql(
            """
            select (select count(*) from identity.organizations where organization_id = :id)
              + (select count(*) from identity.members where organization_id = :id)
              + (select count(*) from identity.teams where organization_id = :id)
            """)
        .param("id", acme.id())
        .query(Integer.class)
        .single();
  }

  private List<String> reasons(SignedIn who) {
    return jdbc.sql(
            """
            select payload ->> 'role' || ' ' || (payload ->> 'reason') from events.event_log
            where event_type = 'auth.role.removed' and aggregate_id = ?
            """)
        .param(who.id())
        .query(String.class)
        .list();
  }

  private List<String> events(String aggregate) {
    return jdbc.sql(
            """
            select event_type || ' ' || aggregate_version from events.event_log
            where aggregate_id = ? order by aggregate_version
            """)
        .param(aggregate)
        .query(String.class)
        .list();
  }
}

package com.faultmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Teams of an organization, and who is in them. */
@ModuleTest
class TeamsTest {

  private static final String TEAMS = "/api/v1/teams";

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
  @LocalServerPort private int port;
  private Acme acme;
  private Api owner;

  @BeforeEach
  void createAnOrganization() {
    SignedIn.on(port);
    acme = Acme.on(port);
    owner = acme.owner().api();
  }

  @Test
  void areLedByWhoCreatesThem() {
    Answer created = acme.createTeam(owner, " On call ").is(201);

    assertThat(created.text("/team_id")).matches("team_[0-9a-f]{16}");
    assertThat(created.header("Location")).isEqualTo(TEAMS + "/" + created.text("/team_id"));
    assertThat(created.text("/name")).isEqualTo("On call");
    assertThat(created.text("/my_role")).isEqualTo("lead");
    assertThat(created.at("/member_count").asInt()).isEqualTo(1);
    assertThat(created.at("/description").isNull()).isTrue();
    Answer read = owner.get(created.header("Location")).is(200);
    assertThat(read.json()).isEqualTo(created.json());
    owner.with("If-None-Match", read.header("ETag")).get(created.header("Location")).is(304);
    Answer seen = acme.with("viewer").api().get(created.header("Location")).is(200);
    assertThat(seen.at("/my_role").isNull()).isTrue();
    Answer others = acme.createTeam(acme.administrator(), "Nobody's").is(201);
    assertThat(others.at("/member_count").asInt()).isZero();
    assertThat(others.at("/my_role").isNull()).isTrue();
  }

  @Test
  void haveNamesThatDifferByMoreThanCase() {
    acme.team("Ünïx");

    acme.createTeam(owner, "üNÏX").is(409, "NAME_TAKEN");
    acme.createTeam(owner, "U\u0308ni\u0308x").is(409, "NAME_TAKEN");
    String other = acme.team("Other");
    owner.patch(other, "{\"name\":\"ünïx\"}").is(409, "NAME_TAKEN");
    owner.patch(other, "{\"name\":\"OTHER\"}").is(200);
    Acme elsewhere = Acme.on(port);
    elsewhere.team("Ünïx");
    owner.delete(other).is(204);
    acme.team("Other");
  }

  @Test
  void areChangedByWhoSawThem() {
    String team = acme.team("On call");
    String etag = owner.get(team).header("ETag");

    Answer changed =
        owner.with("If-Match", etag).patch(team, "{\"description\":\"nights\"}").is(200);

    assertThat(changed.text("/description")).isEqualTo("nights");
    assertThat(changed.at("/version").asInt()).isEqualTo(1);
    owner.with("If-Match", etag).patch(team, "{\"description\":null}").is(412);
    owner.with("If-Match", etag).delete(team).is(412, "VERSION_CONFLICT");
    assertThat(owner.patch(team, "{\"description\":null}").is(200).at("/description").isNull())
        .isTrue();
    assertThat(owner.patch(team, "{\"name\":\"On call\"}").is(200).at("/version").asInt())
        .as("nothing changed")
        .isEqualTo(2);
    assertThat(owner.get(acme.path() + "/audit").texts("/entries", "event_type"))
        .containsExactly("team_updated", "team_updated", "team_created", "org_created");
  }

  @Test
  void areListedInTheOrderOfTheirNames() {
    SignedIn grace = acme.with("member");
    Acme.addToTeam(owner, acme.team("Zebra"), grace, "member").is(201);
    acme.team("antelope");
    Acme.addToTeam(owner, acme.team("Mule"), grace, "lead").is(201);
    String all = TEAMS + "?organization_id=" + acme.id();

    Answer own = grace.api().get(TEAMS).is(200);
    assertThat(own.texts("/teams", "name")).containsExactly("Mule", "Zebra");
    assertThat(own.texts("/teams", "my_role")).containsExactly("lead", "member");
    assertThat(own.at("/total").asInt()).isEqualTo(2);
    Answer first = grace.api().get(all + "&limit=2").is(200);
    assertThat(first.texts("/teams", "name")).containsExactly("antelope", "Mule");
    assertThat(first.at("/total").asInt()).isEqualTo(3);
    Answer rest = grace.api().get(all + "&limit=2&cursor=" + first.text("/next_cursor"));
    assertThat(rest.is(200).texts("/teams", "name")).containsExactly("Zebra");
    assertThat(grace.api().get(all + "&offset=9").is(200).at("/total").asInt()).isEqualTo(3);
    assertThat(grace.api().get(TEAMS + "?offset=9").is(200).at("/total").asInt()).isEqualTo(2);
    grace.api().get(TEAMS + "?cursor=" + first.text("/next_cursor")).is(400);
    SignedIn stranger = SignedIn.on(port);
    stranger.api().get(all).is(404, "ORGANIZATION_NOT_FOUND");
    stranger.api().get(TEAMS + "?organization_id=x").is(404, "ORGANIZATION_NOT_FOUND");
    assertThat(stranger.api().get(TEAMS).is(200).at("/total").asInt()).isZero();
  }

  @Test
  void haveMembersOfTheOrganizationAlone() {
    SignedIn grace = acme.with("member");
    SignedIn stranger = SignedIn.on(port);
    String team = acme.team("On call");

    Answer added = Acme.addToTeam(owner, team, grace, "lead").is(201);

    assertThat(added.text("/role")).isEqualTo("lead");
    assertThat(added.header("Location")).isEqualTo(team + "/members/" + grace.id());
    Acme.addToTeam(owner, team, grace, "member").is(409, "MEMBER_EXISTS");
    Acme.addToTeam(owner, team, stranger, "member").is(404, "MEMBER_NOT_FOUND");
    owner.post(team + "/members", "{\"user_id\":\"nobody.here\"}").is(404, "MEMBER_NOT_FOUND");
    Answer list = grace.api().get(team + "/members").is(200);
    assertThat(list.texts("/members", "role")).containsExactly("lead", "lead");
    assertThat(list.at("/members/1")).isEqualTo(added.json());
    assertThat(list.at("/total").asInt()).isEqualTo(2);
    assertThat(grace.api().get(team + "/members?offset=9").is(200).at("/total").asInt())
        .isEqualTo(2);
    stranger.api().get(team + "/members").is(404, "TEAM_NOT_FOUND");
    grace.api().delete(team + "/members/" + acme.owner().id()).is(204);
    grace.api().delete(team + "/members/" + grace.id()).is(204);
    grace.api().delete(team + "/members/" + grace.id()).is(404, "MEMBER_NOT_FOUND");
    assertThat(owner.get(team).at("/member_count").asInt()).isZero();
  }

  @Test
  void areCreatedOnceHoweverOftenItIsSent() {
    Api retrying = owner.with("Idempotency-Key", "team-" + UUID.randomUUID());

    Answer first = acme.createTeam(retrying, "On call").is(201);

    assertThat(acme.createTeam(retrying, "On call").is(201).json()).isEqualTo(first.json());
  }

  @Test
  void areAHundredAtMostAndHaveFiveHundredMembersAtMost() {
    String team = acme.team("On call");
    jdbc.sql(
            """
            insert into identity.teams (team_id, organization_id, name, name_key, created_by,
              created_at, updated_at)
            select 'team_' || gen_random_uuid(), ?, 'x', 'x' || n, 'x', now(), now()
            from generate_series(1, 99) as n
            """)
        .param(acme.id())
        .update();
    jdbc.sql("update identity.teams set member_count = 500 where team_id = ?")
        .param(team.substring(team.lastIndexOf('/') + 1))
        .update();

    acme.createTeam(owner, "One more").is(409, "LIMIT_REACHED");
    Acme.addToTeam(owner, team, acme.with("member"), "member").is(409, "LIMIT_REACHED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                | /organization_id:required, /name:required
          {"organization_id":"x","name":" "}                | /name:blank
          {"organization_id":"x","name":"a\\tb"}            | /name:invalid_characters
          {"organization_id":"x","name":null}               | /name:wrong_type
          {"organization_id":5,"name":"a"}                  | /organization_id:wrong_type
          {"organization_id":"x","name":"a","role":"lead"}  | /role:unknown_property
          """)
  void areNotMadeOfNonsense(String body, String violations) {
    Answer refused = owner.post(TEAMS, body).is(422, "VALIDATION_FAILED");

    assertThat(refused.violations()).containsExactlyInAnyOrder(violations.split(", "));
  }

  @Test
  void haveNamesThatCanBeCompared() {
    assertThat(acme.createTeam(owner, "x".repeat(101)).is(422).violations())
        .containsExactly("/name:too_long");
    // one musical symbol that becomes three when it is compared
    assertThat(acme.createTeam(owner, "\uD834\uDD60".repeat(100)).is(422).violations())
        .containsExactly("/name:too_long");
    acme.createTeam(owner, "\u0130".repeat(100)).is(201);
    String team = acme.team("On call");
    assertThat(owner.post(team + "/members", "{\"user_id\":\"a b\"}").is(422).violations())
        .containsExactly("/user_id:invalid_format");
    assertThat(
            owner
                .post(team + "/members", "{\"user_id\":\"a\",\"role\":\"boss\"}")
                .is(422)
                .violations())
        .containsExactly("/role:unknown_value");
    assertThat(owner.patch(team, "{\"name\":null}").is(422).violations())
        .containsExactly("/name:wrong_type");
  }
}

package com.faultmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who belongs to an organization, from joining to leaving. */
@ModuleTest
class MembersTest {

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
  void areAddedByIdOrUsername() {
    SignedIn grace = SignedIn.on(port);
    SignedIn linus = SignedIn.on(port);

    Answer byId =
        owner
            .post(
                acme.members(),
                "{\"user_id\":\"%s\",\"username\":null,\"role\":null}".formatted(grace.id()))
            .is(201);
    Answer byName =
        owner
            .post(
                acme.members(),
                "{\"username\":\"%s\",\"role\":\"viewer\"}"
                    .formatted(linus.username().toUpperCase(Locale.ROOT)))
            .is(201);

    assertThat(byId.text("/role")).isEqualTo("member");
    assertThat(byId.text("/username")).isEqualTo(grace.username());
    assertThat(byId.header("Location")).isEqualTo(acme.member(grace));
    assertThat(byName.text("/user_id")).isEqualTo(linus.id());
    Answer list = grace.api().get(acme.members()).is(200);
    assertThat(list.texts("/members", "role")).containsExactly("owner", "member", "viewer");
    assertThat(list.at("/total").asInt()).isEqualTo(3);
    assertThat(list.at("/members/1")).isEqualTo(byId.json());
    assertThat(grace.api().get(acme.path()).at("/current_member_count").asInt()).isEqualTo(3);
    acme.add(owner, grace, "admin").is(409, "MEMBER_EXISTS");
    owner.post(acme.members(), "{\"username\":\"nobody.here\"}").is(404, "USER_NOT_FOUND");
  }

  @Test
  void areAddedOnceHoweverOftenItIsSent() {
    Api retrying = owner.with("Idempotency-Key", "add-" + UUID.randomUUID());
    SignedIn grace = SignedIn.on(port);

    acme.add(retrying, grace, "member").is(201);
    Answer again = acme.add(retrying, grace, "member").is(201);

    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(owner.get(acme.path()).at("/current_member_count").asInt()).isEqualTo(2);
  }

  @Test
  void areListedPageByPage() {
    SignedIn grace = acme.with("member");
    acme.with("viewer");

    Answer first = owner.get(acme.members() + "?limit=2").is(200);
    Answer rest = owner.get(acme.members() + "?limit=2&cursor=" + first.text("/next_cursor"));

    assertThat(first.at("/total").asInt()).isEqualTo(3);
    assertThat(rest.is(200).texts("/members", "role")).containsExactly("viewer");
    assertThat(rest.at("/total").isMissingNode()).isTrue();
    Answer beyond = owner.get(acme.members() + "?offset=50").is(200);
    assertThat(beyond.at("/members")).isEmpty();
    assertThat(beyond.at("/total").asInt()).isEqualTo(3);
    grace
        .api()
        .get(acme.members() + "?cursor=" + first.text("/next_cursor"))
        .is(400, "INVALID_PARAMETER");
    Acme other = Acme.on(port);
    owner.get(other.members() + "?offset=50").is(404, "ORGANIZATION_NOT_FOUND");
  }

  @Test
  void getOtherRoles() {
    SignedIn grace = acme.with("member");

    Answer admin = acme.changeRole(owner, grace, "admin").is(200);
    acme.changeRole(owner, grace, "admin").is(200);

    assertThat(admin.text("/role")).isEqualTo("admin");
    assertThat(grace.api().get(acme.path()).text("/my_role")).isEqualTo("admin");
    assertThat(
            jdbc.sql(
                    """
                    select concat_ws(' ', payload ->> 'scope', payload ->> 'scope_id',
                      payload ->> 'role', payload ->> 'previous_role', payload ->> 'assigned_by')
                    from events.event_log
                    where event_type = 'auth.role.assigned' and aggregate_id = ?
                    order by aggregate_version
                    """)
                .param(grace.id())
                .query(String.class)
                .list())
        .containsExactly(
            "organization %s member %s".formatted(acme.id(), acme.owner().id()),
            "organization %s admin member %s".formatted(acme.id(), acme.owner().id()));
    assertThat(owner.get(acme.path() + "/audit").texts("/entries", "event_type"))
        .containsExactly("role_assigned", "member_added", "org_created");
    assertThat(owner.get(acme.path() + "/audit").text("/entries/0/details/previous_role"))
        .isEqualTo("member");
  }

  @Test
  void leaveAndAreRemoved() {
    SignedIn grace = acme.with("member");
    SignedIn linus = acme.with("admin");
    String team = acme.team("On call");
    Acme.addToTeam(owner, team, grace, "lead").is(201);

    grace.api().delete(acme.member(grace)).is(204);
    linus.api().delete(acme.member(acme.owner())).is(403, "PERMISSION_DENIED");
    owner.delete(acme.member(linus)).is(204);

    grace.api().get(acme.path()).is(404);
    grace.api().get(team).is(404);
    owner.delete(acme.member(grace)).is(404, "MEMBER_NOT_FOUND");
    owner.delete(acme.members() + "/nobody.here").is(404, "MEMBER_NOT_FOUND");
    acme.administrator().delete(acme.members() + "/nobody.here").is(404, "MEMBER_NOT_FOUND");
    assertThat(owner.get(acme.path()).at("/current_member_count").asInt()).isEqualTo(1);
    assertThat(owner.get(team).at("/member_count").asInt()).isEqualTo(1);
    assertThat(removals(grace)).containsExactly("team lead left", "organization member left");
    assertThat(removals(linus)).containsExactly("organization admin removed");
  }

  @Test
  void areNeverWithoutAnOwner() {
    SignedIn grace = acme.with("admin");

    owner.delete(acme.member(acme.owner())).is(409, "LAST_OWNER");
    acme.changeRole(owner, acme.owner(), "admin").is(409, "LAST_OWNER");
    acme.administrator().delete(acme.member(acme.owner())).is(409, "LAST_OWNER");
    acme.changeRole(owner, grace, "owner").is(200);
    owner.delete(acme.member(acme.owner())).is(204);
    assertThat(grace.api().get(acme.path()).text("/owner_user_id")).isEqualTo(grace.id());
    grace.api().delete(acme.member(grace)).is(409, "LAST_OWNER");
  }

  @Test
  void mayDoWhatTheirRoleSays() {
    SignedIn viewer = acme.with("viewer");
    String check = acme.path() + "/permissions/check";

    Answer read = viewer.api().post(check, "{\"permission\":\"cases.read\"}").is(200);
    assertThat(read.at("/has_permission").asBoolean()).isTrue();
    assertThat(read.text("/user_id")).isEqualTo(viewer.id());
    assertThat(read.text("/organization_id")).isEqualTo(acme.id());
    assertThat(may(viewer.api(), "cases.write")).isFalse();
    assertThat(may(owner, "organization.manage")).isTrue();
    assertThat(may(acme.administrator(), "cases.delete")).isTrue();
    viewer.api().post(check, "{\"permission\":\"cases.fly\"}").is(422, "VALIDATION_FAILED");
    assertThat(viewer.api().post(check, "{}").is(422).violations())
        .containsExactly("/permission:required");
    Answer roles = viewer.api().get("/api/v1/roles").is(200);
    assertThat(roles.texts("/roles", "role"))
        .containsExactly("owner", "admin", "member", "viewer", "lead", "member");
    assertThat(roles.texts("/roles", "scope")).containsSubsequence("organization", "team");
    assertThat(roles.at("/roles/0/permissions")).hasSize(17);
  }

  private boolean may(Api api, String permission) {
    return api.post(
            acme.path() + "/permissions/check", "{\"permission\":\"%s\"}".formatted(permission))
        .is(200)
        .at("/has_permission")
        .asBoolean();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                     | /user_id:required
          {"user_id":null,"username":null}       | /user_id:required
          {"user_id":"a","username":"b"}         | /username:not_allowed
          {"user_id":"a b"}                      | /user_id:invalid_format
          {"user_id":""}                         | /user_id:too_short
          {"user_id":5}                          | /user_id:wrong_type
          {"user_id":"a","role":"boss"}          | /role:unknown_value
          {"user_id":"a","colour":"red"}         | /colour:unknown_property
          """)
  void areNamedInOneWay(String body, String violations) {
    Answer refused = owner.post(acme.members(), body).is(422, "VALIDATION_FAILED");

    assertThat(String.join(", ", refused.violations())).isEqualTo(violations);
  }

  @Test
  void haveARole() {
    SignedIn grace = acme.with("member");

    assertThat(acme.changeRole(owner, grace, "boss").is(422).violations())
        .containsExactly("/role:unknown_value");
    assertThat(owner.put(acme.member(grace) + "/role", "{\"role\":null}").is(422).violations())
        .containsExactly("/role:wrong_type");
    assertThat(owner.put(acme.member(grace) + "/role", "{}").is(422).violations())
        .containsExactly("/role:required");
  }

  @Test
  void belongToAHundredOrganizationsAtMost() {
    SignedIn grace = SignedIn.on(port);
    jdbc.sql(
            """
            with others as (
              insert into identity.organizations (organization_id, slug, name, plan_tier,
                member_count, created_by, created_at, updated_at)
              select 'org_' || lpad(to_hex(n), 4, '0') || :some, :some || '-' || n, 'x', 'free', 1,
                'x', now(), now()
              from generate_series(1, 99) as n returning organization_id)
            insert into identity.members
            select organization_id, :user, 'member', 'x', now(), now() from others
            """)
        .param("some", UUID.randomUUID().toString().replace("-", "").substring(0, 12))
        .param("user", grace.id())
        .update();

    acme.add(owner, grace, "member").is(201);
    Acme other = Acme.on(port);
    other.add(other.owner().api(), grace, "member").is(409, "LIMIT_REACHED");
    Acme.create(grace.api(), Acme.freshSlug()).is(409, "LIMIT_REACHED");
  }

  private List<String> removals(SignedIn who) {
    return jdbc.sql(
            """
            select concat_ws(' ', payload ->> 'scope', payload ->> 'role', payload ->> 'reason')
            from events.event_log where event_type = 'auth.role.removed' and aggregate_id = ?
            order by aggregate_version
            """)
        .param(who.id())
        .query(String.class)
        .list();
  }
}

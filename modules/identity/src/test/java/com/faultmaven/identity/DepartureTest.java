package com.faultmaven.identity;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.PersonalData.Erasure;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of organizations and teams when a user is deleted. */
@ModuleTest
class DepartureTest {

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
  @LocalServerPort private int port;
  @Autowired private ObjectProvider<PersonalData> data;
  @Autowired private PlatformTransactionManager transactions;

  @BeforeEach
  void somebodyElseIsTheAdministrator() {
    SignedIn.on(port);
  }

  @Test
  void isRefusedToTheLastOwnerAmongOthers() {
    Acme acme = Acme.on(port);
    Acme alone = Acme.of(port, acme.owner());
    Acme another = Acme.of(port, acme.owner());
    SignedIn grace = acme.with("admin");
    another.add(acme.owner().api(), grace, "member").is(201);
    String user = "/api/v1/users/" + acme.owner().id();

    Answer refused = acme.owner().api().delete(user).is(409, "LAST_OWNER");

    assertThat(refused.at("/organizations").valueStream().map(id -> id.asString()))
        .containsExactlyInAnyOrder(acme.id(), another.id());
    acme.administrator().delete(user).is(409, "LAST_OWNER");
    acme.owner().api().get(alone.path()).is(200);
    for (Acme each : List.of(acme, another)) {
      each.changeRole(acme.owner().api(), grace, "owner").is(200);
    }
    acme.owner().api().delete(user).is(204);
    assertThat(grace.api().get(acme.path()).is(200).text("/owner_user_id")).isEqualTo(grace.id());
    assertThat(grace.api().get(acme.members()).at("/total").asInt()).isEqualTo(1);
  }

  @Test
  void takesOrganizationsWithNobodyElseWithIt() {
    Acme alone = Acme.on(port);
    Acme shared = Acme.on(port);
    SignedIn ada = alone.owner();
    shared.add(shared.owner().api(), ada, "member").is(201);
    alone.team("Mine");
    String team = shared.team("On call");
    Acme.addToTeam(shared.owner().api(), team, ada, "member").is(201);

    ada.api().delete("/api/v1/users/" + ada.id()).is(204);

    alone.administrator().get(alone.path()).is(404);
    assertThat(shared.owner().api().get(shared.members()).at("/total").asInt()).isEqualTo(1);
    assertThat(shared.owner().api().get(team).at("/member_count").asInt()).isEqualTo(1);
    assertThat(
            jdbc.sql(
                    """
                    select concat_ws(' ', event_type, payload ->> 'scope', payload ->> 'role',
                      payload ->> 'reason')
                    from events.event_log where aggregate_id = ? and aggregate_version > 5
                    order by aggregate_version
                    """)
                .param(ada.id())
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder(
            "auth.role.removed team lead user_deleted",
            "auth.role.removed team member user_deleted",
            "auth.role.removed organization owner user_deleted",
            "auth.role.removed organization member user_deleted",
            "auth.user.deleted")
        .endsWith("auth.user.deleted");
    await()
        .atMost(30, SECONDS)
        .until(
            () ->
                jdbc.sql("select count(*) from identity.organizations where organization_id = ?")
                        .param(alone.id())
                        .query(Integer.class)
                        .single()
                    == 0);
  }

  @Test
  void leavesNoNameInWhatIsLeft() {
    Acme acme = Acme.on(port);
    SignedIn ada = acme.owner();
    SignedIn grace = acme.with("owner");
    String team = acme.team("On call");
    Acme.addToTeam(ada.api(), team, grace, "member").is(201);
    ada.api().delete(acme.member(ada)).is(204);

    erase(ada);

    for (String table :
        List.of(
            "identity.organizations",
            "identity.members",
            "identity.teams",
            "identity.team_members",
            "identity.audit",
            "identity.users")) {
      assertThat(texts("select t::text from " + table + " t")).as(table).noneMatch(names(ada));
    }
    assertThat(texts("select payload::text from events.event_log")).noneMatch(names(ada));
    assertThat(
            texts(
                """
                select concat_ws(' ', payload ->> 'user_id', payload ->> 'assigned_by',
                  payload ->> 'scope_id', payload ->> 'role')
                from events.event_log
                where event_type = 'auth.role.assigned' and payload ->> 'scope_id' = '%s'
                """
                    .formatted(acme.id())))
        .containsExactlyInAnyOrder(
            "deleted-user deleted-user %s owner".formatted(acme.id()),
            "%s deleted-user %s owner".formatted(grace.id(), acme.id()));
    assertThat(
            texts(
                "select payload ->> 'name' from events.event_log where aggregate_id = '%s'"
                    .formatted(acme.id())))
        .as("what its first owner called it")
        .contains("[deleted]");
    assertThat(grace.api().get(acme.path()).is(200).text("/owner_user_id")).isEqualTo(grace.id());
  }

  /** Whoever operates the installation wants it so: then another owner is appointed. */
  @Test
  void happensAnywayWhereAllDataIsErased() {
    Acme acme = Acme.on(port);
    SignedIn grace = acme.with("admin");

    erase(acme.owner());

    assertThat(grace.api().get(acme.path()).is(200).at("/owner_user_id").isNull()).isTrue();
    acme.changeRole(grace.api(), grace, "owner").is(403);
    acme.changeRole(acme.administrator(), grace, "owner").is(200);
    assertThat(grace.api().get(acme.path()).text("/owner_user_id")).isEqualTo(grace.id());
  }

  private void erase(SignedIn who) {
    UserId user = new UserId(who.id());
    boolean some = true;
    while (some) {
      some =
          data.orderedStream()
              .map(
                  each ->
                      new TransactionTemplate(transactions).execute(_ -> each.eraseSome(user, 3)))
              .toList()
              .contains(Erasure.SOME);
    }
  }

  private List<String> texts(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }

  private static Predicate<String> names(SignedIn who) {
    return row -> row.contains(who.id()) || row.contains(who.username());
  }
}

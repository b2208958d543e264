package com.faultmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What two do to an organization at the same time. */
@ModuleTest
class OrganizationRacesTest {

  private static final int ROUNDS = 50;

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
  @LocalServerPort private int port;

  @BeforeEach
  void somebodyElseIsTheAdministrator() {
    SignedIn.on(port);
  }

  @Test
  void ofTwoOwnersWhoUnmakeEachOtherExactlyOneSucceeds() {
    Acme acme = Acme.on(port);
    SignedIn one = acme.owner();
    SignedIn other = acme.with("owner");
    for (int round = 0; round < ROUNDS; round++) {
      List<Answer> answers =
          Together.run(
              2,
              n ->
                  n == 0
                      ? acme.changeRole(one.api(), other, "admin")
                      : acme.changeRole(other.api(), one, "admin"));

      assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 403);
      SignedIn left = answers.getFirst().status() == 200 ? one : other;
      acme.changeRole(left.api(), left == one ? other : one, "owner").is(200);
    }
  }

  @Test
  void ofTwoOwnersWhoLeaveOneStays() {
    Acme acme = Acme.on(port);
    SignedIn one = acme.owner();
    SignedIn other = acme.with("owner");
    for (int round = 0; round < ROUNDS; round++) {
      List<Answer> answers =
          Together.run(
              2, n -> (n == 0 ? one : other).api().delete(acme.member(n == 0 ? one : other)));

      assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 409);
      boolean oneLeft = answers.getFirst().status() == 204;
      acme.add((oneLeft ? other : one).api(), oneLeft ? one : other, "owner").is(201);
    }
  }

  /** Neither the membership that ends nor the account decides by what it saw before. */
  @Test
  void ofAnOwnerWhoGoesAndOneWhoIsUnmadeOneStays() {
    for (int round = 0; round < 10; round++) {
      Acme acme = Acme.on(port);
      SignedIn other = acme.with("owner");
      acme.with("member");

      List<Answer> answers =
          Together.run(
              2,
              n ->
                  n == 0
                      ? acme.changeRole(acme.owner().api(), other, "member")
                      : acme.owner().api().delete("/api/v1/users/" + acme.owner().id()));

      assertThat(answers.getLast().status()).isIn(204, 409);
      assertThat(owners(acme)).as(answers.toString()).isPositive();
    }
  }

  @Test
  void membersAreNoMoreThanThePlanAllows() {
    Acme acme = Acme.on(port);
    List<SignedIn> people = IntStream.range(0, 8).mapToObj(_ -> SignedIn.on(port)).toList();

    List<Answer> answers =
        Together.run(8, n -> acme.add(acme.owner().api(), people.get(n), "member"));

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(4);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .allSatisfy(answer -> answer.is(409, "LIMIT_REACHED"));
    assertThat(acme.owner().api().get(acme.members()).at("/total").asInt()).isEqualTo(5);
    assertThat(count("select count(*) from identity.members where organization_id = ?", acme))
        .isEqualTo(5);
  }

  @Test
  void aUserIsAddedOnce() {
    Acme acme = Acme.on(port);
    SignedIn grace = SignedIn.on(port);

    List<Answer> answers = Together.run(4, _ -> acme.add(acme.owner().api(), grace, "member"));

    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409, 409, 409);
    assertThat(acme.owner().api().get(acme.path()).at("/current_member_count").asInt())
        .isEqualTo(2);
  }

  @Test
  void aSlugIsGivenOnce() {
    String slug = Acme.freshSlug();
    List<Api> people = IntStream.range(0, 6).mapToObj(_ -> SignedIn.on(port).api()).toList();

    List<Answer> answers = Together.run(6, n -> Acme.create(people.get(n), slug));

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .allSatisfy(answer -> answer.is(409, "SLUG_TAKEN"));
  }

  @Test
  void aTeamNameIsGivenOnce() {
    Acme acme = Acme.on(port);
    SignedIn admin = acme.with("admin");

    List<Answer> answers =
        Together.run(
            6,
            n ->
                acme.createTeam(
                    (n % 2 == 0 ? acme.owner() : admin).api(), "Team " + "ab".charAt(n / 3)));

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(2);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .allSatisfy(answer -> answer.is(409, "NAME_TAKEN"));
  }

  /** All of it in any order: nobody waits for who waits for them. */
  @Test
  void nothingEndsInADeadlock() {
    for (int round = 0; round < 10; round++) {
      Acme acme = Acme.on(port);
      Acme other = Acme.on(port);
      SignedIn grace = acme.with("admin");
      other.add(other.owner().api(), grace, "admin").is(201);
      String team = acme.team("On call");
      Acme.addToTeam(acme.owner().api(), team, grace, "lead").is(201);

      List<Answer> answers =
          Together.run(
              6,
              n ->
                  switch (n) {
                    case 0 -> grace.api().delete("/api/v1/users/" + grace.id());
                    case 1 -> acme.owner().api().delete(acme.path());
                    case 2 -> acme.changeRole(acme.owner().api(), grace, "viewer");
                    case 3 -> other.owner().api().delete(other.member(grace));
                    case 4 -> Acme.addToTeam(acme.owner().api(), team, grace, "member");
                    default -> acme.owner().api().delete(team);
                  });

      assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isLessThan(500));
      answers.getFirst().is(204);
      assertThat(
              jdbc.sql("select count(*) from identity.members where user_id = ?")
                  .param(grace.id())
                  .query(Integer.class)
                  .single())
          .isZero();
      assertThat(factsInOrder(grace)).isTrue();
    }
  }

  /** Every fact of the user has a number of its own, and their deletion the last. */
  private boolean factsInOrder(SignedIn who) {
    return jdbc.sql(
            """
            select count(distinct aggregate_version) = count(*)
              and max(aggregate_version) = max(aggregate_version)
                filter (where event_type = 'auth.user.deleted')
            from events.event_log where aggregate_id = ?
            """)
        .param(who.id())
        .query(Boolean.class)
        .single();
  }

  private int owners(Acme acme) {
    return count(
        "select count(*) from identity.members where organization_id = ? and role = 'owner'", acme);
  }

  private int count(String sql, Acme acme) {
    return jdbc.sql(sql).param(acme.id()).query(Integer.class).single();
  }
}

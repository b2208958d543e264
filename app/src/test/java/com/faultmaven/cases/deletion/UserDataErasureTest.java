package com.faultmaven.cases.deletion;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.Together;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.context.TestPropertySource;

/** A deletion comes to its end, whatever happens on the way. */
@IntegrationTest
@TestPropertySource(
    properties = {
      "faultmaven.user-data.every=100ms",
      "faultmaven.user-data.pause=500ms",
      "faultmaven.user-data.settle=3s",
      "faultmaven.user-data.batch=3",
      "faultmaven.redelivery.every=100ms"
    })
@Import(UserDataErasureTest.Obstacle.class)
@ExtendWith(OutputCaptureExtension.class)
class UserDataErasureTest {

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
  private final String run = UUID.randomUUID().toString();
  private final String leaver = "leaver-" + UUID.randomUUID();

  @LocalServerPort private int port;
  @Autowired private UserDataErasure erasure;
  @Autowired private Obstacle obstacle;
  private Api admin;
  private Api user;

  @BeforeEach
  void connect() {
    admin = Api.on(port).asSomebody().with("X-User-Roles", "admin");
    user = Api.on(port).as(leaver).with("X-Correlation-ID", run);
  }

  @Test
  void goesOnAfterFailuresBetweenAnyTwoSteps(CapturedOutput output) {
    openCases(10);
    obstacle.failFor(new UserId(leaver), 3);

    delete();
    awaitEnd();

    assertThat(obstacle.left()).isZero();
    assertThat(casesOf(leaver)).isZero();
    assertThat(deletedEvents()).isEqualTo(10);
    assertThat(output).contains("has failed, and goes on later");
  }

  @Test
  void takesAlongWhatIsWrittenWhileItRuns() {
    openCases(1);
    Api stayer = Api.on(port).asSomebody();
    String shared = stayer.post("/api/v2/cases", "{}").is(201).header("Location");
    delete();
    await().atMost(10, SECONDS).until(() -> casesOf(leaver) == 0);

    openCases(2);
    stayer.put(shared + "/participants/" + leaver, "{\"role\":\"collaborator\"}").is(201);
    user.post(shared + "/messages", "{\"content\":\"late\"}").is(201);
    awaitEnd();

    assertThat(casesOf(leaver)).isZero();
    assertThat(stayer.get(shared + "/messages").is(200).texts("/messages", "author_id"))
        .containsExactly("deleted-user");
  }

  @Test
  void restsWhileWhatIsLeftIsInUseAndHoldsUpNobodyElse() throws SQLException {
    String path = openCases(1);
    Api other = Api.on(port).as("other-" + leaver);
    other.post("/api/v2/cases", "{}").is(201);

    try (Connection writer = TestDatabase.dataSource().getConnection()) {
      writer.setAutoCommit(false);
      try (var lock = writer.createStatement()) {
        lock.execute("select * from cases.cases where owner_id = '" + leaver + "' for update");
      }
      delete();
      admin.delete("/api/v2/admin/users/other-" + leaver + "/data").is(202);
      await().atMost(10, SECONDS).until(() -> casesOf("other-" + leaver) == 0);
      await().atMost(10, SECONDS).until(this::rests);
      writer.rollback();
    }
    awaitEnd();

    user.get(path).is(404);
  }

  @Test
  void isOneHoweverOftenItIsAskedForAndByHoweverManyItIsDone() {
    openCases(20);

    Together.run(8, _ -> admin.delete("/api/v2/admin/users/" + leaver + "/data").is(202));
    assertThat(pending()).isEqualTo(1);
    Together.run(
        4,
        n -> {
          erasure.eraseWhatIsDue();
          return n;
        });
    awaitEnd();

    assertThat(deletedEvents()).isEqualTo(20);
  }

  @Test
  void goesOnAtOnceWhenItIsAskedForAgain() {
    openCases(1);
    jdbc.sql(
            """
            insert into cases.user_data_deletions (user_id, correlation_id, settles_at, due_at)
            values (?, 'asked-for-before', now(), now() + interval '1 hour')
            """)
        .param(leaver)
        .update();

    delete();
    awaitEnd();

    assertThat(casesOf(leaver)).isZero();
  }

  @Test
  void namesNobodyInTheLog(CapturedOutput output) {
    openCases(1);

    delete();
    awaitEnd();

    String pseudonym = new UserId(leaver).pseudonym();
    assertThat(output.toString().lines().filter(line -> line.contains("UserData")))
        .anyMatch(line -> line.contains("has the data of user " + pseudonym + " deleted (1 cases)"))
        .anyMatch(line -> line.contains("The data of user " + pseudonym + " is deleted"))
        .noneMatch(line -> line.contains(leaver));
  }

  @Test
  void isOfNobodyWhoseDataIsDeletedAlready() {
    String owned = openCases(1);

    assertThat(
            admin
                .delete("/api/v2/admin/users/deleted-user/data")
                .is(400, "INVALID_PARAMETER")
                .violations())
        .containsExactly("user_id:not_allowed");
    assertThat(
            user.put(owned + "/participants/deleted-user", "{\"role\":\"viewer\"}")
                .is(422, "VALIDATION_FAILED")
                .violations())
        .containsExactly("user_id:not_allowed");
    Api.on(port).as("deleted-user").get("/api/v2/cases").is(401, "AUTHENTICATION_REQUIRED");
  }

  private String openCases(int number) {
    String path = "";
    for (int i = 0; i < number; i++) {
      path = user.post("/api/v2/cases", "{\"tags\":[\"t\"]}").is(201).header("Location");
    }
    return path;
  }

  private void delete() {
    admin.delete("/api/v2/admin/users/" + leaver + "/data").is(202);
  }

  private void awaitEnd() {
    await().atMost(90, SECONDS).until(() -> pending() == 0);
  }

  private int pending() {
    return count("select count(*) from cases.user_data_deletions where user_id = ?", leaver);
  }

  /** Nobody looks again before the pause is over. */
  private boolean rests() {
    return count(
            """
            select count(*) from cases.user_data_deletions
            where user_id = ? and due_at > clock_timestamp() + interval '100 ms'
            """,
            leaver)
        == 1;
  }

  private int casesOf(String owner) {
    return count("select count(*) from cases.cases where owner_id = ?", owner);
  }

  private int deletedEvents() {
    return count(
        """
        select count(*) from events.event_log ended join events.event_log opened
          on opened.aggregate_id = ended.aggregate_id and opened.event_type = 'case.created'
        where ended.event_type = 'case.deleted' and opened.correlation_id = ?
        """,
        run);
  }

  private int count(String sql, String parameter) {
    return jdbc.sql(sql).param(parameter).query(Integer.class).single();
  }

  /** Fails some steps in the middle of a deletion. */
  @Component
  @Order(PersonalData.NAMED + 50)
  static class Obstacle implements PersonalData {

    private final AtomicInteger left = new AtomicInteger();
    private volatile UserId victim = UserId.DELETED;

    void failFor(UserId user, int times) {
      victim = user;
      left.set(times);
    }

    int left() {
      return left.get();
    }

    @Override
    public Erasure eraseSome(UserId user, int most) {
      if (user.equals(victim) && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        throw new IllegalStateException("an obstacle");
      }
      return Erasure.NOTHING_LEFT;
    }
  }
}

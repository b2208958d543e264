package com.faultmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.identity.audit.Origin;
import com.faultmaven.identity.signins.NewSignIn;
import com.faultmaven.identity.signins.OpenedSignIn;
import com.faultmaven.identity.signins.SignIns;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.SqlWatch.Executed;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A client that forgets its tokens signs the same user in ten thousand times. */
@ModuleTest
@Import(SqlWatch.class)
class ManySignInsTest {

  private static final int MANY = 10_000;
  private static final int AT_ONCE = 250;
  private static final String SIGN_INS = "/api/v1/auth/sign-ins";

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
  @LocalServerPort private int port;
  @Autowired private SqlWatch sql;
  @Autowired private SignIns signIns;
  @Autowired private PlatformTransactionManager transactions;
  private SignedIn ada;
  private List<OpenedSignIn> opened;

  @BeforeEach
  void signInOftenEnough() {
    // of an empty database the first is its administrator, who cannot be deleted
    SignedIn.on(port);
    ada = SignedIn.on(port);
    NewSignIn wanted = new NewSignIn(new UserId(ada.id()), "password", null, Origin.NONE, false);
    opened = new ArrayList<>();
    for (int n = 0; n < MANY; n += AT_ONCE) {
      new TransactionTemplate(transactions)
          .executeWithoutResult(
              _ -> {
                for (int i = 0; i < AT_ONCE; i++) {
                  opened.add(signIns.open(wanted));
                }
              });
    }
    jdbc.sql("analyze identity.sign_ins").update();
  }

  @Test
  void leavesAHundredAndCostsTheNextOneNoMore() {
    ada.api().get("/api/v1/auth/me").is(401, "AUTHENTICATION_REQUIRED");
    ada.refresh(opened.getFirst().refreshToken()).is(401, "INVALID_REFRESH_TOKEN");
    ada.refresh(opened.getLast().refreshToken()).is(200);

    String request = UUID.randomUUID().toString();
    Api watched =
        Api.on(port).with("X-Forwarded-For", "2001:db8:78::1").with("X-Correlation-ID", request);
    SignedIn next = new SignedIn(watched, ada.username(), ada.tokens()).again();
    assertThat(sql.statementsOf(request)).hasSizeBetween(4, 8);
    assertReadsByIndex(request);

    Answer list =
        ada.with(next.access()).with("X-Correlation-ID", request + "-list").get(SIGN_INS).is(200);
    assertThat(list.at("/total").asInt()).isEqualTo(100);
    assertThat(sql.statementsOf(request + "-list")).hasSize(2);
    assertReadsByIndex(request + "-list");

    assertThat(next.api().post("/api/v1/auth/logout", "{}").is(200).at("/revoked_tokens").asInt())
        .isEqualTo(100);
    ada.refresh(opened.getLast().refreshToken()).is(401, "INVALID_REFRESH_TOKEN");
    ada.again().api().delete("/api/v1/users/" + ada.id()).is(204);
  }

  private void assertReadsByIndex(String request) {
    List<Executed> executed = sql.executedFor(request);
    assertThat(executed).isNotEmpty();
    for (Executed statement : executed) {
      if (statement.sql().contains("identity.sign_ins")) {
        assertThat(
                jdbc.sql("explain " + statement.sql())
                    .params(statement.parameters())
                    .query(String.class)
                    .list())
            .noneMatch(line -> line.contains("Seq Scan on sign_ins"))
            .anyMatch(line -> line.contains("Index"));
      }
    }
  }
}

package com.faultmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.kernel.PersonalData.Erasure;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose data is deleted has no account any more, and no place in the record. */
@ModuleTest
class ErasedAccountsTest {

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
  @LocalServerPort private int port;
  @Autowired private ErasedAccounts accounts;
  @Autowired private PlatformTransactionManager transactions;

  @Test
  void leavesNobodyBehind() {
    SignedIn ada = SignedIn.on(port);
    ada.again().refresh().is(200);
    UserId user = new UserId(ada.id());

    while (erase(user) == Erasure.SOME) {
      // a few entries at a time
    }

    for (String table :
        List.of("users", "deleted_users", "sign_ins", "refresh_tokens", "audit", "members")) {
      assertThat(
              jdbc.sql("select t::text from identity." + table + " t").query(String.class).list())
          .as(table)
          .noneMatch(row -> row.contains(ada.id()) || row.contains(ada.username()));
    }
    ada.api().get("/api/v1/auth/me").is(401);
    Api.on(port)
        .asSomebody()
        .with("X-User-Roles", "admin")
        .get("/api/v1/users/" + ada.id())
        .is(404);
  }

  private Erasure erase(UserId user) {
    return new TransactionTemplate(transactions).execute(_ -> accounts.eraseSome(user, 2));
  }
}

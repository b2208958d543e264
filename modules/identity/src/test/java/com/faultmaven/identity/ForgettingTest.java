package com.faultmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.jobs.RecurringTask;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What nobody can use any more is not kept for ever. */
@ModuleTest
class ForgettingTest {

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
  @LocalServerPort private int port;
  @Autowired private List<RecurringTask> tasks;
  private SignedIn ada;

  @BeforeEach
  void signIn() {
    ada = SignedIn.on(port);
  }

  @Test
  void takesSignInsAMonthAfterTheyExpired() throws Exception {
    SignedIn recent = ada.again();
    String live = ada.again().refresh().is(200).text("/refresh_token");
    expire("created_at = (select min(created_at) from identity.sign_ins where user_id = ?)", 31);
    assertThat(count("sign_ins")).isEqualTo(3);

    run("identity.forget-sign-ins");

    assertThat(count("sign_ins")).isEqualTo(2);
    recent.refresh().is(200);
    ada.refresh(live).is(200);
  }

  @Test
  void takesTheRecordAfterAYear() throws Exception {
    int all = count("audit", "subject_id");
    jdbc.sql(
            """
            update identity.audit set at = now() - interval '366 days'
            where subject_id = ? and event_type = 'account_created'
            """)
        .param(ada.id())
        .update();

    run("identity.forget-audit");

    assertThat(count("audit", "subject_id")).isEqualTo(all - 1);
  }

  private void expire(String which, int days) {
    jdbc.sql(
            "update identity.sign_ins set expires_at = now() - make_interval(days => ?)"
                + " where user_id = ? and "
                + which)
        .params(days, ada.id(), ada.id())
        .update();
  }

  private void run(String name) throws Exception {
    RecurringTask task =
        tasks.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    task.run();
  }

  private int count(String table) {
    return count(table, "user_id");
  }

  private int count(String table, String column) {
    return jdbc.sql("select count(*) from identity." + table + " where " + column + " = ?")
        .param(ada.id())
        .query(Integer.class)
        .single();
  }
}

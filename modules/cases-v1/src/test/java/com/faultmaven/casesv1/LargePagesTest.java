package com.faultmaven.casesv1;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages whose rows are as large as they may be. */
@ModuleTest
class LargePagesTest {

  private static final int ROWS = 23;

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());

  @LocalServerPort private int port;

  @Test
  void areWhole() {
    String user = "user-" + UUID.randomUUID();
    storeLargeCasesOf(user);
    Api api = Api.on(port).as(user);

    List<String> ids = new ArrayList<>();
    for (int number = 1; ids.size() == (number - 1) * 10; number++) {
      Answer page = api.get("/api/v1/cases?page_size=10&page=" + number).is(200);
      assertThat(page.at("/total").asInt()).isEqualTo(ROWS);
      ids.addAll(page.texts("/cases", "case_id"));
    }

    assertThat(ids).hasSize(ROWS).doesNotHaveDuplicates();
  }

  private void storeLargeCasesOf(String user) {
    jdbc.sql(
            """
            insert into cases.cases (case_id, version, owner_id, organization_id, title,
              description, status, severity, category, metadata, tags, tag_keys, status_changes,
              facts, created_at, updated_at)
            select 'case_' || right(md5(:user || n), 12), 1, :user, 'default', 'Case ' || n,
              repeat('😀', 10000), 'consulting', 'low', 'other',
              jsonb_build_object('n', n, 'm', repeat('x', 300000)), '{}', '{}', 0, 1, now(), now()
            from generate_series(1, :rows) n
            """)
        .param("user", user)
        .param("rows", ROWS)
        .update();
  }
}

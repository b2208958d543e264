package com.faultmaven.status.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * As many subscribers as there may be are told in batches, none of them twice. Nothing is sent
 * here: the scheduler has no time to.
 */
@ModuleTest
@TestPropertySource(properties = {"faultmaven.tasks.look=1h", "faultmaven.tasks.threads=1"})
class ManySubscribersTest {

  private static final Logger LOG = LoggerFactory.getLogger(ManySubscribersTest.class);
  private static final int ALL = 10_000;

  private final String organization = "acme-" + UUID.randomUUID();
  private final JdbcClient database = JdbcClient.create(TestDatabase.dataSource());

  @LocalServerPort private int port;
  @Autowired private Telling telling;
  @Autowired private SqlWatch sql;

  @Test
  void areToldInBatchesEachOnce() {
    database
        .sql(
            """
            insert into status.subscriptions (id, organization_id, channel, address, all_services,
              state, secret, created_at)
            select gen_random_uuid(), :organization, case when n % 2 = 0 then 'email' else 'webhook' end,
              case when n % 2 = 0 then 'n' || n || '@acme.dev' else 'https://acme.invalid/' || n end,
              true, 'active', 'whsec_AAAA', now()
            from generate_series(1, :all) n
            """)
        .param("organization", organization)
        .param("all", ALL)
        .update();
    UUID notice = keepNotice();

    String id = "tell-" + UUID.randomUUID();
    long start = System.nanoTime();
    try (var _ = MDC.putCloseable("correlation_id", id)) {
      telling.run(new Telling.Due(notice));
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    List<String> statements = sql.statementsOf(id);
    long batches = statements.stream().filter(it -> it.startsWith("with told as")).count();
    LOG.info(
        "{} told in {} ms, {} batches, {} statements", ALL, millis, batches, statements.size());

    assertThat(batches).isEqualTo(ALL / Telling.AT_ONCE + 1);
    assertThat(statements.size()).isLessThan((int) batches * 10);
    assertThat(deliveries(notice)).isEqualTo(ALL);
    assertThat(mails(notice)).isEqualTo(ALL / 2);
    assertThat(tasks(notice)).isEqualTo(ALL / 2);

    // as if the process had died at the end of it
    telling.run(new Telling.Due(notice));
    assertThat(deliveries(notice)).isEqualTo(ALL);
    assertThat(mails(notice)).isEqualTo(ALL / 2);
  }

  /** Other tests are not to wait for all this. */
  @AfterEach
  void clear() {
    database
        .sql("delete from jobs.tasks where task_name in ('status.deliver', 'mail.send')")
        .update();
    database
        .sql("delete from status.subscriptions where organization_id = ?")
        .param(organization)
        .update();
  }

  /** As opening an incident does it, but for the task. */
  private UUID keepNotice() {
    Api operator =
        Api.on(port)
            .with("X-Organization-ID", organization)
            .asSomebody()
            .with("X-User-Roles", "[\"operator\"]");
    String service = operator.post("/api/v1/services", "{\"name\":\"One\"}").is(201).text("/id");
    UUID notice = UUID.randomUUID();
    database
        .sql(
            """
            insert into status.notices (event_id, organization_id, kind, content, created_at)
            values (?, ?, 'maintenance.scheduled', ?::jsonb, now())
            """)
        .params(
            notice,
            organization,
            """
            {"to_all": true, "services": ["%s"], "body": {"incident": {"id": "%s", "name": "New disks",
             "status": "scheduled", "incident_updates": [{"body": "All of them."}]}}}
            """
                .formatted(service, UUID.randomUUID()))
        .update();
    return notice;
  }

  private int deliveries(UUID notice) {
    return count(
        "select count(distinct subscription_id) from status.deliveries where event_id = ?", notice);
  }

  private int mails(UUID notice) {
    return count(
        "select count(*) from mail.messages where key like 'status.' || ?::text || '.%'", notice);
  }

  /** That are done when nothing else is due. */
  private int tasks(UUID notice) {
    return count(
        """
        select count(*) from jobs.tasks t join status.deliveries d
          on d.id::text = t.task_instance and t.task_name = 'status.deliver' and t.priority = 10
        where d.event_id = ?
        """,
        notice);
  }

  private int count(String statement, UUID notice) {
    return database.sql(statement).param(notice).query(Integer.class).single();
  }
}

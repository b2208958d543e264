package com.faultmaven.reliability.newer;

import com.faultmaven.contracts.cases.events.CaseCreatedV2;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Notices each opened case, and keeps that; while the switch is off, it fails to. */
@Component
class Noticing {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Noticing(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  @ApplicationModuleListener(id = "reliability.notice")
  void on(CaseCreatedV2 event) {
    events.publishEvent(
        CaseNoticed.of(event.aggregateId(), event.correlationId(), clock.instant()));
  }

  @ApplicationModuleListener(id = "reliability.noticed")
  void on(CaseNoticed event) {
    int kept =
        jdbc.sql(
                """
                insert into reliability.noticed (case_id)
                select ? from reliability.switch where is_on
                """)
            .param(event.aggregateId())
            .update();
    if (kept == 0) {
      throw new IllegalStateException("does not take this now");
    }
  }
}

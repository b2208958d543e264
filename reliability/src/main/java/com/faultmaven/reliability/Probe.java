package com.faultmaven.reliability;

import com.faultmaven.contracts.cases.events.CaseCreatedV2;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Inserts a row for each event of an opened case, duplicates included. It is slow, fails once in
 * fifty unless the case is called certain, and always fails if it is called poison; while the
 * switch is off, it fails for every event.
 */
@Component
class Probe {

  private static final int ONCE_IN = 50;

  private final JdbcClient jdbc;
  private final RandomGenerator random;

  Probe(JdbcClient jdbc, RandomGenerator random) {
    this.jdbc = jdbc;
    this.random = random;
  }

  @ApplicationModuleListener(id = "reliability.probe")
  void on(CaseCreatedV2 event) {
    int effects =
        jdbc.sql(
                """
                insert into reliability.effects (case_id)
                select ? from pg_sleep(0.005), reliability.switch where is_on
                """)
            .param(event.aggregateId())
            .update();
    String title = event.payload().title();
    boolean unlucky = random.nextInt(ONCE_IN) == 0 && !title.equals("certain");
    if (effects == 0 || title.equals("poison") || unlucky) {
      throw new IllegalStateException("does not take this now");
    }
  }
}

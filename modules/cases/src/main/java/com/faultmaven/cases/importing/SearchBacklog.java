package com.faultmaven.cases.importing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has imported texts indexed by the running service. It passes through all texts once more, which
 * costs less than indexing would while they come. A pass that is under way goes on, and a whole one
 * follows it.
 */
@Component
public class SearchBacklog {

  /** An import that is killed and never repeated is to be found, too. */
  private static final Duration AT_THE_LATEST = Duration.ofHours(1);

  private static final String ANNOUNCE =
      """
      update cases.search_progress
      set pass = 1, not_before = case when pass > 2 then ? else not_before end
      """;

  private static final String BEGIN =
      """
      update cases.search_progress p
      set not_before = least(not_before, ?), total = stored.total
      from (
        select 'cases' as source, count(*) as total from cases.cases
        union all
        select 'messages', coalesce(sum(message_count), 0) from cases.cases
      ) as stored
      where stored.source = p.source
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private boolean announced;

  SearchBacklog(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Before texts come. It is known from then on, whatever becomes of the transaction around it. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public synchronized void announce() {
    if (!announced) {
      jdbc.sql(ANNOUNCE).param(at(clock.instant().plus(AT_THE_LATEST))).update();
      announced = true;
    }
  }

  /** After the last text has come. */
  @Transactional
  public synchronized void begin() {
    if (announced) {
      jdbc.sql(BEGIN).param(at(clock.instant())).update();
    }
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}

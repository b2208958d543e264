package com.faultmaven.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far what was stored before there was a search through it is indexed. */
@Component
class SearchProgress {

  private static final int PASSES = 2;

  /** By then no instance of the version before writes any more. */
  private static final Duration BETWEEN_PASSES = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  SearchProgress(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Which texts. */
  enum Source {
    CASES,
    MESSAGES;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where a pass stands: behind that text. */
  record Place(int pass, String lastCase, int lastTurn) {}

  /** Locks the place for this transaction; none if another instance has it, or nothing is due. */
  Optional<Place> claim(Source source) {
    return jdbc.sql(
            """
            select pass, last_case, last_turn from cases.search_progress
            where source = ? and pass <= ? and not_before <= ?
            for update skip locked
            """)
        .params(source.word(), PASSES, clock.instant().atOffset(ZoneOffset.UTC))
        .query(Place.class)
        .optional();
  }

  void advance(Source source, Place to, int texts) {
    jdbc.sql(
            """
            update cases.search_progress
            set last_case = ?, last_turn = ?, indexed = indexed + ? where source = ?
            """)
        .params(to.lastCase(), to.lastTurn(), texts, source.word())
        .update();
  }

  void completePass(Source source) {
    jdbc.sql(
            """
            update cases.search_progress
            set pass = pass + 1, not_before = ?, last_case = '', last_turn = 0 where source = ?
            """)
        .params(clock.instant().plus(BETWEEN_PASSES).atOffset(ZoneOffset.UTC), source.word())
        .update();
  }

  /** How both go, in one statement. */
  List<State> states() {
    return jdbc.sql(
            """
            select upper(source) as source, pass > ? as finished,
              pass <= ? and not_before <= ? as due,
              case when pass > 1 then 1 else least(indexed / greatest(total, 1)::float8, 1) end
                as completed
            from cases.search_progress order by source
            """)
        .params(PASSES, PASSES, clock.instant().atOffset(ZoneOffset.UTC))
        .query(State.class)
        .list();
  }

  /**
   * How the indexing of stored texts goes.
   *
   * @param completed what is done of the first pass, from 0 to 1
   */
  record State(Source source, boolean finished, boolean due, double completed) {}
}

package com.faultmaven.messaging.log;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers how far the log has been published, and how far archived. */
@Component
public class LogPositions {

  private static final String PUBLISHER = "publisher";
  private static final String ARCHIVE = "archive";

  private static final String READ =
      "select horizon, seq from events.log_position where reader = ? ";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final boolean publishes;

  LogPositions(
      JdbcClient jdbc, Clock clock, @Value("${spring.kafka.bootstrap-servers:}") String brokers) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.publishes = !brokers.isBlank();
  }

  /** Up to here the broker has taken everything. */
  public LogPosition published() {
    return read(READ, PUBLISHER).single();
  }

  /** The same, and nobody moves it before the transaction ends. */
  LogPosition claimPublished() {
    return read(READ + "for update", PUBLISHER).single();
  }

  /** Up to here nothing is left in the log. */
  public LogPosition archived() {
    return read(READ, ARCHIVE).single();
  }

  /** The same, and it stays so until the transaction ends. */
  LogPosition holdArchived() {
    return read(READ + "for share", ARCHIVE).single();
  }

  /** The same for who moves it; empty if somebody else does just now. */
  Optional<LogPosition> claimArchived() {
    return read(READ + "for update skip locked", ARCHIVE).optional();
  }

  /** What a broker that is configured has not taken yet stays in the log, however old. */
  LogPosition archivable() {
    return publishes ? published() : LogPosition.END;
  }

  /**
   * Moves the position of the publisher, unless it was moved by somebody else.
   *
   * @return whether it was where it was believed to be
   */
  public boolean movePublished(LogPosition from, LogPosition to) {
    return move(PUBLISHER, from, to);
  }

  boolean moveArchived(LogPosition from, LogPosition to) {
    return move(ARCHIVE, from, to);
  }

  private JdbcClient.MappedQuerySpec<LogPosition> read(String sql, String reader) {
    return jdbc.sql(sql).param(reader).query((row, number) -> LogReader.position(row));
  }

  private boolean move(String reader, LogPosition from, LogPosition to) {
    int moved =
        jdbc.sql(
                """
                update events.log_position set horizon = ?, seq = ?, updated_at = ?
                where reader = ? and horizon = ? and seq = ?
                """)
            .params(
                to.horizon(),
                to.seq(),
                clock.instant().atOffset(ZoneOffset.UTC),
                reader,
                from.horizon(),
                from.seq())
            .update();
    return moved == 1;
  }
}

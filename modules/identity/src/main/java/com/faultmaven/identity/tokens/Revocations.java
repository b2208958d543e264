package com.faultmaven.identity.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sign-ins that have ended while access tokens of theirs are unexpired, in memory: those ended here
 * at once, those ended by other processes when they are next looked for.
 */
@Component
public class Revocations implements InitializingBean {

  /** Longer than a transaction may take between its statement and its end. */
  private static final String RECENT =
      """
      select sign_in_id, until from identity.revocations
      where revoked_at > clock_timestamp() - interval '60 s'
      """;

  private static final String ALL =
      "select sign_in_id, until from identity.revocations where until > clock_timestamp()";

  private static final String ENDED =
      """
      select exists (select from identity.revocations
        where sign_in_id = ? and until > clock_timestamp())
      """;

  /** More than this process holds are asked for one by one. */
  private static final int MOST = 500_000;

  /** What is read of the last minute leaves out nothing if it is read so often. */
  private static final Duration OFTEN = Duration.ofSeconds(30);

  private final JdbcClient jdbc;
  private final TokenProperties properties;
  private final Clock clock;
  private final int most;
  private final Map<String, Instant> ended = new ConcurrentHashMap<>();
  private volatile Instant lastRead = Instant.MIN;

  /** Whether there are more than are held. */
  private volatile boolean incomplete;

  @Autowired
  Revocations(JdbcClient jdbc, TokenProperties properties, Clock clock) {
    this(jdbc, properties, clock, MOST);
  }

  /**
   * @param most how many are held
   */
  Revocations(JdbcClient jdbc, TokenProperties properties, Clock clock, int most) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.clock = clock;
    this.most = most;
  }

  /** Before anybody is let in. */
  @Override
  public void afterPropertiesSet() {
    read(ALL);
  }

  @Scheduled(fixedDelayString = "${faultmaven.tokens.poll:1s}")
  void readRecent() {
    read(lastRead.plus(OFTEN).isAfter(clock.instant()) ? RECENT : ALL);
  }

  /** Whatever the clock of the database has kept from it. */
  @Scheduled(initialDelayString = "5m", fixedDelayString = "5m")
  void readAll() {
    Instant now = clock.instant();
    ended.values().removeIf(until -> until.isBefore(now));
    read(ALL);
    jdbc.sql("delete from identity.revocations where until < clock_timestamp() - interval '1 h'")
        .update();
  }

  /** After a failure or a pause of this process all are read. */
  private synchronized void read(String sql) {
    Instant now = clock.instant();
    List<Boolean> held =
        jdbc.sql(sql)
            .query(
                (row, _) ->
                    add(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()))
            .list();
    // not before: until then what is not held is asked for
    if (sql.equals(ALL)) {
      incomplete = held.contains(false);
    }
    lastRead = now;
  }

  private boolean add(String signIn, Instant until) {
    if (ended.size() >= most && !ended.containsKey(signIn)) {
      incomplete = true;
      return false;
    }
    ended.put(signIn, until);
    return true;
  }

  boolean include(String signIn) {
    return ended.containsKey(signIn)
        || (incomplete && jdbc.sql(ENDED).param(signIn).query(Boolean.class).single());
  }

  /** Refuses tokens of these sign-ins here from the end of the transaction on. */
  public void addAfterCommit(Collection<String> signIns) {
    if (signIns.isEmpty()) {
      return;
    }
    Instant until = clock.instant().plus(properties.longestUse());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            signIns.forEach(signIn -> add(signIn, until));
          }
        });
  }
}

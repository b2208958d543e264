package com.faultmaven.identity.tokens;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.InitializingBean;
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

  private final JdbcClient jdbc;
  private final TokenProperties properties;
  private final Clock clock;
  private final Map<String, Instant> ended = new ConcurrentHashMap<>();

  Revocations(JdbcClient jdbc, TokenProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.clock = clock;
  }

  /** Before anybody is let in. */
  @Override
  public void afterPropertiesSet() {
    read(ALL);
  }

  @Scheduled(fixedDelayString = "${faultmaven.tokens.poll:1s}")
  void readRecent() {
    read(RECENT);
  }

  /** Whatever the clock of the database or a pause of this process has kept from it. */
  @Scheduled(initialDelayString = "5m", fixedDelayString = "5m")
  void readAll() {
    read(ALL);
    Instant now = clock.instant();
    ended.values().removeIf(until -> until.isBefore(now));
    jdbc.sql("delete from identity.revocations where until < clock_timestamp() - interval '1 h'")
        .update();
  }

  private void read(String sql) {
    jdbc.sql(sql)
        .query(
            row -> {
              ended.put(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant());
            });
  }

  boolean include(String signIn) {
    return ended.containsKey(signIn);
  }

  /** Refuses tokens of these sign-ins here from the end of the transaction on. */
  public void addAfterCommit(Collection<String> signIns) {
    if (signIns.isEmpty()) {
      return;
    }
    Instant until = clock.instant().plus(properties.longestAccess());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            signIns.forEach(signIn -> ended.put(signIn, until));
          }
        });
  }
}

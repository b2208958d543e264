package com.faultmaven.messaging.deadletters;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.messaging.registry.RegistrySql;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an operator may do with dead letters; each decision is recorded with who took it. */
@Service
public class DeadLetterDecisions {

  private static final Logger log = LoggerFactory.getLogger(DeadLetterDecisions.class);

  /**
   * Settles, forgets that the consumer has seen the events, and hands them back to their listeners;
   * the publisher finds by itself what goes to the broker again. A second decision on the same
   * letters at the same time waits, and finds them settled.
   */
  private static final String REPLAY =
      """
      with replayed as (
        update events.event_dead_letter
        set state = 'replayed', settled_at = :now, settled_by = :who, version = version + 1
        where dead_letter_id in (
          select dead_letter_id from events.event_dead_letter where %s
          order by parked_at, dead_letter_id limit :limit for update)
        returning *),
      forgotten as (
        delete from events.inbox seen using replayed
        where seen.consumer = replayed.consumer and seen.event_id = replayed.event_id),
      published as (%s),
      audited as (
        insert into events.dead_letter_audit (dead_letter_id, action, user_id, correlation_id, at)
        select dead_letter_id, 'replayed', :who, :correlation, :now from replayed)
      select count(*) from replayed
      """;

  private static final String DISCARD =
      """
      with discarded as (
        update events.event_dead_letter
        set state = 'discarded', settled_at = :now, settled_by = :who, discard_reason = :reason,
          version = version + 1
        where dead_letter_id = :id and state = 'parked'
        returning dead_letter_id),
      audited as (
        insert into events.dead_letter_audit
          (dead_letter_id, action, user_id, reason, correlation_id, at)
        select dead_letter_id, 'discarded', :who, :reason, :correlation, :now from discarded)
      select count(*) from discarded
      """;

  private final JdbcClient jdbc;
  private final DeadLetterQueries letters;
  private final Clock clock;

  DeadLetterDecisions(JdbcClient jdbc, DeadLetterQueries letters, Clock clock) {
    this.jdbc = jdbc;
    this.letters = letters;
    this.clock = clock;
  }

  /**
   * Hands one back for delivery, past any record of having been processed.
   *
   * @throws DeadLetterNotFound if there is none of that id
   * @throws AlreadySettled if it is not parked any more
   */
  @Transactional
  public DeadLetter replay(UUID id, Caller caller) {
    return settled(id, replay(DeadLetterSelection.of(id), 1, caller).replayed());
  }

  /** Hands back those that are parked and fit, the oldest first, at most so many. */
  @Transactional
  public Replayed replay(DeadLetterSelection selection, int limit, Caller caller) {
    StatementSpec statement =
        selection.bind(
            jdbc.sql(REPLAY.formatted(selection.conditions(), RegistrySql.PUT_BACK_REPLAYED)),
            DeadLetterState.PARKED);
    long replayed = decide(statement.param("limit", limit), caller);
    log.info("User {} replayed {} dead letters", caller.userId().pseudonym(), replayed);
    return new Replayed(replayed, letters.count(DeadLetterState.PARKED, selection));
  }

  /**
   * Gives one up.
   *
   * @param reason for the record
   * @throws DeadLetterNotFound if there is none of that id
   * @throws AlreadySettled if it is not parked any more
   */
  @Transactional
  public DeadLetter discard(UUID id, String reason, Caller caller) {
    long discarded = decide(jdbc.sql(DISCARD).param("id", id).param("reason", reason), caller);
    DeadLetter letter = settled(id, discarded);
    log.info("User {} discarded dead letter {}", caller.userId().pseudonym(), id);
    return letter;
  }

  private long decide(StatementSpec statement, Caller caller) {
    return statement
        .param("now", clock.instant().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("who", caller.userId().value())
        .param("correlation", CorrelationId.current().value())
        .query(Long.class)
        .single();
  }

  private DeadLetter settled(UUID id, long count) {
    DeadLetter letter = letters.get(id);
    if (count == 0) {
      throw AlreadySettled.as(letter.state());
    }
    return letter;
  }

  /**
   * What a replay did.
   *
   * @param remaining how many that fit are parked still
   */
  public record Replayed(long replayed, long remaining) {}
}

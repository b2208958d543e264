package com.faultmaven.mail;

import com.faultmaven.jobs.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives up mails that stayed in doubt for a week, and deletes those settled long ago, with what
 * belongs to them.
 */
@Component
class MailRetention implements RecurringTask {

  private static final Duration DOUBT = Duration.ofDays(7);
  private static final int AT_ONCE = 500;

  private final Mails mails;
  private final ForgottenMails forgotten;
  private final Settling settling;
  private final WayOut way;
  private final UnsubscribeTokens tokens;
  private final SuppressionRows suppressions;
  private final MailProperties properties;
  private final TransactionTemplate transaction;
  private final Clock clock;

  MailRetention(
      Mails mails,
      ForgottenMails forgotten,
      Settling settling,
      WayOut way,
      UnsubscribeTokens tokens,
      SuppressionRows suppressions,
      MailProperties properties,
      TransactionTemplate transaction,
      Clock clock) {
    this.mails = mails;
    this.forgotten = forgotten;
    this.settling = settling;
    this.way = way;
    this.tokens = tokens;
    this.suppressions = suppressions;
    this.properties = properties;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "mail.forget";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    Instant now = clock.instant();
    while (inBatch(() -> giveUp(now.minus(DOUBT)))) {}
    while (inBatch(() -> delete(false, now.minus(properties.retention())))) {}
    Instant longAgo = now.minus(properties.letterRetention());
    while (inBatch(() -> delete(true, longAgo))) {}
    while (tokens.deleteSome(longAgo, AT_ONCE) == AT_ONCE) {}
    while (suppressions.deleteSomeOfAudit(longAgo, AT_ONCE) == AT_ONCE) {}
  }

  private List<MailKey> giveUp(Instant upTo) {
    List<MailKey> doubted = mails.inDoubtSince(upTo, AT_ONCE);
    doubted.forEach(key -> settling.settle(key, MailState.FAILED, "nothing was heard of it"));
    return doubted;
  }

  private List<MailKey> delete(boolean letters, Instant upTo) {
    List<MailKey> deleted = forgotten.deleteSomeSettled(letters, upTo, AT_ONCE);
    deleted.forEach(way::forget);
    return deleted;
  }

  /** Returns whether there may be more. */
  private boolean inBatch(Supplier<List<MailKey>> batch) {
    return Objects.requireNonNull(transaction.execute(status -> batch.get())).size() == AT_ONCE;
  }
}

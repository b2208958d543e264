package com.faultmaven.mail;

import com.faultmaven.jobs.LastRestore;
import com.faultmaven.jobs.Next;
import com.faultmaven.jobs.TaskHandler;
import com.faultmaven.jobs.TaskType;
import com.faultmaven.mail.Mail.Due;
import com.faultmaven.mail.Mails.Waiting;
import com.faultmaven.mail.WayOut.HandOver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands a mail over. That it begins to is committed before, and what came of it afterwards; no
 * transaction is open while the server is talked to. A process that dies in between leaves a mail
 * of which it is known that nobody knows.
 */
@Component
class HandingOver implements TaskHandler<Due> {

  /** After each refusal for now; then it has failed. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(12));

  private final Mails mails;
  private final Settling settling;
  private final WayOut way;
  private final MailProperties properties;
  private final LastRestore restore;
  private final TransactionTemplate transaction;
  private final Clock clock;

  HandingOver(
      Mails mails,
      Settling settling,
      WayOut way,
      MailProperties properties,
      LastRestore restore,
      TransactionTemplate transaction,
      Clock clock) {
    this.mails = mails;
    this.settling = settling;
    this.way = way;
    this.properties = properties;
    this.restore = restore;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public TaskType<Due> type() {
    return Mail.SENDING;
  }

  @Override
  public Next run(Due due) {
    Optional<Waiting> begun = inTransaction(() -> begin(new MailKey(due.key())));
    if (begun.isEmpty()) {
      return Next.done();
    }
    Waiting mail = begun.get();
    HandOver outcome =
        way.handOver(
            mail.key(),
            Objects.requireNonNull(mail.recipient()),
            Objects.requireNonNull(mail.bytes()));
    return inTransaction(() -> record(mail, outcome));
  }

  /** What is to be handed over, if anything. */
  private Optional<Waiting> begin(MailKey key) {
    return mails.lock(key).filter(this::isToBeHandedOver).map(this::beginToHandOver);
  }

  private boolean isToBeHandedOver(Waiting mail) {
    return switch (mail.state()) {
      case QUEUED -> !isHeldBack(mail) && !isHeldUp(mail);
      case SENDING -> !isSettled(mail, "the process ended while it was handed over");
      case SENT, FAILED, UNCONFIRMED, CANCELLED, INVALID_EMAIL -> false;
      case SUPPRESSED, OPTED_OUT, DELIVERED, BOUNCED, COMPLAINED -> false;
    };
  }

  private boolean isHeldBack(Waiting mail) {
    return restore.isAfter(mail.askedAt())
        && isSettled(mail, "the database was restored since it was asked for");
  }

  private boolean isHeldUp(Waiting mail) {
    SuppressionReason reason = mail.suppressed();
    if (reason == null || !reason.holdsUp(mail.purpose())) {
      return false;
    }
    settling.settle(mail.key(), reason.state(), null);
    return true;
  }

  private Waiting beginToHandOver(Waiting mail) {
    mails.beginToHandOver(mail.key(), way.name());
    return mail;
  }

  /** One of which nobody recorded whether it left; says whether that is all that can be done. */
  private boolean isSettled(Waiting mail, String why) {
    Boolean left = way.hasLeft(mail.key());
    if (left == null && properties.inDoubt() == MailProperties.InDoubt.HOLD) {
      settling.settle(mail.key(), MailState.UNCONFIRMED, why);
      return true;
    }
    if (Boolean.TRUE.equals(left)) {
      settling.settle(mail.key(), MailState.SENT, null);
      return true;
    }
    return false;
  }

  /** Somebody else may have found it in doubt meanwhile, if this process was given up. */
  private Next record(Waiting mail, HandOver outcome) {
    Optional<MailState> now = mails.lock(mail.key()).map(Waiting::state);
    boolean mine = now.filter(MailState.SENDING::equals).isPresent();
    boolean doubted = now.filter(MailState.UNCONFIRMED::equals).isPresent();
    switch (outcome) {
      case HandOver.Accepted _ when mine || doubted ->
          settling.settle(mail.key(), MailState.SENT, null);
      case HandOver.Refused refused when mine ->
          settling.settle(mail.key(), MailState.FAILED, refused.why());
      case HandOver.Unknown unknown when mine -> {
        return doubt(mail, unknown.why());
      }
      case HandOver.PutOff putOff when mine -> {
        return later(mail, putOff.why());
      }
      case HandOver _ -> {}
    }
    return Next.done();
  }

  private Next doubt(Waiting mail, String why) {
    if (properties.inDoubt() == MailProperties.InDoubt.RESEND) {
      return later(mail, why);
    }
    settling.settle(mail.key(), MailState.UNCONFIRMED, why);
    return Next.done();
  }

  private Next later(Waiting mail, String why) {
    if (mail.attempts() >= PAUSES.size()) {
      settling.settle(mail.key(), MailState.FAILED, why);
      return Next.done();
    }
    if (mail.forgotten()) {
      settling.settle(mail.key(), MailState.CANCELLED, null);
      return Next.done();
    }
    Instant next = clock.instant().plus(PAUSES.get(mail.attempts()));
    mails.putOff(mail.key(), why, next);
    return Next.at(next);
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.get()));
  }
}

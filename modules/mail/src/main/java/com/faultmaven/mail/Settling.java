package com.faultmaven.mail;

import com.faultmaven.mail.Mails.Waiting;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records what became of a mail, and tells it. */
@Component
class Settling {

  private final Mails mails;
  private final ForgottenMails forgotten;
  private final WayOut way;
  private final ApplicationEventPublisher facts;
  private final MeterRegistry meters;
  private final Clock clock;

  Settling(
      Mails mails,
      ForgottenMails forgotten,
      WayOut way,
      ApplicationEventPublisher facts,
      MeterRegistry meters,
      Clock clock) {
    this.mails = mails;
    this.forgotten = forgotten;
    this.way = way;
    this.facts = facts;
    this.meters = meters;
    this.clock = clock;
  }

  /** Within the transaction of the caller. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void settle(MailKey key, MailState state, @Nullable String error) {
    mails.lock(key).ifPresent(mail -> settle(mail, state, error));
  }

  private void settle(Waiting mail, MailState state, @Nullable String error) {
    Instant at = clock.instant();
    MailState became = mails.settle(mail.key(), state, error, at);
    if (mail.forgotten()) {
      forgotten.forget(List.of(mail.key())).forEach(way::forget);
    }
    tell(new MailSettled(mail.key(), mail.purpose(), became, error, at));
  }

  /** Tells what was recorded. */
  void tell(MailSettled settled) {
    facts.publishEvent(settled);
    MailMeters.settled(meters, settled.purpose(), settled.state()).increment();
  }
}

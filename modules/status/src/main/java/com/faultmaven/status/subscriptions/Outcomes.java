package com.faultmaven.status.subscriptions;

import com.faultmaven.mail.MailSettled;
import com.faultmaven.mail.MailState;
import com.faultmaven.mail.Purpose;
import com.faultmaven.status.subscriptions.NoticeKey.Sent;
import com.faultmaven.status.subscriptions.SentNotices.Waiting;
import com.faultmaven.status.subscriptions.WebhookClient.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Records what came of each try, and sends nothing more to where nothing has arrived for days. */
@Component
class Outcomes {

  private static final Duration PATIENCE = Duration.ofDays(5);
  private static final String PUT_OFF = "put_off";

  private final Tries tries;
  private final MeterRegistry meters;

  Outcomes(Tries tries, MeterRegistry meters) {
    this.tries = tries;
    this.meters = meters;
    // there from the beginning, or nobody sees the first
    for (String outcome : List.of("delivered", "failed")) {
      counter("webhook", outcome);
      counter("email", outcome);
    }
    counter("webhook", PUT_OFF);
    counter("email", "unconfirmed");
  }

  /** Of a webhook, within the transaction of the caller. */
  void record(Waiting delivery, String state, Outcome outcome, Instant now) {
    SubscriptionId to = delivery.to().subscription();
    if (tries.tried(delivery.event(), List.of(to), state, outcome.status(), outcome.error(), now)
        > 0) {
      count("webhook", state);
    }
    if (!outcome.delivered()) {
      tries.disable(to, outcome.gone(), now.minus(PATIENCE));
    }
  }

  /** Of mail, in the transaction that knows it. */
  @EventListener
  void on(MailSettled fact) {
    if (fact.purpose() == Purpose.NOTICE) {
      Sent.of(fact.key()).ifPresent(sent -> record(sent, fact));
    }
  }

  private void record(Sent sent, MailSettled fact) {
    String state =
        switch (fact.state()) {
          case SENT, DELIVERED, COMPLAINED -> "delivered";
          case UNCONFIRMED -> "unconfirmed";
          default -> "failed";
        };
    String why = state.equals("delivered") ? null : why(fact);
    SubscriptionId to = new SubscriptionId(sent.subscription());
    boolean news =
        tries.tried(sent.notice(), List.of(to), state, null, why, fact.at()) > 0
            // a server may refuse later what another one has taken
            || fact.state() == MailState.BOUNCED
                && tries.returned(sent.notice(), to, why(fact), fact.at());
    if (!news) {
      return;
    }
    count("email", state);
    if (state.equals("failed")) {
      tries.disable(to, false, fact.at().minus(PATIENCE));
    }
  }

  private static String why(MailSettled fact) {
    String state = fact.state().name().toLowerCase(Locale.ROOT);
    return fact.error() == null ? state : state + ": " + fact.error();
  }

  private void count(String channel, String state) {
    counter(channel, state.equals("queued") ? PUT_OFF : state).increment();
  }

  private Counter counter(String channel, String outcome) {
    return Counter.builder("faultmaven.status.deliveries")
        .description("What came of words to subscribers, each try")
        .tags("channel", channel, "outcome", outcome)
        .register(meters);
  }
}

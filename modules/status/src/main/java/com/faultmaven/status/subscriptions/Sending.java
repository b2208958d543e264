package com.faultmaven.status.subscriptions;

import com.faultmaven.jobs.LastRestore;
import com.faultmaven.jobs.Next;
import com.faultmaven.jobs.Priority;
import com.faultmaven.jobs.TaskHandler;
import com.faultmaven.jobs.TaskType;
import com.faultmaven.jobs.Tasks;
import com.faultmaven.kernel.json.StoredJson;
import com.faultmaven.status.subscriptions.Sending.Due;
import com.faultmaven.status.subscriptions.SentNotices.Waiting;
import com.faultmaven.status.subscriptions.WebhookClient.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is to be sent, at least once: no transaction is open meanwhile, and who dies before
 * what came of it is recorded has it sent again, under the same id.
 */
@Component
class Sending implements TaskHandler<Due> {

  private static final TaskType<Due> TYPE = new TaskType<>("status.deliver", Due.class);

  /** After each failure; then it has failed for good. */
  static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofHours(24));

  private final SentNotices deliveries;
  private final WebhookClient client;
  private final MailedNotices mails;
  private final Outcomes outcomes;
  private final Tasks tasks;
  private final LastRestore restore;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Sending(
      SentNotices deliveries,
      WebhookClient client,
      MailedNotices mails,
      Outcomes outcomes,
      Tasks tasks,
      LastRestore restore,
      TransactionTemplate transaction,
      Clock clock) {
    this.deliveries = deliveries;
    this.client = client;
    this.mails = mails;
    this.outcomes = outcomes;
    this.tasks = tasks;
    this.restore = restore;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * What is to be sent.
   *
   * @param wanted true if somebody wants it sent, whoever has sent it before; absent otherwise
   */
  record Due(UUID delivery, @Nullable Boolean wanted) {}

  /** One that somebody waits for. */
  void plan(DeliveryId delivery) {
    tasks.plan(TYPE, delivery.toString(), new Due(delivery.value(), null));
  }

  /** Those of a notice, to whomever it goes. */
  void planAll(List<DeliveryId> deliveries) {
    Map<String, Due> due = new LinkedHashMap<>();
    deliveries.forEach(it -> due.put(it.toString(), new Due(it.value(), null)));
    tasks.planAll(TYPE, due, Priority.BULK);
  }

  /** The same, because somebody asked for it. */
  void planAsAsked(DeliveryId delivery) {
    tasks.plan(TYPE, delivery.toString(), new Due(delivery.value(), true));
  }

  @Override
  public TaskType<Due> type() {
    return TYPE;
  }

  @Override
  public Next run(Due due) {
    Optional<Waiting> found = deliveries.waiting(new DeliveryId(due.delivery()));
    if (found.isEmpty()) {
      return Next.done();
    }
    Waiting delivery = found.get();
    if (delivery.to().channel() == Channel.EMAIL) {
      mails.sendAgain(delivery);
      return Next.done();
    }
    Instant now = clock.instant();
    if (restore.isAfter(delivery.createdAt()) && !Boolean.TRUE.equals(due.wanted())) {
      // it may have been sent after the backup was made
      deliveries.holdBack(delivery.id(), "the database was restored", now);
      return Next.done();
    }
    Outcome outcome =
        client.post(
            delivery.to().address(),
            delivery.event() + "." + delivery.to().subscription(),
            delivery.to().secret(),
            body(delivery, now));
    return record(delivery, outcome);
  }

  private Next record(Waiting delivery, Outcome outcome) {
    Instant now = clock.instant();
    boolean last = outcome.gone() || delivery.attempts() >= PAUSES.size();
    String state = outcome.delivered() ? "delivered" : last ? "failed" : "queued";
    transaction.executeWithoutResult(_ -> outcomes.record(delivery, state, outcome, now));
    return state.equals("queued")
        ? Next.at(now.plus(PAUSES.get(delivery.attempts())))
        : Next.done();
  }

  private static String body(Waiting delivery, Instant now) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    Map<String, @Nullable Object> meta = new LinkedHashMap<>();
    meta.put("unsubscribe", "/api/v1/status-subscriptions/" + delivery.to().subscription());
    meta.put("documentation", "/docs");
    meta.put("generated_at", now.toString());
    body.put("meta", meta);
    body.putAll(delivery.body());
    return StoredJson.text(body);
  }
}

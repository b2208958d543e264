package com.faultmaven.status.subscriptions;

import com.faultmaven.kernel.Caller;
import com.faultmaven.status.LimitReached;
import com.faultmaven.status.Permissions;
import com.faultmaven.status.ServiceId;
import com.faultmaven.status.Visitor;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds webhooks, and says what was sent to whom: everybody their own, administrators all. */
@Service
@Transactional
public class WebhookSubscriptions {

  private final Subscriptions subscriptions;
  private final SentNotices deliveries;
  private final Sending sending;
  private final SubscriptionEnds ends;
  private final WebhookAddresses addresses;
  private final Permissions permissions;
  private final Clock clock;

  WebhookSubscriptions(
      Subscriptions subscriptions,
      SentNotices deliveries,
      Sending sending,
      SubscriptionEnds ends,
      WebhookAddresses addresses,
      Permissions permissions,
      Clock clock) {
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
    this.sending = sending;
    this.ends = ends;
    this.addresses = addresses;
    this.permissions = permissions;
    this.clock = clock;
  }

  /** A new subscription with the secret that is shown this once. */
  public record Added(Subscription subscription, String secret) {}

  /** Has a webhook told from now on. */
  public Added add(String url, @Nullable List<ServiceId> services, Visitor visitor) {
    Caller caller = permissions.requireNamed(visitor);
    addresses.requireAllowed(url);
    if (services != null) {
      subscriptions.names(services, visitor.organization());
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Subscription subscription =
        new Subscription(
            new SubscriptionId(UUID.randomUUID()), Channel.WEBHOOK, url, services, true, now, null);
    String secret = Signature.newSecret();
    if (!subscriptions.add(subscription, visitor.organization(), secret, caller.userId().value())) {
      throw LimitReached.ofSubscriptions(Subscriptions.MOST);
    }
    return new Added(subscription, secret);
  }

  public List<Subscription> list(int limit, int offset, Visitor visitor) {
    return subscriptions.list(visitor.organization(), owner(visitor), limit, offset);
  }

  public Subscription get(SubscriptionId id, Visitor visitor) {
    return subscriptions
        .get(id, visitor.organization(), owner(visitor))
        .orElseThrow(() -> SubscriptionNotFound.of(id));
  }

  /** Nothing more is sent there, also not what waits. */
  public void delete(SubscriptionId id, Visitor visitor) {
    ends.end(id, visitor.organization(), owner(visitor));
  }

  /** What was sent, the newest first. */
  public List<Delivery> deliveries(SubscriptionId id, int limit, int offset, Visitor visitor) {
    get(id, visitor);
    return deliveries.list(id, limit, offset);
  }

  /** Sends something again. */
  public Delivery retry(SubscriptionId id, DeliveryId delivery, Visitor visitor) {
    get(id, visitor);
    Delivery queued =
        deliveries.again(delivery, id).orElseThrow(() -> DeliveryNotFound.of(delivery));
    sending.planAsAsked(delivery);
    return queued;
  }

  /** Sends something that says nothing, to see whether it gets there. */
  public Delivery test(SubscriptionId id, Visitor visitor) {
    get(id, visitor);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("page", Map.of("id", visitor.organization().value()));
    body.put("test", true);
    Notice notice =
        new Notice(UUID.randomUUID(), visitor.organization(), "test", null, List.of(), false, body);
    Delivery delivery = deliveries.test(notice, id, new DeliveryId(UUID.randomUUID()), now);
    sending.plan(delivery.id());
    return delivery;
  }

  /** Administrators see those of everybody. */
  private @Nullable String owner(Visitor visitor) {
    Caller caller = permissions.requireNamed(visitor);
    return permissions.isAdministrator(caller) ? null : caller.userId().value();
  }
}

package com.faultmaven.status.web;

import com.faultmaven.contracts.status.v1.api.SubscriptionsApi;
import com.faultmaven.contracts.status.v1.model.DeliveryList;
import com.faultmaven.contracts.status.v1.model.DeliveryResponse;
import com.faultmaven.contracts.status.v1.model.NewSubscriptionResponse;
import com.faultmaven.contracts.status.v1.model.SubscribeRequest;
import com.faultmaven.contracts.status.v1.model.SubscriptionChannel;
import com.faultmaven.contracts.status.v1.model.SubscriptionList;
import com.faultmaven.contracts.status.v1.model.SubscriptionResponse;
import com.faultmaven.status.ServiceId;
import com.faultmaven.status.subscriptions.DeliveryId;
import com.faultmaven.status.subscriptions.MailSubscriptions;
import com.faultmaven.status.subscriptions.SubscriptionId;
import com.faultmaven.status.subscriptions.WebhookSubscriptions;
import com.faultmaven.status.subscriptions.WebhookSubscriptions.Added;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Subscriptions. */
@RestController
class SubscriptionsController implements SubscriptionsApi {

  private final WebhookSubscriptions subscriptions;
  private final MailSubscriptions mail;
  private final CurrentRequest current;

  SubscriptionsController(
      WebhookSubscriptions subscriptions, MailSubscriptions mail, CurrentRequest current) {
    this.subscriptions = subscriptions;
    this.mail = mail;
    this.current = current;
  }

  @Override
  public ResponseEntity<NewSubscriptionResponse> subscribe(SubscribeRequest request) {
    List<ServiceId> services = SubscriptionRequests.services(request);
    if (request.getChannel() == SubscriptionChannel.EMAIL) {
      String email = SubscriptionRequests.email(request);
      mail.ask(email, services, current.visitor(), current.client());
      return ResponseEntity.accepted().build();
    }
    Added added = subscriptions.add(SubscriptionRequests.url(request), services, current.visitor());
    return ResponseEntity.created(
            URI.create("/api/v1/status-subscriptions/" + added.subscription().id()))
        .body(SubscriptionResponses.of(added));
  }

  @Override
  public ResponseEntity<SubscriptionList> listSubscriptions(
      Integer limit, @Nullable Integer offset) {
    return ResponseEntity.ok(
        SubscriptionResponses.of(
            subscriptions.list(limit, offset == null ? 0 : offset, current.visitor())));
  }

  @Override
  public ResponseEntity<SubscriptionResponse> getSubscription(UUID subscriptionId) {
    return ResponseEntity.ok(
        SubscriptionResponses.of(
            subscriptions.get(new SubscriptionId(subscriptionId), current.visitor())));
  }

  @Override
  public ResponseEntity<Void> deleteSubscription(UUID subscriptionId) {
    subscriptions.delete(new SubscriptionId(subscriptionId), current.visitor());
    return ResponseEntity.noContent().build();
  }

  @Override
  public ResponseEntity<DeliveryList> listSubscriptionDeliveries(
      UUID subscriptionId, Integer limit, @Nullable Integer offset) {
    return ResponseEntity.ok(
        SubscriptionResponses.deliveries(
            subscriptions.deliveries(
                new SubscriptionId(subscriptionId),
                limit,
                offset == null ? 0 : offset,
                current.visitor())));
  }

  @Override
  public ResponseEntity<DeliveryResponse> retrySubscriptionDelivery(
      UUID subscriptionId, UUID deliveryId) {
    return ResponseEntity.accepted()
        .body(
            SubscriptionResponses.of(
                subscriptions.retry(
                    new SubscriptionId(subscriptionId),
                    new DeliveryId(deliveryId),
                    current.visitor())));
  }

  @Override
  public ResponseEntity<DeliveryResponse> testSubscription(UUID subscriptionId) {
    return ResponseEntity.accepted()
        .body(
            SubscriptionResponses.of(
                subscriptions.test(new SubscriptionId(subscriptionId), current.visitor())));
  }
}

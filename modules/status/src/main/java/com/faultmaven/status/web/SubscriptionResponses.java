package com.faultmaven.status.web;

import com.faultmaven.contracts.status.v1.model.DeliveryList;
import com.faultmaven.contracts.status.v1.model.DeliveryResponse;
import com.faultmaven.contracts.status.v1.model.NewSubscriptionResponse;
import com.faultmaven.contracts.status.v1.model.SubscriptionChannel;
import com.faultmaven.contracts.status.v1.model.SubscriptionList;
import com.faultmaven.contracts.status.v1.model.SubscriptionResponse;
import com.faultmaven.status.ServiceId;
import com.faultmaven.status.subscriptions.Channel;
import com.faultmaven.status.subscriptions.Delivery;
import com.faultmaven.status.subscriptions.Subscription;
import com.faultmaven.status.subscriptions.WebhookSubscriptions.Added;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Writes subscriptions as the contract has them. */
final class SubscriptionResponses {

  private SubscriptionResponses() {}

  static NewSubscriptionResponse of(Added added) {
    Subscription subscription = added.subscription();
    return new NewSubscriptionResponse()
        .id(subscription.id().value())
        .channel(SubscriptionChannel.fromValue(word(subscription)))
        .url(url(subscription))
        .email(email(subscription))
        .serviceIds(services(subscription))
        .active(subscription.active())
        .createdAt(time(subscription.createdAt()))
        .failingSince(null)
        .secret(added.secret());
  }

  static SubscriptionResponse of(Subscription subscription) {
    return new SubscriptionResponse()
        .id(subscription.id().value())
        .channel(SubscriptionChannel.fromValue(word(subscription)))
        .url(url(subscription))
        .email(email(subscription))
        .serviceIds(services(subscription))
        .active(subscription.active())
        .createdAt(time(subscription.createdAt()))
        .failingSince(optional(subscription.failingSince()));
  }

  static SubscriptionList of(List<Subscription> subscriptions) {
    return new SubscriptionList()
        .data(subscriptions.stream().map(SubscriptionResponses::of).toList());
  }

  static DeliveryResponse of(Delivery delivery) {
    return new DeliveryResponse()
        .id(delivery.id().value())
        .kind(delivery.kind())
        .state(delivery.state())
        .attempts(delivery.attempts())
        .lastStatus(delivery.lastStatus())
        .lastError(delivery.lastError())
        .createdAt(time(delivery.createdAt()))
        .settledAt(optional(delivery.settledAt()));
  }

  static DeliveryList deliveries(List<Delivery> deliveries) {
    return new DeliveryList().data(deliveries.stream().map(SubscriptionResponses::of).toList());
  }

  private static String word(Subscription subscription) {
    return subscription.channel().name().toLowerCase(Locale.ROOT);
  }

  private static String url(Subscription subscription) {
    return subscription.channel() == Channel.EMAIL
        ? "mailto:" + UriUtils.encodePathSegment(subscription.address(), StandardCharsets.US_ASCII)
        : subscription.address();
  }

  private static @Nullable String email(Subscription subscription) {
    return subscription.channel() == Channel.EMAIL ? subscription.address() : null;
  }

  private static @Nullable List<UUID> services(Subscription subscription) {
    List<ServiceId> services = subscription.services();
    return services == null ? null : services.stream().map(ServiceId::value).toList();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable OffsetDateTime optional(@Nullable Instant instant) {
    return instant == null ? null : time(instant);
  }
}

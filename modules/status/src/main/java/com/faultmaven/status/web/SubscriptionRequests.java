package com.faultmaven.status.web;

import com.faultmaven.contracts.status.v1.model.SubscribeRequest;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.status.ServiceId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads who is to be told. */
final class SubscriptionRequests {

  private SubscriptionRequests() {}

  static @Nullable List<ServiceId> services(SubscribeRequest request) {
    List<UUID> sent = request.getServiceIds().orElse(null);
    return sent == null ? null : sent.stream().distinct().map(ServiceId::new).toList();
  }

  static String url(SubscribeRequest request) {
    return needed("url", request.getUrl().orElse(null), "email", request.getEmail().orElse(null));
  }

  static String email(SubscribeRequest request) {
    return needed("email", request.getEmail().orElse(null), "url", request.getUrl().orElse(null));
  }

  private static String needed(
      String member, @Nullable String value, String other, @Nullable String unneeded) {
    if (value == null) {
      throw InvalidRequest.body("/" + member, "required", member + " is required by this channel.");
    }
    if (unneeded != null) {
      throw InvalidRequest.body(
          "/" + other, "not_allowed", other + " does not belong to this channel.");
    }
    return value;
  }
}

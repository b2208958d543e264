package com.faultmaven.status.web.page;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.status.ServiceId;
import com.faultmaven.status.Visitor;
import com.faultmaven.status.subscriptions.Confirmations;
import com.faultmaven.status.subscriptions.MailSubscriptions;
import com.faultmaven.status.subscriptions.SubscriptionEnds;
import com.faultmaven.web.addresses.ClientAddresses;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages on which addresses subscribe, confirm that, and leave. No GET changes anything. */
@RestController
@RequestMapping({"/status/subscriptions", "/status/o/{organization}/subscriptions"})
class SubscriptionPageController {

  private static final int MOST_SERVICES = 100;

  private final SubscriptionPages pages;
  private final MailSubscriptions subscriptions;
  private final Confirmations confirmations;
  private final SubscriptionEnds ends;
  private final ClientAddresses addresses;

  SubscriptionPageController(
      SubscriptionPages pages,
      MailSubscriptions subscriptions,
      Confirmations confirmations,
      SubscriptionEnds ends,
      ClientAddresses addresses) {
    this.pages = pages;
    this.subscriptions = subscriptions;
    this.confirmations = confirmations;
    this.ends = ends;
    this.addresses = addresses;
  }

  @ModelAttribute
  PageAddress page(@PathVariable(required = false) @Nullable String organization) {
    return PageAddress.of(organization);
  }

  @GetMapping
  ResponseEntity<byte[]> form(@ModelAttribute(binding = false) PageAddress page) {
    return pages.form(page);
  }

  @PostMapping
  ResponseEntity<byte[]> subscribe(
      @ModelAttribute(binding = false) PageAddress page,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(required = false, name = "service") @Nullable List<String> services,
      HttpServletRequest request) {
    return pages.onPublic(
        page,
        HttpStatus.ACCEPTED,
        "subscribed",
        organization -> {
          subscriptions.ask(
              email,
              services == null || services.isEmpty() ? null : ids(services),
              Visitor.unnamed(organization),
              addresses.networkOf(request));
          return null;
        });
  }

  @GetMapping("/confirm")
  ResponseEntity<byte[]> askToConfirm(
      @ModelAttribute(binding = false) PageAddress page,
      @RequestParam(defaultValue = "") String token) {
    return pages.onPublic(
        page,
        HttpStatus.OK,
        "confirm",
        organization -> confirmations.addressOf(token, organization));
  }

  @PostMapping("/confirm")
  ResponseEntity<byte[]> confirm(
      @ModelAttribute(binding = false) PageAddress page,
      @RequestParam(defaultValue = "") String token) {
    return pages.onPublic(
        page,
        HttpStatus.OK,
        "confirmed",
        organization -> confirmations.confirm(token, organization));
  }

  @GetMapping("/unsubscribe")
  ResponseEntity<byte[]> askToEnd(
      @ModelAttribute(binding = false) PageAddress page,
      @RequestParam(defaultValue = "") String token) {
    ends.requireToken(token);
    return pages.on(page, HttpStatus.OK, "unsubscribe", _ -> null);
  }

  /** Also what a program of mail posts for its user, RFC 8058. */
  @PostMapping("/unsubscribe")
  ResponseEntity<byte[]> end(
      @ModelAttribute(binding = false) PageAddress page,
      @RequestParam(defaultValue = "") String token) {
    return pages.on(
        page,
        HttpStatus.OK,
        "unsubscribed",
        organization -> {
          ends.end(token, organization);
          return null;
        });
  }

  private static List<ServiceId> ids(List<String> sent) {
    if (sent.size() > MOST_SERVICES) {
      throw InvalidRequest.body("/service", "too_many", "At most 100 services may be chosen.");
    }
    try {
      return sent.stream().distinct().map(UUID::fromString).map(ServiceId::new).toList();
    } catch (IllegalArgumentException none) {
      throw InvalidRequest.body("/service", "invalid_format", "service is no id of a service.");
    }
  }
}

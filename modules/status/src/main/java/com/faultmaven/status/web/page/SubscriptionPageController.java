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

  @GetMapping
  ResponseEntity<byte[]> form(@PathVariable(required = false) @Nullable String organization) {
    return pages.form(PageAddress.of(organization));
  }

  @PostMapping
  ResponseEntity<byte[]> subscribe(
      @PathVariable(required = false) @Nullable String organization,
      @RequestParam(required = false, defaultValue = "") String email,
      @RequestParam(required = false, name = "service") @Nullable List<String> services,
      HttpServletRequest request) {
    PageAddress page = PageAddress.of(organization);
    pages.requirePublic(page);
    subscriptions.ask(
        email,
        services == null || services.isEmpty() ? null : ids(services),
        Visitor.unnamed(page.organization()),
        addresses.networkOf(request));
    return pages.said(page, HttpStatus.ACCEPTED, "subscribed", null);
  }

  @GetMapping("/confirm")
  ResponseEntity<byte[]> askToConfirm(
      @PathVariable(required = false) @Nullable String organization,
      @RequestParam(required = false, defaultValue = "") String token) {
    PageAddress page = PageAddress.of(organization);
    pages.requirePublic(page);
    String address = confirmations.addressOf(token, page.organization());
    return pages.said(page, HttpStatus.OK, "confirm", address);
  }

  @PostMapping("/confirm")
  ResponseEntity<byte[]> confirm(
      @PathVariable(required = false) @Nullable String organization,
      @RequestParam(required = false, defaultValue = "") String token) {
    PageAddress page = PageAddress.of(organization);
    pages.requirePublic(page);
    String address = confirmations.confirm(token, page.organization());
    return pages.said(page, HttpStatus.OK, "confirmed", address);
  }

  @GetMapping("/unsubscribe")
  ResponseEntity<byte[]> askToEnd(
      @PathVariable(required = false) @Nullable String organization,
      @RequestParam(required = false, defaultValue = "") String token) {
    PageAddress page = PageAddress.of(organization);
    ends.requireToken(token);
    return pages.said(page, HttpStatus.OK, "unsubscribe", null);
  }

  /** Also what a program of mail posts for its user, RFC 8058. */
  @PostMapping("/unsubscribe")
  ResponseEntity<byte[]> end(
      @PathVariable(required = false) @Nullable String organization,
      @RequestParam(required = false, defaultValue = "") String token) {
    PageAddress page = PageAddress.of(organization);
    ends.end(token, page.organization());
    return pages.said(page, HttpStatus.OK, "unsubscribed", null);
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

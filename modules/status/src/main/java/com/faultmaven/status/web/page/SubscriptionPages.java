package com.faultmaven.status.web.page;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.status.Page;
import com.faultmaven.status.StatusPages;
import com.faultmaven.status.page.PageNotFound;
import com.faultmaven.status.page.PageReads;
import com.faultmaven.status.page.PublicPage;
import com.faultmaven.status.page.ShownService;
import com.faultmaven.status.subscriptions.MailSubscriptions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Makes the pages about subscriptions, which nobody keeps and no other page hears of. */
@Component
class SubscriptionPages {

  /** Others wait for a moment. */
  private static final int AT_ONCE = 2;

  /** More do not fit; whoever wants them is told of all. */
  private static final int MOST_SERVICES = 200;

  private final Share share = new Share(AT_ONCE);
  private final PageReads reads;
  private final StatusPages pages;
  private final MailSubscriptions subscriptions;
  private final PageHtml html;
  private final Style style;
  private final Clock clock;

  SubscriptionPages(
      PageReads reads,
      StatusPages pages,
      MailSubscriptions subscriptions,
      PageHtml html,
      Style style,
      Clock clock) {
    this.reads = reads;
    this.pages = pages;
    this.subscriptions = subscriptions;
    this.html = html;
    this.style = style;
    this.clock = clock;
  }

  /** What is chosen among. */
  ResponseEntity<byte[]> form(PageAddress address) {
    return share.inTurn(() -> choices(address));
  }

  private ResponseEntity<byte[]> choices(PageAddress address) {
    PublicPage page = reads.get(address.organization());
    if (!subscriptions.isOffered()) {
      throw PageNotFound.here();
    }
    Map<String, @Nullable Object> values = new HashMap<>();
    List<ShownService> services = page.services();
    values.put("services", services.stream().limit(MOST_SERVICES).toList());
    return answer(HttpStatus.OK, address, page.page(), "subscribe", values);
  }

  /**
   * Does something on a public page, and shows what was done or is to be done.
   *
   * @param template what says it
   * @param work gives the address that it names, if it names one
   */
  ResponseEntity<byte[]> onPublic(
      PageAddress address,
      HttpStatus status,
      String template,
      Function<OrganizationId, @Nullable String> work) {
    return on(
        address,
        status,
        template,
        organization -> {
          if (!pages.of(organization).isPublic()) {
            throw PageNotFound.here();
          }
          return work.apply(organization);
        });
  }

  /** The same on one that may be private by now: whoever had enough is let go. */
  ResponseEntity<byte[]> on(
      PageAddress address,
      HttpStatus status,
      String template,
      Function<OrganizationId, @Nullable String> work) {
    return share.inTurn(
        () -> {
          Map<String, @Nullable Object> values = new HashMap<>();
          values.put("email", work.apply(address.organization()));
          return answer(status, address, pages.of(address.organization()), template, values);
        });
  }

  private ResponseEntity<byte[]> answer(
      HttpStatus status,
      PageAddress address,
      Page page,
      String template,
      Map<String, @Nullable Object> values) {
    String content =
        html.render("subscriptions/" + template, address, page, clock.instant(), values).content();
    return ResponseEntity.status(status)
        .contentType(HtmlErrors.HTML)
        .cacheControl(CacheControl.noStore())
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Content-Security-Policy", style.policy())
        .body(content.getBytes(StandardCharsets.UTF_8));
  }
}

package com.faultmaven.status.web.page;

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
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Makes the pages about subscriptions, which nobody keeps and no other page hears of. */
@Component
class SubscriptionPages {

  /** More do not fit; whoever wants them is told of all. */
  private static final int MOST_SERVICES = 200;

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
   * Says what was done, or asks whether it is to be done.
   *
   * @param of the template
   */
  ResponseEntity<byte[]> said(
      PageAddress address, HttpStatus status, String of, @Nullable String email) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("email", email);
    return answer(status, address, pages.of(address.organization()), of, values);
  }

  void requirePublic(PageAddress address) {
    if (!pages.of(address.organization()).isPublic()) {
      throw PageNotFound.here();
    }
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

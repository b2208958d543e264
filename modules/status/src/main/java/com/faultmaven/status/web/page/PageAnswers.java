package com.faultmaven.status.web.page;

import com.faultmaven.status.web.page.Copies.Found;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers with documents of public pages, which anybody may keep for a moment. */
@Component
public class PageAnswers {

  private static final CacheControl CACHING =
      CacheControl.maxAge(Duration.ofSeconds(15)).cachePublic().staleIfError(Duration.ofDays(1));

  private final Copies copies = new Copies(System::nanoTime);
  private final Style style;
  private final Clock clock;
  private final PageProperties properties;

  PageAnswers(Style style, Clock clock, PageProperties properties) {
    this.style = style;
    this.clock = clock;
    this.properties = properties;
  }

  /**
   * A document, or the last good copy of it while the database is away.
   *
   * @param name of the document among those of the page
   */
  public ResponseEntity<byte[]> get(PageAddress page, String name, Supplier<Copy> maker) {
    Found found = copies.get(page.path() + " " + name, maker);
    Copy copy = found.copy();
    boolean html = copy.type().isCompatibleWith(MediaType.TEXT_HTML);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok()
            .contentType(copy.type())
            .cacheControl(CACHING)
            .eTag('"' + copy.digest() + (found.old() ? "-old" : "") + '"')
            .header("X-Content-Type-Options", "nosniff");
    if (html) {
      answer.header("Content-Security-Policy", style.policy());
    }
    if (found.old()) {
      Duration age = Duration.between(copy.at(), clock.instant());
      answer.header(HttpHeaders.AGE, Long.toString(Math.max(0, age.toSeconds())));
    }
    String aged =
        html
            ? copy.content().replace(Copy.PLACE_OF_AGE, found.old() ? copy.whenOld() : "")
            : copy.content();
    return answer.body(aged.replace(PageAddress.HOST, host()).getBytes(StandardCharsets.UTF_8));
  }

  private String host() {
    String known = properties.address();
    return known == null ? PageAddress.askedHost() : known;
  }
}

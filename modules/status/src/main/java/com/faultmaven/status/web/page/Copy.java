package com.faultmaven.status.web.page;

import com.faultmaven.web.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.http.MediaType;

/**
 * A document as it was at some time.
 *
 * @param whenOld stands in the document, where it has a place for it, if it is no longer certain
 * @param digest of the content: names this edition of it
 */
public record Copy(MediaType type, String content, Instant at, String whenOld, String digest) {

  /** Where a page says how old it is. */
  static final String PLACE_OF_AGE = "<!-- age -->";

  /** A document for programs, which learn its age from the header. */
  public static Copy of(MediaType type, String content, Instant at) {
    return new Copy(type, content, at, "", digestOf(content));
  }

  static Copy page(String content, Instant at, String whenOld) {
    MediaType html = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    return new Copy(html, content, at, whenOld, digestOf(content));
  }

  int length() {
    return content.length();
  }

  private static String digestOf(String content) {
    return HexFormat.of().formatHex(Sha256.of(content), 0, 16);
  }
}

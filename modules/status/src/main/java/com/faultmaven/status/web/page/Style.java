package com.faultmaven.status.web.page;

import com.faultmaven.web.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** How the pages look: in each of them, and nothing else is let in. */
@Component
class Style {

  private final String text;
  private final String policy;

  Style() {
    this.text = read();
    this.policy =
        "default-src 'none'; style-src 'sha256-%s'; img-src 'self'; form-action 'self'; base-uri 'none'"
            .formatted(hash(text));
  }

  String text() {
    return text;
  }

  /** What a browser may load for a page: its style, and its own badge. */
  String policy() {
    return policy;
  }

  private static String read() {
    try {
      return new ClassPathResource("templates/status/style.css")
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String hash(String text) {
    return Base64.getEncoder().encodeToString(Sha256.of(text));
  }
}

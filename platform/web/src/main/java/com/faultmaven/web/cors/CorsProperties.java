package com.faultmaven.web.cors;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which web pages may call.
 *
 * @param origins scheme, host and port of each, {@code *} for all or {@code none} for none
 */
@ConfigurationProperties(prefix = "faultmaven.cors", ignoreUnknownFields = false)
record CorsProperties(@DefaultValue("*") List<String> origins) {

  private static final Pattern ORIGIN = Pattern.compile("[a-z][a-z0-9+.-]*://[^/?#@\\s*]+");

  CorsProperties {
    for (String origin : origins) {
      boolean word = origins.size() == 1 && (origin.equals("*") || origin.equals("none"));
      if (!word && !ORIGIN.matcher(origin).matches()) {
        throw new IllegalArgumentException(
            "\"%s\" is no origin of web pages (CORS_ORIGINS); one looks like https://app.example.com, and * or none stands alone."
                .formatted(origin));
      }
    }
    origins = origins.equals(List.of("none")) ? List.of() : List.copyOf(origins);
  }

  /** Whether pages are named one by one. */
  boolean areListed() {
    return !origins.isEmpty() && !origins.contains("*");
  }
}

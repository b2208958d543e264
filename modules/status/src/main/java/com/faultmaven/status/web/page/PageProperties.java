package com.faultmaven.status.web.page;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How everybody reaches public pages.
 *
 * @param address scheme and host that links in feeds, JSON and mail begin with, such as {@code
 *     https://status.example.com}; null for those of each request; in production no mail is sent
 *     without it
 */
@ConfigurationProperties(prefix = "faultmaven.status-page", ignoreUnknownFields = false)
record PageProperties(@Nullable String address) {

  private static final Pattern ORIGIN = Pattern.compile("https?://[^/?#@\\s]+");

  PageProperties {
    if (address != null && !ORIGIN.matcher(address).matches()) {
      throw new IllegalArgumentException(
          "faultmaven.status-page.address is a scheme and a host like https://status.example.com.");
    }
  }
}

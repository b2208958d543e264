package com.faultmaven.identity.authorization;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A client that people may be asked to sign in on.
 *
 * @param id what it calls itself
 * @param redirectUris where people may be led back to, compared character by character
 */
public record ListedClient(@DefaultValue("") String id, @DefaultValue List<String> redirectUris) {

  private static final int LONGEST_ID = 255;
  private static final int LONGEST_URI = 2048;

  /** Refuses an address that nobody can be led to, or that anybody could listen at. */
  public ListedClient {
    redirectUris = List.copyOf(redirectUris);
    AuthorizationProperties.require(
        !id.isBlank() && id.length() <= LONGEST_ID, "each of the clients has an id");
    AuthorizationProperties.require(
        !redirectUris.isEmpty() && redirectUris.stream().allMatch(ListedClient::isAddress),
        "each of redirect-uris is absolute, without a fragment, and http only on the loopback");
  }

  private static boolean isAddress(String text) {
    if (text.length() > LONGEST_URI) {
      return false;
    }
    URI uri;
    try {
      uri = URI.create(text);
    } catch (IllegalArgumentException malformed) {
      return false;
    }
    return uri.isAbsolute()
        && !uri.isOpaque()
        && uri.getRawFragment() == null
        && (!"http".equalsIgnoreCase(uri.getScheme()) || isLoopback(uri.getHost()));
  }

  private static boolean isLoopback(@Nullable String host) {
    return host != null && List.of("127.0.0.1", "[::1]", "localhost").contains(host);
  }
}

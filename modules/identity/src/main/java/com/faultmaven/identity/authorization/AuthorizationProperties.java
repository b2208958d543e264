package com.faultmaven.identity.authorization;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in on clients that see no password.
 *
 * @param clients the ones that may ask for it; nobody unless said
 * @param code how long a code may be exchanged
 * @param announced whether clients are told to sign in so instead of by a password
 */
@ConfigurationProperties(prefix = "faultmaven.oauth", ignoreUnknownFields = false)
public record AuthorizationProperties(
    @DefaultValue List<ListedClient> clients,
    @DefaultValue("1m") Duration code,
    @DefaultValue("false") boolean announced) {

  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** Refuses what would let nobody sign in, or more than is meant. */
  public AuthorizationProperties {
    clients = List.copyOf(clients);
    require(
        code.isPositive() && code.compareTo(LONGEST) <= 0,
        "code is above zero, at most 10 minutes");
    require(!announced || !clients.isEmpty(), "announced needs a client that may ask for it");
    require(
        clients.stream().map(ListedClient::id).collect(Collectors.toSet()).size() == clients.size(),
        "each of the clients has an id of its own");
  }

  static void require(boolean met, String rule) {
    if (!met) {
      throw new IllegalArgumentException("faultmaven.oauth: " + rule + ".");
    }
  }
}

package com.faultmaven.web.identity;

import com.faultmaven.kernel.Name;
import com.faultmaven.web.addresses.Networks;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What shows that a request comes from the gateway. Whatever is set must be met; if nothing is,
 * whoever reaches the port is believed.
 *
 * @param header in which the gateway sends its secret
 * @param secrets any of which it may send; two while one replaces the other
 * @param networks from which it connects
 */
record GatewayProperties(
    @DefaultValue("X-Gateway-Secret") String header,
    @DefaultValue List<String> secrets,
    @DefaultValue List<String> networks) {

  private static final int SHORTEST = 32;
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,64}");

  GatewayProperties {
    secrets = secrets.stream().map(String::strip).filter(secret -> !secret.isEmpty()).toList();
    networks = List.copyOf(networks);
    require(HEADER.matcher(header).matches(), "header is the name of a header.");
    require(secrets.size() <= 2, "secrets are one, or two while one replaces the other.");
    require(
        secrets.stream().allMatch(secret -> secret.length() >= SHORTEST && Name.isValid(secret)),
        "each of secrets is made of 32 to 255 visible ASCII characters, without spaces and commas.");
    networksOf(networks);
  }

  boolean isAsked() {
    return !secrets.isEmpty() || !networks.isEmpty();
  }

  Networks parsedNetworks() {
    return networksOf(networks);
  }

  private static Networks networksOf(List<String> networks) {
    try {
      return Networks.of(networks);
    } catch (IllegalArgumentException unreadable) {
      throw new IllegalArgumentException(
          "faultmaven.identity.gateway: networks: " + unreadable.getMessage());
    }
  }

  private static void require(boolean met, String rule) {
    if (!met) {
      throw new IllegalArgumentException("faultmaven.identity.gateway: " + rule);
    }
  }

  /** Without the secrets, which nobody is to read in a log. */
  @Override
  public String toString() {
    return "GatewayProperties[header=%s, secrets=%s, networks=%s]"
        .formatted(header, secrets.size(), networks);
  }
}

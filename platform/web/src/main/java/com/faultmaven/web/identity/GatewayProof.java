package com.faultmaven.web.identity;

import com.faultmaven.web.addresses.Networks;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * Tells requests of the gateway from those of others: by a secret, by where they come from, or by
 * both. What was sent is compared with each secret, in a time that depends on its own length only,
 * so that the time tells nothing of them.
 */
final class GatewayProof {

  private final String header;
  private final List<byte[]> secrets;
  private final Networks networks;

  GatewayProof(GatewayProperties properties) {
    this.header = properties.header();
    this.secrets = properties.secrets().stream().map(GatewayProof::octets).toList();
    this.networks = properties.parsedNetworks();
  }

  /**
   * Goes on if the request comes from the gateway.
   *
   * @throws AuthenticationRequired if it does not
   */
  void requireOf(HttpServletRequest request) {
    // by its peer: anybody can say to be forwarded
    if (!networks.isEmpty() && !networks.contains(request.getRemoteAddr())) {
      throw AuthenticationRequired.notFromGateway();
    }
    if (!secrets.isEmpty() && !hasSecret(request)) {
      throw AuthenticationRequired.notFromGateway();
    }
  }

  private boolean hasSecret(HttpServletRequest request) {
    byte[] sent = octets(SentHeader.of(request, header).singleLine().orElse(""));
    boolean known = false;
    for (byte[] secret : secrets) {
      // the first one decides how long that takes
      known |= MessageDigest.isEqual(sent, secret);
    }
    return known;
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

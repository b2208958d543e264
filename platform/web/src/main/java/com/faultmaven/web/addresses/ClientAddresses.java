package com.faultmaven.web.addresses;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Where a request was sent from: by its peer, or if that is a trusted proxy, by what it says of its
 * own peer.
 */
public final class ClientAddresses {

  private static final String FORWARDED = "X-Forwarded-For";
  private static final int IPV4_NETWORK = 24;
  private static final int IPV6_NETWORK = 64;

  private final Networks proxies;

  /**
   * @param proxies whose X-Forwarded-For is believed
   */
  public ClientAddresses(Networks proxies) {
    this.proxies = proxies;
  }

  /** Whether anybody is believed about it; else all behind a proxy seem to be one. */
  public boolean areForwarded() {
    return !proxies.isEmpty();
  }

  /**
   * What one household or site has: the first 24 bits of an address of IPv4, 64 of IPv6. As text,
   * {@code 192.0.2.0/24}.
   */
  public String networkOf(HttpServletRequest request) {
    return of(request)
        .map(address -> Network.around(address, isIpv4(address) ? IPV4_NETWORK : IPV6_NETWORK))
        .map(Network::toString)
        .orElse("unknown");
  }

  /**
   * Where it comes from, if that is an address. Read from the right: what stands left of an address
   * that is not trusted may be made up.
   */
  public Optional<InetAddress> of(HttpServletRequest request) {
    Optional<InetAddress> client = Addresses.of(request.getRemoteAddr());
    if (proxies.isEmpty() || client.filter(proxies::contains).isEmpty()) {
      return client;
    }
    List<String> lines = Collections.list(request.getHeaders(FORWARDED));
    String[] hops = String.join(",", lines).split(",");
    for (int hop = hops.length - 1; hop >= 0; hop--) {
      Optional<InetAddress> before = Addresses.of(withoutPort(hops[hop].strip()));
      if (before.isEmpty()) {
        return client;
      }
      client = before;
      if (client.filter(proxies::contains).isEmpty()) {
        return client;
      }
    }
    return client;
  }

  /** Some proxies write {@code 192.0.2.1:50123} and {@code [2001:db8::1]:50123}. */
  private static String withoutPort(String hop) {
    if (hop.startsWith("[")) {
      int end = hop.indexOf(']');
      return end < 0 ? hop : hop.substring(1, end);
    }
    int colon = hop.indexOf(':');
    return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
  }

  private static boolean isIpv4(InetAddress address) {
    return address.getAddress().length == 4;
  }
}

package com.faultmaven.web.addresses;

import java.net.InetAddress;
import java.util.List;

/** Some networks, such as those of proxies. */
public record Networks(List<Network> networks) {

  public Networks {
    networks = List.copyOf(networks);
  }

  /**
   * Those that are written so.
   *
   * @throws IllegalArgumentException if one is none
   */
  public static Networks of(List<String> written) {
    return new Networks(written.stream().map(Network::of).toList());
  }

  public boolean isEmpty() {
    return networks.isEmpty();
  }

  /** Whether the address is in one of them. */
  public boolean contains(InetAddress address) {
    for (Network network : networks) {
      if (network.contains(address)) {
        return true;
      }
    }
    return false;
  }

  /** Whether this is an address, and in one of them. */
  public boolean contains(String address) {
    return Addresses.of(address).filter(this::contains).isPresent();
  }
}

package com.faultmaven.web.addresses;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * The addresses that begin with the same bits.
 *
 * @param first the one whose other bits are zero
 * @param length how many bits they have in common
 */
public record Network(InetAddress first, int length) {

  private static final int MAPPED_BITS = 96;

  /**
   * A network as it is written, {@code 10.0.0.0/8} or {@code fd00::/8}; an address alone is one by
   * itself.
   *
   * @throws IllegalArgumentException if it is not written so
   */
  public static Network of(String text) {
    String written = text.strip();
    int slash = written.indexOf('/');
    String address = slash < 0 ? written : written.substring(0, slash);
    InetAddress parsed =
        Addresses.of(address).orElseThrow(() -> notOne(written, "one looks like 10.0.0.0/8"));
    int all = bits(parsed);
    int length = slash < 0 ? all : length(written, slash);
    // of IPv4, but written and counted as IPv6
    int own = slash >= 0 && all == 32 && address.contains(":") ? length - MAPPED_BITS : length;
    if (own < 0 || own > all) {
      throw notOne(written, "its length is from 0 to " + all);
    }
    Network network = around(parsed, own);
    if (!network.first.equals(parsed)) {
      throw notOne(written, "that would be " + network);
    }
    return network;
  }

  /** The network of this length that the address is in. */
  static Network around(InetAddress address, int length) {
    byte[] octets = address.getAddress();
    for (int bit = length; bit < bits(address); bit++) {
      octets[bit / 8] &= (byte) ~(0x80 >> bit % 8);
    }
    try {
      return new Network(InetAddress.getByAddress(octets), length);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whether the address is one of them. */
  public boolean contains(InetAddress address) {
    byte[] own = first.getAddress();
    byte[] other = address.getAddress();
    int octets = length / 8;
    int rest = length % 8;
    return own.length == other.length
        && Arrays.equals(own, 0, octets, other, 0, octets)
        && (rest == 0 || (own[octets] ^ other[octets]) >> 8 - rest == 0);
  }

  private static int length(String written, int slash) {
    String length = written.substring(slash + 1);
    if (!length.matches("\\d{1,3}")) {
      throw notOne(written, "one looks like 10.0.0.0/8");
    }
    return Integer.parseInt(length);
  }

  private static int bits(InetAddress address) {
    return 8 * address.getAddress().length;
  }

  private static IllegalArgumentException notOne(String written, String reason) {
    return new IllegalArgumentException("\"" + written + "\" is no network; " + reason + ".");
  }

  @Override
  public String toString() {
    return first.getHostAddress() + "/" + length;
  }
}

package com.faultmaven.identity.audit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The network that an address is of: the first 24 bits of IPv4, the first 64 of IPv6. */
final class Networks {

  private static final int BYTES_OF_4 = 3;
  private static final int BYTES_OF_6 = 8;

  private Networks() {}

  /** Null for what is no address. */
  static @Nullable String of(String address) {
    try {
      byte[] all = InetAddress.ofLiteral(address).getAddress();
      int kept = all.length == 4 ? BYTES_OF_4 : BYTES_OF_6;
      Arrays.fill(all, kept, all.length, (byte) 0);
      return InetAddress.getByAddress(all).getHostAddress() + "/" + kept * 8;
    } catch (IllegalArgumentException | UnknownHostException none) {
      return null;
    }
  }
}

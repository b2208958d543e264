package com.faultmaven.identity;

import com.faultmaven.kernel.UserId;
import com.faultmaven.web.Sha256;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** The ids of accounts that are made here. */
final class UserIds {

  private static final int BYTES = 8;

  private UserIds() {}

  static UserId random(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new UserId("user_" + HexFormat.of().formatHex(bytes));
  }

  /** By which an id is known again when nothing else remembers it. */
  static byte[] hash(UserId user) {
    return Sha256.of(user.value());
  }
}

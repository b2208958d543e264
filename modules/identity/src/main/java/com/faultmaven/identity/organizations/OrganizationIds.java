package com.faultmaven.identity.organizations;

import com.faultmaven.kernel.OrganizationId;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** The ids of organizations that are made here. */
final class OrganizationIds {

  private static final int BYTES = 8;

  private OrganizationIds() {}

  static OrganizationId random(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new OrganizationId("org_" + HexFormat.of().formatHex(bytes));
  }
}

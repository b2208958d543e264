package com.faultmaven.identity;

import com.faultmaven.web.ratelimits.Limit;
import com.faultmaven.web.ratelimits.Rate;
import com.faultmaven.web.ratelimits.Storage;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often what nobody is asked for a token for may be done, each as {@code 10/15m}; {@code off}
 * is no limit.
 *
 * @param failures wrong passwords for one name from one network
 * @param failuresOfNetwork wrong passwords from one network
 * @param failuresOfName wrong passwords for one name, from networks it was never right from
 * @param registrations accounts from one network; in development there is no limit unless this says
 *     one
 * @param mails mails to one address
 */
record AccountLimits(
    @DefaultValue("10/15m") String failures,
    @DefaultValue("100/15m") String failuresOfNetwork,
    @DefaultValue("100/1h") String failuresOfName,
    @Nullable String registrations,
    @DefaultValue("5/1h") String mails) {

  static final String REGISTRATIONS = "60/1h";

  AccountLimits {
    limit("failures", failures);
    limit("failures-of-network", failuresOfNetwork);
    limit("failures-of-name", failuresOfName);
    limit("registrations", registrations);
    limit("mails", mails);
  }

  @Nullable Limit ofNameAndNetwork() {
    return limit("failures", failures);
  }

  @Nullable Limit ofNetwork() {
    return limit("failures-of-network", failuresOfNetwork);
  }

  @Nullable Limit ofName() {
    return limit("failures-of-name", failuresOfName);
  }

  /** Unless said: of everybody's in production, none in development. */
  @Nullable Limit ofRegistrations(boolean production) {
    String written = registrations == null && production ? REGISTRATIONS : registrations;
    return limit("registrations", written);
  }

  @Nullable Limit ofMails() {
    return limit("mails", mails);
  }

  private static @Nullable Limit limit(String name, @Nullable String written) {
    if (written == null || written.isBlank() || written.strip().equalsIgnoreCase("off")) {
      return null;
    }
    try {
      return Limit.of(name, Rate.of(written)).in(Storage.POSTGRESQL);
    } catch (IllegalArgumentException unreadable) {
      throw new IllegalArgumentException(
          "faultmaven.accounts.limits: " + name + ": " + unreadable.getMessage());
    }
  }
}

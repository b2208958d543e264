package com.faultmaven.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may have an account.
 *
 * @param registration whether anybody may register
 * @param passwordless whether there are accounts without a password; in development there are
 *     unless this says otherwise, in production never
 * @param bootstrap the administrator to create at a start without one
 * @param links where links in mails lead
 * @param limits how often somebody may register or be wrong about a password
 */
@ConfigurationProperties(prefix = "faultmaven.accounts", ignoreUnknownFields = false)
record AccountProperties(
    @DefaultValue("open") Registration registration,
    @Nullable Boolean passwordless,
    @DefaultValue Bootstrap bootstrap,
    @DefaultValue Links links,
    @DefaultValue AccountLimits limits) {

  enum Registration {
    OPEN,
    CLOSED
  }

  /** With {@code {token}} where the token is to stand; below the dashboard unless said. */
  record Links(@Nullable String reset, @Nullable String verify) {

    Links {
      for (String link : new @Nullable String[] {reset, verify}) {
        if (link != null && !(link.startsWith("http") && link.contains("{token}"))) {
          throw new IllegalArgumentException(
              "faultmaven.accounts.links: a link is an http(s) URL with {token} in it.");
        }
      }
    }
  }

  /** The first administrator where nobody else makes one. */
  record Bootstrap(@Nullable String username, @Nullable String email, @Nullable String password) {

    boolean isSet() {
      return username != null && !username.isBlank() && password != null && !password.isBlank();
    }
  }
}

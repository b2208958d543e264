package com.faultmaven.web;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import com.faultmaven.web.identity.Memberships;
import com.faultmaven.web.identity.OwnTokens;
import java.util.Set;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Tokens of this installation, which say whom they are of: {@code own.alice} is good, {@code
 * dead.alice} is not any more, and all others are somebody else's. Alice is a member of acme, of
 * which bob is none; root operates the installation.
 */
@TestConfiguration(proxyBeanMethods = false)
class SignedInHere {

  @Bean
  OwnTokens ownTokens() {
    return token -> {
      String[] parts = token.split("\\.");
      return switch (parts[0]) {
        case "own" -> new OwnTokens.Good(caller(parts[1], parts.length > 2 ? parts[2] : "default"));
        case "dead" -> new OwnTokens.Refused();
        default -> new OwnTokens.NotOurs();
      };
    };
  }

  private static Caller caller(String user, String organization) {
    return new Caller(
        new UserId(user),
        new OrganizationId(organization),
        user + "@example.com",
        Set.of(user.equals("root") ? "admin" : "user"),
        "signin_" + user,
        null);
  }

  @Bean
  Memberships memberships() {
    return (user, organization) -> {
      boolean known = organization.value().equals("acme");
      boolean account = Set.of("alice", "bob", "root").contains(user.value());
      return new Memberships.Standing(
          account, known, known && user.value().equals("alice") ? "member" : null);
    };
  }
}

package com.faultmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Accounts are brought in, and a gateway stands in front that is believed about no address. */
@ModuleTest
@TestPropertySource(
    properties = {
      "faultmaven.accounts.registration=closed",
      "faultmaven.limits.trusted-proxies=",
      // mails of other tests are none of its business
      "faultmaven.tasks.look=1h"
    })
@DirtiesContext
class ClosedRegistrationTest {

  @LocalServerPort private int port;

  @Test
  void isSaidBeforeAnybodyTries() {
    Answer config = Api.on(port).get("/api/v1/auth/config").is(200);

    assertThat(config.at("/supports_registration").asBoolean()).isFalse();
    assertThat(config.at("/register_endpoint").isNull()).isTrue();
    assertThat(config.at("/features/supports_registration").asBoolean()).isFalse();
    assertThat(config.text("/login_endpoint")).isEqualTo("/api/v1/auth/login");
  }

  @Test
  void letsNobodyMakeAnAccount() {
    SignedIn.register(Api.on(port), name()).is(403, "REGISTRATION_CLOSED");
  }

  /** All seem to come from one network, which is nobody's. */
  @Test
  void countsWrongPasswordsByTheNameAlone() {
    String ada = imported();
    String grace = imported();
    for (int i = 0; i < 10; i++) {
      login(i, ada, "wrong and more wrong").is(401, "INVALID_CREDENTIALS");
    }

    login(11, ada, SignedIn.PASSWORD).is(429, "RATE_LIMITED");
    // however many others are wrong
    for (int i = 0; i < 100; i++) {
      login(i, name(), "wrong and more wrong").is(401, "INVALID_CREDENTIALS");
    }
    login(12, grace, SignedIn.PASSWORD).is(200);
  }

  private String imported() {
    String name = name();
    String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(SignedIn.PASSWORD);
    Api.on(port)
        .asSomebody()
        .with("X-User-Roles", "admin")
        .put(
            "/api/v1/admin/users/" + name,
            "{\"username\":\"%s\",\"password_hash\":\"%s\"}".formatted(name, hash))
        .is(201);
    return name;
  }

  private Answer login(int network, String name, String password) {
    return Api.on(port)
        .with("X-Forwarded-For", "2001:db8:b:%s::1".formatted(network))
        .post(
            "/api/v1/auth/login",
            "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
  }

  private static String name() {
    return "ada-" + UUID.randomUUID().toString().substring(0, 12);
  }
}

package com.faultmaven.web;

import static com.faultmaven.kernel.CommonProblem.AUTHENTICATION_REQUIRED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The gateway is elsewhere, and whoever is here only says to come from there. */
@TestPropertySource(
    properties = {
      "faultmaven.identity.gateway.networks=192.0.2.0/24,2001:db8::/32",
      "faultmaven.limits.trusted-proxies=127.0.0.0/8,::1",
    })
class ForeignNetworkTest extends WebTest {

  @Test
  void isNotBelievedWhateverItSays() {
    for (String header : new String[] {"X-Forwarded-For", "X-Real-IP", "Forwarded"}) {
      assertProblem(
          send(asAlice("/api/test/caller").header(header, "192.0.2.1")), AUTHENTICATION_REQUIRED);
    }
    assertThat(send(request("/api/v1/services")).statusCode()).isEqualTo(200);
  }
}

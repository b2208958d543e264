package com.faultmaven.web;

import static com.faultmaven.kernel.CommonProblem.SERVICE_UNAVAILABLE;
import static com.faultmaven.web.KeyPublisher.key;
import static com.faultmaven.web.Tokens.signedBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.web.KeyPublisher.Manner;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.http.HttpResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Started while the server of keys is away. */
@DirtiesContext // its key server goes away
class NoKeysTest extends WebTest {

  private static final RSAKey KEY = key("current");
  private static final KeyPublisher KEYS = away();

  @DynamicPropertySource
  static void identity(DynamicPropertyRegistry properties) {
    properties.add("faultmaven.identity.jwks-uri", KEYS::address);
    properties.add("faultmaven.identity.issuer", () -> "https://id.example.com");
    properties.add("faultmaven.identity.audience", () -> "cases");
    properties.add("faultmaven.identity.keys.pause", () -> "50ms");
  }

  @AfterAll
  static void stopKeyServer() {
    KEYS.close();
  }

  @Test
  void saysSoUntilItHasThem() {
    HttpResponse<String> refused = call();
    assertProblem(refused, SERVICE_UNAVAILABLE);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");

    KEYS.from(Manner.ANSWERS);
    Awaitility.await().until(() -> call().statusCode() == 200);
  }

  private HttpResponse<String> call() {
    return send(request("/api/test/caller").header("Authorization", "Bearer " + signedBy(KEY)));
  }

  private static KeyPublisher away() {
    KeyPublisher keys = new KeyPublisher(KEY);
    keys.from(Manner.REFUSES);
    return keys;
  }
}

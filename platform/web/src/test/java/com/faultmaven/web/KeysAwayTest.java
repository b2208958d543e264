package com.faultmaven.web;

import static com.faultmaven.kernel.CommonProblem.AUTHENTICATION_REQUIRED;
import static com.faultmaven.kernel.CommonProblem.ROUTE_NOT_FOUND;
import static com.faultmaven.web.KeyPublisher.key;
import static com.faultmaven.web.Tokens.signedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.web.KeyPublisher.Manner;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** While the server of keys is ill, and somebody makes the most of it. */
@DirtiesContext // its key server goes away
class KeysAwayTest extends WebTest {

  private static final RSAKey KEY = key("current");
  private static final RSAKey FORGED = key("forged");
  private static final KeyPublisher KEYS = new KeyPublisher(KEY);

  @DynamicPropertySource
  static void identity(DynamicPropertyRegistry properties) {
    properties.add("faultmaven.identity.jwks-uri", KEYS::address);
    properties.add("faultmaven.identity.issuer", () -> "https://id.example.com");
    properties.add("faultmaven.identity.audience", () -> "cases");
    // so that keys are looked for while their server is ill
    properties.add("faultmaven.identity.keys.pause", () -> "50ms");
  }

  @AfterAll
  static void stopKeyServer() {
    KEYS.close();
  }

  @BeforeEach
  void knowTheKeys() {
    KEYS.from(Manner.ANSWERS);
    assertThat(callWith(signedBy(KEY)).statusCode()).isEqualTo(200);
  }

  @Test
  void nobodyElseWaitsForWhoForgesKeys() {
    int before = KEYS.requests();
    KEYS.from(Manner.HANGS);
    List<CompletableFuture<HttpResponse<String>>> forged =
        IntStream.range(0, 300)
            .mapToObj(i -> signedBy(new RSAKey.Builder(FORGED).keyID("forged-" + i).build()))
            .map(this::callLaterWith)
            .toList();

    long begun = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      assertThat(callWith(signedBy(KEY)).statusCode()).isEqualTo(200);
      assertProblem(send(request("/nope")), ROUTE_NOT_FOUND);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));

    forged.forEach(answer -> assertProblem(answer.join(), AUTHENTICATION_REQUIRED));
    assertThat(KEYS.requests() - before).as("asked, but not for each of them").isBetween(1, 5);
  }

  @Test
  void whoHasAKnownKeyGoesOn() {
    int before = KEYS.requests();
    KEYS.from(Manner.REFUSES);

    await()
        .until(
            () -> {
              assertProblem(callWith(signedBy(FORGED)), AUTHENTICATION_REQUIRED);
              return KEYS.requests() > before;
            });

    assertThat(callWith(signedBy(KEY)).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> callWith(String token) {
    return send(request("/api/test/caller").header("Authorization", "Bearer " + token));
  }

  private CompletableFuture<HttpResponse<String>> callLaterWith(String token) {
    return CLIENT.sendAsync(
        request("/api/test/caller").header("Authorization", "Bearer " + token).build(),
        BodyHandlers.ofString());
  }
}

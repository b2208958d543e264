package com.faultmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Passwords cannot be tried one after the other, and nobody can lock out anybody by trying. */
@ModuleTest
class AttemptsTest {

  private static final String LOGIN = "/api/v1/auth/login";
  private static final String WRONG = "wrong and more wrong";

  @LocalServerPort private int port;
  private String block;

  /** Addresses that no other test comes from. */
  @BeforeEach
  void chooseNetworks() {
    block = "2001:db8:" + UUID.randomUUID().toString().substring(0, 4) + ":";
  }

  @Test
  void areTenForANameFromANetworkWhateverComesNext() {
    SignedIn ada = SignedIn.on(port);

    for (int i = 0; i < 10; i++) {
      login(1, ada.username(), WRONG).is(401, "INVALID_CREDENTIALS");
    }
    Answer refused = login(1, ada.username(), SignedIn.PASSWORD).is(429, "RATE_LIMITED");

    assertThat(refused.header("Retry-After")).matches("[1-9][0-9]?");
    login(1, SignedIn.on(port).username(), SignedIn.PASSWORD).is(200);
    login(2, ada.username(), SignedIn.PASSWORD).is(200);
    ada.api().get("/api/v1/auth/me").is(200);
    ada.refresh().is(200);
  }

  @Test
  void areAsManyForANameThatDoesNotExist() {
    String nobody = "nobody-" + UUID.randomUUID();

    for (int i = 0; i < 10; i++) {
      login(1, nobody, WRONG).is(401, "INVALID_CREDENTIALS");
    }
    login(1, nobody, WRONG).is(429, "RATE_LIMITED");
  }

  @Test
  void areNotMoreAtTheSameTime() {
    String name = SignedIn.on(port).username();

    List<Answer> answers = Together.run(14, _ -> login(1, name, WRONG));

    assertThat(answers).extracting(Answer::status).containsOnly(401, 429);
    assertThat(answers).filteredOn(answer -> answer.status() == 401).hasSize(10);
  }

  @Test
  void areAHundredFromANetwork() {
    int refusedAt = 0;
    for (int i = 1; refusedAt == 0 && i <= 150; i++) {
      if (login(1, "nobody-" + UUID.randomUUID(), WRONG).status() == 429) {
        refusedAt = i;
      }
    }

    assertThat(refusedAt).isGreaterThan(100);
    String name = SignedIn.on(port).username();
    // what comes back every nine seconds is used up again
    await()
        .until(
            () -> {
              login(1, "nobody-" + UUID.randomUUID(), WRONG);
              return login(1, name, SignedIn.PASSWORD).status() == 429;
            });
    login(2, name, SignedIn.PASSWORD).is(200);
  }

  @Test
  void lockNobodyOutWhereTheyUsuallySignIn() {
    String name = SignedIn.on(port).username();
    login(99, name, SignedIn.PASSWORD).is(200);

    for (int i = 0; i < 120; i++) {
      login(1 + i / 10, name, WRONG);
    }

    login(50, name, SignedIn.PASSWORD).is(429, "RATE_LIMITED");
    login(99, name, SignedIn.PASSWORD).is(200);
  }

  @Test
  void countForThePresentPasswordToo() {
    SignedIn ada = SignedIn.on(port);
    String body = "{\"current_password\":\"%s\",\"new_password\":\"notes upon the memoir\"}";
    Api api = ada.api().with("X-Forwarded-For", block + "1::1");

    for (int i = 0; i < 10; i++) {
      api.post("/api/v1/auth/password", body.formatted(WRONG)).is(422, "VALIDATION_FAILED");
    }
    api.post("/api/v1/auth/password", body.formatted(SignedIn.PASSWORD)).is(429, "RATE_LIMITED");
  }

  @Test
  void areSixtyRefreshesAMinute() {
    SignedIn ada = SignedIn.on(port);
    SignedIn elsewhere = ada.again();
    int refusedAt = 0;
    for (int i = 1; refusedAt == 0 && i <= 150; i++) {
      if (ada.refresh().status() == 429) {
        refusedAt = i;
      }
    }

    assertThat(refusedAt).isGreaterThan(60);
    elsewhere.refresh().is(200);
    ada.api().get("/api/v1/auth/me").is(200);
  }

  private Answer login(int network, String name, String password) {
    return Api.on(port)
        .with("X-Forwarded-For", block + network + "::1")
        .post(LOGIN, "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
  }
}

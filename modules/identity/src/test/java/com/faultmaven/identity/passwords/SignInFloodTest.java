package com.faultmaven.identity.passwords;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** More people sign in than there are processors, and nobody else notices. */
@ModuleTest
@Import(SqlWatch.class)
class SignInFloodTest {

  /** More than there are places for requests of public operations, and for all together. */
  private static final int WAITING = 32;

  @LocalServerPort private int port;
  @Autowired private Turns turns;
  @Autowired private SqlWatch sql;
  private final CountDownLatch end = new CountDownLatch(1);

  @Test
  void keepsNobodyElseWaiting() {
    List<CompletableFuture<Answer>> waiting = new ArrayList<>();
    try {
      occupyTheProcessors();
      for (int i = 0; i < WAITING; i++) {
        waiting.add(async(this::signIn));
      }
      await().until(() -> turns.waiting() == WAITING);

      for (int i = 0; i < 20; i++) {
        Api.on(port).get("/api/v1/auth/config").is(200);
        refresh().is(401, "INVALID_REFRESH_TOKEN");
      }
      String request = UUID.randomUUID().toString();
      Answer refused = signIn(request).is(429, "TOO_MANY_REQUESTS");
      assertThat(sql.statementsOf(request)).isEmpty();
      assertThat(refused.header("Retry-After")).isEqualTo("5");
    } finally {
      end.countDown();
    }
    assertThat(waiting)
        .allSatisfy(
            answer -> assertThat(answer.orTimeout(30, SECONDS).join().status()).isIn(401, 429));
    assertThat(waiting).filteredOn(answer -> answer.join().status() == 401).isNotEmpty();
  }

  private void occupyTheProcessors() {
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      async(() -> turns.take(() -> end.await(60, SECONDS)));
    }
    await().until(() -> turns.atWork() == Runtime.getRuntime().availableProcessors());
  }

  private Answer signIn() {
    return signIn(UUID.randomUUID().toString());
  }

  private Answer signIn(String request) {
    return Api.on(port)
        .with(
            "X-Forwarded-For",
            "2001:db8:f100:" + UUID.randomUUID().toString().substring(0, 4) + "::1")
        .with("X-Correlation-ID", request)
        .post(
            "/api/v1/auth/login",
            "{\"username\":\"nobody-%s\",\"password\":\"x\"}".formatted(UUID.randomUUID()));
  }

  private Answer refresh() {
    return Api.on(port).post("/api/v1/auth/refresh", "{\"refresh_token\":\"fmr_none\"}");
  }

  private static <T> CompletableFuture<T> async(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
  }
}

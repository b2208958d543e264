package com.faultmaven.app.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * A process that is drowning lives: to end it or to take it away would make it worse for others.
 */
@IntegrationTest
@Import(ProbesUnderOverloadTest.Stuck.class)
@TestPropertySource(
    properties = {"faultmaven.limits.requests=2", "faultmaven.limits.requests-per-caller=1"})
class ProbesUnderOverloadTest {

  private static final String CASES = "/api/v2/cases";

  /** Two have places, and no more than sixteen wait for them. */
  private static final int TOO_MANY = 20;

  @LocalServerPort private int port;
  @Autowired private Stuck stuck;

  @AfterEach
  void goOn() {
    stuck.released.countDown();
  }

  @Test
  void areAnsweredWhileRequestsAreRefused() {
    List<CompletableFuture<Answer>> requests =
        Stream.generate(() -> CompletableFuture.supplyAsync(this::ask, Thread::startVirtualThread))
            .limit(TOO_MANY)
            .toList();
    await().until(() -> requests.stream().anyMatch(CompletableFuture::isDone));

    Api.on(port).get("/health").is(200);
    Api.on(port).get("/ready").is(200);
    assertThat(ask().is(503, "SERVICE_UNAVAILABLE").header("Retry-After")).isEqualTo("1");

    stuck.released.countDown();
    assertThat(requests).extracting(it -> it.join().status()).contains(200, 503);
  }

  private Answer ask() {
    return Api.on(port).asSomebody().get(CASES);
  }

  /** Holds what has a place until it is released. */
  static class Stuck implements Filter {

    final CountDownLatch released = new CountDownLatch(1);

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      if (((HttpServletRequest) request).getRequestURI().equals(CASES)) {
        try {
          released.await();
        } catch (InterruptedException stopping) {
          Thread.currentThread().interrupt();
        }
      }
      chain.doFilter(request, response);
    }
  }
}

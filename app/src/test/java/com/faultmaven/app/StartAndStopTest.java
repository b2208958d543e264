package com.faultmaven.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.faultmaven.App;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.OnTestDatabase;
import com.faultmaven.testing.TestDatabase;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class StartAndStopTest {

  @Test
  void finishesTheRequestsItHasAndTakesNoNewOnes() throws Exception {
    SlowFilter slow = new SlowFilter();
    ConfigurableApplicationContext context = start(slow);
    int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://localhost:" + port + "/slow");
      CompletableFuture<HttpResponse<String>> answer =
          client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
      assertThat(slow.entered.await(10, TimeUnit.SECONDS)).isTrue();

      CompletableFuture<Void> closing = CompletableFuture.runAsync(context::close);
      await().until(() -> refuses(port));
      assertThat(answer).isNotDone();
      assertThat(closing).isNotDone();

      slow.released.countDown();
      assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
      closing.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void servesOnForAWhileAfterItSaidThatItLeaves() throws Exception {
    ConfigurableApplicationContext context =
        start(new SlowFilter(), "--faultmaven.shutdown.pause=3s");
    int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    Api api = Api.on(port);
    api.get("/ready").is(200);

    CompletableFuture<Void> closing = CompletableFuture.runAsync(context::close);
    await()
        .untilAsserted(
            () -> assertThat(api.get("/ready").is(503).text("/status")).isEqualTo("stopping"));
    api.asSomebody().post("/api/v2/cases", "{}").is(201);
    assertThat(closing).isNotDone();
    closing.get(20, TimeUnit.SECONDS);
  }

  /** The contract validates requests, so that its absence is no failure to report. */
  @Test
  void doesNotLogThatItMissesBeanValidation(CapturedOutput output) {
    start(new SlowFilter()).close();

    assertThat(output).contains("Tomcat started").doesNotContain("Bean Validation");
  }

  @Test
  void refusesAnotherDatabaseInWords(CapturedOutput output) {
    assertThatThrownBy(
            () -> SpringApplication.run(App.class, "--DATABASE_URL=mysql://fm:s3cret@db/x"))
        .isNotNull();

    assertThat(output)
        .containsOnlyOnce("DATABASE_URL is not the address of a PostgreSQL database but of mysql")
        .contains("Set DATABASE_URL to postgresql://")
        .doesNotContain("s3cret", "\tat ");
  }

  @Test
  void refusesAnUnknownLogLevelInWords(CapturedOutput output) {
    assertThatThrownBy(() -> SpringApplication.run(App.class, "--LOG_LEVEL=loud")).isNotNull();

    assertThat(output).containsOnlyOnce("LOG_LEVEL is \"loud\"").doesNotContain("\tat ");
  }

  private static ConfigurableApplicationContext start(SlowFilter slow, String... settings) {
    SpringApplication application = new SpringApplication(App.class);
    ApplicationContextInitializer<GenericApplicationContext> registerFilter =
        context -> context.registerBean("slow", SlowFilter.class, () -> slow);
    application.addInitializers(registerFilter);
    return application.run(
        Stream.concat(
                Stream.of(
                    "--server.port=0",
                    "--" + OnTestDatabase.SECRET,
                    "--spring.datasource.url=" + TestDatabase.jdbcUrl()),
                Stream.of(settings))
            .toArray(String[]::new));
  }

  private static boolean refuses(int port) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      return false;
    } catch (ConnectException e) {
      return true;
    }
  }

  /** Holds a request until it is released. */
  static class SlowFilter implements Filter {

    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch released = new CountDownLatch(1);

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      if (!((HttpServletRequest) request).getRequestURI().equals("/slow")) {
        chain.doFilter(request, response);
        return;
      }
      entered.countDown();
      try {
        released.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

package com.faultmaven.app.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.faultmaven.App;
import com.faultmaven.kernel.WarmUp;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.OnTestDatabase;
import com.faultmaven.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class WarmingUpTest {

  private static final String FAILED = "Not warmed up";

  @Test
  void isNotReadyUntilItIsWarmAndServesMeanwhile(CapturedOutput output) {
    CountDownLatch released = new CountDownLatch(1);
    try (ConfigurableApplicationContext context = start("1ms", () -> awaitEnd(released))) {
      Api api = api(context);

      assertThat(api.get("/ready").is(503).text("/status")).isEqualTo("warming_up");
      api.get("/health").is(200);
      api.asSomebody().post("/api/v2/cases", "{}").is(201);

      released.countDown();
      await().untilAsserted(() -> api.get("/ready").is(200));
    } finally {
      released.countDown();
    }
    assertThat(output).contains("Warmed up for PT0.001S").doesNotContain(FAILED);
  }

  @Test
  void isReadyAtOnceIfItCannotWarmUp(CapturedOutput output) {
    WarmUp broken =
        () -> {
          throw new IllegalStateException("no cases today");
        };
    try (ConfigurableApplicationContext context = start("60s", broken)) {
      await().untilAsserted(() -> api(context).get("/ready").is(200));
    }
    assertThat(output).contains(FAILED, "no cases today");
  }

  @Test
  void endsInTheMiddleOfIt(CapturedOutput output) {
    CountDownLatch rounds = new CountDownLatch(2);
    try (ConfigurableApplicationContext context = start("60s", rounds::countDown)) {
      await().until(() -> rounds.getCount() == 0);

      assertThat(api(context).get("/ready").is(503).text("/status")).isEqualTo("warming_up");
    }
    assertThat(output).contains("Tomcat started").doesNotContain(FAILED);
  }

  @Test
  void warmsUpOnceThoughOperatorsHaveAPortOfTheirOwn() {
    AtomicInteger rounds = new AtomicInteger();
    try (ConfigurableApplicationContext context =
        start("1ms", rounds::incrementAndGet, "--management.server.port=0")) {
      await().untilAsserted(() -> api(context).get("/ready").is(200));
    }
    assertThat(rounds).hasValue(1);
  }

  @Test
  void takesAMinuteAtMost() {
    assertThat(new StartProperties(Duration.ofMinutes(1)).warmUp()).hasMinutes(1);
    assertThatThrownBy(() -> new StartProperties(Duration.ofSeconds(61)))
        .hasMessage("faultmaven.start.warm-up must be 0 s to 60 s.");
    assertThatThrownBy(() -> new StartProperties(Duration.ofMillis(-1)))
        .hasMessage("faultmaven.start.warm-up must be 0 s to 60 s.");
  }

  private static Api api(ConfigurableApplicationContext context) {
    return Api.on(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
  }

  private static ConfigurableApplicationContext start(
      String warmUp, WarmUp module, String... settings) {
    SpringApplication application = new SpringApplication(App.class);
    ApplicationContextInitializer<GenericApplicationContext> registerModule =
        context -> context.registerBean("module", WarmUp.class, () -> module);
    application.addInitializers(registerModule);
    List<String> arguments = new ArrayList<>(List.of(settings));
    arguments.add("--server.port=0");
    arguments.add("--" + OnTestDatabase.SECRET);
    arguments.add("--spring.datasource.url=" + TestDatabase.jdbcUrl());
    arguments.add("--faultmaven.start.warm-up=" + warmUp);
    return application.run(arguments.toArray(String[]::new));
  }

  private static void awaitEnd(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

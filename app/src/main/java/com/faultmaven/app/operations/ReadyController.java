package com.faultmaven.app.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.faultmaven.jobs.Job;
import com.faultmaven.jobs.Jobs;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whether requests would be served now: 200 or 503, with a word for each check. How background jobs
 * go is shown and decides nothing: requests are served without them, and events wait.
 */
@RestController
class ReadyController {

  private static final String READY = "ready";

  /**
   * The answer.
   *
   * @param status {@code ready}, {@code not_ready}, {@code warming_up} or {@code stopping}
   */
  record Ready(String status, Readiness.Checks checks, Map<String, Background> jobs) {}

  /**
   * How a background job goes.
   *
   * @param status {@code running} or {@code failing}
   * @param since when it began to go so
   * @param lastSuccess null if there was none since the process started
   * @param error the kind of error it fails with; null while it runs
   */
  record Background(
      String status,
      Instant since,
      @JsonProperty("last_success") @Nullable Instant lastSuccess,
      @Nullable String error) {

    static Background of(Job.State state) {
      return new Background(
          state.isFailing() ? "failing" : "running",
          state.since(),
          state.lastSuccess(),
          state.failure());
    }
  }

  private final Readiness readiness;
  private final Jobs jobs;
  private final WarmingUp warmingUp;
  private final Leaving leaving;

  ReadyController(Readiness readiness, Jobs jobs, WarmingUp warmingUp, Leaving leaving) {
    this.readiness = readiness;
    this.jobs = jobs;
    this.warmingUp = warmingUp;
    this.leaving = leaving;
  }

  @GetMapping("/ready")
  ResponseEntity<Ready> ready() {
    Readiness.Checks checks = readiness.check();
    String word = word(checks);
    return ResponseEntity.status(
            word.equals(READY) ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .contentType(MediaType.APPLICATION_JSON)
        .body(new Ready(word, checks, background()));
  }

  private String word(Readiness.Checks checks) {
    if (!leaving.isRunning()) {
      return "stopping";
    }
    if (!checks.passed()) {
      return "not_ready";
    }
    return warmingUp.isRunning() ? "warming_up" : READY;
  }

  private Map<String, Background> background() {
    Map<String, Background> byName = new TreeMap<>();
    jobs.all().forEach(job -> byName.put(job.name(), Background.of(job.state())));
    return byName;
  }
}

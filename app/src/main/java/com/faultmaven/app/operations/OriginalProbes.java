package com.faultmaven.app.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Probes in the form of the OpStatus service, beside those of the service. */
@RestController
class OriginalProbes {

  private static final String OK = "ok";

  private final Readiness readiness;
  private final Leaving leaving;

  OriginalProbes(Readiness readiness, Leaving leaving) {
    this.readiness = readiness;
    this.leaving = leaving;
  }

  record Alive(String status) {}

  record Ready(String status, Map<String, Check> checks) {}

  record Check(String status, @JsonProperty("duration_ms") double durationMillis) {}

  @GetMapping("/health/live")
  ResponseEntity<Alive> live() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(new Alive(OK));
  }

  @GetMapping("/health/ready")
  ResponseEntity<Ready> ready() {
    long start = System.nanoTime();
    boolean passed = readiness.check().passed();
    double millis = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start) / 1000.0;
    boolean ready = passed && leaving.isRunning();
    return ResponseEntity.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            new Ready(
                ready ? OK : "unavailable",
                Map.of("database", new Check(passed ? OK : "error", millis))));
  }
}

package com.faultmaven.app.operations;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether requests would be served now: 200 or 503, with a word for each check. */
@RestController
class ReadyController {

  record Ready(String status, Readiness.Checks checks) {}

  private final Readiness readiness;

  ReadyController(Readiness readiness) {
    this.readiness = readiness;
  }

  @GetMapping("/ready")
  ResponseEntity<Ready> ready() {
    Readiness.Checks checks = readiness.check();
    return checks.passed()
        ? ResponseEntity.ok(new Ready("ready", checks))
        : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
            .body(new Ready("not_ready", checks));
  }
}

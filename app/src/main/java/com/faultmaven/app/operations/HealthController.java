package com.faultmaven.app.operations;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * That the process lives and answers; it asks nobody else, so a slow database does not get it
 * restarted.
 */
@RestController
class HealthController {

  record Health(String status, String service, String version, String database) {}

  private final Health health;

  HealthController(
      @Value("${spring.application.name}") String service, ObjectProvider<BuildProperties> build) {
    BuildProperties properties = build.getIfAvailable();
    String version = properties == null ? "development" : properties.getVersion();
    this.health = new Health("healthy", service, String.valueOf(version), "postgresql");
  }

  /** JSON whatever is accepted: a probe wants the status. */
  @GetMapping("/health")
  ResponseEntity<Health> health() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(health);
  }
}

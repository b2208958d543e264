package com.faultmaven.web;

import com.faultmaven.kernel.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Another contract beside {@link OldThings}, some of it public. */
@RestController
@RequestMapping("/api/v1")
class Services {

  static final AtomicInteger DONE = new AtomicInteger();
  static final Gate.Gates GATES = new Gate.Gates();

  /** More than the buffers between here and a client hold. */
  private static final List<String> MUCH = Collections.nCopies(400, "x".repeat(20_000));

  @GetMapping(path = "/services", produces = "application/json")
  Map<String, Object> list() {
    return Map.of("services", List.of(), "caller_is_known", Caller.isKnown());
  }

  @PostMapping(path = "/services", consumes = "application/json", produces = "application/json")
  ResponseEntity<Map<String, Object>> create(@RequestBody Map<String, Object> service) {
    return ResponseEntity.status(201).body(service);
  }

  @GetMapping("/services/{service_id}")
  Map<String, Object> get(@PathVariable("service_id") String id) {
    GATES.pass(id);
    return Map.of("service_id", id);
  }

  @GetMapping("/services/{service_id}/history")
  Map<String, Object> history(@PathVariable("service_id") String id) {
    return Map.of("service_id", id, "history", MUCH);
  }

  @PutMapping("/services/{service_id}/owner")
  Map<String, Object> setOwner(
      @PathVariable("service_id") String id, @RequestBody Map<String, Object> owner) {
    return Map.of("service_id", id, "name", owner.get("name"));
  }

  @PostMapping(
      path = {
        "/services/{service_id}/comments",
        "/services/{service_id}/tokens",
        "/services/{service_id}/sessions",
        "/services/{service_id}/notes"
      },
      consumes = "application/json")
  ResponseEntity<Map<String, Object>> add(
      @PathVariable("service_id") String id, @RequestBody Map<String, Object> body) {
    URI made = URI.create("/api/v1/services/" + id + "/made/" + DONE.incrementAndGet());
    return ResponseEntity.created(made)
        .body(Map.of("secret", UUID.randomUUID(), "name", String.valueOf(body.get("name"))));
  }

  @PostMapping(path = "/services/{service_id}/sign-ins", consumes = "application/json")
  Map<String, Object> signIn(@PathVariable("service_id") String id) {
    return Map.of("organization", Caller.current().organizationId().value());
  }

  @GetMapping("/things/{thing_id}/evidence")
  Map<String, Object> evidence(@PathVariable("thing_id") String id) {
    return Map.of("thing_id", id, "user", Caller.current().userId().value());
  }

  /** Reads a little at a time; the first octet opens the gate of its thing. */
  @PostMapping("/things/{thing_id}/evidence")
  Map<String, Object> upload(@PathVariable("thing_id") String id, HttpServletRequest request)
      throws IOException {
    InputStream body = request.getInputStream();
    long length = body.read() < 0 ? 0 : 1;
    GATES.pass(id);
    byte[] some = new byte[8192];
    for (int read = body.read(some); read >= 0; read = body.read(some)) {
      length += read;
    }
    return Map.of("length", length);
  }

  @PatchMapping("/things/{thing_id}")
  Map<String, Object> annotate(@PathVariable("thing_id") String id) {
    return Map.of("thing_id", id);
  }
}

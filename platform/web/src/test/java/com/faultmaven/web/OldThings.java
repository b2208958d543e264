package com.faultmaven.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the tests find in versions that end. */
@RestController
@RequestMapping({"/api/v0", "/api/v1"})
class OldThings {

  @GetMapping("/things/{thing_id}")
  ResponseEntity<Map<String, Object>> read(@PathVariable("thing_id") String id) {
    return ResponseEntity.ok().eTag("\"1\"").body(Map.of("id", id));
  }

  @GetMapping("/things/session/{session}")
  Map<String, Object> list(@PathVariable("session") String session) {
    return Map.of("session", session);
  }

  @PostMapping("/things")
  Map<String, Object> create(@RequestBody Map<String, Object> thing) {
    return thing;
  }

  @PostMapping("/things/{thing_id}/status")
  Map<String, Object> change(
      @PathVariable("thing_id") String id, @RequestBody Map<String, Object> status) {
    return status;
  }

  @GetMapping("/things/{thing_id}/reset")
  void startOver(HttpServletResponse response) throws IOException {
    response.setHeader("X-Gone", "gone");
    response.reset();
    response.getWriter().write("again");
  }

  @GetMapping("/things/{thing_id}/failures/{status}")
  void fail(@PathVariable("status") int status, HttpServletResponse response) throws IOException {
    if (status == 500) {
      throw new IllegalStateException("secret");
    }
    response.sendError(status);
  }
}

package com.faultmaven.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A page with a form, which no contract describes. */
@RestController
class Pages {

  @PostMapping("/pages/subscriptions")
  Map<String, Object> subscribe(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(name = "service", required = false) @Nullable List<String> services) {
    return Map.of("email", email, "services", services == null ? List.of() : services);
  }
}

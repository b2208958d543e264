package com.faultmaven.web;

import com.faultmaven.kernel.Caller;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a contract has outside /api. */
@RestController
@RequestMapping("/v1/services")
class OlderServices {

  @GetMapping
  Map<String, Object> list() {
    return Map.of("user", Caller.current().userId().value());
  }

  @GetMapping("/greeting")
  Map<String, Object> greet() {
    return Map.of("user", Caller.isKnown() ? Caller.current().userId().value() : "nobody");
  }
}

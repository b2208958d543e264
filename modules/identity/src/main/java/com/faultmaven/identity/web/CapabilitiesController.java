package com.faultmaven.identity.web;

import com.faultmaven.contracts.gateway.v1.api.CapabilitiesApi;
import com.faultmaven.contracts.gateway.v1.model.Capabilities;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Capabilities. */
@RestController
class CapabilitiesController implements CapabilitiesApi {

  private static final Duration KEPT = Duration.ofMinutes(5);

  private final CapabilityDocument document;

  CapabilitiesController(CapabilityDocument document) {
    this.document = document;
  }

  @Override
  public ResponseEntity<Capabilities> getCapabilities() {
    return ResponseEntity.ok()
        .eTag(document.tag())
        .cacheControl(CacheControl.maxAge(KEPT))
        .body(document.content());
  }

  @Override
  public ResponseEntity<Capabilities> getCapabilitiesAsExtension() {
    return getCapabilities();
  }
}

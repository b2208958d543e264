package com.faultmaven.app.docs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Gives each contract as one document, to anybody; it is put together when first asked for. */
@RestController
class DocumentsController {

  /** RFC 9512. */
  private static final MediaType YAML = new MediaType("application", "yaml");

  private final Map<String, Published> documents = new ConcurrentHashMap<>();

  @GetMapping("/openapi/{version:v[0-9]+}.yaml")
  ResponseEntity<byte[]> openApi(@PathVariable String version) {
    return document("contracts/openapi/case-service." + version + ".yaml");
  }

  @GetMapping("/asyncapi/{name:[a-z-]+}.yaml")
  ResponseEntity<byte[]> asyncApi(@PathVariable String name) {
    return document("contracts/asyncapi/" + name + ".yaml");
  }

  private ResponseEntity<byte[]> document(String path) {
    if (!new ClassPathResource(path).exists()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    Published document =
        documents.computeIfAbsent(path, it -> Published.of(YAML, Yaml.write(Bundle.of(it))));
    return document.ok(CacheControl.noCache()).body(document.content());
  }
}

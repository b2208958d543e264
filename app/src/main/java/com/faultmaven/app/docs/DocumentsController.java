package com.faultmaven.app.docs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives each contract as one document, to anybody and to the pages of any origin; it is put
 * together when first asked for.
 */
@RestController
@CrossOrigin(exposedHeaders = HttpHeaders.ETAG)
class DocumentsController {

  /** RFC 9512. */
  private static final MediaType YAML = new MediaType("application", "yaml");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Map<String, Published> documents = new ConcurrentHashMap<>();

  @GetMapping("/openapi/{version:v[0-9]+}.{form:yaml|json}")
  ResponseEntity<byte[]> openApi(@PathVariable String version, @PathVariable String form) {
    return document("contracts/openapi/cases." + version, form);
  }

  /** Where the original service had it, and gateways look for it. */
  @GetMapping("/openapi.json")
  ResponseEntity<byte[]> openApiOfTheOriginal() {
    return openApi("v1", "json");
  }

  @GetMapping("/asyncapi/case-events.{form:yaml|json}")
  ResponseEntity<byte[]> asyncApi(@PathVariable String form) {
    return document("contracts/asyncapi/cases-events", form);
  }

  private ResponseEntity<byte[]> document(String name, String form) {
    if (!new ClassPathResource(name + ".yaml").exists()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    Published document =
        documents.computeIfAbsent(name + "." + form, _ -> published(name + ".yaml", form));
    return document.ok(CacheControl.noCache()).body(document.content());
  }

  private static Published published(String path, String form) {
    JsonNode bundle = Bundle.of(path);
    return form.equals("json")
        ? Published.of(MediaType.APPLICATION_JSON, JSON.writeValueAsBytes(bundle))
        : Published.of(YAML, Yaml.write(bundle));
  }
}

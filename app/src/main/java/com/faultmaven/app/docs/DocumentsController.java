package com.faultmaven.app.docs;

import com.faultmaven.contracts.ContractDocument;
import com.faultmaven.contracts.Contracts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives the document of each contract, to anybody and to the pages of any origin, at the addresses
 * the manifest has for it.
 */
@RestController
@CrossOrigin(exposedHeaders = HttpHeaders.ETAG)
class DocumentsController {

  /** RFC 9512. */
  private static final MediaType YAML = new MediaType("application", "yaml");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Map<String, ContractDocument> byAddress = new HashMap<>();
  private final Map<String, Published> published = new ConcurrentHashMap<>();

  DocumentsController() {
    for (ContractDocument document : Contracts.packaged().documents()) {
      byAddress.put(document.address() + ".yaml", document);
      byAddress.put(document.address() + ".json", document);
      document.alsoAt().forEach(address -> byAddress.put(address, document));
    }
  }

  @GetMapping({"/openapi/{file}", "/asyncapi/{file}", "/openapi.json"})
  ResponseEntity<byte[]> document(HttpServletRequest request) {
    String address = request.getServletPath();
    ContractDocument document = byAddress.get(address);
    if (document == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    Published text =
        published.computeIfAbsent(address, _ -> published(document, address.endsWith(".json")));
    return text.ok(CacheControl.noCache()).body(text.content());
  }

  private static Published published(ContractDocument document, boolean inJson) {
    return inJson
        ? Published.of(MediaType.APPLICATION_JSON, JSON.writeValueAsBytes(document.content()))
        : Published.of(YAML, document.text());
  }
}

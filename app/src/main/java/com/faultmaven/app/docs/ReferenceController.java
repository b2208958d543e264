package com.faultmaven.app.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.HtmlUtils;

/**
 * The page that shows the contracts. Everything it needs comes from here, nothing from elsewhere.
 */
@RestController
@ConditionalOnBooleanProperty("faultmaven.docs.enabled")
class ReferenceController {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
  private static final MediaType SCRIPT =
      new MediaType("text", "javascript", StandardCharsets.UTF_8);

  /** The reference writes its styles into the page; scripts come from files only. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'unsafe-inline';"
          + " img-src 'self' data:; font-src 'self' data:; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final Map<String, String> SCRIPTS =
      Map.of(
          "scalar.js", "META-INF/resources/webjars/scalar/scalar.js",
          "sign-in.js", "com/faultmaven/app/docs/sign-in.js",
          "reference.js", "com/faultmaven/app/docs/reference.js");

  /** A script is asked for by its digest, so that edition never changes. */
  private static final CacheControl FOREVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  /** Read and hashed once: it is megabytes that anybody may ask for. */
  private final Map<String, Published> scripts = new ConcurrentHashMap<>();

  private final Supplier<Published> page = SingletonSupplier.of(this::writePage);

  @GetMapping("/docs")
  ResponseEntity<byte[]> page() {
    Published written = page.get();
    return written
        .ok(CacheControl.noCache())
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", "no-referrer")
        .body(written.content());
  }

  @GetMapping("/docs/scripts/{name}")
  ResponseEntity<byte[]> scriptOfPage(@PathVariable String name) {
    Published script = script(name);
    return script.ok(FOREVER).body(script.content());
  }

  private Published writePage() {
    String html =
        new String(read("com/faultmaven/app/docs/reference.html"), StandardCharsets.UTF_8);
    for (String name : SCRIPTS.keySet()) {
      html = html.replace(name, name + "?" + script(name).digest());
    }
    html = html.replace("{documents}", HtmlUtils.htmlEscape(Shown.asJson()));
    html = html.replace("{links}", Shown.asLinks());
    return Published.of(HTML, html.getBytes(StandardCharsets.UTF_8));
  }

  private Published script(String name) {
    return scripts.computeIfAbsent(name, ReferenceController::readScript);
  }

  private static Published readScript(String name) {
    String path = SCRIPTS.get(name);
    if (path == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return Published.of(SCRIPT, read(path));
  }

  private static byte[] read(String path) {
    try {
      return new ClassPathResource(path).getContentAsByteArray();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

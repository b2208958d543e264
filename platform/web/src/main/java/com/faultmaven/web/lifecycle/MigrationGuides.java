package com.faultmaven.web.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Serves the guides the links of ending versions lead to, as far as they are in the class path. */
@Component
final class MigrationGuides extends SimpleUrlHandlerMapping {

  private static final String MARKDOWN =
      new MediaType("text", "markdown", StandardCharsets.UTF_8).toString();

  MigrationGuides(EndingVersions versions) {
    Map<String, HttpRequestHandler> guides = new HashMap<>();
    versions.all().stream()
        .map(EndingVersion::guide)
        .filter(guide -> guide.startsWith("/"))
        .filter(guide -> resource(guide).exists())
        .forEach(guide -> guides.put(guide, serving(resource(guide))));
    setUrlMap(guides);
    setOrder(100); // after the controllers, before what finds nothing
  }

  private static ClassPathResource resource(String guide) {
    return new ClassPathResource(
        guide.substring(1) + ".md", MigrationGuides.class.getClassLoader());
  }

  private static HttpRequestHandler serving(ClassPathResource resource) {
    byte[] text = read(resource);
    return (request, response) -> {
      if (!Set.of("GET", "HEAD").contains(request.getMethod())) {
        throw new HttpRequestMethodNotSupportedException(
            request.getMethod(), List.of("GET", "HEAD"));
      }
      response.setContentType(MARKDOWN);
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Cache-Control", "no-cache");
      response.setContentLength(text.length);
      response.getOutputStream().write(text);
    };
  }

  private static byte[] read(ClassPathResource resource) {
    try {
      return resource.getContentAsByteArray();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

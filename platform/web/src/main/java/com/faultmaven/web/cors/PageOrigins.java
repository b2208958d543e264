package com.faultmaven.web.cors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;

/**
 * Holds web pages to the configured origins. Extensions of browsers are no pages: one whose user
 * lets it call any address is not bound by CORS and asks for nothing, but says in what it posts
 * where it comes from.
 */
final class PageOrigins extends DefaultCorsProcessor {

  private static final Set<String> EXTENSIONS =
      Set.of("chrome-extension", "moz-extension", "safari-web-extension");

  @Override
  public boolean processRequest(
      @Nullable CorsConfiguration pages, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (pages == null || !isExtension(origin) || pages.checkOrigin(origin) != null) {
      return super.processRequest(pages, request, response);
    }
    if (CorsUtils.isPreFlightRequest(request)) {
      throw new OriginRefused();
    }
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    return true;
  }

  private static boolean isExtension(@Nullable String origin) {
    if (origin == null) {
      return false;
    }
    int scheme = Math.max(origin.indexOf("://"), 0);
    return EXTENSIONS.contains(origin.substring(0, scheme).toLowerCase(Locale.ROOT));
  }

  @Override
  protected void rejectRequest(ServerHttpResponse response) {
    throw new OriginRefused();
  }
}

package com.faultmaven.casesv1;

import com.faultmaven.web.RequestFilter;
import com.faultmaven.web.contract.Operations;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** v1 always answered JSON, whatever was accepted, and took a body without a type for JSON. */
final class LenientHeaders extends RequestFilter {

  private final Operations operations;

  LenientHeaders(Operations operations) {
    this.operations = operations;
  }

  @Override
  protected void filter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    boolean lenient = V1Problems.V1.equals(operations.of(request).version());
    proceed(chain, lenient ? new Lenient(request) : request, response);
  }

  private static final class Lenient extends HttpServletRequestWrapper {

    Lenient(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getContentType() {
      String sent = super.getContentType();
      return sent == null ? MediaType.APPLICATION_JSON_VALUE : sent;
    }

    @Override
    public @Nullable String getHeader(String name) {
      if (name.equalsIgnoreCase(HttpHeaders.ACCEPT)) {
        return MediaType.APPLICATION_JSON_VALUE;
      }
      return name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
          ? getContentType()
          : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      boolean ours =
          name.equalsIgnoreCase(HttpHeaders.ACCEPT)
              || name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE);
      return ours
          ? Collections.enumeration(List.of(String.valueOf(getHeader(name))))
          : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
      List<String> names = Collections.list(super.getHeaderNames());
      if (names.stream().noneMatch(HttpHeaders.CONTENT_TYPE::equalsIgnoreCase)) {
        names.add(HttpHeaders.CONTENT_TYPE);
      }
      return Collections.enumeration(names);
    }
  }
}

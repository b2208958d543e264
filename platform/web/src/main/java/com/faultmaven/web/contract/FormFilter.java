package com.faultmaven.web.contract;

import com.faultmaven.web.ReadBody;
import com.faultmaven.web.RequestFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Hands a form on as the JSON object that its operation takes as well, so that both are held to the
 * same. Spring would make a form of the query, and the container takes its fields for parameters.
 */
final class FormFilter extends RequestFilter {

  private final Operations operations;

  FormFilter(Operations operations) {
    this.operations = operations;
  }

  @Override
  protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    RequestRules rules = operations.rulesOf(operations.of(request).operation());
    boolean form = rules != null && rules.takesForms() && isForm(request.getContentType());
    chain.doFilter(form ? asJson(request) : request, response);
  }

  private static boolean isForm(@Nullable String type) {
    return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase(RequestRules.FORM);
  }

  private static HttpServletRequest asJson(HttpServletRequest request) throws IOException {
    byte[] form = request.getInputStream().readAllBytes();
    return new AsJson(request, Form.read(form).toString().getBytes(StandardCharsets.UTF_8));
  }

  private static final class AsJson extends HttpServletRequestWrapper {

    private final byte[] body;

    AsJson(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public String getContentType() {
      return MediaType.APPLICATION_JSON_VALUE;
    }

    /** Whatever the form says of it: its octets are UTF-8, and so are those made of it. */
    @Override
    public String getCharacterEncoding() {
      return StandardCharsets.UTF_8.name();
    }

    @Override
    public @Nullable String getHeader(String name) {
      return isReplaced(name) ? value(name) : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return isReplaced(name)
          ? Collections.enumeration(List.of(value(name)))
          : super.getHeaders(name);
    }

    private static boolean isReplaced(String name) {
      return name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
          || name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH);
    }

    private String value(String name) {
      return name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
          ? getContentType()
          : Integer.toString(body.length);
    }

    @Override
    public int getContentLength() {
      return body.length;
    }

    @Override
    public long getContentLengthLong() {
      return body.length;
    }

    @Override
    public ServletInputStream getInputStream() {
      return new ReadBody(body);
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }
}

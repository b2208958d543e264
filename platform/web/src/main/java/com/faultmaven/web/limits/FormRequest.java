package com.faultmaven.web.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;

/** A request with a form in memory, whose fields are parameters beside those of its query. */
final class FormRequest extends ReadRequest {

  private final MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();

  /**
   * Reads the fields.
   *
   * @throws BrokenBody if they cannot be told
   */
  FormRequest(HttpServletRequest request, byte[] form) {
    super(request, form);
    // the body has been read, so these are of the query
    request.getParameterMap().forEach((name, values) -> fields.addAll(name, List.of(values)));
    String text = new String(form, StandardCharsets.UTF_8);
    for (String field : StringUtils.delimitedListToStringArray(text, "&")) {
      int end = field.indexOf('=');
      if (end >= 0) {
        fields.add(decoded(field.substring(0, end)), decoded(field.substring(end + 1)));
      }
    }
  }

  private static String decoded(String escaped) {
    try {
      return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new BrokenBody();
    }
  }

  @Override
  public @Nullable String getParameter(String name) {
    return fields.getFirst(name);
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    List<String> values = fields.get(name);
    return values == null ? null : values.toArray(String[]::new);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(fields.keySet());
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    Map<String, String[]> all = new LinkedHashMap<>();
    fields.forEach((name, values) -> all.put(name, values.toArray(String[]::new)));
    return Collections.unmodifiableMap(all);
  }
}

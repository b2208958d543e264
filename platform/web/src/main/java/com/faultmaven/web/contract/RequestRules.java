package com.faultmaven.web.contract;

import com.faultmaven.kernel.InvalidRequest;
import com.networknt.schema.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/**
 * What a request for an operation of a contract is held to.
 *
 * @param bodies the schema of the request body by media type
 * @param alone the lists in the request body whose items are checked by themselves
 */
record RequestRules(
    Map<String, Parameter> query,
    Map<String, Parameter> headers,
    Map<String, Schema> bodies,
    Set<String> alone) {

  static final String FORM = "application/x-www-form-urlencoded";

  /** Whether the body may be a form in place of JSON. */
  boolean takesForms() {
    return bodies.containsKey(FORM);
  }

  /**
   * Holds the query and the headers of a request against the contract.
   *
   * @throws InvalidRequest naming everything that is wrong
   */
  void checkParameters(HttpServletRequest request) {
    Findings findings = new Findings();
    Map<String, String[]> sent = request.getParameterMap();
    sent.keySet().stream()
        .filter(name -> !query.containsKey(name))
        .forEach(name -> findings.add(() -> Say.unknownParameter(name)));
    query.forEach((name, parameter) -> parameter.check(valuesOf(sent.get(name)), findings));
    headers.forEach((name, parameter) -> parameter.check(valuesOf(request, name), findings));
    if (!findings.isEmpty()) {
      throw InvalidRequest.parameters(findings.all());
    }
  }

  /** Holds a request body against the contract and adds what is wrong with it. */
  void checkBody(@Nullable MediaType type, JsonNode body, Findings findings) {
    Schema schema = schemaFor(type);
    if (schema != null) {
      SchemaFindings.of(schema, body).forEach(violation -> findings.add(() -> violation));
    }
  }

  /** Spring has matched the media type already; its parameters do not matter here. */
  private @Nullable Schema schemaFor(@Nullable MediaType type) {
    Schema exact = type == null ? null : bodies.get(type.getType() + "/" + type.getSubtype());
    return exact != null ? exact : bodies.values().stream().findFirst().orElse(null);
  }

  private static List<String> valuesOf(String @Nullable [] sent) {
    return sent == null ? List.of() : List.of(sent);
  }

  private static List<String> valuesOf(HttpServletRequest request, String header) {
    String value = request.getHeader(header);
    return value == null ? List.of() : List.of(value);
  }
}

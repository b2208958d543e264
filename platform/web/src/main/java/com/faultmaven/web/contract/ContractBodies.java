package com.faultmaven.web.contract;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a request body once: strictly, then against the contract, then into what it is bound to.
 */
final class ContractBodies extends JacksonJsonHttpMessageConverter {

  private final Operations operations;

  ContractBodies(JsonMapper mapper, Operations operations) {
    super(mapper);
    this.operations = operations;
  }

  @Override
  public Object read(
      ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints) {
    Operation operation = Operations.current();
    RequestRules rules = operations.rulesOf(operation);
    Findings findings = rules == null ? new Findings() : new Findings(rules.alone());
    JsonNode body =
        StrictJson.upTo(operation == null ? null : operation.maxBody())
            .value(bytesOf(message), findings);
    if (rules != null) {
      rules.checkBody(message.getHeaders().getContentType(), body, findings);
    }
    findings.refuseBody();
    try {
      return getMapper().readerFor(getMapper().constructType(type.getType())).readValue(body);
    } catch (JacksonException mismatch) {
      throw new HttpMessageNotReadableException("bound to another type", mismatch, message);
    }
  }

  private static byte[] bytesOf(HttpInputMessage message) {
    try {
      return message.getBody().readAllBytes();
    } catch (IOException broken) {
      throw MalformedBody.breaksOff();
    }
  }
}

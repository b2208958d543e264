package com.faultmaven.web.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads from a document what it says about every request for an operation. */
final class OperationReader {

  private final Place document;
  private final Place operation;
  private final Map<String, Place> parameters = new LinkedHashMap<>();

  OperationReader(Place document, Place path, Place operation) {
    this.document = document;
    this.operation = operation;
    Stream.concat(path.property("parameters").items(), operation.property("parameters").items())
        .forEach(place -> parameters.put(place.text("in") + " " + place.text("name"), place));
  }

  /**
   * What concerns every request for it.
   *
   * @throws IllegalStateException if the document says what nobody keeps to
   */
  Operation operation(ContractVersion version, String method, String path) {
    String name = method.toUpperCase(Locale.ROOT) + " " + path;
    Operation read =
        new Operation(
            name,
            version,
            operation.text("operationId"),
            method.toUpperCase(Locale.ROOT),
            path,
            isOpen(),
            roles(),
            parameters.containsKey("header Idempotency-Key"),
            !operation.text("x-answers").equals("never-stored"),
            isStreamed(),
            maxBody(),
            isCallerOptional(),
            operation.text("x-idempotency").equals("none"),
            operation.text("x-organization").equals("none"));
    faultOf(read)
        .ifPresent(
            fault -> {
              throw new IllegalStateException(version + ": " + name + " " + fault + ".");
            });
    return read;
  }

  /** What the lint finds before, and nobody else after. */
  private Optional<String> faultOf(Operation read) {
    Long most = read.maxBody();
    return Stream.of(
            otherThan("x-answers", "never-stored"),
            otherThan("x-body", "streamed"),
            otherThan("x-idempotency", "none"),
            otherThan("x-organization", "none"),
            fault(!read.open() && !read.isVersioned(), "asks for a caller, outside /api and /v1"),
            fault(
                read.keyIgnored() && read.repeatable(),
                "ignores an Idempotency-Key and has a parameter for it"),
            fault(
                (read.open() || read.callerOptional()) && !read.roles().isEmpty(),
                "asks for a role and for no caller"),
            fault(read.streamed() && most == null, "is streamed and has no x-max-body"),
            fault(
                most != null && (most < 1 || !read.streamed() && most >= Integer.MAX_VALUE),
                "has an x-max-body that is no size of a body"),
            fault(
                read.streamed() && read.repeatable(),
                "is streamed and takes an Idempotency-Key, which needs the body beforehand"))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> otherThan(String extension, String word) {
    String said = operation.text(extension);
    return fault(
        !said.isEmpty() && !said.equals(word),
        "is wrong: %s is %s or absent, not %s".formatted(extension, word, said));
  }

  private static Optional<String> fault(boolean there, String fault) {
    return there ? Optional.of(fault) : Optional.empty();
  }

  /** A document that says nothing about security leaves nothing open. */
  private boolean isOpen() {
    return security().isArray() && security().isEmpty();
  }

  /** An alternative that asks for nothing, beside others. */
  private boolean isCallerOptional() {
    return security()
        .valueStream()
        .anyMatch(alternative -> alternative.isObject() && alternative.isEmpty());
  }

  private JsonNode security() {
    JsonNode own = operation.node().path("security");
    return own.isMissingNode() ? document.node().path("security") : own;
  }

  private List<String> roles() {
    return operation.node().path("x-roles").valueStream().map(JsonNode::asString).toList();
  }

  private boolean isStreamed() {
    return operation.text("x-body").equals("streamed");
  }

  private @Nullable Long maxBody() {
    JsonNode bytes = operation.node().path("x-max-body");
    return bytes.isMissingNode() ? null : bytes.asLong(0);
  }

  /** A contract may say that requests are not held to it, because its clients never were. */
  boolean isValidated() {
    return document.node().path("x-validated").asBoolean(true);
  }

  /** What its requests are held to. */
  RequestRules rules() {
    return new RulesReader(operation, parameters).rules();
  }
}

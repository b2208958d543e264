package com.faultmaven.web.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a contract, and what its document says about every request for it.
 *
 * @param name method and path, which no other operation has: {@code GET /api/v1/things/{id}}
 * @param version the version whose document has it
 * @param id its operationId
 * @param method in upper case
 * @param path with its variables in braces
 * @param open whether it is public, so that nobody is asked who calls
 * @param roles it lets pass; empty for everybody who is known
 * @param repeatable whether it takes an Idempotency-Key
 * @param answersStored whether its answers may be stored to be given again
 * @param streamed whether its body is left to its handler, to be read as it comes
 * @param maxBody the bytes its body may have; null if it has no bound of its own
 * @param callerOptional whether somebody who sends no credentials may call it too
 * @param keyIgnored whether an Idempotency-Key is neither taken nor refused
 * @param ofNoOrganization whether its callers act for no organization
 */
public record Operation(
    String name,
    ContractVersion version,
    String id,
    String method,
    String path,
    boolean open,
    List<String> roles,
    boolean repeatable,
    boolean answersStored,
    boolean streamed,
    @Nullable Long maxBody,
    boolean callerOptional,
    boolean keyIgnored,
    boolean ofNoOrganization) {

  /**
   * Whose dates and form of errors its answers have: those of its version, or nobody's outside
   * {@code /api} and {@code /v1}, where a document describes what is of no version, such as a
   * probe.
   */
  @Nullable ContractVersion owner() {
    return isVersioned() ? version : null;
  }

  boolean isVersioned() {
    return path.startsWith("/api/") || path.startsWith("/v1/");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Operation that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}

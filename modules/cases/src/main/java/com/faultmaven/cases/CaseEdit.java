package com.faultmaven.cases;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants to be different about a case; null leaves a thing as it is.
 *
 * @param metadata makes the new metadata of the old
 */
public record CaseEdit(
    @Nullable Title title,
    @Nullable String description,
    @Nullable Severity severity,
    @Nullable Category category,
    @Nullable SessionChange session,
    @Nullable UnaryOperator<Metadata> metadata) {

  /**
   * Moves a case to another session.
   *
   * @param to null takes it out of any
   */
  public record SessionChange(@Nullable SessionId to) {}
}

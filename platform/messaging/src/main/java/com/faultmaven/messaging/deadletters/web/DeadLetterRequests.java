package com.faultmaven.messaging.deadletters.web;

import com.faultmaven.contracts.cases.v2.model.ReplayDeadLettersRequest;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.messaging.deadletters.DeadLetterNotFound;
import com.faultmaven.messaging.deadletters.DeadLetterSelection;
import com.faultmaven.messaging.deadletters.DeadLetterState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** Reads what operators send into the words of the domain. */
class DeadLetterRequests {

  private static final int USUAL_LIMIT = 1000;

  /** The one form of an id; the Java class takes shorter ones too. */
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private DeadLetterRequests() {}

  static UUID id(String sent) {
    if (!ID.matcher(sent).matches()) {
      throw DeadLetterNotFound.named(sent);
    }
    return UUID.fromString(sent);
  }

  static DeadLetterState state(com.faultmaven.contracts.cases.v2.model.DeadLetterState sent) {
    return DeadLetterState.valueOf(sent.name());
  }

  static DeadLetterSelection selection(
      @Nullable String consumer,
      @Nullable String eventType,
      @Nullable OffsetDateTime parkedAfter,
      @Nullable OffsetDateTime parkedBefore) {
    return new DeadLetterSelection(
        null, consumer, eventType, instant(parkedAfter), instant(parkedBefore));
  }

  /**
   * What a request selects.
   *
   * @throws InvalidRequest if that is nothing, or ids and something else
   */
  static DeadLetterSelection selection(ReplayDeadLettersRequest request) {
    List<UUID> ids = given(request.getDeadLetterIds());
    boolean others =
        Stream.of(
                request.getConsumer(),
                request.getEventType(),
                request.getParkedAfter(),
                request.getParkedBefore())
            .anyMatch(property -> given(property) != null);
    if (ids == null && !others) {
      throw InvalidRequest.body(
          "", "too_few", "The request does not say which dead letters to replay.");
    }
    if (ids != null && (others || given(request.getLimit()) != null)) {
      throw InvalidRequest.body(
          "/dead_letter_ids", "not_allowed", "dead_letter_ids goes with no other property.");
    }
    return new DeadLetterSelection(
        ids,
        given(request.getConsumer()),
        given(request.getEventType()),
        instant(given(request.getParkedAfter())),
        instant(given(request.getParkedBefore())));
  }

  static int limit(ReplayDeadLettersRequest request) {
    Integer limit = given(request.getLimit());
    return limit == null ? USUAL_LIMIT : limit;
  }

  private static <T> @Nullable T given(JsonNullable<T> property) {
    return property.isPresent() ? property.get() : null;
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
    return moment == null ? null : moment.toInstant();
  }
}

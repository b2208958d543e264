package com.faultmaven.messaging.web;

import com.faultmaven.contracts.cases.v2.api.EventsApi;
import com.faultmaven.contracts.cases.v2.model.EventList;
import com.faultmaven.contracts.cases.v2.model.RewindPublisherRequest;
import com.faultmaven.contracts.cases.v2.model.RewindPublisherResult;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.UserId;
import com.faultmaven.messaging.log.EventFeed;
import com.faultmaven.messaging.log.Rewind;
import com.faultmaven.messaging.log.Rewinding;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EventsController implements EventsApi {

  private final EventFeed feed;
  private final Rewinding rewinding;
  private final EventResponses responses;

  EventsController(EventFeed feed, Rewinding rewinding, EventResponses responses) {
    this.feed = feed;
    this.rewinding = rewinding;
    this.responses = responses;
  }

  @Override
  public ResponseEntity<EventList> listEvents(
      @Nullable String after, @Nullable List<String> type, Integer wait, Integer limit) {
    return ResponseEntity.ok(
        responses.list(
            feed.read(
                after == null ? null : FeedCursor.read(after),
                type == null ? List.of() : type,
                limit,
                Duration.ofSeconds(wait))));
  }

  @Override
  public ResponseEntity<RewindPublisherResult> rewindPublisher(RewindPublisherRequest request) {
    return ResponseEntity.accepted().body(responses.rewound(rewind(request)));
  }

  private Rewind rewind(RewindPublisherRequest request) {
    OffsetDateTime time = request.getToTime().orElse(null);
    String cursor = request.getToCursor().orElse(null);
    UserId by = Caller.current().userId();
    if (time != null && cursor == null) {
      return rewinding.to(time.toInstant(), by);
    }
    if (cursor != null && time == null) {
      return rewinding.to(FeedCursor.readFromBody(cursor), by);
    }
    throw InvalidRequest.body(
        "", time == null ? "too_few" : "too_many", "Give exactly one of to_time and to_cursor.");
  }
}

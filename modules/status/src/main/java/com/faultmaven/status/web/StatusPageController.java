package com.faultmaven.status.web;

import com.faultmaven.contracts.status.v1.api.StatusPageApi;
import com.faultmaven.contracts.status.v1.model.ReplaceStatusPageRequest;
import com.faultmaven.contracts.status.v1.model.StatusPageResponse;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Text;
import com.faultmaven.status.Page;
import com.faultmaven.status.PageDescription;
import com.faultmaven.status.StatusPages;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged StatusPage. */
@RestController
class StatusPageController implements StatusPageApi {

  private final StatusPages pages;
  private final CurrentRequest current;

  StatusPageController(StatusPages pages, CurrentRequest current) {
    this.pages = pages;
    this.current = current;
  }

  @Override
  public ResponseEntity<StatusPageResponse> getStatusPage() {
    return answer(pages.get(current.visitor()));
  }

  @Override
  public ResponseEntity<StatusPageResponse> replaceStatusPage(
      ReplaceStatusPageRequest request, @Nullable String ifMatch) {
    return answer(pages.replace(described(request), IfMatch.of(ifMatch), current.visitor()));
  }

  private static PageDescription described(ReplaceStatusPageRequest request) {
    String name = request.getName().orElse(null);
    return new PageDescription(
        name == null ? null : Text.trim(name),
        request.getDescription().orElse(null),
        request.getUrl().orElse(null),
        zone(request.getTimeZone().orElse(null)),
        request.getPublic().orElse(null));
  }

  private static @Nullable ZoneId zone(@Nullable String name) {
    if (name == null) {
      return null;
    }
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw InvalidRequest.body(
          "/time_zone", "unknown_value", "time_zone is no time zone such as Europe/Berlin.");
    }
    return ZoneId.of(name);
  }

  private static ResponseEntity<StatusPageResponse> answer(Page page) {
    return ResponseEntity.ok()
        .eTag(page.version().tag())
        .body(
            new StatusPageResponse()
                .name(page.name())
                .description(page.description())
                .url(page.url())
                .timeZone(page.timeZone().getId())
                ._public(page.isPublic())
                .version(page.version().value()));
  }
}

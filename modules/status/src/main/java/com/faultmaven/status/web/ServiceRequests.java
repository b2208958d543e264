package com.faultmaven.status.web;

import com.faultmaven.contracts.status.v1.model.CreateServiceRequest;
import com.faultmaven.contracts.status.v1.model.UpdateServiceRequest;
import com.faultmaven.kernel.Text;
import com.faultmaven.status.NewService;
import com.faultmaven.status.ServiceEdit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what clients say about services into the words of the domain. */
final class ServiceRequests {

  private ServiceRequests() {}

  static NewService newService(CreateServiceRequest request) {
    return new NewService(
        Text.trim(request.getName()),
        request.getDescription().orElse(null),
        request.getGroup().orElse(null),
        Objects.requireNonNullElse(request.getPosition().orElse(null), 0),
        request.getStartDate().orElse(null));
  }

  static ServiceEdit edit(UpdateServiceRequest request, Patch patch) {
    ServiceEdit edit =
        new ServiceEdit(
            trimmed(patch.required("name", request.getName())),
            patch.optional(request.getDescription()),
            patch.optional(request.getGroup()),
            patch.required("position", request.getPosition()),
            patch.required("start_date", request.getStartDate()));
    patch.check();
    return edit;
  }

  private static @Nullable String trimmed(@Nullable String text) {
    return text == null ? null : Text.trim(text);
  }
}

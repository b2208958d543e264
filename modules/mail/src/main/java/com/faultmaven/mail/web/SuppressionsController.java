package com.faultmaven.mail.web;

import com.faultmaven.contracts.mail.v1.api.SuppressionsApi;
import com.faultmaven.contracts.mail.v1.model.PutSuppressionRequest;
import com.faultmaven.contracts.mail.v1.model.Suppression;
import com.faultmaven.contracts.mail.v1.model.SuppressionList;
import com.faultmaven.contracts.mail.v1.model.SuppressionReason;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import com.faultmaven.mail.Suppressions;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Suppressions. */
@RestController
class SuppressionsController implements SuppressionsApi {

  private final Suppressions suppressions;

  SuppressionsController(Suppressions suppressions) {
    this.suppressions = suppressions;
  }

  @Override
  public ResponseEntity<SuppressionList> listSuppressions(
      @Nullable SuppressionReason reason,
      Integer limit,
      @Nullable Integer offset,
      @Nullable String cursor) {
    Page<com.faultmaven.mail.Suppression> page =
        suppressions.list(
            reason == null ? null : com.faultmaven.mail.SuppressionReason.valueOf(reason.name()),
            Paging.of(limit, offset, cursor));
    return ResponseEntity.ok(
        new SuppressionList()
            .suppressions(page.rows().stream().map(SuppressionsController::response).toList())
            .total(page.total())
            .limit(page.asked().limit())
            .offset(page.offset())
            .nextCursor(page.nextCursor()));
  }

  @Override
  public ResponseEntity<Suppression> putSuppression(
      String email, @Nullable PutSuppressionRequest request) {
    String note = request == null ? null : request.getNote().orElse(null);
    return ResponseEntity.ok(response(suppressions.put(email, note, Caller.current())));
  }

  @Override
  public ResponseEntity<Void> deleteSuppression(String email) {
    suppressions.delete(email, Caller.current());
    return ResponseEntity.noContent().build();
  }

  private static Suppression response(com.faultmaven.mail.Suppression suppression) {
    return new Suppression()
        .email(suppression.email())
        .reason(SuppressionReason.valueOf(suppression.reason().name()))
        .note(suppression.note())
        .createdAt(suppression.createdAt().atOffset(ZoneOffset.UTC));
  }
}

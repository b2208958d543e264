package com.faultmaven.mail;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.paging.Cursor;
import com.faultmaven.kernel.paging.CursorScope;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Addresses that get no mail; what people change about them is recorded with who did. */
@Service
@Transactional
public class Suppressions {

  private final SuppressionRows rows;
  private final UnsubscribeTokens tokens;
  private final Clock clock;

  Suppressions(SuppressionRows rows, UnsubscribeTokens tokens, Clock clock) {
    this.rows = rows;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Those of a reason, or all; the latest first. */
  @Transactional(readOnly = true)
  public Page<Suppression> list(@Nullable SuppressionReason reason, Paging paging) {
    CursorScope list =
        CursorScope.of("suppressions/a").with("reason", reason == null ? null : reason.word());
    Position last =
        paging.cursor() == null
            ? new Position(null, "")
            : Cursor.read(
                list, paging.cursor(), parts -> new Position(parts.instant(), parts.rest()));
    return Page.of(
        rows.page(reason, last.at(), last.email(), paging.limit() + 1, paging.offset()),
        paging,
        () -> rows.count(reason),
        row -> Cursor.after(list, row.createdAt(), row.email()));
  }

  /** Suppresses an address by hand; one with a stronger reason keeps it. */
  public Suppression put(String address, @Nullable String note, Caller caller) {
    if (!Address.takes(address, Purpose.NOTICE)) {
      throw SuppressionNotFound.noAddress();
    }
    Instant now = now();
    Suppression put = rows.putByHand(address.toLowerCase(Locale.ROOT), note, now);
    rows.audit(put, "put", caller.userId(), now);
    return put;
  }

  /** Lets an address have mail again. */
  public void delete(String address, Caller caller) {
    Suppression gone =
        rows.delete(address.toLowerCase(Locale.ROOT))
            .orElseThrow(SuppressionNotFound::notSuppressed);
    rows.audit(gone, "deleted", caller.userId(), now());
  }

  /** Whether letters still go to whom a token stands for. */
  @Transactional(readOnly = true)
  public boolean isSubscribed(String token) {
    return !rows.isThere(tokens.addressOf(token).orElseThrow(TokenNotFound::any));
  }

  /** Sends no letters any more to whom a token stands for. */
  public void optOut(String token) {
    String email = tokens.addressOf(token).orElseThrow(TokenNotFound::any);
    rows.put(List.of(new Suppression(email, SuppressionReason.OPTED_OUT, null, now())));
  }

  private record Position(@Nullable Instant at, String email) {}

  /** As precise as the database. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

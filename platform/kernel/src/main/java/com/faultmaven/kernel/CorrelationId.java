package com.faultmaven.kernel;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ties the answer, the log lines and the events of one request together.
 *
 * @param value 8 to 128 of {@code A-Za-z0-9._-}
 */
public record CorrelationId(String value) {

  /** The header that carries it, both ways. */
  public static final String HEADER = "X-Correlation-ID";

  static final ScopedValue<CorrelationId> CURRENT = ScopedValue.newInstance();

  private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._-]{8,128}");

  /** The one of the request this thread serves, or a new one outside any request. */
  public static CorrelationId current() {
    return CURRENT.isBound() ? CURRENT.get() : random();
  }

  /** Does something as part of this request, on this thread. */
  public void run(Runnable work) {
    ScopedValue.where(CURRENT, this).run(work);
  }

  /** The same for something that has a result or fails with whatever it fails with. */
  public <T extends @Nullable Object, X extends Throwable> T call(ScopedValue.CallableOp<T, X> work)
      throws X {
    return ScopedValue.where(CURRENT, this).call(work);
  }

  /** The client's id if it is valid, else a new one. */
  public static CorrelationId of(@Nullable String sent) {
    return sent != null && isValid(sent) ? new CorrelationId(sent) : random();
  }

  /** Whether a request may be called like that. */
  public static boolean isValid(String sent) {
    return VALID.matcher(sent).matches();
  }

  private static CorrelationId random() {
    return new CorrelationId(UUID.randomUUID().toString());
  }

  @Override
  public String toString() {
    return value;
  }
}

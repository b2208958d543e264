package com.faultmaven.web.limits;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;
import java.util.Locale;
import java.util.Map;

/** One caller, or one network, asks for more at once than its share. */
final class TooManyRequests extends Refusal {

  private TooManyRequests(String detail, int share) {
    super(CommonProblem.TOO_MANY_REQUESTS, String.format(Locale.ROOT, detail, share));
  }

  static TooManyRequests over(int share) {
    return new TooManyRequests(
        "You have more than %d requests under way at once; nothing was done. Try again shortly.",
        share);
  }

  /** More clients of a network are waited for than its share. */
  static TooManyRequests slow(int share) {
    return new TooManyRequests(
        "More than %d clients of your network are slow to send or to receive; nothing was done."
            + " Try again shortly.",
        share);
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("Retry-After", "1");
  }
}

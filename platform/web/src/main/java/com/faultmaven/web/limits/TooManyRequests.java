package com.faultmaven.web.limits;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;
import java.util.Locale;
import java.util.Map;

/** One caller asks for more at once than its share. */
final class TooManyRequests extends Refusal {

  private TooManyRequests(int share) {
    super(
        CommonProblem.TOO_MANY_REQUESTS,
        String.format(
            Locale.ROOT,
            "You have more than %d requests under way at once; nothing was done. Try again shortly.",
            share));
  }

  static TooManyRequests over(int share) {
    return new TooManyRequests(share);
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("Retry-After", "1");
  }
}

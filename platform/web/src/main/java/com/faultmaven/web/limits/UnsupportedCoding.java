package com.faultmaven.web.limits;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/** The request body is compressed, RFC 9110 section 8.4. */
final class UnsupportedCoding extends Refusal {

  private UnsupportedCoding() {
    super(
        CommonProblem.UNSUPPORTED_MEDIA_TYPE,
        "The request body has a Content-Encoding; send it without one.");
  }

  static void refuseAnyIn(HttpServletRequest request) {
    String coding = request.getHeader("Content-Encoding");
    if (coding != null && !coding.equalsIgnoreCase("identity")) {
      throw new UnsupportedCoding();
    }
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("Accept-Encoding", "identity");
  }
}

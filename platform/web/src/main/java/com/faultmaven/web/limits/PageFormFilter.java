package com.faultmaven.web.limits;

import com.faultmaven.web.FilterOrder;
import com.faultmaven.web.RequestFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;

/**
 * Reads a form that is sent to a page, which no contract describes, as the body of a stranger. The
 * container would wait for one that trickles as long as it does.
 */
final class PageFormFilter extends RequestFilter {

  private static final long MOST = DataSize.ofKilobytes(64).toBytes();

  private final BodyReader bodies;
  private final Strangers strangers;

  PageFormFilter(BodyReader bodies, Strangers strangers) {
    this.bodies = bodies;
    this.strangers = strangers;
  }

  @Override
  protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (FilterOrder.isForApi(request) || !isForm(request)) {
      chain.doFilter(request, response);
      return;
    }
    try (BodyRoom room = strangers.room(request)) {
      byte[] form = bodies.read(request, MOST, room);
      chain.doFilter(form == null ? request : new FormRequest(request, form), response);
    }
  }

  private static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null
        && type.regionMatches(
            true,
            0,
            MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            0,
            MediaType.APPLICATION_FORM_URLENCODED_VALUE.length());
  }
}

package com.faultmaven.status.web.page;

import com.faultmaven.database.DatabaseFailure;
import com.faultmaven.kernel.Refusal;
import com.faultmaven.web.RequestIds;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells people who look for a page what went wrong; programs are answered as everywhere. */
@RestControllerAdvice(
    assignableTypes = {PublicPageController.class, SubscriptionPageController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class HtmlErrors {

  static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final PageHtml html;
  private final Style style;

  HtmlErrors(PageHtml html, Style style) {
    this.html = html;
    this.style = style;
  }

  @ExceptionHandler(exception = Refusal.class, produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<byte[]> refused(
      Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
    RequestIds ids = RequestIds.of(request);
    ids.setOn(response);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(refusal.type().status())
            .contentType(HTML)
            .cacheControl(CacheControl.noStore())
            .header("X-Error-Code", refusal.type().name())
            .header("X-Content-Type-Options", "nosniff")
            .header("Content-Security-Policy", style.policy());
    refusal.headers().forEach(answer::header);
    String id = refusal.type().status() < 500 ? null : ids.correlation().value();
    return answer.body(
        html.error(refusal.type().title(), refusal.detail(), id).getBytes(StandardCharsets.UTF_8));
  }

  /** What is no outage is ours to mend, and answered as everywhere. */
  @ExceptionHandler(exception = DataAccessException.class, produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<byte[]> failed(
      DataAccessException failure, HttpServletRequest request, HttpServletResponse response) {
    if (!DatabaseFailure.isOutage(failure)) {
      throw failure;
    }
    return refused(PageUnavailable.forNow(), request, response);
  }
}

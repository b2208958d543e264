package com.faultmaven.mail.web;

import com.faultmaven.contracts.mail.v1.model.UnsubscribeStatus;
import com.faultmaven.contracts.mail.v1.model.UnsubscribeStatus.StatusEnum;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/**
 * What browsers are shown. The button posts to the address of the page itself; nothing on the page
 * comes from a mail or from anybody's request.
 */
@Component
class UnsubscribePage extends AbstractHttpMessageConverter<UnsubscribeStatus> {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <title>Letters</title>
      </head>
      <body>
      <main>
      %s
      </main>
      </body>
      </html>
      """;

  private static final String ASKING =
      """
      <h1>No letters any more?</h1>
      <p>Letters about cases will not be sent to your address any more.</p>
      <form method="post"><button type="submit">Send me no letters</button></form>\
      """;

  private static final String DONE =
      """
      <h1>Done</h1>
      <p>Letters about cases are not sent to your address any more.</p>\
      """;

  UnsubscribePage() {
    super(HTML);
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type == UnsubscribeStatus.class;
  }

  @Override
  protected boolean canRead(@Nullable MediaType type) {
    return false;
  }

  @Override
  protected UnsubscribeStatus readInternal(
      Class<? extends UnsubscribeStatus> type, HttpInputMessage input) {
    throw new HttpMessageNotReadableException("A page is written only.", input);
  }

  @Override
  protected void writeInternal(UnsubscribeStatus status, HttpOutputMessage output)
      throws IOException {
    output.getHeaders().setContentType(HTML);
    output
        .getHeaders()
        .set(
            "Content-Security-Policy",
            "default-src 'none'; form-action 'self'; frame-ancestors 'none'");
    output.getHeaders().set("Referrer-Policy", "no-referrer");
    byte[] page =
        PAGE.formatted(status.getStatus() == StatusEnum.SUBSCRIBED ? ASKING : DONE)
            .getBytes(StandardCharsets.UTF_8);
    output.getHeaders().setContentLength(page.length);
    output.getBody().write(page);
  }
}

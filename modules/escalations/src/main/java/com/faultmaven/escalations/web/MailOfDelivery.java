package com.faultmaven.escalations.web;

import com.faultmaven.contracts.escalations.v1.model.DeliveryMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/** Gives a mail as it is to who asks for {@code message/rfc822}; browsers keep it as a file. */
@Component
class MailOfDelivery extends AbstractHttpMessageConverter<DeliveryMessage> {

  private static final MediaType MAIL = new MediaType("message", "rfc822");

  MailOfDelivery() {
    super(MAIL);
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type == DeliveryMessage.class;
  }

  @Override
  protected boolean canRead(@Nullable MediaType type) {
    return false;
  }

  @Override
  protected DeliveryMessage readInternal(
      Class<? extends DeliveryMessage> type, HttpInputMessage input) {
    throw new HttpMessageNotReadableException("A mail is written only.", input);
  }

  @Override
  protected void writeInternal(DeliveryMessage message, HttpOutputMessage output)
      throws IOException {
    byte[] bytes = message.getMessage().getBytes(StandardCharsets.US_ASCII);
    output.getHeaders().setContentLength(bytes.length);
    output
        .getHeaders()
        .set("Content-Disposition", "attachment; filename=\"" + message.getDeliveryId() + ".eml\"");
    output.getHeaders().set("X-Content-Type-Options", "nosniff");
    output.getBody().write(bytes);
  }
}

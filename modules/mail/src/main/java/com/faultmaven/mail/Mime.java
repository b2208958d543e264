package com.faultmaven.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** Makes the bytes of a mail, which stay the same on each try. */
@Component
class Mime {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final MailProperties properties;
  private final Clock clock;

  Mime(MailProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  /** What names it everywhere, in angle brackets. */
  String messageId(MailKey key) {
    return "<" + key + "@" + properties.domain() + ">";
  }

  byte[] bytes(OutgoingMail mail) {
    try {
      MimeMessage message = new Fixed(messageId(mail.key()));
      message.setFrom(new InternetAddress(properties.from()));
      message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(mail.to(), false));
      message.setSubject(mail.subject(), UTF_8);
      message.setSentDate(Date.from(clock.instant()));
      for (Map.Entry<String, String> header : mail.headers().entrySet()) {
        message.setHeader(header.getKey(), header.getValue());
      }
      message.setHeader("Auto-Submitted", "auto-generated");
      nameForProvider(message, mail.key());
      message.setContent(content(mail));
      message.saveChanges();
      return written(message);
    } catch (MessagingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** So that what the provider tells of the mail says which it is. */
  private void nameForProvider(MimeMessage message, MailKey key) throws MessagingException {
    switch (properties.provider()) {
      case SENDGRID ->
          message.setHeader("X-SMTPAPI", "{\"unique_args\": {\"delivery_id\": \"" + key + "\"}}");
      case SES ->
          message.setHeader("X-SES-MESSAGE-TAGS", "delivery_id=" + key.value().replace('.', '-'));
      case null -> {}
    }
  }

  private static MimeMultipart content(OutgoingMail mail) throws MessagingException {
    Attachment attachment = mail.attachment();
    if (attachment == null) {
      return alternatives(mail);
    }
    MimeBodyPart letter = new MimeBodyPart();
    letter.setContent(alternatives(mail));
    MimeBodyPart file = new MimeBodyPart();
    file.setDataHandler(
        new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.type())));
    file.setFileName(attachment.name());
    return new MimeMultipart(letter, file);
  }

  private static MimeMultipart alternatives(OutgoingMail mail) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(mail.text(), UTF_8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(mail.html() == null ? html(mail.text()) : mail.html(), UTF_8, "html");
    return new MimeMultipart("alternative", text, html);
  }

  /** Text as HTML that shows it and does nothing. */
  static String html(String text) {
    String escaped =
        text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;");
    return "<p>" + escaped.replaceAll("\\R", "<br>\n") + "</p>";
  }

  private static byte[] written(MimeMessage message) throws MessagingException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      message.writeTo(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** Jakarta Mail gives a message an id of its own whenever it is saved. */
  private static final class Fixed extends MimeMessage {

    private final String messageId;

    Fixed(String messageId) {
      super(Session.getInstance(new Properties()));
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }
}

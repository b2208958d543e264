package com.faultmaven.status.subscriptions;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What arrived at an address that nobody else has. */
final class Mailbox {

  private static final Pattern LINK =
      Pattern.compile("https://status\\.test(/status\\S*/subscriptions/\\w+\\?token=[\\w-]+)");

  private final GreenMailExtension server;
  private final String address;

  Mailbox(GreenMailExtension server) {
    this(server, "ada." + UUID.randomUUID() + "@acme.dev");
  }

  Mailbox(GreenMailExtension server, String address) {
    this.server = server;
    this.address = address;
  }

  String address() {
    return address;
  }

  /** All mails, once there are so many. */
  List<MimeMessage> awaited(int size) {
    await().atMost(Duration.ofSeconds(30)).until(() -> mails().size() >= size);
    return mails();
  }

  List<MimeMessage> mails() {
    return Arrays.stream(server.getReceivedMessages()).filter(this::isMine).toList();
  }

  /** The path of the link to a page about subscriptions in a text. */
  static String link(MimeMessage mail) {
    Matcher link = LINK.matcher(text(mail));
    if (!link.find()) {
      throw new AssertionError("No link in " + text(mail));
    }
    return link.group(1);
  }

  static String text(MimeMessage mail) {
    return part(mail, 0);
  }

  static String html(MimeMessage mail) {
    return part(mail, 1);
  }

  private static String part(MimeMessage mail, int part) {
    try {
      return ((MimeMultipart) mail.getContent()).getBodyPart(part).getContent().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(GreenMailUtil.getWholeMessage(mail), e);
    }
  }

  private boolean isMine(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString().equals(address);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}

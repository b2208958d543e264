package com.faultmaven.mail;

import com.faultmaven.testing.modules.ModuleTest;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tests of the module beside a mail server, whose provider's key is known. */
@ModuleTest
abstract class OnAMailServer {

  private static final GreenMail SERVER =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  static final KeyPair SENDGRID = keys();

  static {
    SERVER.start();
  }

  @DynamicPropertySource
  static void server(DynamicPropertyRegistry settings) {
    settings.add("spring.mail.host", () -> "127.0.0.1");
    settings.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    settings.add("faultmaven.mail.tls", () -> "optional");
    settings.add("faultmaven.public-url", () -> "https://cases.example.com/");
    settings.add(
        "faultmaven.mail.sendgrid.public-key",
        () -> Base64.getEncoder().encodeToString(SENDGRID.getPublic().getEncoded()));
  }

  static List<MimeMessage> received(String address) {
    return Arrays.stream(SERVER.getReceivedMessages()).filter(it -> isTo(it, address)).toList();
  }

  private static boolean isTo(MimeMessage message, String address) {
    try {
      Address[] recipients = message.getAllRecipients();
      return recipients != null && recipients[0].toString().equals(address);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

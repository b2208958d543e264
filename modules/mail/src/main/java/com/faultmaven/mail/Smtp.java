package com.faultmaven.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

/** A mail server. What it answered decides; where it did not answer, how far it was told. */
final class Smtp implements WayOut {

  private static final Logger LOG = LoggerFactory.getLogger(Smtp.class);
  private static final int PERMANENT = 500;
  private static final int TRANSIENT = 400;

  private final JavaMailSenderImpl server;

  Smtp(JavaMailSenderImpl server) {
    this.server = server;
  }

  @Override
  public String name() {
    return "smtp";
  }

  @Override
  public HandOver handOver(MailKey key, String to, byte[] bytes) {
    Session session = server.getSession();
    Whole message = null;
    Transport transport = null;
    try {
      message = new Whole(session, bytes);
      transport = session.getTransport(protocol());
      transport.connect(server.getHost(), server.getPort(), user(), server.getPassword());
      transport.sendMessage(message, new Address[] {new InternetAddress(to, false)});
      return new HandOver.Accepted();
    } catch (MessagingException failure) {
      return meaning(failure, message != null && message.written);
    } finally {
      close(transport);
    }
  }

  String address() {
    return server.getHost() + (server.getPort() > 0 ? ":" + server.getPort() : "");
  }

  /** What keeps it from taking mails, in words; null if nothing does. */
  @Nullable String obstacle() {
    try {
      server.testConnection();
      return null;
    } catch (AuthenticationFailedException refused) {
      return "it refuses spring.mail.username or spring.mail.password.";
    } catch (MessagingException failure) {
      return words(failure);
    }
  }

  private static String words(MessagingException failure) {
    String message = String.valueOf(failure.getMessage());
    if (message.contains("STARTTLS")) {
      return "it offers no encryption, which faultmaven.mail.tls requires.";
    }
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
    return switch (cause) {
      case UnknownHostException _ -> "its name is unknown.";
      case GeneralSecurityException _, SSLException _ ->
          "its certificate is not trusted: " + cause.getMessage();
      case IOException _ -> "nobody answers: " + cause.getMessage();
      default -> message;
    };
  }

  /** Only the server knows. */
  @Override
  public @Nullable Boolean hasLeft(MailKey key) {
    return null;
  }

  @Override
  public void forget(MailKey key) {}

  private static HandOver meaning(MessagingException failure, boolean written) {
    int code = code(failure);
    String why = code > 0 ? "the server answered " + code : "the server did not answer";
    LOG.info("A mail was not taken: {}", why);
    if (code >= PERMANENT) {
      return new HandOver.Refused(why);
    }
    return code >= TRANSIENT || !written ? new HandOver.PutOff(why) : new HandOver.Unknown(why);
  }

  /** What the server answered last, or 0; the recipient's answer hides behind that of the mail. */
  private static int code(Throwable failure) {
    int code = 0;
    for (Throwable it = failure; it != null; it = next(it)) {
      code =
          switch (it) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> code;
          };
    }
    return code;
  }

  private static @Nullable Throwable next(Throwable failure) {
    return failure instanceof MessagingException mail ? mail.getNextException() : null;
  }

  private String protocol() {
    return StringUtils.hasText(server.getProtocol())
        ? server.getProtocol()
        : JavaMailSenderImpl.DEFAULT_PROTOCOL;
  }

  private @Nullable String user() {
    return StringUtils.hasText(server.getUsername()) ? server.getUsername() : null;
  }

  /** The mail has its answer already. */
  private static void close(@Nullable Transport transport) {
    if (transport != null) {
      try {
        transport.close();
      } catch (MessagingException ungraceful) {
        LOG.debug("The server did not say goodbye", ungraceful);
      }
    }
  }

  /** Remembers whether it was written to its end, before which no server takes it. */
  private static final class Whole extends MimeMessage {

    private boolean written;

    Whole(Session session, byte[] bytes) throws MessagingException {
      super(session, new ByteArrayInputStream(bytes));
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
      super.writeTo(out, ignored);
      written = true;
    }
  }
}

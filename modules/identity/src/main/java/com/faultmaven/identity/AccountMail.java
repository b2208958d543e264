package com.faultmaven.identity;

import com.faultmaven.identity.OneTimeTokens.Purpose;
import com.faultmaven.mail.Mail;
import com.faultmaven.mail.MailKey;
import com.faultmaven.mail.OutgoingMail;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Mails to people about their account, in the transaction of whoever sends them. Where no page is
 * known that takes the token, they say which operation does.
 */
@Component
class AccountMail {

  private static final String TEXT =
      """
      Somebody, probably you, asked to %s of the FaultMaven account %s.

      %s

      This works once, for half an hour. If it was not you, there is nothing to do.
      """;

  private final Mail mail;
  private final OneTimeTokens tokens;
  private final @Nullable String resetPage;
  private final @Nullable String verificationPage;

  AccountMail(
      Mail mail, OneTimeTokens tokens, AccountProperties properties, Environment environment) {
    this.mail = mail;
    this.tokens = tokens;
    String dashboard = environment.getProperty("faultmaven.capabilities.dashboard-url", "");
    this.resetPage = page(properties.links().reset(), dashboard, "/reset-password?token={token}");
    this.verificationPage =
        page(properties.links().verify(), dashboard, "/verify-email?token={token}");
  }

  private static @Nullable String page(@Nullable String said, String dashboard, String usual) {
    if (said != null) {
      return said;
    }
    return dashboard.isBlank() ? null : dashboard.strip().replaceAll("/+$", "") + usual;
  }

  /** Whether mail can be sent. */
  boolean isOpen() {
    return mail.isOpen();
  }

  void sendReset(User user) {
    send(
        user,
        Purpose.PASSWORD_RESET,
        "Choose another password for FaultMaven",
        "replace the password",
        resetPage,
        "/api/v1/auth/password-reset/confirm");
  }

  void sendVerification(User user) {
    send(
        user,
        Purpose.EMAIL_VERIFICATION,
        "Verify your address for FaultMaven",
        "verify the address",
        verificationPage,
        "/api/v1/auth/email-verification/confirm");
  }

  private void send(
      User user,
      Purpose purpose,
      String subject,
      String asked,
      @Nullable String page,
      String operation) {
    String email = Objects.requireNonNull(user.email());
    String token = tokens.issue(user.id(), purpose, email);
    String todo =
        page == null
            ? "POST %s takes this token:\n\n%s".formatted(operation, token)
            : page.replace("{token}", token);
    mail.send(
        OutgoingMail.of(
                new MailKey(purpose.word() + "-" + UUID.randomUUID()),
                com.faultmaven.mail.Purpose.ACCOUNT,
                email,
                subject,
                TEXT.formatted(asked, user.username(), todo))
            .about(user.id()));
  }
}

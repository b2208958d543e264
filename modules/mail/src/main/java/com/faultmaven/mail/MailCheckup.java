package com.faultmaven.mail;

import com.faultmaven.kernel.Checkup;
import com.faultmaven.kernel.Finding;
import java.util.List;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/** Looks for the way out that the service would have, and whether it is open. */
public final class MailCheckup implements Checkup {

  private static final String MAIL = "mail";
  private static final String NO_LETTERS =
      ", but no letters about cases: faultmaven.public-url says where their recipients reach the service";

  @Override
  public List<Finding> findings(ConfigurableEnvironment environment) {
    try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      context.setEnvironment(environment);
      context.register(MailSenderAutoConfiguration.class, MailConfiguration.class);
      context.refresh();
      return List.of(
          finding(
              context.getBean(WayOut.class),
              context.getBean(MailProperties.class),
              context.getBean(PublicUrl.class),
              environment));
    }
  }

  private static Finding finding(
      WayOut way, MailProperties properties, PublicUrl url, ConfigurableEnvironment environment) {
    return switch (way) {
      case Smtp _ when isOfNobody(properties, environment) ->
          Finding.bad(
              MAIL,
              "Mails would come from nobody's address: set faultmaven.mail.from to one of yours.");
      case Smtp smtp -> {
        String obstacle = smtp.obstacle();
        yield obstacle == null
            ? Finding.good(MAIL, "by " + smtp.address() + (url.known() ? "" : NO_LETTERS))
            : Finding.bad(MAIL, "The server %s: %s".formatted(smtp.address(), obstacle));
      }
      case Outbox _ -> Finding.good(MAIL, "into the folder " + properties.outbox());
      case Closed _ ->
          Finding.good(MAIL, "none is sent: spring.mail.host says by which server it could be");
    };
  }

  private static boolean isOfNobody(
      MailProperties properties, ConfigurableEnvironment environment) {
    return properties.from().equals(MailProperties.NOBODY)
        && environment.acceptsProfiles(Profiles.of("production"));
  }
}

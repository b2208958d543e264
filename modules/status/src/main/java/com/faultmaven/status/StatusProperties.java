package com.faultmaven.status;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.web.ratelimits.Rate;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may do what with the status of an organization.
 *
 * @param writers the roles that publish; owners and admins of the organization do anyway
 * @param publicByDefault whether the page of the default organization is public before anybody says
 * @param openOrganizations in which whoever does not say who they are reads and writes; a trailing
 *     {@code *} stands for the rest of a name
 * @param openInProduction whether there may be such in production
 * @param webhooks where they may be
 * @param mail how often addresses are asked whether they want mail
 */
@ConfigurationProperties(prefix = "faultmaven.status", ignoreUnknownFields = false)
public record StatusProperties(
    @DefaultValue({"operator", "admin", "service"}) Set<String> writers,
    @DefaultValue("true") boolean publicByDefault,
    @DefaultValue List<String> openOrganizations,
    @DefaultValue("false") boolean openInProduction,
    @DefaultValue Webhooks webhooks,
    @DefaultValue Mail mail) {

  /**
   * Where webhooks may be.
   *
   * @param allowPrivate whether also in the own network, and without TLS
   */
  public record Webhooks(@DefaultValue("false") boolean allowPrivate) {}

  /**
   * How often addresses are asked, each as {@code 20/1h}.
   *
   * @param requests by one caller
   * @param confirmations of one mailbox, whoever asks
   */
  public record Mail(
      @DefaultValue("20/1h") String requests, @DefaultValue("5/1d") String confirmations) {

    public Mail {
      requireRate("requests", requests);
      requireRate("confirmations", confirmations);
    }

    private static void requireRate(String name, String rate) {
      try {
        Rate.of(rate);
      } catch (IllegalArgumentException unreadable) {
        throw new IllegalArgumentException(
            "faultmaven.status.mail." + name + ": " + unreadable.getMessage());
      }
    }
  }

  public StatusProperties {
    if (openOrganizations.stream().anyMatch(name -> name.isBlank() || name.equals("*"))) {
      throw new IllegalArgumentException(
          "faultmaven.status.open-organizations takes names, or beginnings of names and a *.");
    }
    writers = Set.copyOf(writers);
    openOrganizations = List.copyOf(openOrganizations);
  }

  boolean isOpen(OrganizationId organization) {
    String name = organization.value();
    return openOrganizations.stream()
        .anyMatch(
            open ->
                open.endsWith("*")
                    ? name.startsWith(open.substring(0, open.length() - 1))
                    : name.equals(open));
  }

  boolean isPublicByDefault(OrganizationId organization) {
    return publicByDefault && organization.equals(OrganizationId.DEFAULT);
  }
}

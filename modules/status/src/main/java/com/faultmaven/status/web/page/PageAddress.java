package com.faultmaven.status.web.page;

import com.faultmaven.kernel.Name;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.status.page.PageNotFound;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Where the page of an organization is. */
public record PageAddress(OrganizationId organization) {

  /**
   * Stands in documents for scheme, host and port, by which each client knows the service by
   * another name.
   */
  public static final String HOST = "https://host.invalid";

  /**
   * The address of the page of this organization, or of the default one.
   *
   * @throws PageNotFound if no organization can have this name
   */
  public static PageAddress of(@Nullable String organization) {
    if (organization == null) {
      return new PageAddress(OrganizationId.DEFAULT);
    }
    if (!Name.isValid(organization)) {
      throw PageNotFound.here();
    }
    return new PageAddress(new OrganizationId(organization));
  }

  /** From the root of the service. */
  public String path() {
    return organization.equals(OrganizationId.DEFAULT)
        ? "/status"
        : "/status/o/" + UriUtils.encodePathSegment(organization.value(), StandardCharsets.UTF_8);
  }

  /** With what stands for the host. */
  public String url() {
    return HOST + path();
  }

  /** What the client of this request calls the host. */
  static String askedHost() {
    return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
  }
}

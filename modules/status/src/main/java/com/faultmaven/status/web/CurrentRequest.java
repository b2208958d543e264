package com.faultmaven.status.web;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Name;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.status.Visitor;
import com.faultmaven.web.addresses.ClientAddresses;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Who makes the request of this thread, and how it is meant. */
@Component
class CurrentRequest {

  private static final String ORGANIZATION = "X-Organization-ID";
  private static final MediaType MERGE_PATCH =
      MediaType.parseMediaType("application/merge-patch+json");

  private final HttpServletRequest request;
  private final ClientAddresses addresses;

  CurrentRequest(HttpServletRequest request, ClientAddresses addresses) {
    this.request = request;
    this.addresses = addresses;
  }

  /** Whoever is limited: the user, whatever organization they name, or the sender's network. */
  String client() {
    return Caller.isKnown() ? Caller.current().userId().value() : addresses.networkOf(request);
  }

  Visitor visitor() {
    return Caller.isKnown()
        ? Visitor.named(Caller.current())
        : Visitor.unnamed(namedOrganization());
  }

  /** A patch, in which null means what its media type says. */
  Patch patch() {
    return new Patch(
        MERGE_PATCH.isCompatibleWith(MediaType.parseMediaType(request.getContentType())));
  }

  private OrganizationId namedOrganization() {
    String name = request.getHeader(ORGANIZATION);
    if (name == null) {
      return OrganizationId.DEFAULT;
    }
    if (!Name.isValid(name)) {
      throw InvalidRequest.parameter(
          ORGANIZATION, "invalid_format", ORGANIZATION + " " + Name.RULE + ".");
    }
    return new OrganizationId(name);
  }
}

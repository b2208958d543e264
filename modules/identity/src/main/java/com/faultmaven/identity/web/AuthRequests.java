package com.faultmaven.identity.web;

import com.faultmaven.contracts.identity.v1.model.DevLoginRequest;
import com.faultmaven.contracts.identity.v1.model.LoginRequest;
import com.faultmaven.contracts.identity.v1.model.RefreshRequest;
import com.faultmaven.contracts.identity.v1.model.RegisterRequest;
import com.faultmaven.identity.NewAccount;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Name;
import com.faultmaven.kernel.OrganizationId;
import org.jspecify.annotations.Nullable;

/** Reads what clients send who sign in; null is the same as nothing. */
final class AuthRequests {

  private AuthRequests() {}

  static NewAccount account(RegisterRequest request) {
    return new NewAccount(
        request.getUsername().orElse(null),
        request.getEmail().orElse(null),
        request.getPassword().orElse(null),
        request.getDisplayName().orElse(null));
  }

  static NewAccount account(DevLoginRequest request) {
    return new NewAccount(
        request.getUsername(),
        request.getEmail().orElse(null),
        null,
        request.getDisplayName().orElse(null));
  }

  /** The username, or the email in its place. */
  static @Nullable String name(LoginRequest request) {
    String username = request.getUsername().orElse(null);
    return username == null || username.isBlank() ? request.getEmail().orElse(null) : username;
  }

  static @Nullable OrganizationId organization(RefreshRequest request) {
    String id = request.getOrganizationId().orElse(null);
    if (id != null && !Name.isValid(id)) {
      throw InvalidRequest.body(
          "/organization_id", "invalid_format", "An organization_id " + Name.RULE + ".");
    }
    return id == null ? null : new OrganizationId(id);
  }
}

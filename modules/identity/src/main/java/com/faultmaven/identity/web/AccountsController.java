package com.faultmaven.identity.web;

import com.faultmaven.contracts.identity.v1.api.AccountsApi;
import com.faultmaven.contracts.identity.v1.model.CreateServiceAccountRequest;
import com.faultmaven.contracts.identity.v1.model.ImportUserRequest;
import com.faultmaven.contracts.identity.v1.model.PlatformRole;
import com.faultmaven.contracts.identity.v1.model.ServiceAccount;
import com.faultmaven.contracts.identity.v1.model.UserList;
import com.faultmaven.contracts.identity.v1.model.UserResponse;
import com.faultmaven.identity.Accounts;
import com.faultmaven.identity.IssuedTokens;
import com.faultmaven.identity.Registration;
import com.faultmaven.identity.User;
import com.faultmaven.identity.UserImport;
import com.faultmaven.identity.UserQueries;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.UserId;
import com.faultmaven.kernel.paging.Paging;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Accounts. */
@RestController
class AccountsController implements AccountsApi {

  private static final Set<String> GRANTED = Set.of("admin", "operator", "service");

  private final Accounts accounts;
  private final Registration registration;
  private final UserImport imports;
  private final UserQueries users;

  AccountsController(
      Accounts accounts, Registration registration, UserImport imports, UserQueries users) {
    this.accounts = accounts;
    this.registration = registration;
    this.imports = imports;
    this.users = users;
  }

  @Override
  public ResponseEntity<UserList> listUsers(
      @Nullable Boolean isActive,
      @Nullable PlatformRole role,
      @Nullable String search,
      Integer limit,
      @Nullable Integer offset,
      @Nullable String cursor) {
    UserQueries.Filter filter =
        new UserQueries.Filter(isActive, role == null ? null : role.getValue(), search);
    return ResponseEntity.ok(
        UserResponses.list(users.list(filter, Paging.of(limit, offset, cursor))));
  }

  @Override
  public ResponseEntity<Void> deactivateUser(String userId) {
    accounts.deactivate(PathIds.user(userId), Caller.current());
    return ResponseEntity.noContent().build();
  }

  @Override
  public ResponseEntity<Void> activateUser(String userId) {
    accounts.activate(PathIds.user(userId), Caller.current());
    return ResponseEntity.noContent().build();
  }

  @Override
  public ResponseEntity<Void> grantRole(String userId, String role) {
    accounts.grant(PathIds.user(userId), known(role), Caller.current());
    return ResponseEntity.noContent().build();
  }

  @Override
  public ResponseEntity<Void> removeRole(String userId, String role) {
    accounts.remove(PathIds.user(userId), known(role), Caller.current());
    return ResponseEntity.noContent().build();
  }

  @Override
  public ResponseEntity<Void> endUserSignIns(String userId) {
    accounts.endSignIns(PathIds.user(userId), Caller.current());
    return ResponseEntity.noContent().build();
  }

  @Override
  public ResponseEntity<UserResponse> importUser(String userId, ImportUserRequest request) {
    UserImport.Result result = imports.put(new UserId(userId), imported(request), Caller.current());
    User user = result.user();
    ResponseEntity.BodyBuilder answer =
        result.created() ? ResponseEntity.created(pathOf(user)) : ResponseEntity.ok();
    return answer
        .eTag(user.version().tag())
        .body(UserResponses.user(new UserQueries.Seen(user, true)));
  }

  private static String known(String role) {
    if (!GRANTED.contains(role)) {
      throw InvalidRequest.parameter(
          "role", "unknown_value", "role must be admin, operator or service.");
    }
    return role;
  }

  private static URI pathOf(User user) {
    return URI.create("/api/v1/users/" + PathIds.segment(user.id()));
  }

  @Override
  public ResponseEntity<ServiceAccount> createServiceAccount(CreateServiceAccountRequest request) {
    IssuedTokens issued =
        registration.registerService(
            request.getUsername(), request.getDisplayName(), Caller.current());
    return ResponseEntity.created(pathOf(issued.user()))
        .body(
            new ServiceAccount()
                .user(UserResponses.profile(issued.user()))
                .refreshToken(issued.signIn().refreshToken()));
  }

  private static UserImport.Imported imported(ImportUserRequest request) {
    List<PlatformRole> roles = Sent.or(request.getRoles(), List.of());
    return new UserImport.Imported(
        request.getUsername(),
        request.getEmail().orElse(null),
        request.getDisplayName().orElse(null),
        request.getPasswordHash().orElse(null),
        roles.stream().map(PlatformRole::getValue).collect(Collectors.toUnmodifiableSet()),
        request.getCreatedAt().isPresent() && request.getCreatedAt().get() != null
            ? request.getCreatedAt().get().toInstant()
            : null);
  }
}

package com.faultmaven.identity.web;

import com.faultmaven.contracts.identity.v1.api.UsersApi;
import com.faultmaven.contracts.identity.v1.model.AuditList;
import com.faultmaven.contracts.identity.v1.model.UserResponse;
import com.faultmaven.identity.UserDeletion;
import com.faultmaven.identity.UserQueries;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Users. */
@RestController
class UsersController implements UsersApi {

  private final UserQueries users;
  private final UserDeletion deletion;

  UsersController(UserQueries users, UserDeletion deletion) {
    this.users = users;
    this.deletion = deletion;
  }

  @Override
  public ResponseEntity<UserResponse> getUser(String userId) {
    UserQueries.Seen seen = users.get(PathIds.user(userId), Caller.current());
    return ResponseEntity.ok().eTag(seen.user().version().tag()).body(UserResponses.user(seen));
  }

  @Override
  public ResponseEntity<Void> deleteUser(String userId) {
    deletion.delete(PathIds.user(userId), Caller.current());
    return ResponseEntity.noContent().build();
  }

  @Override
  public ResponseEntity<AuditList> listUserAudit(
      String userId, Integer limit, @Nullable Integer offset, @Nullable String cursor) {
    return ResponseEntity.ok(
        AuditResponses.list(
            users.audit(PathIds.user(userId), Paging.of(limit, offset, cursor), Caller.current())));
  }
}

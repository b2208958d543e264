package com.faultmaven.identity.web;

import com.faultmaven.contracts.identity.v1.api.ProfileApi;
import com.faultmaven.contracts.identity.v1.model.ChangePasswordRequest;
import com.faultmaven.contracts.identity.v1.model.OwnProfile;
import com.faultmaven.contracts.identity.v1.model.PutProfileRequest;
import com.faultmaven.contracts.identity.v1.model.UpdateProfileRequest;
import com.faultmaven.identity.Profiles;
import com.faultmaven.identity.UserQueries;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Profile. */
@RestController
class ProfileController implements ProfileApi {

  private final Profiles profiles;
  private final UserQueries users;

  ProfileController(Profiles profiles, UserQueries users) {
    this.profiles = profiles;
    this.users = users;
  }

  @Override
  public ResponseEntity<OwnProfile> getProfile() {
    return answer();
  }

  @Override
  public ResponseEntity<OwnProfile> updateProfile(
      UpdateProfileRequest request, @Nullable String ifMatch) {
    return change(
        new Profiles.Changes(request.getUsername(), request.getEmail(), request.getDisplayName()),
        ifMatch);
  }

  @Override
  public ResponseEntity<OwnProfile> putProfile(
      PutProfileRequest request, @Nullable String ifMatch) {
    return change(
        new Profiles.Changes(
            request.getUsername().orElse(null),
            request.getEmail().orElse(null),
            request.getDisplayName().orElse(null)),
        ifMatch);
  }

  @Override
  public ResponseEntity<Void> changePassword(ChangePasswordRequest request) {
    profiles.changePassword(
        request.getCurrentPassword(), request.getNewPassword(), Caller.current());
    return ResponseEntity.noContent().build();
  }

  private ResponseEntity<OwnProfile> change(Profiles.Changes changes, @Nullable String ifMatch) {
    profiles.change(changes, IfMatch.of(ifMatch), Caller.current());
    return answer();
  }

  private ResponseEntity<OwnProfile> answer() {
    com.faultmaven.identity.OwnProfile own = users.own(Caller.current());
    return ResponseEntity.ok().eTag(UserResponses.tag(own)).body(UserResponses.own(own));
  }
}

package com.faultmaven.cases.web;

import com.faultmaven.cases.deletion.UserData;
import com.faultmaven.contracts.cases.v2.api.UserDataApi;
import com.faultmaven.contracts.cases.v2.model.UserDataDeletion;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.UserId;
import java.time.ZoneOffset;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged UserData. */
@RestController
class UserDataController implements UserDataApi {

  private final UserData data;

  UserDataController(UserData data) {
    this.data = data;
  }

  @Override
  public ResponseEntity<UserDataDeletion> deleteUserData(String userId) {
    var accepted = data.delete(new UserId(userId), Caller.current().userId());
    return ResponseEntity.accepted()
        .body(
            new UserDataDeletion(
                accepted.user().value(),
                accepted.cases(),
                accepted.acceptedAt().atOffset(ZoneOffset.UTC)));
  }
}

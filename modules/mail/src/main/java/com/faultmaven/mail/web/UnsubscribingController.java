package com.faultmaven.mail.web;

import com.faultmaven.contracts.mail.v1.api.UnsubscribingApi;
import com.faultmaven.contracts.mail.v1.model.UnsubscribeStatus;
import com.faultmaven.contracts.mail.v1.model.UnsubscribeStatus.StatusEnum;
import com.faultmaven.mail.Suppressions;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Unsubscribing. */
@RestController
class UnsubscribingController implements UnsubscribingApi {

  private final Suppressions suppressions;

  UnsubscribingController(Suppressions suppressions) {
    this.suppressions = suppressions;
  }

  @Override
  public ResponseEntity<UnsubscribeStatus> showUnsubscribe(String token) {
    return answer(suppressions.isSubscribed(token));
  }

  @Override
  public ResponseEntity<UnsubscribeStatus> unsubscribe(String token, @Nullable Resource body) {
    suppressions.optOut(token);
    return answer(false);
  }

  private static ResponseEntity<UnsubscribeStatus> answer(boolean subscribed) {
    return ResponseEntity.ok(
        new UnsubscribeStatus().status(subscribed ? StatusEnum.SUBSCRIBED : StatusEnum.OPTED_OUT));
  }
}

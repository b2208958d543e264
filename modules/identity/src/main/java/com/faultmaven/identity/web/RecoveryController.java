package com.faultmaven.identity.web;

import com.faultmaven.contracts.identity.v1.api.RecoveryApi;
import com.faultmaven.contracts.identity.v1.model.ConfirmEmailVerificationRequest;
import com.faultmaven.contracts.identity.v1.model.ConfirmPasswordResetRequest;
import com.faultmaven.contracts.identity.v1.model.RequestPasswordResetRequest;
import com.faultmaven.identity.EmailVerification;
import com.faultmaven.identity.PasswordReset;
import com.faultmaven.kernel.Caller;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Recovery. */
@RestController
class RecoveryController implements RecoveryApi {

  private final PasswordReset reset;
  private final EmailVerification verification;

  RecoveryController(PasswordReset reset, EmailVerification verification) {
    this.reset = reset;
    this.verification = verification;
  }

  @Override
  public ResponseEntity<Object> requestPasswordReset(RequestPasswordResetRequest request) {
    reset.request(request.getEmail());
    return ResponseEntity.accepted().body(Map.of());
  }

  @Override
  public ResponseEntity<Void> confirmPasswordReset(ConfirmPasswordResetRequest request) {
    reset.confirm(request.getToken(), request.getNewPassword());
    return ResponseEntity.noContent().build();
  }

  @Override
  public ResponseEntity<Object> requestEmailVerification() {
    verification.request(Caller.current());
    return ResponseEntity.accepted().body(Map.of());
  }

  @Override
  public ResponseEntity<Void> confirmEmailVerification(ConfirmEmailVerificationRequest request) {
    verification.confirm(request.getToken());
    return ResponseEntity.noContent().build();
  }
}

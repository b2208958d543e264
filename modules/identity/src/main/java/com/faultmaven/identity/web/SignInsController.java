package com.faultmaven.identity.web;

import com.faultmaven.contracts.identity.v1.api.SignInsApi;
import com.faultmaven.contracts.identity.v1.model.SignInList;
import com.faultmaven.identity.SigningOut;
import com.faultmaven.identity.signins.SignIn;
import com.faultmaven.identity.signins.SignInQueries;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged SignIns. */
@RestController
class SignInsController implements SignInsApi {

  private final SignInQueries signIns;
  private final SigningOut signingOut;

  SignInsController(SignInQueries signIns, SigningOut signingOut) {
    this.signIns = signIns;
    this.signingOut = signingOut;
  }

  @Override
  public ResponseEntity<SignInList> listSignIns(
      Integer limit, @Nullable Integer offset, @Nullable String cursor) {
    Caller caller = Caller.current();
    Page<SignIn> page = signIns.of(caller.userId(), Paging.of(limit, offset, cursor));
    SignInList list =
        new SignInList()
            .signIns(page.rows().stream().map(signIn -> shown(signIn, caller)).toList())
            .limit(page.asked().limit());
    list.setTotal(page.total());
    list.setOffset(page.offset());
    list.setNextCursor(page.nextCursor());
    return ResponseEntity.ok(list);
  }

  @Override
  public ResponseEntity<Void> endSignIn(String signInId) {
    signingOut.end(PathIds.signIn(signInId), Caller.current());
    return ResponseEntity.noContent().build();
  }

  private static com.faultmaven.contracts.identity.v1.model.SignIn shown(
      SignIn signIn, Caller caller) {
    return new com.faultmaven.contracts.identity.v1.model.SignIn()
        .signInId(signIn.id())
        .current(Objects.equals(signIn.id(), caller.signIn()))
        .method(signIn.method())
        .clientId(signIn.clientId())
        .network(signIn.network())
        .userAgent(signIn.userAgent())
        .organizationId(signIn.organization().value())
        .createdAt(UserResponses.at(signIn.createdAt()))
        .lastUsedAt(UserResponses.at(signIn.lastUsedAt()))
        .expiresAt(UserResponses.at(signIn.expiresAt()));
  }
}

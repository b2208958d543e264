package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Other modules lock cases for what they keep of them. */
@ModuleTest
class ClaimsTest {

  @LocalServerPort private int port;
  @Autowired private Cases cases;
  @Autowired private TransactionTemplate transaction;

  private final Caller ada = caller("ada-");
  private final Caller grace = caller("grace-");
  private CaseId first = new CaseId("");
  private CaseId second = new CaseId("");

  @BeforeEach
  void openCases() {
    first = open();
    second = open();
  }

  @Test
  void takeNumbersAndLeaveTheVersion() {
    ClaimedCase one = claimed(() -> cases.claim(first, 1, ada));
    ClaimedCase two = claimed(() -> cases.claim(first, 3, ada));
    ClaimedCase three = claimed(() -> cases.claim(first, 1, ada));

    assertThat(one.fact()).isEqualTo(2);
    assertThat(two.fact()).isEqualTo(3);
    assertThat(three.fact()).isEqualTo(6);
    assertThat(three.owner()).isEqualTo(ada.userId());
    assertThat(three.status()).isEqualTo(CaseStatus.CONSULTING);
    assertThat(as(ada).get(path(first)).is(200).at("/version").asInt()).isOne();
  }

  @Test
  void areForWhoMayWrite() {
    assertThatExceptionOfType(CaseNotFound.class)
        .isThrownBy(() -> claimed(() -> cases.claim(first, 1, grace)));
    share("viewer");
    assertThatExceptionOfType(PermissionDenied.class)
        .isThrownBy(() -> claimed(() -> cases.claim(first, 1, grace)));
    share("collaborator");
    assertThat(claimed(() -> cases.claim(first, 1, grace)).owner()).isEqualTo(ada.userId());
    assertThatExceptionOfType(CaseNotFound.class)
        .isThrownBy(() -> claimed(() -> cases.claim(List.of(first, second), 1, grace)))
        .withMessageContaining(second.value());
    Caller elsewhere =
        new Caller(ada.userId(), new OrganizationId("acme-claims"), null, Set.of("admin"));
    assertThatExceptionOfType(CaseNotFound.class)
        .isThrownBy(() -> claimed(() -> cases.claim(first, 1, elsewhere)));
  }

  @Test
  void ofSeveralWaitForEachOtherAndEndWell() {
    List<List<ClaimedCase>> claims =
        Together.run(
            20,
            n ->
                claimed(
                    () ->
                        cases.claim(
                            n % 2 == 0 ? List.of(first, second) : List.of(second, first), 1, ada)));

    assertThat(claims).extracting(it -> it.getFirst().id()).contains(first, second);
    assertThat(claims.stream().flatMap(List::stream).filter(it -> it.id().equals(first)))
        .extracting(ClaimedCase::fact)
        .doesNotHaveDuplicates()
        .hasSize(20);
  }

  @Test
  void byThemselvesTakeWhatIsThere() {
    CaseId gone = new CaseId("case_000000000000");
    Map<CaseId, ClaimedCase> claims = claimed(() -> cases.claim(Set.of(first, gone), 1));
    assertThat(claims).containsOnlyKeys(first);
  }

  private void share(String role) {
    as(ada).put(path(first) + "/participants/" + grace.userId(), "{\"role\":\"" + role + "\"}");
  }

  private CaseId open() {
    return CaseId.of(as(ada).post("/api/v2/cases", "{}").is(201).text("/case_id"));
  }

  private <T> T claimed(Supplier<T> claim) {
    return transaction.execute(_ -> claim.get());
  }

  private Api as(Caller caller) {
    return Api.on(port).as(caller.userId().value());
  }

  private static String path(CaseId id) {
    return "/api/v2/cases/" + id;
  }

  private static Caller caller(String name) {
    return new Caller(new UserId(name + UUID.randomUUID()), OrganizationId.DEFAULT, null, Set.of());
  }
}

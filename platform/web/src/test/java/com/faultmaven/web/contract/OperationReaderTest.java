package com.faultmaven.web.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A document that says what nobody keeps to fails the start. */
class OperationReaderTest {

  private static final Place DOCUMENT =
      Place.top(
          ContractConfiguration.registry(),
          URI.create("classpath:/contracts/openapi/faulty.v1.yaml"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/other-answers        | x-answers is never-stored or absent, not forgotten",
        "/api/v1/other-bodies         | x-body is streamed or absent, not held",
        "/api/v1/unbounded            | is streamed and has no x-max-body",
        "/api/v1/unbounded-in-words   | has an x-max-body that is no size of a body",
        "/api/v1/too-large-to-hold    | has an x-max-body that is no size of a body",
        "/api/v1/streamed-under-a-key | is streamed and takes an Idempotency-Key",
        "/api/v1/other-keys           | x-idempotency is none or absent, not some",
        "/api/v1/other-organizations  | x-organization is none or absent, not some",
        "/api/v1/ignored-and-taken    | ignores an Idempotency-Key and has a parameter for it",
        "/api/v1/public-for-a-role    | asks for a role and for no caller",
        "/outside                     | asks for a caller, outside /api",
      })
  void refuses(String path, String fault) {
    assertThatIllegalStateException()
        .isThrownBy(() -> read(path))
        .withMessageContaining(fault)
        .withMessageContaining("faults.v1: POST " + path);
  }

  @Test
  void leavesNothingOpenThatIsNotCalledPublic() {
    assertThat(read("/api/v1/silent").open()).isFalse();
    assertThat(read("/api/v1/large").open()).isTrue();
  }

  @Test
  void takesAnyBoundOfWhatIsNotHeld() {
    assertThat(read("/api/v1/large").maxBody()).isEqualTo(3_000_000_000L);
  }

  private static Operation read(String path) {
    Place item = DOCUMENT.property("paths").property(path);
    return new OperationReader(DOCUMENT, item, item.property("post"))
        .operation(new ContractVersion("faults", "v1"), "post", path);
  }
}

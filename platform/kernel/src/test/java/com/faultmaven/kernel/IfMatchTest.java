package com.faultmaven.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

  private static final EntityVersion THREE = new EntityVersion(3);

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"*", " * ", "\"3\"", "\"1\", \"3\"", " \"3\" ,\"4\""})
  void letsThroughWhoHasSeenTheCurrentVersion(String header) {
    assertThatCode(() -> IfMatch.of(header).require(THREE)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"2\"", "\"\"", "W/\"3\"", "\"2\",\"4\"", "\"03\""})
  void stopsWhoHasNot(String header) {
    assertThatThrownBy(() -> IfMatch.of(header).require(THREE))
        .isInstanceOfSatisfying(
            VersionConflict.class,
            conflict -> assertThat(conflict.extensions()).containsEntry("current_version", 3L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "3", "\"3", "\"3\",", ",\"3\"", "\"3\" \"4\"", "*, \"3\"", "w/\"3\""})
  void refusesWhatIsNoListOfTags(String header) {
    assertThatThrownBy(() -> IfMatch.of(header)).isInstanceOf(InvalidRequest.class);
  }

  @Test
  void isStrongEnoughForTheTagsWeGive() {
    assertThatCode(() -> IfMatch.of(THREE.tag()).require(THREE)).doesNotThrowAnyException();
  }
}

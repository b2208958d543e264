package com.faultmaven.status.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CorrectionsTest {

  @Test
  void standInThePlaceOfWhatTheyCorrect() {
    List<Remark> shown =
        Timeline.of(
            List.of(
                said(1, "Frist", "10:00", null),
                said(2, "Second", "11:00", null),
                said(3, "Fisrt", "12:00", 1),
                said(4, "First", "13:00", 3)));

    assertThat(shown).extracting(Remark::message).containsExactly("First", "Second");
    assertThat(shown.getFirst().at()).isEqualTo("2026-03-14T10:00:00Z");
    assertThat(shown.getFirst().correctedAt()).isEqualTo("2026-03-14T13:00:00Z");
    assertThat(shown.getLast().correctedAt()).isNull();
  }

  @Test
  void areLeftOutWithWhatWasSaidTooLongAgo() {
    List<Remark> shown =
        Timeline.of(List.of(said(7, "Recent", "11:00", null), said(8, "Old", "12:00", 1)));
    assertThat(shown).extracting(Remark::message).containsExactly("Recent");
  }

  private static JsonNode said(int id, String message, String time, @Nullable Integer corrects) {
    return JsonMapper.shared()
        .valueToTree(
            new Object[] {
              new UUID(0, id).toString(),
              message,
              "investigating",
              "2026-03-14T" + time + ":00+00:00",
              corrects == null ? null : new UUID(0, corrects).toString()
            });
  }
}

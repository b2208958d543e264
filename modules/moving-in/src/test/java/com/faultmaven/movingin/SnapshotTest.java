package com.faultmaven.movingin;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.cases.importing.ImportedCase;
import com.faultmaven.messages.importing.ImportedMessage;
import com.faultmaven.movingin.Original.Form;
import com.faultmaven.movingin.original.Batch;
import com.faultmaven.movingin.original.Limits;
import com.faultmaven.movingin.original.Source;
import com.faultmaven.movingin.original.SourceAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What changes while it is read is read as it was, with all that belongs to it. */
class SnapshotTest {

  private static final String ID = "case_00000000000a";

  @ParameterizedTest
  @EnumSource(
      value = Form.class,
      names = {"SQLITE_2", "POSTGRES_2"})
  void aBatchIsOfOneMoment(Form form, @TempDir Path directory) throws SQLException {
    try (Original original = new Original(form, directory)) {
      if (form.isSqlite()) {
        original.execute("pragma journal_mode = wal");
      }
      original.addCase(ID, "ada", "Before");
      original.addMessage("msg_0000000000000001", ID, "user", "before", "2025-01-02 04:00:00");
      Limits limits = new Limits(false, "default", Instant.parse("2026-01-01T00:00:00Z"));
      try (Source source = Source.open(SourceAddress.parse(original.address), limits)) {
        source.refresh();
        Batch batch = source.read("", null, 10);
        original.update("update cases set title = 'After'");
        original.addMessage("msg_0000000000000002", ID, "user", "after", "2025-01-02 04:00:01");

        assertThat(messages(source, batch)).containsExactly("before");
        assertThat(batch.cases()).extracting(ImportedCase::title).containsExactly("Before");
        assertThat(source.read("", null, 10).cases())
            .extracting(ImportedCase::title)
            .containsExactly("Before");

        source.refresh();
        Batch next = source.read("", null, 10);
        assertThat(next.cases()).extracting(ImportedCase::title).containsExactly("After");
        assertThat(messages(source, next)).containsExactly("before", "after");
      }
    }
  }

  private static List<String> messages(Source source, Batch batch) {
    List<ImportedMessage> read = new ArrayList<>();
    source.readMessages(
        batch.cases().stream().map(ImportedCase::id).toList(),
        read::add,
        remark -> {
          throw new AssertionError(remark);
        });
    return read.stream().map(ImportedMessage::content).toList();
  }
}

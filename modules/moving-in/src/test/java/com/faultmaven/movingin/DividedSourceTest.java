package com.faultmaven.movingin;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.movingin.Original.Form;
import com.faultmaven.movingin.Target.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A source that is large enough is read in parts at the same time, each case in one of them. */
class DividedSourceTest {

  private static final int CASES = 2_500;
  private static final List<String> REFUSED = List.of(id(0), id(CASES / 2 - 1), id(CASES - 1));

  @ParameterizedTest
  @EnumSource(
      value = Form.class,
      names = {"SQLITE_2", "POSTGRES_2"})
  void isReadOnceAndWhole(Form form, @TempDir Path directory) throws SQLException, IOException {
    try (Original original = new Original(form, directory)) {
      original.connection().setAutoCommit(false);
      ImportTest.fill(original, CASES);
      for (String id : REFUSED) {
        original.update("update cases set user_id = ' ' where case_id = ?", id);
      }
      original.connection().commit();
      Target target = new Target(directory);
      int came = CASES - REFUSED.size();

      Run wouldBe = target.run("--dry-run", "--from", original.address, "--batch", "100");
      assertThat(wouldBe.said())
          .contains(
              came
                  + " new, 0 renewed, 0 unchanged, 0 left alone, "
                  + REFUSED.size()
                  + " refused; "
                  + 2 * came
                  + " messages, if it were done.");
      assertThat(Files.readAllLines(wouldBe.report())).hasSize(REFUSED.size());
      assertThat(target.run("--from", original.address, "--batch", "100").said())
          .contains(came + " new");
      List<String> borders =
          target.strings("select up_to from movingin.lanes where up_to is not null order by 1");
      assertThat(borders).isNotEmpty();

      for (String border : borders) {
        original.update("delete from cases where case_id = ?", border);
      }
      original.connection().commit();
      Run verified = target.run("--verify", "--from", original.address, "--batch", "100");

      assertThat(verified.said())
          .contains(
              "Cases: " + (came - borders.size()) + " equal, 0 different, 0 missing, ",
              borders.size() + " gone, " + REFUSED.size() + " refused");
      assertThat(verified.status()).isEqualTo(1);
      assertThat(Files.readString(verified.report())).contains(borders);
    }
  }

  private static String id(int number) {
    return String.format(Locale.ROOT, "case_%012x", number);
  }
}

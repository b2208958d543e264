package com.faultmaven.escalations;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseRole;
import com.faultmaven.cases.CaseStatus;
import com.faultmaven.cases.CaseView;
import com.faultmaven.cases.Category;
import com.faultmaven.cases.Metadata;
import com.faultmaven.cases.Severity;
import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.UserId;
import com.faultmaven.mail.Attachment;
import com.faultmaven.reports.Box;
import com.faultmaven.reports.Place;
import com.faultmaven.reports.dossiers.Dossier;
import com.faultmaven.reports.dossiers.Gist;
import com.faultmaven.reports.dossiers.Scores;
import com.faultmaven.testing.Together;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** The PDF that goes with a letter, read as its recipients read it. */
class MemoTest {

  private static final Instant NOW = Instant.parse("2026-03-14T09:26:53Z");
  private static final CaseId ID = CaseId.of("case_0123456789ab");

  @Test
  void saysWhatIsKnownOfTheCaseAndItsReports() throws IOException {
    String text =
        text(
            about(
                "Tiles <b>fall</b>",
                "From the market hall.\nSince noon.",
                report("Плитка падает", "Στέγη, déjà"),
                report(null, null)));

    assertThat(text)
        .contains(
            "Tiles <b>fall</b>",
            "case_0123456789ab, investigating",
            "From the market hall.",
            "Since noon.",
            "Type: incident",
            "Classification: physical",
            "Severity: 0.92, urgency: 1.00",
            "Seen: 2026-03-01T00:00:00Z to 2026-03-14T09:26:53Z",
            "Place: geo:47.050000,8.300000 to geo:47.100000,8.400000",
            "Not certain: whose roof it is",
            "Linked reports: 7, the worst 2",
            "severity 0.92: Плитка падает, geo:47.050000,8.300000",
            "Στέγη, déjà",
            "severity 0.92: Report #7");
  }

  @Test
  void isTheSameFileOfTheSameTextWhoeverElseWritesOne() {
    byte[] once = about("Fällt", "שלום 屋顶", report("Плитка", "지붕")).content();
    List<byte[]> more =
        Together.run(8, _ -> about("Fällt", "שלום 屋顶", report("Плитка", "지붕")).content());
    assertThat(more).allSatisfy(it -> assertThat(it).isEqualTo(once));
    assertThat(about("Fallt", "", report("x", "y")).content()).isNotEqualTo(once);
  }

  /** Hebrew is written from the right; Chinese and Korean with fonts that readers have. */
  @Test
  void isReadInManyScripts() throws IOException {
    Attachment memo = about("Straße", "שלום", report("屋顶", "지붕 ひらがな"));
    assertThat(text(memo)).contains("Straße").doesNotContain("□");
    assertThat(new String(memo.content(), StandardCharsets.ISO_8859_1))
        .contains("STSong-Light", "HYGoThic-Medium", "LiberationSans")
        .doesNotContain("EmbeddedFile");
  }

  @Test
  void saysWhichLettersItHasNotAndTakesTheWholeTextAlong() throws IOException {
    Attachment memo = about("Fire \uD83D\uDD25", "سقف", report("छत", "a\uD800b"));
    assertThat(text(memo)).contains("Fire □", "□ stands for a letter");
    assertThat(taken(memo)).contains("Fire \uD83D\uDD25", "سقف", "छत", "severity 0.92");
  }

  /** Nobody makes a page say something else than the text does. */
  @Test
  void leavesOutWhatTurnsDirectionsAndMovesLines() throws IOException {
    String text =
        text(about("a\u202Eb\u2066c\u200Fd\u0007e", "x\u2028y", report("(Tj) Tj ET", "\\) Tj")));
    assertThat(text).contains("abcd e", "(Tj) Tj ET", "\\) Tj").doesNotContain("xy");
  }

  @Test
  void isAFewPagesAtTheMost() throws IOException {
    Gist.Report[] most =
        IntStream.range(0, Memo.REPORTS)
            .mapToObj(n -> report("t".repeat(500), "Плитка падает ".repeat(285)))
            .toArray(Gist.Report[]::new);
    Attachment memo = about("title", "w".repeat(10_000), most);
    try (PdfReader pdf = new PdfReader(memo.content())) {
      assertThat(pdf.getNumberOfPages()).isBetween(30, 80);
    }
    assertThat(memo.content().length).isLessThan(1 << 20);
    assertThat(text(memo)).contains("w".repeat(50));
  }

  @Test
  void takesWhateverIsWritten() throws IOException {
    Random dice = new Random(73);
    for (int n = 0; n < 300; n++) {
      Attachment memo = about(any(dice), any(dice), report(any(dice), any(dice)));
      assertThat(text(memo)).contains("case_0123456789ab");
    }
  }

  private static String any(Random dice) {
    return IntStream.range(0, 1 + dice.nextInt(60))
        .map(_ -> dice.nextInt(dice.nextBoolean() ? 0x3000 : Character.MAX_CODE_POINT + 1))
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static String text(Attachment memo) throws IOException {
    try (PdfReader pdf = new PdfReader(memo.content())) {
      PdfTextExtractor pages = new PdfTextExtractor(pdf);
      StringBuilder text = new StringBuilder();
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        text.append(pages.getTextFromPage(page)).append('\n');
      }
      return text.toString();
    }
  }

  private static String taken(Attachment memo) throws IOException {
    try (PdfReader pdf = new PdfReader(memo.content())) {
      PdfDictionary file =
          pdf.getCatalog()
              .getAsDict(PdfName.NAMES)
              .getAsDict(PdfName.EMBEDDEDFILES)
              .getAsArray(PdfName.NAMES)
              .getAsDict(1);
      PRStream stream = (PRStream) file.getAsDict(PdfName.EF).getAsStream(PdfName.F);
      return new String(PdfReader.getStreamBytes(stream), StandardCharsets.UTF_8);
    }
  }

  private static Attachment about(String title, String description, Gist.Report... reports) {
    Gist gist = new Gist("physical", 7, List.of(reports));
    return Memo.about(caseOf(title, description), dossier(), gist, NOW);
  }

  private static Gist.Report report(@Nullable String title, @Nullable String summary) {
    return new Gist.Report(7, NOW, new Place(8.3, 47.05), 0.92, title, summary);
  }

  private static Dossier dossier() {
    return new Dossier(
        ID,
        Dossier.INCIDENT,
        Dossier.PHYSICAL,
        "whose roof it is",
        null,
        new Box(8.3, 47.05, 8.4, 47.1),
        null,
        new Scores(0.92, 1, 0.8, 0.6, 0.92, 0.4),
        Instant.parse("2026-03-01T00:00:00Z"),
        NOW,
        7,
        0,
        null,
        List.of(),
        new EntityVersion(1));
  }

  private static CaseView caseOf(String title, String description) {
    return new CaseView(
        ID,
        "org",
        new UserId("ada"),
        null,
        title,
        description,
        CaseStatus.INVESTIGATING,
        Severity.HIGH,
        Category.OTHER,
        Metadata.EMPTY,
        List.of(),
        null,
        0,
        null,
        NOW,
        NOW,
        null,
        null,
        null,
        CaseRole.OWNER,
        new EntityVersion(1));
  }
}

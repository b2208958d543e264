package com.faultmaven.escalations;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/**
 * What reports say of a case is known to its letters, and cases that show together have targets in
 * common.
 */
class ReportedCasesTest extends OnAMailServer {

  private static final String SUGGEST = "/api/v1/escalation-targets/suggest";

  @Test
  void saysInItsLettersWhatTheWorstOfItsReportsSay() {
    Answer mild = report("Mild", 0.1, 1);
    Answer worst = report("Tiles\\r\\nfall", 0.92, 2);
    Answer bad = report("Bad", 0.5, 3);
    Answer newer = report(" ", 0.5, 4);
    link(mild, worst, bad, newer);

    Answer draft = api().post(ofCase("escalations/draft"), "{}").is(200);
    assertThat(draft.at("/linked_count").asInt()).isEqualTo(4);
    assertThat(draft.text("/body"))
        .contains(
            """
            Linked reports: 4
            - #%s, 2026-03-14T09:26:02Z, severity 0.92: Tiles fall
            - #%s, 2026-03-14T09:26:04Z, severity 0.50: Report #%2$s
            - #%s, 2026-03-14T09:26:03Z, severity 0.50: Bad

            Please tell us"""
                .formatted(worst.text("/seq"), newer.text("/seq"), bad.text("/seq")));

    addTarget("duty");
    Answer sent = send("{}").is(202);
    assertThat(sent.text("/body")).isEqualTo(draft.text("/body"));
  }

  @Test
  void sendsAMemoAlongIfItIsAskedFor() throws Exception {
    link(report("Плитка падает", 0.92, 1));
    addTarget("duty");
    Answer sent = send("{\"attach_memo\":true}").is(202);
    Answer done = awaitStatus(sent.text("/escalation_id"), "sent");

    MimeMultipart parts = (MimeMultipart) received(address("duty")).getFirst().getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(parts.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
    assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("memo-" + caseId() + ".pdf");
    String message = "deliveries/" + done.text("/deliveries/0/delivery_id") + "/message";
    assertThat(api().with("Accept", "message/rfc822").get(ofCase(message)).is(200).body())
        .contains("memo-" + caseId() + ".pdf");
    try (PdfReader pdf = new PdfReader(parts.getBodyPart(1).getInputStream())) {
      assertThat(new PdfTextExtractor(pdf).getTextFromPage(1))
          .contains("Tiles <b>fall</b>", caseId(), "geo:47.050000,8.300000", "Плитка падает");
    }
  }

  @Test
  void suggestsWhoIsResponsibleWhereItsReportsAreAndWhomTheyName() {
    as("root")
        .with("X-User-Roles", "admin")
        .post(
            "/api/v1/escalation-contacts",
            """
            {"organization_name":"City Works","email":"%s","area":{"type":"Polygon",
             "coordinates":[[[8,47],[9,47],[9,48],[8,48],[8,47]]]}}
            """
                .formatted(address("works")))
        .is(201);
    Answer first = report("One", 0.1, 1, address("a"), address("WORKS"), "nowhere");
    Answer second = report("Two", 0.2, 2, address("A"), address("b"), address("known"));
    link(first, second);
    addTarget("known");

    Answer suggested = suggest("\"case_id\":\"%s\"".formatted(caseId())).is(200);
    assertThat(suggested.texts("/targets", "email"))
        .containsExactly(address("works"), address("a"), address("b"));
    assertThat(suggested.texts("/targets", "source"))
        .containsExactly("area_contact", "inferred_contact", "inferred_contact");
    assertThat(suggested.at("/targets/1/confidence").asDouble()).isEqualTo(0.6);

    String ids = "\"report_ids\":[\"%s\"]".formatted(second.text("/report_id"));
    assertThat(suggest(ids + ",\"limit\":2").is(200).texts("/targets", "email"))
        .containsExactly(address("A"), address("b"));
    Answer refused =
        suggest("\"report_ids\":[\"rep_0000000000000000\"]").is(422, "VALIDATION_FAILED");
    assertThat(refused.violations()).containsExactly("/report_ids/0:unknown_report");
  }

  @Test
  void hearsOfItsEndFromOneOfItsReports() {
    Answer said = report("It is mended", 0.1, 1);
    String signal = "{\"summary\":\"Mended.\",\"report_id\":\"%s\"}";
    String json = signal.formatted(said.text("/report_id"));
    Answer refused = api().post(ofCase("resolution-signals"), json).is(422, "VALIDATION_FAILED");
    assertThat(refused.violations()).containsExactly("/report_id:unknown_report");

    link(said);
    Answer heard = api().post(ofCase("resolution-signals"), json).is(201);
    assertThat(heard.text("/report_id")).isEqualTo(said.text("/report_id"));
  }

  @Test
  void isWrittenAboutWhereItShows() {
    String target = addTarget("mine");
    String other = api().post("/api/v2/cases", "{\"title\":\"The same\"}").is(201).text("/case_id");
    String ofOther = "/api/v1/cases/" + other + "/";
    String merge = "{\"source_case_ids\":[\"%s\"]}".formatted(caseId());
    api().post(ofOther + "merge", merge).is(200);

    Answer targets = api().get(ofOther + "escalation-targets").is(200);
    assertThat(targets.texts("/targets", "email")).containsExactly(address("mine"));
    assertThat(targets.texts("/targets", "case_id")).containsExactly(caseId());
    String path = ofOther + "escalation-targets/" + target;
    api().get(path).is(200);
    api().patch(path, "{\"phone\":\"1\"}").is(409, "CASE_MERGED");
    api().delete(path).is(409, "CASE_MERGED");
    Answer letter = api().post(ofOther + "escalations", "{}").is(202);
    assertThat(letter.texts("/deliveries", "email")).containsExactly(address("mine"));

    Answer refused = send("{}").is(409, "CASE_MERGED");
    assertThat(refused.text("/merged_into")).isEqualTo(other);
    api().post(ofCase("escalation-targets"), "{\"phone\":\"1\"}").is(409, "CASE_MERGED");
    api().post(ofCase("resolution-signals"), "{\"summary\":\"x\"}").is(409, "CASE_MERGED");
    api().get(ofCase("escalation-targets")).is(200);

    String unmerge = "{\"source_case_id\":\"%s\"}".formatted(caseId());
    api().post(ofOther + "unmerge", unmerge).is(200);
    api().get(path).is(404, "TARGET_NOT_FOUND");
    api().patch(ofCase("escalation-targets/" + target), "{\"phone\":\"1\"}").is(200);
  }

  private Answer report(String title, double severity, int second, String... contacts) {
    List<String> quoted = List.of(contacts).stream().map(it -> "\"" + it + "\"").toList();
    return api()
        .post(
            "/api/v1/reports",
            """
            {"description":"x","reported_at":"2026-03-14T09:26:0%sZ",
             "location":{"type":"Point","coordinates":[8.3,47.05]},
             "analyses":[{"title":"%s","severity":%s,"contact_emails":%s}]}
            """
                .formatted(second, title, severity, quoted))
        .is(201);
  }

  private void link(Answer... reports) {
    List<String> ids =
        List.of(reports).stream().map(it -> "\"" + it.text("/report_id") + "\"").toList();
    api().post(ofCase("linked-reports"), "{\"report_ids\":%s}".formatted(ids)).is(200);
  }

  private Answer suggest(String members) {
    return api().post(SUGGEST, "{" + members + "}");
  }
}

package com.faultmaven.cleanapp;

import com.faultmaven.cases.CaseId;
import com.faultmaven.contracts.cleanapp.v4.model.CaseDetail;
import com.faultmaven.contracts.cleanapp.v4.model.CaseEscalations;
import com.faultmaven.contracts.cleanapp.v4.model.EscalationDraft;
import com.faultmaven.contracts.cleanapp.v4.model.ReportCases;
import com.faultmaven.contracts.cleanapp.v4.model.SentEscalation;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.Text;
import com.faultmaven.reports.dossiers.Link;
import com.faultmaven.reports.dossiers.Linking;
import com.faultmaven.reports.dossiers.Merging;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What both versions do with cases. */
@Component
class CleanApp {

  private static final int LONGEST_TEXT = 10_000;
  private static final int LONGEST_REASON = 128;
  private static final int LONGEST_ID = 100;
  private static final int MOST_SOURCES = 20;
  private static final int MOST_PAYLOAD = 16 * 1024;

  private final Opening opening;
  private final CaseWrites writes;
  private final CaseDetails details;
  private final SentSeqs seqs;
  private final Linking linking;
  private final Merging merging;
  private final LetterSending sending;
  private final ReportCasesReader reportCases;

  CleanApp(
      Opening opening,
      CaseWrites writes,
      CaseDetails details,
      SentSeqs seqs,
      Linking linking,
      Merging merging,
      LetterSending sending,
      ReportCasesReader reportCases) {
    this.opening = opening;
    this.writes = writes;
    this.details = details;
    this.seqs = seqs;
    this.linking = linking;
    this.merging = merging;
    this.sending = sending;
    this.reportCases = reportCases;
  }

  /** A case, and whether it is new. */
  record Detailed(CaseDetail detail, boolean opened) {}

  Detailed open(JsonNode sent, Caller caller) {
    return detailed(opening.open(Wanted.in(new SentJson(sent)), caller), caller);
  }

  Detailed upsert(JsonNode sent, Caller caller) {
    return detailed(opening.upsert(Wanted.in(new SentJson(sent)), caller), caller);
  }

  private Detailed detailed(Opening.Opened opened, Caller caller) {
    return new Detailed(details.of(opened.id(), caller), opened.opened());
  }

  CaseDetail get(String id, Caller caller) {
    return details.of(CaseId.of(id), caller);
  }

  CaseDetail addReports(String sentId, JsonNode sent, Caller caller) {
    CaseId id = CaseId.of(sentId);
    SentJson body = new SentJson(sent);
    List<Long> named = body.numbers("report_seqs", SentSeqs.MOST);
    if (named.isEmpty()) {
      throw Refused.because("report_seqs is required");
    }
    double confidence = body.number("confidence");
    if (confidence > 1) {
      throw Refused.because("confidence must be at most 1");
    }
    Link link =
        new Link(
            Lines.orElse(body.line("link_reason", LONGEST_REASON), Link.MANUAL),
            confidence <= 0 ? 1 : confidence);
    details.writable(id, caller);
    linking.link(
        id, seqs.require(named, caller).stream().map(it -> it.value()).toList(), link, caller);
    return details.of(id, caller);
  }

  CaseDetail move(String sentId, JsonNode sent, Caller caller) {
    CaseId id = CaseId.of(sentId);
    SentJson body = new SentJson(sent);
    String status = body.text("status", LONGEST_TEXT);
    if (Text.isBlank(status)) {
      throw Refused.because("status is required");
    }
    body.json("payload", MOST_PAYLOAD);
    StatusNote note = new StatusNote(body.text("summary", LONGEST_TEXT), body.any("payload"));
    writes.move(id, Statuses.of(status), note, caller);
    return details.of(id, caller);
  }

  CaseDetail merge(JsonNode sent, Caller caller) {
    SentJson body = new SentJson(sent);
    String target = Text.trim(body.text("target_case_id", LONGEST_ID));
    List<CaseId> sources =
        body.texts("source_case_ids", MOST_SOURCES).stream()
            .map(Text::trim)
            .filter(it -> !it.isEmpty() && !it.equals(target))
            .distinct()
            .map(CaseId::of)
            .toList();
    if (target.isEmpty() || sources.isEmpty()) {
      throw Refused.because("target_case_id and source_case_ids are required");
    }
    CaseId id = CaseId.of(target);
    merging.merge(id, sources, null, caller);
    return details.of(id, caller);
  }

  CaseEscalations escalations(String id, Caller caller) {
    return details.escalations(CaseId.of(id), caller);
  }

  EscalationDraft draft(String id, @Nullable JsonNode sent, Caller caller) {
    return sending.draft(CaseId.of(id), SentLetter.in(new SentJson(sent)), caller);
  }

  SentEscalation send(String id, JsonNode sent, Caller caller) {
    return sending.send(CaseId.of(id), SentLetter.in(new SentJson(sent)), caller);
  }

  ReportCases casesOfReport(String seq) {
    return reportCases.of(seq);
  }
}

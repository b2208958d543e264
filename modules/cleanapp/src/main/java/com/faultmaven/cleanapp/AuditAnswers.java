package com.faultmaven.cleanapp;

import com.faultmaven.cases.StatusChange;
import com.faultmaven.contracts.cleanapp.v4.model.CaseAuditEvent;
import com.faultmaven.escalations.AuditEvent;
import com.faultmaven.escalations.CaseMail;
import com.faultmaven.reports.dossiers.DossierAudit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was done to a case, in the order of time: to its dossier, to its status and to its letters,
 * which each module keeps for itself.
 */
final class AuditAnswers {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String STATUS_CHANGED = "status_changed";

  private final String caseId;
  private final List<Event> events = new ArrayList<>();

  AuditAnswers(String caseId) {
    this.caseId = caseId;
  }

  private record Event(Instant at, CaseAuditEvent shown) {}

  AuditAnswers dossier(List<DossierAudit.Entry> entries) {
    entries.stream()
        .filter(it -> !StatusNote.isBesideAChange(it))
        .forEach(it -> add(it.number(), type(it), it.actor(), it.details(), it.at()));
    return this;
  }

  AuditAnswers statuses(List<StatusChange> changes, Map<Integer, StatusNote> notes) {
    for (StatusChange change : changes) {
      StatusNote note = notes.get(change.sequence());
      Map<String, Object> payload = new LinkedHashMap<>();
      payload.put("status", Statuses.word(change.to()));
      payload.put(
          "summary",
          note != null ? note.summary() : Objects.requireNonNullElse(change.reason(), ""));
      payload.put("from_status", Statuses.word(change.from()));
      payload.put("to_status", Statuses.word(change.to()));
      if (note != null && note.payload() != null) {
        payload.put("payload", note.payload());
      }
      add(
          change.sequence(),
          STATUS_CHANGED,
          change.changedBy().value(),
          JSON.writeValueAsString(payload),
          change.changedAt());
    }
    return this;
  }

  AuditAnswers letters(List<AuditEvent> acts, List<CaseMail> mails) {
    for (AuditEvent act : acts) {
      String letter = String.valueOf(act.payload().values().get("escalation_id"));
      List<CaseMail> ofIt =
          mails.stream().filter(it -> it.escalation().value().equals(letter)).toList();
      switch (act.type()) {
        case "escalation_requested" ->
            add(act, "case_escalation_requested", JSON.writeValueAsString(requested(ofIt)));
        case "escalation_recorded" ->
            add(act, "case_escalation_recorded", JSON.writeValueAsString(recorded(ofIt)));
        default -> add(act, act.type(), act.payload().json());
      }
    }
    return this;
  }

  List<CaseAuditEvent> inOrder() {
    return events.stream().sorted(Comparator.comparing(Event::at)).map(Event::shown).toList();
  }

  private static String type(DossierAudit.Entry entry) {
    return entry.type().equals(StatusNote.TYPE) ? STATUS_CHANGED : entry.type();
  }

  private static Map<String, Object> requested(List<CaseMail> mails) {
    List<CaseMail> toTargets = mails.stream().filter(it -> !it.copy()).toList();
    return Map.of(
        "target_ids",
        toTargets.stream().map(CaseMail::target).filter(Objects::nonNull).toList(),
        "target_count",
        toTargets.size(),
        "subject",
        mails.isEmpty() ? "" : mails.getFirst().subject());
  }

  private static Map<String, Object> recorded(List<CaseMail> mails) {
    return Map.of(
        "action_count",
        mails.stream().filter(it -> !it.copy()).count(),
        "delivery_count",
        mails.size());
  }

  private void add(AuditEvent act, String type, String payload) {
    add(act.number(), type, act.actor(), payload, act.at());
  }

  private void add(long number, String type, @Nullable String actor, String payload, Instant at) {
    events.add(
        new Event(
            at,
            new CaseAuditEvent()
                .id(number)
                .caseId(caseId)
                .eventType(type)
                .actorUserId(actor == null ? "" : actor)
                .payloadJson(payload)
                .createdAt(Times.of(at))));
  }
}

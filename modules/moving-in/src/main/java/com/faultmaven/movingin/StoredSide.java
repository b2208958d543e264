package com.faultmaven.movingin;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.importing.Mark;
import com.faultmaven.cases.importing.StoredCases;
import com.faultmaven.cases.importing.StoredCases.StoredCase;
import com.faultmaven.messages.importing.ImportedMessage;
import com.faultmaven.messages.importing.MessageImport;
import com.faultmaven.tags.importing.TagImport;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads cases back from all modules that keep something of them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StoredSide {

  /** Stands for what modules contradict each other about, and equals nothing that can come. */
  private static final List<String> CONTRADICTION = List.of("");

  private final StoredCases cases;
  private final MessageImport messages;
  private final TagImport tags;

  StoredSide(StoredCases cases, MessageImport messages, TagImport tags) {
    this.cases = cases;
    this.messages = messages;
    this.tags = tags;
  }

  /** A case that is here, and whether it has been changed since a mark. */
  record Here(Side side, Mark mark) {}

  private static final class Reading {
    final StoredCase stored;
    final Fingerprint fingerprint;
    int said;

    Reading(StoredCase stored, List<String> tags) {
      this.stored = stored;
      boolean same = tags.equals(stored.tagNames());
      this.fingerprint = new Fingerprint(stored.content(), same ? tags : CONTRADICTION);
    }

    void add(ImportedMessage message) {
      fingerprint.add(message);
      said++;
    }

    Here end() {
      int counted = said == stored.messages() ? said : -1;
      String owner = stored.content().owner().value();
      return new Here(new Side(owner, counted, fingerprint.end()), stored.mark());
    }
  }

  /** Those of the cases that are here. */
  public Map<CaseId, Here> read(Collection<CaseId> ids) {
    Map<CaseId, List<String>> names = tags.read(ids);
    Map<CaseId, Reading> readings = new LinkedHashMap<>();
    for (StoredCase each : cases.read(ids)) {
      CaseId id = each.content().id();
      readings.put(id, new Reading(each, names.getOrDefault(id, List.of())));
    }
    messages.read(
        readings.keySet(),
        message -> Objects.requireNonNull(readings.get(message.caseId())).add(message));
    Map<CaseId, Here> here = new LinkedHashMap<>();
    readings.forEach((id, reading) -> here.put(id, reading.end()));
    return here;
  }
}

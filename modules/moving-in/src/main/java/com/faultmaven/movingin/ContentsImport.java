package com.faultmaven.movingin;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.importing.CaseImport;
import com.faultmaven.cases.importing.ImportedCase;
import com.faultmaven.cases.importing.Mark;
import com.faultmaven.cases.importing.NewCaseRows;
import com.faultmaven.cases.importing.SearchBacklog;
import com.faultmaven.database.CopiedRows;
import com.faultmaven.messages.importing.MessageImport;
import com.faultmaven.messages.importing.NewMessageRows;
import com.faultmaven.movingin.MovedCases.Moved;
import com.faultmaven.movingin.original.Remark;
import com.faultmaven.movingin.original.Source;
import com.faultmaven.tags.importing.NewTagRows;
import com.faultmaven.tags.importing.TagImport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Has each module store what it keeps of cases. Conversations run through, however long. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ContentsImport {

  private final CaseImport cases;
  private final MessageImport messages;
  private final TagImport tags;
  private final MovedCases moved;
  private final SearchBacklog search;

  ContentsImport(
      CaseImport cases,
      MessageImport messages,
      TagImport tags,
      MovedCases moved,
      SearchBacklog search) {
    this.cases = cases;
    this.messages = messages;
    this.tags = tags;
    this.moved = moved;
    this.search = search;
  }

  /** What became of cases that had come before. */
  record Renewal(int cases, int refused, long messages) {}

  /** Brings cases that are not here. Returns how many messages came with them. */
  public long create(Source source, String name, List<ImportedCase> fresh, List<Remark> remarks) {
    if (fresh.isEmpty()) {
      return 0;
    }
    search.announce();
    NewMessageRows messageRows = messages.newRows();
    Talks talks = new Talks(fresh);
    source.readMessages(
        talks.ids(),
        talks.then(message -> messageRows.add(message, talks.caseOf(message).owner())),
        remarks::add);
    messageRows.flush();
    NewCaseRows caseRows = cases.newRows();
    NewTagRows tagRows = tags.newRows();
    CopiedRows movedRows = moved.newRows();
    for (ImportedCase each : fresh) {
      caseRows.add(each, talks.of(each));
      tagRows.add(each.id(), each.owner(), each.organization(), each.tagNames());
      MovedCases.add(movedRows, each.id(), name, talks.fingerprint(each));
    }
    caseRows.flush();
    tagRows.flush();
    movedRows.flush();
    return talks.messages();
  }

  /** Brings again what is different from what came before. */
  public Renewal renew(
      Source source, List<ImportedCase> known, Map<CaseId, Moved> before, List<Remark> remarks) {
    Talks read = new Talks(known);
    source.readMessages(read.ids(), read.then(_ -> {}), remarks::add);
    List<ImportedCase> different = new ArrayList<>();
    Map<CaseId, byte[]> fingerprints = new HashMap<>();
    for (ImportedCase each : known) {
      byte[] fingerprint = read.fingerprint(each);
      fingerprints.put(each.id(), fingerprint);
      if (!Objects.requireNonNull(before.get(each.id())).cameAs(fingerprint)) {
        different.add(each);
      }
    }
    if (!different.isEmpty()) {
      search.announce();
    }
    List<ImportedCase> replaced = new ArrayList<>();
    for (ImportedCase each : different) {
      Mark mark = Objects.requireNonNull(before.get(each.id())).mark();
      if (cases.replace(each, read.of(each), mark)) {
        moved.renew(each.id(), Objects.requireNonNull(fingerprints.get(each.id())), mark.next());
        replaced.add(each);
      } else {
        remarks.add(
            Remark.refusedCase(
                each.id().value(), "user_id", "changed", "It has another owner than before."));
      }
    }
    return new Renewal(
        replaced.size(), different.size() - replaced.size(), replaceContents(source, replaced));
  }

  private long replaceContents(Source source, List<ImportedCase> replaced) {
    for (ImportedCase each : replaced) {
      messages.remove(each.id());
      tags.remove(each.id());
    }
    NewMessageRows messageRows = messages.newRows();
    Talks talks = new Talks(replaced);
    source.readMessages(
        talks.ids(),
        talks.then(message -> messageRows.add(message, talks.caseOf(message).owner())),
        _ -> {});
    messageRows.flush();
    NewCaseRows histories = cases.newRows();
    NewTagRows tagRows = tags.newRows();
    for (ImportedCase each : replaced) {
      histories.addMoves(each);
      tagRows.add(each.id(), each.owner(), each.organization(), each.tagNames());
    }
    histories.flush();
    tagRows.flush();
    return talks.messages();
  }
}

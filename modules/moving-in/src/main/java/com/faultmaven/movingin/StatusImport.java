package com.faultmaven.movingin;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.movingin.opstatus.OpStatus;
import com.faultmaven.movingin.opstatus.OpStatus.Batch;
import com.faultmaven.movingin.opstatus.Refused;
import com.faultmaven.movingin.original.SourceAddress;
import com.faultmaven.status.importing.Fate;
import com.faultmaven.status.importing.ImportedIncident;
import com.faultmaven.status.importing.ImportedService;
import com.faultmaven.status.importing.IncidentImport;
import com.faultmaven.status.importing.ServiceImport;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports an original status service, tries it, or compares what came. Each batch is a transaction;
 * what came already is found again, so that an import that was interrupted just runs again.
 */
@Component
class StatusImport {

  private static final int AT_ONCE = 500;

  private final DataSource database;
  private final ServiceImport services;
  private final IncidentImport incidents;
  private final CameBefore before;
  private final TransactionTemplate transaction;

  StatusImport(
      DataSource database,
      ServiceImport services,
      IncidentImport incidents,
      CameBefore before,
      TransactionTemplate transaction) {
    this.database = database;
    this.services = services;
    this.incidents = incidents;
    this.before = before;
    this.transaction = transaction;
  }

  /** Returns whether everything came, would come, or is here as it is there. */
  boolean run(SourceAddress address, ImportOptions options, Screen screen) {
    try (OnlyImport _ = new OnlyImport(database);
        Report report = new Report(options.report())) {
      screen.say("From " + address + " (a status service).");
      Run run = new Run(options, report);
      try (OpStatus source = OpStatus.open(address, options.cut(), run::refused)) {
        if (options.mode() == ImportOptions.Mode.DRY_RUN) {
          // all of it in one transaction, of which nothing stays
          transaction.executeWithoutResult(
              status -> {
                status.setRollbackOnly();
                run.all(source);
              });
        } else {
          run.all(source);
        }
      }
      return run.sumUp(screen);
    }
  }

  /** What is done of one source, and what came of it. */
  private final class Run {

    private final ImportOptions options;
    private final OrganizationId organization;
    private final Report report;
    private final StatusTally ofServices = new StatusTally("Services");
    private final StatusTally ofIncidents = new StatusTally("Incidents");
    private boolean whole = true;

    Run(ImportOptions options, Report report) {
      this.options = options;
      this.organization = new OrganizationId(options.organization());
      this.report = report;
    }

    void refused(Refused why) {
      report.add(why.line());
      whole &= why.comes();
      switch (why.row()) {
        case "service" -> ofServices.refuse();
        case "incident" -> {
          if (!why.comes()) {
            ofIncidents.refuse();
          }
        }
        default -> {}
      }
    }

    void all(OpStatus source) {
      List<ImportedService> there = source.services();
      inTransaction(
          () -> {
            Map<UUID, Fate> fates =
                batch("service", ImportedService::id, there, services::take, services::fates);
            fates.forEach((id, fate) -> count(ofServices, "service", id, fate));
            return fates;
          });
      Set<UUID> known = new HashSet<>(here(there));
      String after = "";
      while (after != null) {
        Batch next = source.incidents(after, Math.min(AT_ONCE, options.batch()), known);
        inTransaction(
            () -> {
              Map<UUID, Fate> fates =
                  batch(
                      "incident",
                      ImportedIncident::id,
                      next.incidents(),
                      incidents::take,
                      incidents::fates);
              fates.forEach((id, fate) -> count(ofIncidents, "incident", id, fate));
              return fates;
            });
        after = next.next();
      }
      source.findStrays();
    }

    /** Those that incidents can touch; of a verification all that came. */
    private Collection<UUID> here(List<ImportedService> there) {
      Map<UUID, Fate> now = inTransaction(() -> services.fates(there, organization));
      Set<UUID> known = new HashSet<>();
      now.forEach(
          (id, fate) -> {
            if (fate != Fate.NEW && fate != Fate.TAKEN) {
              known.add(id);
            }
          });
      return known;
    }

    private <T> Map<UUID, Fate> batch(
        String kind, Function<T, UUID> id, Collection<T> some, Work<T> take, Work<T> look) {
      List<UUID> ids = some.stream().map(id).toList();
      Map<UUID, Fate> looked = new LinkedHashMap<>(look.on(some, organization));
      deletedHere(looked);
      if (options.mode() == ImportOptions.Mode.VERIFY) {
        return looked;
      }
      List<T> coming =
          some.stream().filter(it -> looked.get(id.apply(it)) != Fate.LEFT_ALONE).toList();
      Map<UUID, Fate> fates = take.on(coming, organization);
      looked.putAll(fates);
      before.remember(kind, ids.stream().filter(it -> looked.get(it) != Fate.TAKEN).toList());
      return looked;
    }

    /** What came before and is not here was deleted here. */
    private void deletedHere(Map<UUID, Fate> fates) {
      Set<UUID> came = before.among(fates.keySet());
      fates.replaceAll(
          (id, fate) -> fate == Fate.NEW && came.contains(id) ? Fate.LEFT_ALONE : fate);
    }

    private void count(StatusTally tally, String row, UUID id, Fate fate) {
      tally.count(fate);
      if (fate == Fate.TAKEN) {
        refuse(row, id, "taken", "Another one here has its id or its name.");
      } else if (options.mode() == ImportOptions.Mode.VERIFY && fate == Fate.NEW) {
        refuse(row, id, "missing", "It is not here.");
      } else if (options.mode() == ImportOptions.Mode.VERIFY && fate == Fate.RENEWED) {
        refuse(row, id, "differs", "It is different here, though nobody changed it.");
      }
    }

    private void refuse(String row, UUID id, String reason, String detail) {
      whole = false;
      report.add(new Refused(row, id.toString(), false, "id", reason, detail).line());
    }

    boolean sumUp(Screen screen) {
      screen.say(ofServices + ".");
      screen.say(ofIncidents + ".");
      screen.say(
          report.lines() == 0
              ? "Everything is as it was."
              : report.lines() + " remarks are in " + options.report() + ".");
      return whole && ofServices.isWhole() && ofIncidents.isWhole();
    }
  }

  private interface Work<T> {
    Map<UUID, Fate> on(Collection<T> some, OrganizationId organization);
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(_ -> work.get()));
  }
}

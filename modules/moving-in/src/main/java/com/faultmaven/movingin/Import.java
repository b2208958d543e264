package com.faultmaven.movingin;

import com.faultmaven.cases.importing.SearchBacklog;
import com.faultmaven.movingin.original.Limits;
import com.faultmaven.movingin.original.Remark;
import com.faultmaven.movingin.original.Source;
import com.faultmaven.movingin.original.SourceAddress;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports a source, or goes on with it. */
@Component
class Import {

  private static final int REMARKED = 1_000;

  private final DataSource database;
  private final Lanes lanes;
  private final LaneImport laneImport;
  private final Remarks remarks;
  private final SearchBacklog search;
  private final TransactionTemplate transaction;

  Import(
      DataSource database,
      Lanes lanes,
      LaneImport laneImport,
      Remarks remarks,
      SearchBacklog search,
      TransactionTemplate transaction) {
    this.database = database;
    this.lanes = lanes;
    this.laneImport = laneImport;
    this.remarks = remarks;
    this.search = search;
    this.transaction = transaction;
  }

  /** Returns whether everything came. */
  boolean run(SourceAddress address, Limits limits, ImportOptions options, Screen screen) {
    try (OnlyImport _ = new OnlyImport(database);
        Source source = Source.open(address, limits);
        Report report = new Report(options.report())) {
      screen.say("From " + address + " (" + source.generation() + ").");
      List<Lane> open = open(source, address.name(), screen);
      long before = lanes.tally(address.name()).cases();
      try (Progress progress = screen.progress(source.countCases(), before)) {
        source.refresh();
        AtOnce.each(open, lane -> laneImport.run(lane, address, limits, options.batch(), progress));
      }
      findStrays(source, address.name());
      search.begin();
      return sumUp(source, address.name(), report, options, screen);
    }
  }

  private List<Lane> open(Source source, String name, Screen screen) {
    List<Lane> unfinished = lanes.unfinished(name);
    if (!unfinished.isEmpty()) {
      screen.say("An import of it was interrupted; this one goes on where that was.");
      return unfinished;
    }
    return lanes.begin(name, AtOnce.borders(source));
  }

  private void findStrays(Source source, String name) {
    List<Remark> found = new ArrayList<>();
    source.refresh();
    source.findStrays(
        stray -> {
          found.add(stray);
          if (found.size() == REMARKED) {
            store(name, found);
          }
        });
    store(name, found);
  }

  private void store(String name, List<Remark> found) {
    transaction.executeWithoutResult(_ -> remarks.add(name, found));
    found.clear();
  }

  private boolean sumUp(
      Source source, String name, Report report, ImportOptions options, Screen screen) {
    Tally tally = lanes.tally(name);
    screen.say(tally + ".");
    source
        .leftBehind()
        .forEach((table, rows) -> screen.say("Left behind: " + rows + " rows of " + table + "."));
    remarks.read(name, report::add);
    if (report.lines() == 0) {
      screen.say("Everything came as it was.");
      return true;
    }
    screen.say(report.lines() + " remarks are in " + options.report() + ".");
    return !remarks.refusals(name);
  }
}

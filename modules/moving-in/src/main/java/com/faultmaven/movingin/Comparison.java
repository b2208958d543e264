package com.faultmaven.movingin;

import com.faultmaven.cases.CaseId;
import com.faultmaven.movingin.MovedCases.Moved;
import com.faultmaven.movingin.StoredSide.Here;
import com.faultmaven.movingin.original.Remark;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What cases of two sides have in common, one by one and by user; several threads may tell. */
final class Comparison {

  /** What can be said of a case. */
  private enum Finding {
    EQUAL,
    DIFFERENT,
    /** Only the source has it, and nobody deleted it here. */
    MISSING,
    /** Only this side has it: it was deleted in the source after it came. */
    GONE,
    REFUSED,
    CHANGED_HERE,
    DELETED_HERE;

    private String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** What a user has on both sides, of the cases that nobody has changed here. */
  private static final class Sums {
    final long[] cases = new long[2];
    final long[] messages = new long[2];
    final long[] checksum = new long[2];

    void add(int side, Side what) {
      cases[side]++;
      messages[side] += what.messages();
      checksum[side] += Fingerprint.sum(what.fingerprint());
    }

    boolean same() {
      return cases[0] == cases[1] && messages[0] == messages[1] && checksum[0] == checksum[1];
    }
  }

  private static final int THERE = 0;
  private static final int HERE = 1;

  private final Report report;
  private final Map<String, Sums> users = new TreeMap<>();
  private final Map<Finding, Long> findings = new EnumMap<>(Finding.class);
  private final Set<String> refused = new HashSet<>();

  Comparison(Report report) {
    this.report = report;
  }

  /**
   * Takes a case of the source.
   *
   * @param before what it came as, if it came
   * @param here the same case on this side, if there is one
   */
  synchronized void add(CaseId id, Side there, @Nullable Moved before, @Nullable Here here) {
    if (before == null || here == null) {
      boolean deleted = before != null;
      if (!deleted) {
        users.computeIfAbsent(there.owner(), _ -> new Sums()).add(THERE, there);
      }
      note(deleted ? Finding.DELETED_HERE : Finding.MISSING, id.value());
    } else if (!before.mark().equals(here.mark())) {
      note(Finding.CHANGED_HERE, id.value());
    } else {
      users.computeIfAbsent(there.owner(), _ -> new Sums()).add(THERE, there);
      users.computeIfAbsent(here.side().owner(), _ -> new Sums()).add(HERE, here.side());
      note(there.isSameAs(here.side()) ? Finding.EQUAL : Finding.DIFFERENT, id.value());
    }
  }

  synchronized void refused(Remark remark) {
    if (refused.add(remark.rowId())) {
      note(Finding.REFUSED, remark.rowId());
    }
  }

  synchronized void gone(String id) {
    note(Finding.GONE, id);
  }

  private void note(Finding finding, String id) {
    findings.merge(finding, 1L, Long::sum);
    if (finding != Finding.EQUAL) {
      Map<String, @Nullable Object> line = new LinkedHashMap<>();
      line.put("case_id", id);
      line.put("finding", finding.word());
      report.add(line);
    }
  }

  void sumUp(Screen screen) {
    users.forEach((user, sums) -> report.add(line(user, sums)));
    long differ = users.values().stream().filter(sums -> !sums.same()).count();
    screen.say(users.size() + " users, of whom " + differ + " have something else here.");
    StringBuilder words = new StringBuilder("Cases:");
    for (Finding finding : Finding.values()) {
      words
          .append(finding == Finding.EQUAL ? " " : ", ")
          .append(findings.getOrDefault(finding, 0L));
      words.append(' ').append(finding.word().replace('_', ' '));
    }
    screen.say(words.append('.').toString());
  }

  private static Map<String, @Nullable Object> line(String user, Sums sums) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("user_id", user);
    line.put("cases", sums.cases);
    line.put("messages", sums.messages);
    line.put(
        "checksum",
        new String[] {
          Long.toHexString(sums.checksum[THERE]), Long.toHexString(sums.checksum[HERE])
        });
    line.put("same", sums.same());
    return line;
  }

  /** Refused cases are where they were, and what was changed here is to be different. */
  boolean same() {
    return users.values().stream().allMatch(Sums::same)
        && !findings.containsKey(Finding.MISSING)
        && !findings.containsKey(Finding.DIFFERENT)
        && !findings.containsKey(Finding.GONE);
  }
}

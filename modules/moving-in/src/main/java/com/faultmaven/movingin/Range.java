package com.faultmaven.movingin;

import com.faultmaven.movingin.original.Batch;
import com.faultmaven.movingin.original.Limits;
import com.faultmaven.movingin.original.Source;
import com.faultmaven.movingin.original.SourceAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A range of a source's ids.
 *
 * @param after what comes before its first id; empty if nothing does
 * @param upTo its last id; null if it has no end
 */
record Range(String after, @Nullable String upTo) {

  /** Takes a batch, and the range of ids that it has all cases of. */
  interface Reader {
    void take(Source source, Batch batch, Range of);
  }

  /** All ids of a source, of which nothing is held from then on: others may have to write there. */
  static List<Range> of(Source source) {
    List<Range> ranges = new ArrayList<>();
    String after = "";
    for (String border : AtOnce.borders(source)) {
      ranges.add(new Range(after, border));
      after = border;
    }
    ranges.add(new Range(after, null));
    source.refresh();
    return ranges;
  }

  /**
   * Reads it over a connection of its own, each batch as it is at one moment.
   *
   * @param most cases in a batch, about
   */
  void read(SourceAddress address, Limits limits, int most, Reader reader) {
    try (Source source = Source.open(address, limits)) {
      Range rest = this;
      boolean end = false;
      while (!end) {
        source.refresh();
        Batch batch = source.read(rest.after, upTo, most);
        end = batch.end();
        reader.take(source, batch, new Range(rest.after, end ? upTo : batch.last()));
        rest = new Range(batch.last(), upTo);
      }
    }
  }
}

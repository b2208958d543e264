package com.faultmaven.tags;

import java.util.List;
import java.util.stream.IntStream;

/** The tags of a case before and after something was done to them. */
record TagChange(CaseTags before, CaseTags after) {

  boolean isNone() {
    return before.equals(after);
  }

  /** Whether tags became one, if this was a renaming. */
  boolean isMerge() {
    return after.size() < before.size();
  }

  /** The names to see now and not before; another spelling is another name. */
  List<String> added() {
    return after.names().stream().filter(name -> !before.names().contains(name)).toList();
  }

  /** The names to see before and not any more. */
  List<String> removed() {
    return before.names().stream().filter(name -> !after.names().contains(name)).toList();
  }

  /** The keys of the tags that are gone in any spelling. */
  List<String> goneKeys() {
    return before.values().stream().filter(tag -> !after.has(tag)).map(Tag::key).toList();
  }

  /** The places where another tag or another spelling stands now, from 0. */
  List<Integer> newPlaces() {
    return IntStream.range(0, after.size())
        .filter(
            place ->
                place >= before.size()
                    || !before.values().get(place).equals(after.values().get(place)))
        .boxed()
        .toList();
  }
}

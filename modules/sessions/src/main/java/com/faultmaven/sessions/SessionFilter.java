package com.faultmaven.sessions;

import com.faultmaven.kernel.paging.CursorScope;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions a list shows; null does not restrict.
 *
 * @param text part of the title, ignoring upper and lower case
 */
public record SessionFilter(
    @Nullable String type, @Nullable String clientId, @Nullable String text, boolean archivedToo) {

  CursorScope narrowed(CursorScope list) {
    return list.with("type", type)
        .with("client", clientId)
        .with("q", text)
        .with("archived", archivedToo ? "too" : null);
  }
}

package com.faultmaven.tags.web;

import com.faultmaven.tags.Tag;
import com.faultmaven.tags.TagPrefix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what clients send into the words of the domain. */
class TagRequests {

  private TagRequests() {}

  static List<Tag> tags(List<String> sent) {
    return sent.stream().map(Tag::new).toList();
  }

  static TagPrefix prefix(@Nullable String sent) {
    return sent == null ? TagPrefix.NONE : new TagPrefix(sent);
  }
}

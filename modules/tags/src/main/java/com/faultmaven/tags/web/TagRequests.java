package com.faultmaven.tags.web;

import com.faultmaven.edge.InvalidRequest;
import com.faultmaven.edge.Violation;
import com.faultmaven.tags.Tag;
import com.faultmaven.tags.TagPrefix;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads what clients send into the words of the domain. */
class TagRequests {

  private TagRequests() {}

  /**
   * Reads labels of a body; the contract does not know every kind of blank as one.
   *
   * @throws InvalidRequest naming those that are blank
   */
  static List<Tag> tags(List<String> sent) {
    List<Tag> tags = sent.stream().map(Tag::new).toList();
    List<Violation> blanks =
        IntStream.range(0, tags.size())
            .filter(index -> !tags.get(index).canExist())
            .mapToObj(index -> blank("/tags/" + index, "tags[" + index + "]"))
            .toList();
    if (!blanks.isEmpty()) {
      throw InvalidRequest.body(blanks);
    }
    return tags;
  }

  static Tag newTag(String sent) {
    Tag tag = new Tag(sent);
    if (!tag.canExist()) {
      throw InvalidRequest.body(List.of(blank("/new_tag", "new_tag")));
    }
    return tag;
  }

  static TagPrefix prefix(@Nullable String sent) {
    return sent == null ? TagPrefix.NONE : new TagPrefix(sent);
  }

  private static Violation blank(String pointer, String name) {
    return Violation.inBody(pointer, "blank", name + " must not be blank.");
  }
}

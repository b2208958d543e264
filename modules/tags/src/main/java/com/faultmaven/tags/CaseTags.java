package com.faultmaven.tags;

import com.faultmaven.cases.TagNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tags of one case in their order, each once; of several spellings the first counts.
 *
 * @param values at most 50
 */
public record CaseTags(List<Tag> values) {

  static final CaseTags NONE = new CaseTags(List.of());

  static final int MOST = 50;

  /**
   * Takes the tags a case is to have.
   *
   * @throws TooManyTags if they are more than a case can have
   */
  public CaseTags {
    Map<String, Tag> unique = new LinkedHashMap<>();
    values.forEach(tag -> unique.putIfAbsent(tag.key(), tag));
    if (unique.size() > MOST) {
      throw TooManyTags.of(unique.size(), MOST);
    }
    values = List.copyOf(unique.values());
  }

  /** These and then those; what is here already stays as it is and where it is. */
  CaseTags plus(List<Tag> more) {
    List<Tag> all = new ArrayList<>(values);
    all.addAll(more);
    return new CaseTags(all);
  }

  CaseTags without(Tag tag) {
    return new CaseTags(values.stream().filter(each -> !each.isSameAs(tag)).toList());
  }

  /** With another name for one tag; if that is here too, the two become one where the first is. */
  CaseTags renamed(Tag from, Tag to) {
    return has(from)
        ? new CaseTags(
            values.stream()
                .map(each -> each.isSameAs(from) || each.isSameAs(to) ? to : each)
                .toList())
        : this;
  }

  boolean has(Tag tag) {
    return values.stream().anyMatch(tag::isSameAs);
  }

  int size() {
    return values.size();
  }

  /** What the case itself keeps of its tags. */
  TagNames toNames() {
    return new TagNames(names());
  }

  public List<String> names() {
    return values.stream().map(Tag::name).toList();
  }
}

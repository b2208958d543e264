package com.faultmaven.app.docs;

import com.faultmaven.contracts.ContractDocument;
import com.faultmaven.contracts.Contracts;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * A document as the page at /docs shows it.
 *
 * @param url from that page
 * @param tried whether the page can call what the document is about
 */
record Shown(String title, String slug, String url, boolean tried) {

  private static List<Shown> all() {
    return Contracts.packaged().documents().stream().map(Shown::of).toList();
  }

  private static Shown of(ContractDocument document) {
    return new Shown(
        document.title(),
        document.slug(),
        document.address().substring(1) + ".yaml",
        document.isOfApi());
  }

  /** All of them, for the script of the page. */
  static String asJson() {
    return JsonMapper.shared().writeValueAsString(all());
  }

  /** All of them, for a reader without scripts. */
  static String asLinks() {
    return all().stream()
        .map(it -> "<a href=\"%s\">%s</a>".formatted(it.url(), HtmlUtils.htmlEscape(it.title())))
        .collect(Collectors.joining(", "));
  }
}

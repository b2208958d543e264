package com.faultmaven.status.web.page;

import com.faultmaven.status.Page;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Makes pages of the templates. */
@Component
class PageHtml {

  private final ITemplateEngine templates;
  private final Style style;

  PageHtml(ITemplateEngine templates, Style style) {
    this.templates = templates;
    this.style = style;
  }

  /** A page with what all of them have. */
  Copy render(
      String template,
      PageAddress address,
      Page page,
      Instant at,
      Map<String, @Nullable Object> values) {
    Map<String, @Nullable Object> all = new HashMap<>(values);
    all.put("path", address.path());
    all.put("name", page.name());
    all.put("description", page.description());
    all.put("url", page.url());
    all.put("zone", page.timeZone().getId());
    all.put("age", Copy.PLACE_OF_AGE);
    Times.Moment moment = new Times(page.timeZone()).moment(at);
    String whenOld =
        """
        <p class="age" role="status">Data as of <time datetime="%s">%s</time>. Newer data is not available at the moment.</p>\
        """
            .formatted(moment.iso(), HtmlUtils.htmlEscape(moment.text()));
    return Copy.page(process(template, all), at, whenOld);
  }

  /**
   * A page about what went wrong.
   *
   * @param id to quote, or null
   */
  String error(String title, String detail, @Nullable String id) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("title", title);
    values.put("detail", detail);
    values.put("id", id);
    return process("error", values);
  }

  /** The HTML of a mail, which has no style to load and nothing to run. */
  String mail(String template, Map<String, @Nullable Object> values) {
    return process("mail/" + template, values);
  }

  private String process(String template, Map<String, @Nullable Object> values) {
    Context context = new Context(Locale.ENGLISH);
    values.forEach(context::setVariable);
    context.setVariable("style", style.text());
    return templates.process("status/" + template, context);
  }
}

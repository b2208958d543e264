package com.faultmaven.status.web.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.web.util.HtmlUtils;

/** Makes HTML of what people write. It asks for nothing from elsewhere, and does nothing. */
final class Markdown {

  /** Below the headings of the page. */
  private static final int HEADINGS_BELOW = 3;

  private static final int DEEPEST = 30;

  /** More of what may nest would make deep recursions; such a text is shown as it is. */
  private static final int MOST_MARKS = 1000;

  private static final Set<Character> MARKS = Set.of('*', '_', '[');

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(AutolinkExtension.create()))
          .maxOpenBlockParsers(DEEPEST)
          .postProcessor(Markdown::fit)
          .build();

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
          .attributeProviderFactory(_ -> Markdown::distrust)
          .build();

  private Markdown() {}

  static String html(String text) {
    return text.chars().filter(it -> MARKS.contains((char) it)).count() > MOST_MARKS
        ? "<pre>" + HtmlUtils.htmlEscape(text, "UTF-8") + "</pre>"
        : RENDERER.render(PARSER.parse(text));
  }

  private static void distrust(Node node, String tag, Map<String, String> attributes) {
    if (node instanceof Link) {
      attributes.put("rel", "nofollow noopener");
    }
  }

  private static Node fit(Node document) {
    document.accept(new Fitting());
    return document;
  }

  /** Leaves the page its first headings, and makes links of pictures, which would be loaded. */
  private static final class Fitting extends AbstractVisitor {

    private int links;

    @Override
    public void visit(Heading heading) {
      heading.setLevel(Math.min(6, heading.getLevel() + HEADINGS_BELOW));
      visitChildren(heading);
    }

    @Override
    public void visit(Link link) {
      links++;
      visitChildren(link);
      links--;
    }

    @Override
    public void visit(Image image) {
      visitChildren(image);
      if (links == 0) {
        Link link = new Link(image.getDestination(), image.getTitle());
        image.insertBefore(link);
        while (image.getFirstChild() != null) {
          link.appendChild(image.getFirstChild());
        }
      } else {
        while (image.getFirstChild() != null) {
          image.insertBefore(image.getFirstChild());
        }
      }
      image.unlink();
    }
  }
}

package com.faultmaven.status.web.feeds;

import com.faultmaven.status.page.Announced;
import com.faultmaven.status.page.Notice;
import com.faultmaven.status.web.page.NoticeHtml;
import com.faultmaven.status.web.page.PageAddress;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.List;

/** Writes feeds: what changed last comes first. */
final class Feed {

  private static final int MOST = 50;

  private Feed() {}

  static String write(Announced announced, PageAddress page, FeedFormat format) {
    List<Notice> notices =
        announced.notices().stream()
            .sorted(Comparator.comparing(Notice::changedAt).reversed())
            .limit(MOST)
            .toList();
    SyndFeed feed = new SyndFeedImpl();
    feed.setFeedType(format.rome());
    feed.setEncoding("UTF-8");
    feed.setTitle(Xml.clean(announced.page().name()));
    feed.setDescription(Xml.clean(announced.page().name() + ": incidents and maintenance"));
    feed.setUri(page.url() + format.path());
    feed.setLink(page.url());
    feed.setLinks(List.of(link("alternate", page.url()), link("self", page.url() + format.path())));
    SyndPerson author = new SyndPersonImpl();
    author.setName(Xml.clean(announced.page().name()));
    feed.setAuthors(List.of(author));
    feed.setPublishedDate(
        Date.from(notices.isEmpty() ? Instant.EPOCH : notices.getFirst().changedAt()));
    ZoneId zone = announced.page().timeZone();
    feed.setEntries(notices.stream().map(it -> entry(it, author, page, zone, format)).toList());
    try {
      return new SyndFeedOutput().outputString(feed);
    } catch (FeedException incomplete) {
      throw new IllegalStateException(incomplete);
    }
  }

  private static SyndLink link(String relation, String address) {
    SyndLink link = new SyndLinkImpl();
    link.setRel(relation);
    link.setHref(address);
    return link;
  }

  private static SyndEntry entry(
      Notice notice, SyndPerson author, PageAddress page, ZoneId zone, FeedFormat format) {
    SyndEntry entry = new SyndEntryImpl();
    entry.setAuthors(List.of(author));
    entry.setUri("urn:uuid:" + notice.id());
    entry.setTitle(Xml.clean(notice.title()));
    entry.setLink(PageAddress.HOST + NoticeHtml.pathOf(notice, page));
    // the one date that RSS has moves with every change, like the other one of Atom
    entry.setPublishedDate(
        Date.from(format == FeedFormat.RSS ? notice.changedAt() : notice.createdAt()));
    entry.setUpdatedDate(Date.from(notice.changedAt()));
    String html = Xml.clean(NoticeHtml.of(notice, zone));
    if (format == FeedFormat.RSS) {
      entry.setDescription(html(html));
    } else {
      entry.setContents(List.of(html(html)));
    }
    return entry;
  }

  private static SyndContent html(String text) {
    SyndContent content = new SyndContentImpl();
    content.setType("html");
    content.setValue(text);
    return content;
  }
}

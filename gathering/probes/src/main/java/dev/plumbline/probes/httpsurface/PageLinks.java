package dev.plumbline.probes.httpsurface;

import dev.plumbline.client.http.HtmlPage;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.client.http.RiskyLinks;
import dev.plumbline.core.BoundedPattern;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * The paths of the same server that an answer names: in links, scripts, comments, headers, robots
 * files, site maps, style sheets and data. What a name says it breaks is left out.
 */
final class PageLinks {
  private static final int MOST = 200;
  private static final int READ = 262_144;

  private static final BoundedPattern QUOTED =
      BoundedPattern.compile(
          "[\"'`]((?:https?://[\\w.:\\[\\]-]{1,80})?/[\\w./~%@+-]{1,200}(?:\\?[\\w=&%.+-]{0,100})?)[\"'`]");

  /** A file named without a slash before it: relative to where it stands. */
  private static final BoundedPattern FILE =
      BoundedPattern.compile(
          "[\"'`]([\\w.-]{1,60}(?:/[\\w.-]{1,60}){0,5}\\.(?:json|xml|cgi|php|asp|txt|js|html?|cfg|conf|ini|bin|log|ya?ml|csv|db|bak|exp))[\"'`]");

  /** A target of a call, even where it has no slash. */
  private static final BoundedPattern CALL =
      BoundedPattern.compile(
          "(?:fetch|axios(?:\\.\\w+)?|\\.get|\\.post|\\.ajax|getJSON|\\.load|\\.open\\(\\s*[\"']\\w+[\"']\\s*,|importScripts|EventSource)\\s*\\(?\\s*[\"'`]([\\w./?=&%-]{1,200})[\"'`]");

  private static final BoundedPattern ROBOTS =
      BoundedPattern.compile(
          "(?im)^\\s*(?:dis)?allow\\s*:\\s*(/[!-~]{1,200})|^\\s*sitemap\\s*:\\s*([!-~]{1,200})");

  /** A site map names places of its own server, by whatever name that goes. */
  private static final BoundedPattern PLACE =
      BoundedPattern.compile("(?i)<loc>\\s*https?://[^/<\\s]{1,255}(/[!-~&&[^<>\"']]{0,300})");

  private static final BoundedPattern MARKUP =
      BoundedPattern.compile(
          "(?i)(?:<loc>|<\\w*URL>|\\b(?:href|src|url|xlink:href|data-[\\w-]{1,30})\\s*=\\s*[\"'])\\s*([!-~&&[^<>\"']]{1,300})");
  private static final BoundedPattern STYLE =
      BoundedPattern.compile("url\\(\\s*[\"']?([!-~&&[^\"')]]{1,200})");
  private static final BoundedPattern BARE =
      BoundedPattern.compile("(?:^|\\s)(/[\\w.-]{2,60}(?:/[\\w.-]{1,60}){0,6}/?)(?=\\s|$)");
  private static final BoundedPattern COMMENT =
      BoundedPattern.compile("<!--([\\s\\S]{0,4000}?)-->");
  private static final BoundedPattern HEADER = BoundedPattern.compile("<([!-~&&[^<>]]{1,200})>");
  private static final BoundedPattern PATH = BoundedPattern.compile("/[!-~&&[^<>\"'`{}$*|\\\\^]]*");

  private final String path;
  private final String authority;
  private final Set<String> found = new LinkedHashSet<>();

  private PageLinks(String path, String authority) {
    this.path = path;
    this.authority = authority;
  }

  /**
   * @param authority host and port of the server
   */
  static Set<String> in(String path, HttpResponse response, String authority) {
    PageLinks links = new PageLinks(path, authority);
    links.read(response);
    return links.found;
  }

  private void read(HttpResponse response) {
    response.all("link").forEach(l -> all(HEADER, l));
    response.all("content-location").forEach(this::add);
    String type = response.mediaType();
    if ((type.startsWith("image/") && !type.contains("svg"))
        || type.startsWith("video/")
        || type.startsWith("audio/")
        || type.startsWith("font/")) {
      return;
    }
    String text = response.text().substring(0, Math.min(READ, response.text().length()));
    if (response.isHtml()) {
      HtmlPage.parse(text, path).links(authority).forEach(this::keep);
      Matcher comment = COMMENT.matcher(text);
      while (comment.find()) {
        all(BARE, comment.group(1));
        all(MARKUP, comment.group(1));
      }
    }
    if (path.matches("(?i).*robots\\.txt")) {
      all(ROBOTS, text);
    }
    if (type.contains("css") || response.isHtml()) {
      all(STYLE, text);
    }
    if (type.contains("xml") || text.stripLeading().startsWith("<")) {
      all(PLACE, text);
      all(MARKUP, text);
    }
    all(QUOTED, text);
    all(CALL, text);
    all(FILE, text);
  }

  private void all(BoundedPattern pattern, String text) {
    Matcher m = pattern.matcher(text);
    while (m.find() && found.size() < MOST) {
      for (int i = 1; i <= m.groupCount(); i++) {
        if (m.group(i) != null) {
          add(m.group(i));
        }
      }
    }
  }

  private void add(String reference) {
    String plain = reference.replace("&amp;", "&");
    while (plain.endsWith("*") || plain.endsWith("$")) {
      plain = plain.substring(0, plain.length() - 1);
    }
    HtmlPage.local(path, plain, authority).ifPresent(this::keep);
  }

  private void keep(String local) {
    if (PATH.matcher(local).matches() && !RiskyLinks.isRisky(local) && found.size() < MOST) {
      found.add(local);
    }
  }
}

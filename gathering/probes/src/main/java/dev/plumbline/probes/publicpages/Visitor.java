package dev.plumbline.probes.publicpages;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.probe.OutOfScopeException;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeContext.Page;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Goes to a page and follows its redirects, as far as the declared hosts go. */
final class Visitor {
  private static final int MAX_REDIRECTS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** After no more than nine seconds, in which nobody has read a page to its end. */
  private static final BoundedPattern REFRESH =
      BoundedPattern.compile(
          "\\s*\\d(?:\\.\\d*)?\\s*[;,]\\s*(?:[Uu][Rr][Ll]\\s*=)?\\s*['\"]?(?<to>[^'\"\\s]{1,500})['\"]?\\s*");

  private final ProbeContext context;

  Visitor(ProbeContext context) {
    this.context = context;
  }

  /**
   * @throws OutOfScopeException if it leads to a host that is not declared
   * @throws IOException if there is no page, or no end of redirects
   */
  Page visit(URI start) throws IOException, InterruptedException {
    URI here = start;
    for (int i = 0; i <= MAX_REDIRECTS; i++) {
      Page page = context.fetch(here, PATIENCE);
      Optional<String> next =
          page.status() >= 300 && page.status() < 400
              ? page.headers().getOrDefault("location", List.of()).stream().findFirst()
              : refresh(page);
      if (next.isEmpty()) {
        return page;
      }
      here = resolved(here, next.get());
    }
    throw new IOException("more than " + MAX_REDIRECTS + " redirects");
  }

  /** Where a browser leaves the page for at once, so that nobody reads it (HTML, 4.2.5.3). */
  private static Optional<String> refresh(Page page) {
    boolean html =
        page.headers().getOrDefault("content-type", List.of()).stream()
            .findFirst()
            .filter(t -> !t.toLowerCase(Locale.ROOT).contains("html"))
            .isEmpty();
    if (!html || page.status() != 200) {
      return Optional.empty();
    }
    Document document = Jsoup.parse(page.text());
    document.select("noscript, template").remove();
    return document.select("meta[http-equiv=refresh][content]").stream()
        .map(m -> REFRESH.matcher(m.attr("content")))
        .filter(Matcher::matches)
        .map(m -> m.group("to").strip())
        .filter(to -> !isItself(page, to))
        .findFirst();
  }

  private static boolean isItself(Page page, String to) {
    try {
      return page.uri().equals(page.uri().resolve(to));
    } catch (IllegalArgumentException notAUrl) {
      return false;
    }
  }

  private static URI resolved(URI from, String location) throws IOException {
    try {
      return from.resolve(location.strip());
    } catch (IllegalArgumentException e) {
      throw new IOException("redirects to something that is no URL", e);
    }
  }
}

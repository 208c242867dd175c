package dev.plumbline.probes.publicpages;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.observation.page.PageFetched.PrintedKey;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeContext.Page;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Private keys that pages of the maker print, and pages of the same host that they link. Of a key
 * its public part is kept, by which it can be told whether the device uses it.
 */
final class PrintedKeys {
  private static final int MOST_LINKED = 20;
  private static final int MOST_KEYS = 5;
  private static final int READ = 262_144;
  private static final int SHORTEST_LINE = 16;
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final BoundedPattern PEM =
      BoundedPattern.compile(
          "-----BEGIN (?:(?:RSA|EC) )?PRIVATE KEY-----[A-Za-z0-9+/=\\s]{40,8000}"
              + "-----END (?:(?:RSA|EC) )?PRIVATE KEY-----");

  private final ProbeContext context;
  private final Visitor visitor;
  private final Set<URI> visited = new HashSet<>();
  private final Instant until;
  private int linked;

  /**
   * @param declared pages that are read anyway
   */
  PrintedKeys(ProbeContext context, Visitor visitor, Set<String> declared) {
    this.context = context;
    this.visitor = visitor;
    this.until = context.clock().instant().plus(LONGEST);
    declared.forEach(url -> visited.add(URI.create(url)));
  }

  /** Those on a page and on pages that it links, as far as time and number allow. */
  List<PrintedKey> of(Page page) throws InterruptedException {
    List<PrintedKey> keys = new ArrayList<>(on(page));
    visited.add(page.uri());
    for (URI link : links(page)) {
      if (linked >= MOST_LINKED || context.clock().instant().isAfter(until)) {
        break;
      }
      if (visited.add(link)) {
        linked++;
        try {
          keys.addAll(on(visitor.visit(link)));
        } catch (IOException notHad) {
          // Nobody reads a key there.
        }
      }
    }
    return keys.stream().distinct().toList();
  }

  private List<PrintedKey> on(Page page) {
    if (page.status() != 200) {
      return List.of();
    }
    String text = page.text().substring(0, Math.min(READ, page.text().length()));
    return PEM.matcher(text)
        .results()
        .limit(MOST_KEYS)
        .map(MatchResult::group)
        .flatMap(pem -> key(pem, page.uri()).stream())
        .toList();
  }

  private Optional<PrintedKey> key(String pem, URI page) {
    pem.lines()
        .map(String::strip)
        .filter(line -> line.length() >= SHORTEST_LINE && !line.startsWith("-----"))
        .forEach(context::redact);
    return PublicPart.of(pem).map(digest -> new PrintedKey(page.toString(), digest.hex()));
  }

  private static List<URI> links(Page page) {
    return Jsoup.parse(page.text(), page.uri().toString()).select("a[href]").stream()
        .flatMap(PrintedKeys::target)
        .filter(to -> isOfHost(to, page.uri()))
        .distinct()
        .toList();
  }

  private static Stream<URI> target(Element link) {
    try {
      return Stream.of(URI.create(link.absUrl("href").replaceFirst("#.*", "")));
    } catch (IllegalArgumentException noUrl) {
      return Stream.empty();
    }
  }

  private static boolean isOfHost(URI link, URI page) {
    return Objects.equals(link.getScheme(), page.getScheme())
        && Objects.equals(link.getRawAuthority(), page.getRawAuthority());
  }
}

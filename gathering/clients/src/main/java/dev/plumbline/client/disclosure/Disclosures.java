package dev.plumbline.client.disclosure;

import dev.plumbline.client.disclosure.Patterns.Kind;
import dev.plumbline.client.disclosure.Patterns.Library;
import dev.plumbline.client.disclosure.ReadableText.Form;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.dossier.Product.Target;
import dev.plumbline.observation.network.ServiceDisclosed;
import dev.plumbline.probe.ProbeContext;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** Finds what a readable text gives away. The one detector of all probes that read one. */
public final class Disclosures {
  /** So many of a kind are told, so that a long log does not crowd out the rest. */
  private static final int MOST_OF_A_KIND = 20;

  private static final int READ = 262_144;
  private static final int MOST_BLOBS = 12;
  private static final BoundedPattern PRODUCT =
      BoundedPattern.compile("(?<![\\w.-])([A-Za-z][\\w.-]{0,80})/(\\d[\\w.+-]{0,80})");
  private static final BoundedPattern VERSION =
      BoundedPattern.compile("v?(\\d{1,18}(?:\\.\\d{1,18}){1,8}[\\w.+-]{0,30})");
  private static final BoundedPattern REALM = BoundedPattern.compile("realm=\"([^\"]{3,80})\"");
  private static final BoundedPattern BLOB =
      BoundedPattern.compile("(?<![\\w+/=])[A-Za-z0-9+/]{32,}={0,2}");

  private static final BoundedPattern WORDS = BoundedPattern.compile("[ -~]{6,}");

  private final Patterns patterns;

  private Disclosures(Patterns patterns) {
    this.patterns = patterns;
  }

  public static Disclosures load() {
    return new Disclosures(Patterns.load());
  }

  /**
   * @return facts as observations have them, each once; secrets are named but not shown
   */
  public List<ServiceDisclosed.Given> in(String text, ProbeContext context) {
    return in(Optional.empty(), Optional.empty(), text, context);
  }

  /**
   * The same, of a service whose product or version is known.
   *
   * @return facts as observations have them, each once; secrets are named but not shown
   */
  public List<ServiceDisclosed.Given> in(
      Optional<String> product, Optional<String> version, String text, ProbeContext context) {
    Set<DisclosedFact> facts = new LinkedHashSet<>();
    product.ifPresent(p -> facts.add(new DisclosedFact("product", p, false)));
    version.ifPresent(v -> facts.add(new DisclosedFact("version", v, true)));
    facts.addAll(read(new ReadableText("", Form.BANNER, text), context));
    return told(facts);
  }

  /** Facts as observations have them: each once, and of each kind no more than a reader bears. */
  public static List<ServiceDisclosed.Given> told(Set<DisclosedFact> facts) {
    Map<String, Integer> told = new LinkedHashMap<>();
    List<ServiceDisclosed.Given> given = new ArrayList<>();
    for (DisclosedFact fact : facts) {
      if (told.merge(fact.kind(), 1, Integer::sum) <= MOST_OF_A_KIND) {
        given.add(fact.given());
      }
    }
    return given;
  }

  /** What a page shows and holds: source, comments, scripts, fields and tables. */
  public Set<DisclosedFact> page(String place, String html, ProbeContext context) {
    PageTexts page = new PageTexts(place, cut(html));
    Set<DisclosedFact> facts = new LinkedHashSet<>();
    if (page.hasFilledPassword()) {
      facts.add(
          new DisclosedFact(DisclosedFact.SECRET, "password filled into a form at " + place, true));
    }
    page.all().forEach(text -> facts.addAll(read(text, context)));
    return facts;
  }

  /** The head of an answer: any header may name a product, a version or a number of the unit. */
  public Set<DisclosedFact> headers(Map<String, List<String>> headers, ProbeContext context) {
    Set<DisclosedFact> facts = new LinkedHashSet<>();
    headers.forEach(
        (name, values) -> {
          for (String value : values) {
            header(name.toLowerCase(Locale.ROOT), value, context, facts);
          }
        });
    return facts;
  }

  private void header(String name, String value, ProbeContext context, Set<DisclosedFact> facts) {
    if (name.equals("www-authenticate")) {
      Matcher realm = REALM.matcher(value);
      if (realm.find()) {
        facts.add(new DisclosedFact("model", realm.group(1), false));
      }
    } else if (patterns.productHeaders().matcher(name).matches()) {
      product(name, value, facts);
    }
    ReadableText text = new ReadableText("header " + name, Form.HEADERS, name + ": " + value);
    if (patterns.silentHeaders().contains(name) || name.equals("set-cookie")) {
      facts.addAll(new OwnData(context.product()).in(text));
    } else {
      facts.addAll(read(text, context));
    }
  }

  private static void product(String name, String value, Set<DisclosedFact> facts) {
    Matcher m = PRODUCT.matcher(value);
    boolean named = false;
    while (m.find()) {
      named = true;
      facts.add(new DisclosedFact("product", m.group(1), false));
      facts.add(new DisclosedFact("version", m.group(1) + " " + m.group(2), true));
    }
    Matcher version = VERSION.matcher(value);
    if (!named && version.find() && !name.equals("via")) {
      facts.add(new DisclosedFact("version", shortened(name + " " + version.group(1)), true));
    } else if (!named && !value.isBlank()) {
      facts.add(new DisclosedFact("product", shortened(value.strip()), false));
    }
  }

  /** What a text gives away. */
  public Set<DisclosedFact> read(ReadableText given, ProbeContext context) {
    ReadableText text = new ReadableText(given.place(), given.form(), cut(given.text()));
    Set<DisclosedFact> facts = new LinkedHashSet<>(new OwnData(context.product()).in(text));
    for (Kind kind : patterns.kinds()) {
      if (kind.countsIn(text.form())) {
        find(kind, text, context, facts);
      }
    }
    for (Library library : patterns.libraries()) {
      Matcher m = library.match().matcher(text.text());
      if (text.form() == Form.CODE && m.find()) {
        String version = m.group(1);
        facts.add(
            new DisclosedFact("version", library.name() + " " + version, library.isWeak(version)));
      }
    }
    blobs(text, context, facts);
    return facts;
  }

  /**
   * What the readable parts of a picture give away about this very device, and secrets in them.
   * Names and versions of the program that made it say nothing about the device.
   */
  public Set<DisclosedFact> picture(String place, String content, ProbeContext context) {
    String words =
        WORDS.matcher(content).results().map(MatchResult::group).collect(Collectors.joining("\n"));
    ReadableText text = new ReadableText(place, Form.DATA, cut(words));
    Set<DisclosedFact> facts = new LinkedHashSet<>(new OwnData(context.product()).in(text));
    read(text, context).stream().filter(DisclosedFact::isPrivate).forEach(facts::add);
    return facts;
  }

  private void find(Kind kind, ReadableText text, ProbeContext context, Set<DisclosedFact> facts) {
    if (kind.needs().filter(n -> !n.matcher(text.text()).find()).isPresent()) {
      return;
    }
    Matcher m = kind.match().matcher(text.text());
    int found = 0;
    while (found < MOST_OF_A_KIND && m.find()) {
      String value = Patterns.group(m).strip();
      boolean secret = kind.kind().equals(DisclosedFact.SECRET);
      boolean none =
          kind.isNone(value) || (secret && patterns.notSecrets().matcher(value).matches());
      boolean ours = kind.kind().equals("address") && isKnown(value, context);
      if (none || ours) {
        continue;
      }
      found++;
      if (secret && !value.startsWith("-----")) {
        context.redact(value);
      }
      boolean hidden = secret || kind.kind().equals(DisclosedFact.PERSONAL);
      String place = text.place().isEmpty() ? "" : " at " + text.place();
      facts.add(
          new DisclosedFact(
              kind.kind(), hidden ? kind.what() + place : shortened(value), kind.relevant()));
    }
  }

  /** Who was asked knows the address of who answers, and its own. */
  private static boolean isKnown(String address, ProbeContext context) {
    for (Target target : context.product().targets()) {
      if (target.address().equals(address)) {
        return true;
      }
      for (InetAddress own : context.standpoints(target.address())) {
        if (own.getHostAddress().equals(address)) {
          return true;
        }
      }
    }
    return false;
  }

  /** What stands in a text in Base64 is read too, where it is a text. */
  private void blobs(ReadableText text, ProbeContext context, Set<DisclosedFact> facts) {
    if (text.form() == Form.BANNER || text.form() == Form.HEADERS) {
      return;
    }
    Matcher blob = BLOB.matcher(text.text());
    for (int i = 0; i < MOST_BLOBS && blob.find(); i++) {
      try {
        String inside =
            new String(Base64.getDecoder().decode(blob.group()), StandardCharsets.ISO_8859_1);
        boolean readable = inside.chars().allMatch(c -> (c >= ' ' && c <= '~') || c == '\n');
        if (readable && !BLOB.matcher(inside).find()) {
          facts.addAll(read(new ReadableText(text.place(), Form.DATA, inside), context));
        }
      } catch (IllegalArgumentException notBase64) {
        // Some other long word.
      }
    }
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(READ, text.length()));
  }

  private static String shortened(String text) {
    return text.length() <= 120 ? text : text.substring(0, 120);
  }
}

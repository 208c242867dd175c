package dev.plumbline.probes.disclosure;

import dev.plumbline.dossier.Product;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probes.data.DataFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a readable text gives away; {@code disclosures.yaml}. */
public final class Disclosures {
  private static final int MOST = 60;

  private final List<Kind> kinds;

  private Disclosures(List<Kind> kinds) {
    this.kinds = kinds;
  }

  public static Disclosures load() {
    return new Disclosures(
        DataFile.mapping(Disclosures.class, "disclosures.yaml").mappings("patterns").stream()
            .map(
                m ->
                    new Kind(
                        m.text("kind").orElseThrow(),
                        m.text("relevant").orElse("").equals("true"),
                        Pattern.compile(m.text("match").orElseThrow())))
            .toList());
  }

  /**
   * @return facts as observations have them, each once; secrets are named but not shown
   */
  public List<Map<String, Object>> in(String text, ProbeContext context) {
    return in(Optional.empty(), Optional.empty(), text, context);
  }

  /**
   * The same, of a service whose product or version is known.
   *
   * @return facts as observations have them, each once; secrets are named but not shown
   */
  public List<Map<String, Object>> in(
      Optional<String> product, Optional<String> version, String text, ProbeContext context) {
    Map<String, Map<String, Object>> facts = new LinkedHashMap<>();
    Consumer<Fact> add =
        f -> {
          if (facts.size() < MOST) {
            facts.putIfAbsent(f.kind() + " " + f.text(), f.value());
          }
        };
    product.ifPresent(p -> add.accept(new Fact("product", p, false)));
    version.ifPresent(v -> add.accept(new Fact("version", v, true)));
    for (Kind kind : kinds) {
      Matcher m = kind.match().matcher(text);
      while (m.find() && facts.size() < MOST) {
        add.accept(new Fact(kind.kind(), shown(kind, m.group(1), context), kind.relevant()));
      }
    }
    // Never crowded out by what the device says beside it.
    declared(context.product(), text)
        .forEach(f -> facts.putIfAbsent(f.kind() + " " + f.text(), f.value()));
    return new ArrayList<>(facts.values());
  }

  private static String shown(Kind kind, String found, ProbeContext context) {
    if (!kind.kind().equals("secret")) {
      return found.strip();
    }
    if (!found.startsWith("-----")) {
      context.redact(found);
    }
    return "a secret of " + found.length() + " characters, not shown";
  }

  /** What the declaration tells of this very device is found however it is written. */
  private static List<Fact> declared(Product product, String text) {
    List<Fact> facts = new ArrayList<>();
    String bare = bare(text);
    if (product.serial().length() >= 5 && bare.contains(bare(product.serial()))) {
      facts.add(new Fact("serial", product.serial(), true));
    }
    if (product.mac().length() >= 12 && bare.contains(bare(product.mac()))) {
      facts.add(new Fact("mac", product.mac(), true));
    }
    if (isToken(product.softwareVersion(), text)) {
      facts.add(new Fact("firmware", product.softwareVersion(), true));
    }
    if (isToken(product.model(), text)) {
      facts.add(new Fact("model", product.model(), false));
    }
    return facts;
  }

  private static boolean isToken(String word, String text) {
    return word.length() >= 3
        && Pattern.compile("(?i)(?<![\\w.])" + Pattern.quote(word) + "(?![\\w])")
            .matcher(text)
            .find();
  }

  private static String bare(String text) {
    return text.replaceAll("[:\\-. ]", "").toLowerCase(Locale.ROOT);
  }

  private record Kind(String kind, boolean relevant, Pattern match) {}

  private record Fact(String kind, String text, boolean relevant) {
    Map<String, Object> value() {
      return Map.of("kind", kind, "text", text, "relevant", relevant);
    }
  }
}

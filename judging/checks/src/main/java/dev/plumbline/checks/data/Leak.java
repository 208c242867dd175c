package dev.plumbline.checks.data;

import dev.plumbline.checks.CheckData;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.firmware.FirmwareSecrets;
import dev.plumbline.observation.page.PageFetched;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A secret that was read without a login, and the security parameters that it can be. */
record Leak(Disclosed secret, Observation shows) {
  private static final List<Kind> KINDS =
      CheckData.read("secrets.yaml").mappings("leaks").stream().map(Kind::of).toList();

  /** Secrets that stand readable in a firmware image. */
  static final String FIRMWARE = Kinds.key(FirmwareSecrets.class);

  /**
   * A kind of secret.
   *
   * @param inImage what it is called in an image
   * @param says how an observation begins to name it
   * @param fits what the row of such a parameter says
   * @param names what a row says that is about nothing else; such rows come first
   * @param rather rows that say this come after the others
   */
  private record Kind(
      List<String> says,
      List<String> inImage,
      BoundedPattern fits,
      Optional<BoundedPattern> names,
      Optional<BoundedPattern> rather) {
    static Kind of(Mapping m) {
      return new Kind(
          m.texts("says"),
          m.texts("inImage"),
          CheckData.pattern(m, "fits"),
          m.text("names").map(BoundedPattern::compile),
          m.text("rather").map(BoundedPattern::compile));
    }
  }

  static Stream<Leak> in(Observation observation) {
    return Disclosed.of(observation).stream()
        .filter(f -> f.kind().equals("secret"))
        .map(f -> new Leak(f, observation));
  }

  /** A private key of the device that a page of its maker prints. */
  static Leak ofPage(Endpoint endpoint, String page, Observation shows) {
    return new Leak(
        new Disclosed("secret", "private key of " + endpoint + " at " + page, true), shows);
  }

  /**
   * Those of an opened image. What a search through sources or another tree found is not known to
   * be in the device.
   */
  static Stream<Leak> inImage(Observation observation) {
    return observation.as(FirmwareSecrets.class).stream()
        .filter(s -> s.opened().isPresent())
        .flatMap(s -> s.found().stream())
        .flatMap(
            secret ->
                KINDS.stream()
                    .filter(k -> k.inImage().contains(secret.kind()))
                    .map(k -> k.says().getFirst() + " at " + secret.place()))
        .map(text -> new Leak(new Disclosed("secret", text, true), observation))
        .distinct();
  }

  /**
   * The critical parameters that it can be, the likeliest first. The observation gives the kind of
   * secret alone, so that more than one can fit: one of them has leaked for certain.
   */
  List<IxitEntry> candidates(List<IxitEntry> parameters) {
    Optional<Kind> kind =
        KINDS.stream()
            .filter(k -> k.says().stream().anyMatch(s -> secret.text().startsWith(s)))
            .findFirst();
    if (kind.isEmpty()) {
      return List.of();
    }
    BoundedPattern fits = kind.get().fits();
    return parameters.stream()
        .filter(p -> p.text("type").equals("critical"))
        .filter(p -> fits.matcher(text(p)).find())
        .sorted(Comparator.comparingInt(p -> -likely(p, kind.get())))
        .toList();
  }

  /** A row that speaks of the place where the secret stood is likelier than one that does not. */
  private int likely(IxitEntry parameter, Kind kind) {
    String text = (text(parameter) + " " + parameter.text("protectionScheme"));
    String lower = text.toLowerCase(Locale.ROOT);
    boolean place =
        Stream.of(secret.text().replaceFirst(".* at ", "").split("[^A-Za-z]+"))
            .map(w -> w.toLowerCase(Locale.ROOT))
            .anyMatch(w -> w.length() > 3 && lower.contains(w));
    boolean named = kind.names().filter(n -> n.matcher(text(parameter)).find()).isPresent();
    boolean unlikely = kind.rather().filter(r -> r.matcher(text).find()).isPresent();
    return (place ? 1 : 0) + (named ? 4 : 0) - (unlikely ? 2 : 0);
  }

  private static String text(IxitEntry parameter) {
    return parameter.text("description") + " " + parameter.text("generationMechanism");
  }

  /** What was read, for people. */
  String told() {
    if (shows.is(FirmwareSecrets.class)) {
      return secret.text() + " in the firmware image, readable by all who have it";
    }
    return shows.is(PageFetched.class)
        ? secret.text() + ", a page that everybody can read"
        : secret.text() + " of " + shows.subject() + ", readable without a login";
  }
}

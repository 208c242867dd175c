package dev.plumbline.checks;

import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An opened firmware image or a reading of the storage, and how much of it was looked at. */
record Image(Facts facts) {
  static final String SECRETS = Leak.FIRMWARE;
  static final String MARKERS = "firmware.markers";
  static final String SIGNATURE = "firmware.signature";

  /** How the reader calls bytes without any order. */
  private static final String HIDDEN = "look encrypted";

  /** The search for secrets; empty when no image was read. */
  Optional<Observation> secrets() {
    return opened(SECRETS);
  }

  /** The search for values of the dossier; empty when no image was read. */
  Optional<Observation> markers() {
    return opened(MARKERS);
  }

  /** What it says of signatures. */
  Optional<Observation> signature() {
    return opened(SIGNATURE);
  }

  private Optional<Observation> opened(String key) {
    return facts.observations(key, "DUT").stream()
        .filter(Observation::seen)
        .filter(o -> o.coverage().get("opened") instanceof Map<?, ?>)
        .findFirst();
  }

  /**
   * Everything in it was looked at. Parts that look encrypted hide nothing in the clear, and are no
   * gap where a row declares encrypted storage.
   */
  void whole(Observation search, Questions questions) {
    if (Boolean.TRUE.equals(search.coverage().get("complete"))) {
      return;
    }
    boolean encrypted =
        Declared.of(facts).table(10).stream()
            .anyMatch(r -> r.texts("storageProtection").contains("encrypted"));
    List<?> unopened = search.coverage().get("unopened") instanceof List<?> l ? l : List.of();
    boolean allHidden = !unopened.isEmpty() && unopened.stream().allMatch(Image::hidden);
    if (!encrypted || !allHidden || kept(search) < search.number("count").orElse(0L)) {
      questions.gap("the image was not opened to its end: " + unopened);
    }
  }

  /** Whether a part of it looks encrypted. */
  static boolean looksEncrypted(Observation search) {
    return search.coverage().get("unopened") instanceof List<?> l
        && l.stream().anyMatch(Image::hidden);
  }

  private static boolean hidden(Object part) {
    return part instanceof Map<?, ?> m && String.valueOf(m.get("reason")).contains(HIDDEN);
  }

  private static long kept(Observation search) {
    return search.value().get("found") instanceof List<?> l ? l.size() : 0;
  }

  /** Whether it holds the unit's own data, so that it is a reading of its storage. */
  boolean ofTheUnit() {
    return markers().stream().anyMatch(o -> holds(o, "serial") || holds(o, "mac"));
  }

  /** The places where the password in use stands readable. */
  List<String> passwords() {
    return markers().stream()
        .flatMap(o -> Traffic.maps(o, "found").stream())
        .filter(f -> "password".equals(f.get("kind")))
        .map(f -> String.valueOf(f.get("place")))
        .distinct()
        .toList();
  }

  /** Whether the password in use was looked for at all. */
  boolean lookedForPasswords() {
    return markers().stream()
        .anyMatch(o -> o.coverage().get("markers") instanceof List<?> l && l.contains("password"));
  }

  private static boolean holds(Observation o, String kind) {
    return Traffic.maps(o, "found").stream().anyMatch(f -> kind.equals(f.get("kind")));
  }

  /** Whether the row is about the password of a user. */
  static boolean isLogin(IxitEntry row) {
    return row.texts("usedFor").contains("user-authentication");
  }
}

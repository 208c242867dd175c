package dev.plumbline.probes.publicpages;

import dev.plumbline.observation.page.PageSecurityTxt;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A security.txt file, read by RFC 9116.
 *
 * @param fields values by name in lower case, in order
 * @param faults what the RFC forbids; {@code far-expiry} and {@code legacy-place} are only advised
 *     against and leave the file valid
 */
record PublishedSecurityTxt(Map<String, List<String>> fields, List<String> faults) {
  private static final int MOST_LINES = 500;
  private static final List<String> ADVICE = List.of("far-expiry", "legacy-place");

  PublishedSecurityTxt {
    fields = Map.copyOf(fields);
    faults = List.copyOf(faults);
  }

  /**
   * @param earlier faults of how it was served
   */
  static PublishedSecurityTxt parse(String text, Instant now, List<String> earlier) {
    Map<String, List<String>> fields = new TreeMap<>();
    List<String> faults = new ArrayList<>(earlier);
    boolean pgpHeader = false;
    for (String raw : text.lines().limit(MOST_LINES).toList()) {
      String line = raw.startsWith("- ") ? raw.substring(2).strip() : raw.strip();
      if (line.equals("-----BEGIN PGP SIGNATURE-----")) {
        break;
      }
      if (line.equals("-----BEGIN PGP SIGNED MESSAGE-----")) {
        pgpHeader = true;
        continue;
      }
      if (line.isEmpty()) {
        pgpHeader = false;
        continue;
      }
      int colon = line.indexOf(':');
      if (pgpHeader || line.startsWith("#")) {
        continue;
      }
      if (colon <= 0 || !line.substring(0, colon).matches("[A-Za-z0-9-]+")) {
        once(faults, "not-a-field");
        continue;
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      fields.computeIfAbsent(name, n -> new ArrayList<>()).add(line.substring(colon + 1).strip());
    }
    contacts(fields.getOrDefault("contact", List.of()), faults);
    expiry(fields.getOrDefault("expires", List.of()), now, faults);
    if (fields.getOrDefault("preferred-languages", List.of()).size() > 1) {
      faults.add("languages-twice");
    }
    return new PublishedSecurityTxt(fields, faults);
  }

  /** What is recorded when there is no file. */
  static PublishedSecurityTxt missing() {
    return new PublishedSecurityTxt(Map.of(), List.of("missing"));
  }

  boolean valid() {
    return ADVICE.containsAll(faults);
  }

  /**
   * What it says.
   *
   * @param looked where it was looked for
   */
  PageSecurityTxt fact(List<String> looked) {
    return new PageSecurityTxt(
        fields.getOrDefault("contact", List.of()),
        first("expires"),
        first("policy"),
        first("preferred-languages"),
        valid(),
        faults,
        looked);
  }

  private String first(String name) {
    return fields.getOrDefault(name, List.of()).stream().findFirst().orElse("");
  }

  private static void contacts(List<String> contacts, List<String> faults) {
    if (contacts.isEmpty()) {
      faults.add("missing-contact");
    }
    for (String contact : contacts) {
      if (!contact.matches("(?i)(mailto:[^@\\s]+@\\S+|tel:\\+?[0-9().-]+|https://\\S+)")) {
        once(faults, contact.matches("(?i)http://.*") ? "contact-not-https" : "contact-not-uri");
      }
    }
  }

  private static void expiry(List<String> expires, Instant now, List<String> faults) {
    if (expires.isEmpty()) {
      faults.add("missing-expires");
      return;
    }
    if (expires.size() > 1) {
      faults.add("expires-twice");
    }
    Optional<Instant> end = instant(expires.getFirst());
    if (end.isEmpty()) {
      faults.add("expires-unreadable");
    } else if (end.get().isBefore(now)) {
      faults.add("expired");
    } else if (end.get().isAfter(now.plus(Duration.ofDays(366)))) {
      faults.add("far-expiry");
    }
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static void once(List<String> faults, String fault) {
    if (!faults.contains(fault)) {
      faults.add(fault);
    }
  }
}

package dev.plumbline.recording;

import dev.plumbline.core.BoundedPattern;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Finds secrets in what is about to be stored: known ones in each form that a protocol or a file
 * gives them, and places that hold one whatever its text. Safe for several threads.
 */
public final class Redactor {
  /** What stands in place of a secret. */
  public static final String MASK = "[redacted]";

  private static final int SHORTEST_IN_TEXT = 4;
  private static final Places PLACES = Places.load();

  private final Set<String> known = new HashSet<>();
  private final Needles needles = new Needles();
  private final Needles texts = new Needles();
  private final Set<String> inTexts = new HashSet<>();

  /**
   * Masks this text from now on. Blank text is ignored.
   *
   * <p>A plain lower-case word of up to eleven letters is masked in transcripts but left in
   * observations: masking {@code admin} there would take the path {@code /admin} with it, and hide
   * nothing that is not on every list of default passwords.
   */
  public synchronized void add(String secret) {
    add(secret, !secret.matches("[a-z]{1,11}"));
  }

  /** The same, in observations too where it is a plain word. */
  public synchronized void addEverywhere(String secret) {
    add(secret, true);
  }

  private void add(String secret, boolean everywhere) {
    if (secret.isBlank()) {
      return;
    }
    boolean inText = everywhere && secret.length() >= SHORTEST_IN_TEXT && inTexts.add(secret);
    boolean isNew = known.add(secret);
    if (!isNew && !inText) {
      return;
    }
    // A word is another word in another case: "Admin" must not take "/admin" with it.
    boolean word = secret.matches("[A-Za-z]{1,11}");
    for (String form : SecretForms.of(secret)) {
      boolean caseCounts = word && form.equalsIgnoreCase(secret);
      if (caseCounts && !form.equals(secret)) {
        continue;
      }
      if (isNew) {
        needles.add(form, caseCounts);
      }
      if (inText) {
        texts.add(form, caseCounts);
      }
    }
  }

  /** Number of secrets that are known; where it grows, what was clean before may not be so now. */
  public synchronized int known() {
    return known.size() + inTexts.size();
  }

  /** The bytes of one direction of a connection that may not be stored. */
  public synchronized BitSet mask(byte[] stream) {
    // Latin-1 has one character a byte, so places in the text are places in the stream.
    String text = new String(stream, StandardCharsets.ISO_8859_1);
    BitSet mask = needles.in(text);
    for (Place place : PLACES.all()) {
      if (place.isPossibleIn(text)) {
        Matcher m = place.pattern().matcher(text);
        while (m.find()) {
          mask.set(m.start(1), m.end(1));
        }
      }
    }
    return mask;
  }

  /** A text of an observation without secrets. */
  public synchronized String text(String text) {
    String clean = texts.isEmpty() ? text : withoutKnown(text);
    for (Place place : PLACES.all()) {
      if (place.everywhere() && place.isPossibleIn(clean)) {
        clean = maskGroup(place.pattern(), clean);
      }
    }
    return clean;
  }

  private String withoutKnown(String text) {
    BitSet secret = texts.in(text);
    StringBuilder clean = new StringBuilder();
    int from = 0;
    for (int at = secret.nextSetBit(0); at >= 0; at = secret.nextSetBit(from)) {
      clean.append(text, from, at).append(MASK);
      from = secret.nextClearBit(at);
    }
    return from == 0 ? text : clean.append(text, from, text.length()).toString();
  }

  private static String maskGroup(BoundedPattern place, String text) {
    Matcher m = place.matcher(text);
    StringBuilder clean = new StringBuilder();
    int from = 0;
    while (m.find()) {
      clean.append(text, from, m.start(1)).append(MASK);
      from = m.end(1);
    }
    return clean.append(text, from, text.length()).toString();
  }

  /**
   * @param everywhere whether it applies to observations too
   * @param needs one of these stands in every text that the pattern matches
   */
  private record Place(BoundedPattern pattern, boolean everywhere, List<String> needs) {
    static Place of(String line) {
      String[] parts = line.split(" ", 3);
      List<String> needs = List.of(parts[1].split("\\|", -1));
      return new Place(BoundedPattern.compile(parts[2]), parts[0].equals("everywhere"), needs);
    }

    boolean isPossibleIn(String text) {
      return needs.stream().anyMatch(text::contains);
    }
  }

  private record Places(List<Place> all) {
    static Places load() {
      try (InputStream in = Redactor.class.getResourceAsStream("secret-places.txt");
          BufferedReader lines =
              new BufferedReader(
                  new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
        return new Places(
            lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).map(Place::of).toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

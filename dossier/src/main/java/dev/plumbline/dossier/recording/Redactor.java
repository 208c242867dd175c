package dev.plumbline.dossier.recording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds secrets in what is about to be stored: known ones in each form that a protocol or a file
 * gives them, and places that hold one whatever its text. Safe for several threads.
 */
public final class Redactor {
  /** What stands in place of a secret. */
  public static final String MASK = "[redacted]";

  private static final int SHORTEST = 3;
  private static final int SHORTEST_IN_TEXT = 4;
  private static final Places PLACES = Places.load();

  private final Set<String> known = new HashSet<>();
  private final Map<Integer, List<byte[]>> needles = new HashMap<>();
  private final Map<Integer, List<String>> texts = new HashMap<>();
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
    for (byte[] form : SecretForms.of(secret)) {
      if (isNew && form.length >= SHORTEST) {
        needles.computeIfAbsent(key(form, 0), k -> new ArrayList<>()).add(form);
      }
      if (inText) {
        inText(new String(form, StandardCharsets.UTF_8));
        inText(new String(form, StandardCharsets.ISO_8859_1));
      }
    }
  }

  private void inText(String form) {
    List<String> there = texts.computeIfAbsent(key(form, 0), k -> new ArrayList<>());
    if (!there.contains(form)) {
      there.add(form);
      there.sort((a, b) -> Integer.compare(b.length(), a.length()));
    }
  }

  /** Number of secrets that are known; where it grows, what was clean before may not be so now. */
  public synchronized int known() {
    return known.size() + inTexts.size();
  }

  /** The bytes of one direction of a connection that may not be stored. */
  public synchronized BitSet mask(byte[] stream) {
    BitSet mask = new BitSet(stream.length);
    for (int i = 0; i + SHORTEST <= stream.length; i++) {
      for (byte[] needle : needles.getOrDefault(key(stream, i), List.of())) {
        if (matches(stream, i, needle)) {
          mask.set(i, i + needle.length);
        }
      }
    }
    // Latin-1 has one character a byte, so places in the text are places in the stream.
    String text = new String(stream, StandardCharsets.ISO_8859_1);
    for (Place place : PLACES.all()) {
      Matcher m = place.pattern().matcher(text);
      while (m.find()) {
        mask.set(m.start(1), m.end(1));
      }
    }
    return mask;
  }

  /** A text of an observation without secrets. */
  public synchronized String text(String text) {
    String clean = texts.isEmpty() ? text : withoutKnown(text);
    for (Place place : PLACES.all()) {
      if (place.everywhere() && clean.contains(place.needs())) {
        clean = maskGroup(place.pattern(), clean);
      }
    }
    return clean;
  }

  /** At each place the longest form goes. */
  private String withoutKnown(String text) {
    StringBuilder clean = new StringBuilder();
    int from = 0;
    int at = 0;
    while (at + SHORTEST <= text.length()) {
      int length = knownAt(text, at);
      if (length > 0) {
        clean.append(text, from, at).append(MASK);
        at += length;
        from = at;
      } else {
        at++;
      }
    }
    return from == 0 ? text : clean.append(text, from, text.length()).toString();
  }

  private int knownAt(String text, int at) {
    for (String form : texts.getOrDefault(key(text, at), List.of())) {
      if (text.startsWith(form, at)) {
        return form.length();
      }
    }
    return 0;
  }

  private static String maskGroup(Pattern place, String text) {
    Matcher m = place.matcher(text);
    StringBuilder clean = new StringBuilder();
    int from = 0;
    while (m.find()) {
      clean.append(text, from, m.start(1)).append(MASK);
      from = m.end(1);
    }
    return clean.append(text, from, text.length()).toString();
  }

  private static int key(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 16 | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff);
  }

  private static int key(String text, int at) {
    return (text.charAt(at) * 31 + text.charAt(at + 1)) * 31 + text.charAt(at + 2);
  }

  private static boolean matches(byte[] stream, int at, byte[] needle) {
    if (at + needle.length > stream.length) {
      return false;
    }
    for (int i = SHORTEST; i < needle.length; i++) {
      if (stream[at + i] != needle[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * @param everywhere whether it applies to observations too
   * @param needs stands in every text that the pattern matches
   */
  private record Place(Pattern pattern, boolean everywhere, String needs) {
    static Place of(String line) {
      if (!line.startsWith("everywhere ")) {
        return new Place(Pattern.compile(line), false, "");
      }
      String[] parts = line.split(" ", 3);
      return new Place(Pattern.compile(parts[2]), true, parts[1]);
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

package dev.plumbline.probe.run;

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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds secrets in what is about to be stored: known ones in each form that a protocol gives them,
 * and places that hold one whatever its text. Safe for several threads.
 *
 * <p>A known secret that is a plain lower-case word of up to eleven letters, or shorter than four
 * characters, is masked in transcripts but left in observations: masking {@code admin} there would
 * take the path {@code /admin} with it, and hide nothing that is not on every list of default
 * passwords.
 */
public final class Redactor {
  /** What stands in place of a secret. */
  public static final String MASK = "[redacted]";

  private static final int SHORTEST = 3;
  private static final Places PLACES = Places.load();

  private final Set<String> known = new HashSet<>();
  private final Map<Integer, List<byte[]>> needles = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  /** Masks this text from now on. Blank text is ignored. */
  public synchronized void add(String secret) {
    if (secret.isBlank() || !known.add(secret)) {
      return;
    }
    for (byte[] form : SecretForms.of(secret)) {
      if (form.length >= SHORTEST) {
        needles.computeIfAbsent(key(form, 0), k -> new ArrayList<>()).add(form);
      }
    }
    if (secret.length() >= 4 && !secret.matches("[a-z]{1,11}")) {
      texts.add(secret);
      texts.sort((a, b) -> Integer.compare(b.length(), a.length()));
    }
  }

  /** The bytes of one direction of a connection that may not be stored. */
  synchronized BitSet mask(byte[] stream) {
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
    for (Pattern place : PLACES.inTranscripts()) {
      Matcher m = place.matcher(text);
      while (m.find()) {
        mask.set(m.start(1), m.end(1));
      }
    }
    return mask;
  }

  /** A text of an observation without secrets. */
  public synchronized String text(String text) {
    String clean = text;
    for (String secret : texts) {
      clean = clean.replace(secret, MASK);
    }
    for (Pattern place : PLACES.everywhere()) {
      clean = maskGroup(place, clean);
    }
    return clean;
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

  private record Places(List<Pattern> everywhere, List<Pattern> inTranscripts) {
    static Places load() {
      List<Pattern> everywhere = new ArrayList<>();
      List<Pattern> all = new ArrayList<>();
      try (InputStream in = Redactor.class.getResourceAsStream("secret-places.txt");
          BufferedReader lines =
              new BufferedReader(
                  new InputStreamReader(
                      java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
        lines
            .lines()
            .filter(l -> !l.isBlank() && !l.startsWith("#"))
            .forEach(
                line -> {
                  boolean every = line.startsWith("everywhere ");
                  Pattern p = Pattern.compile(every ? line.substring(11) : line);
                  all.add(p);
                  if (every) {
                    everywhere.add(p);
                  }
                });
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new Places(List.copyOf(everywhere), List.copyOf(all));
    }
  }
}

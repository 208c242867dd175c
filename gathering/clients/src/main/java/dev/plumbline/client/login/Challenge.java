package dev.plumbline.client.login;

import dev.plumbline.core.BoundedPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * A challenge of a WWW-Authenticate header (RFC 9110).
 *
 * @param scheme in lower case
 * @param parameters names in lower case
 */
public record Challenge(String scheme, Map<String, String> parameters) {
  /** What a refusal says of which nobody looked at the password. */
  public static final String STALE = "the device asks again, its challenge was stale";

  private static final BoundedPattern PART =
      BoundedPattern.compile(
          "\\G[\\s,]*(?:([A-Za-z0-9_-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s,\"]++))"
              + "|([A-Za-z][A-Za-z0-9_-]*+)(?=[\\s,]|$))");

  public Challenge {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  public String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  /** Whether the answer was refused because its challenge was too old (RFC 7616, section 3.3). */
  public static boolean isStale(List<String> lines) {
    return parse(lines).stream()
        .anyMatch(c -> c.scheme.equals("digest") && c.parameter("stale").equalsIgnoreCase("true"));
  }

  /** The first Digest challenge that can be answered. */
  public static Optional<Challenge> digest(List<String> lines) {
    return parse(lines).stream()
        .filter(c -> c.scheme.equals("digest") && !c.parameter("nonce").isEmpty())
        .findFirst();
  }

  /** All challenges of these header lines. */
  public static List<Challenge> parse(List<String> lines) {
    List<Challenge> challenges = new ArrayList<>();
    for (String line : lines) {
      String scheme = "";
      Map<String, String> parameters = new LinkedHashMap<>();
      Matcher m = PART.matcher(line.length() > 4000 ? line.substring(0, 4000) : line);
      while (m.find()) {
        if (m.group(4) != null) {
          if (!scheme.isEmpty()) {
            challenges.add(new Challenge(scheme, parameters));
          }
          scheme = m.group(4).toLowerCase(Locale.ROOT);
          parameters = new LinkedHashMap<>();
        } else {
          String value = m.group(2) != null ? m.group(2) : m.group(3);
          parameters.put(m.group(1).toLowerCase(Locale.ROOT), value);
        }
      }
      if (!scheme.isEmpty()) {
        challenges.add(new Challenge(scheme, parameters));
      }
    }
    return challenges;
  }
}

package dev.plumbline.firmware.find;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.apache.commons.codec.digest.Crypt;

/**
 * Tries passwords that others know against a hash. A hit is named by its list; the password itself
 * is told to nobody.
 */
final class HashTrials {
  private static final BoundedPattern TRIED =
      BoundedPattern.compile("\\$(?:1|5|6)\\$.{1,120}|[./0-9A-Za-z]{13}");
  private static final BoundedPattern ROUNDS =
      BoundedPattern.compile("\\$[56]\\$rounds=(\\d+)\\$.*");

  /** A hash that asks for more rounds would keep us busy for its own sake. */
  private static final long MOST_ROUNDS = 20_000;

  private static final int MOST_HASHES = 100;

  private final String list;
  private final List<Map.Entry<String, String>> logins = new ArrayList<>();
  private final List<String> common;
  private final Map<String, String> known = new HashMap<>();

  HashTrials() {
    Mapping file = FirmwareDataFile.mapping("mirai-2016.yaml");
    list = FirmwareDataFile.needed(file, "name");
    for (Mapping login : file.mappings("logins")) {
      logins.add(Map.entry(login.text("user").orElse(""), password(login)));
    }
    common = FirmwareDataFile.lines("common.txt");
  }

  /** An empty password is written in quotes. */
  private static String password(Mapping login) {
    return login.text("password").orElse("");
  }

  /** How many passwords are tried for a user. */
  int size(String user) {
    return candidates(user).size();
  }

  private Map<String, String> candidates(String user) {
    Map<String, String> all = new java.util.LinkedHashMap<>();
    logins.stream()
        .filter(l -> l.getKey().equals(user))
        .forEach(l -> all.putIfAbsent(l.getValue(), list));
    logins.forEach(l -> all.putIfAbsent(l.getValue(), list));
    common.forEach(p -> all.putIfAbsent(p, "common"));
    all.putIfAbsent(user, "user-name");
    return all;
  }

  /** Names of the lists, with how many passwords each gives. */
  Set<String> lists() {
    Set<String> names = new LinkedHashSet<>();
    names.add(list + " (" + logins.size() + ")");
    names.add("common (" + common.size() + ")");
    names.add("user-name (1)");
    return names;
  }

  /**
   * Whether a password of a list makes this hash.
   *
   * @return the list's name; {@code none} when no password fits; {@code untried} when the hash is
   *     of a scheme, a cost or a number beyond what is tried
   */
  String of(String user, String hash) {
    Matcher rounds = ROUNDS.matcher(hash);
    boolean dear =
        rounds.matches()
            && (rounds.group(1).length() > 9 || Long.parseLong(rounds.group(1)) > MOST_ROUNDS);
    if (dear || !TRIED.matcher(hash).matches()) {
      return "untried";
    }
    String key = user + " " + hash;
    if (!known.containsKey(key) && known.size() >= MOST_HASHES) {
      return "untried";
    }
    return known.computeIfAbsent(key, k -> tried(user, hash));
  }

  private String tried(String user, String hash) {
    for (Map.Entry<String, String> candidate : candidates(user).entrySet()) {
      try {
        if (Crypt.crypt(candidate.getKey().getBytes(StandardCharsets.UTF_8), hash).equals(hash)) {
          return candidate.getValue();
        }
      } catch (IllegalArgumentException e) {
        return "untried";
      }
    }
    return "none";
  }
}

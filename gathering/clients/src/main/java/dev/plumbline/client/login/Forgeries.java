package dev.plumbline.client.login;

import dev.plumbline.core.BoundedPattern;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tokens that somebody can make who knows the name of a user and sees how tokens look. */
final class Forgeries {
  private static final List<String> NONE = List.of("none", "None", "NONE");
  private static final int MOST_KEYS_SENT = 6;

  /** A counter or a clock; numbers that are random lie further apart. */
  private static final int CLOSE = 10_000;

  /** Characters of a token that can be tried out: in hexadecimal they carry 32 bits. */
  private static final int COUNTING = 8;

  /** Shorter tokens have too few characters beside those. */
  private static final int LONG = 16;

  private static final List<String> HASHES = List.of("MD5", "SHA-1", "SHA-256");

  /** Texts of which a token may be made, with the user name and the second. */
  private static final List<String> OF_THE_CLOCK =
      List.of(
          "time",
          "user:time",
          "usertime",
          "user-time",
          "user_time",
          "user|time",
          "time:user",
          "timeuser",
          "time-user",
          "time_user",
          "time|user");

  /** Seconds between the clocks of the device and of the tester. */
  private static final int DRIFT = 30;

  private static final BoundedPattern WHOLE = BoundedPattern.compile("\\d{1,15}");

  private final String user;
  private final Instant login;
  private final Collection<String> keys;

  /**
   * @param login when the session began
   * @param keys that others know; the empty one is tried as well
   */
  Forgeries(String user, Instant login, Collection<String> keys) {
    this.user = user;
    this.login = login;
    Set<String> all = new LinkedHashSet<>(Set.of(""));
    all.addAll(keys);
    this.keys = all;
  }

  /**
   * A token that was made.
   *
   * @param how for people
   */
  record Forgery(String how, String token) {}

  /**
   * All that is made of a token.
   *
   * @param other the token of another session
   */
  List<Forgery> of(String token, Optional<String> other) {
    List<Forgery> made = new ArrayList<>();
    made.add(new Forgery("an invented token", "pl" + "0".repeat(Math.max(1, token.length() - 2))));
    names().forEach((how, name) -> made.add(new Forgery(how, name)));
    other.flatMap(o -> guessed(token, o)).ifPresent(made::add);
    ofTheClock(token).ifPresent(made::add);
    if (token.length() >= LONG) {
      int rest = token.length() - COUNTING;
      made.add(
          new Forgery(
              "the first " + COUNTING + " characters of a token",
              token.substring(0, COUNTING) + blanked(token.substring(COUNTING))));
      made.add(
          new Forgery(
              "the last " + COUNTING + " characters of a token",
              blanked(token.substring(0, rest)) + token.substring(rest)));
    }
    JsonWebToken.read(token, user).ifPresent(jwt -> made.addAll(of(jwt)));
    return made;
  }

  private List<Forgery> of(JsonWebToken jwt) {
    List<Forgery> made = new ArrayList<>();
    NONE.forEach(n -> made.add(new Forgery("a JWT of the algorithm " + n, jwt.unsigned(n))));
    made.add(new Forgery("a JWT without its signature", jwt.stripped()));
    made.add(new Forgery("a JWT with a wrong signature", jwt.wronglySigned()));
    List<String> fitting =
        jwt.hasSharedKey()
            ? keys.stream().filter(jwt::isSignedWith).toList()
            : keys.stream().limit(MOST_KEYS_SENT).toList();
    for (String key : fitting) {
      String which = key.isEmpty() ? "the empty key" : "a key of a public list";
      made.add(new Forgery("a JWT signed with " + which, jwt.signedWith(key)));
    }
    return made;
  }

  /** The same with another character in the place of each that counts. */
  private static String blanked(String part) {
    return part.replace('0', '1').replaceAll("[A-Za-z2-9]", "0");
  }

  /** The name of the user, plain and in the codes that hide nothing. */
  private Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    if (!user.matches("[\\w.@+-]+")) {
      return names;
    }
    byte[] bytes = user.getBytes(StandardCharsets.UTF_8);
    names.put("the user name", user);
    names.put("the user name in Base64", Base64.getEncoder().encodeToString(bytes));
    names.put("the user name in hexadecimal", HexFormat.of().formatHex(bytes));
    for (String hash : HASHES) {
      names.put("the " + hash + " of the user name", hashed(hash, bytes));
    }
    return names;
  }

  /** The token, where whoever knows about when the user logged in can work it out. */
  private Optional<Forgery> ofTheClock(String token) {
    String unpadded = unpadded(token);
    for (long t = login.getEpochSecond() - DRIFT; t <= login.getEpochSecond() + DRIFT; t++) {
      for (String parts : OF_THE_CLOCK) {
        byte[] text =
            parts.replace("time", "" + t).replace("user", user).getBytes(StandardCharsets.UTF_8);
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("", new String(text, StandardCharsets.UTF_8));
        forms.put("the Base64 of ", Base64.getEncoder().withoutPadding().encodeToString(text));
        HASHES.forEach(hash -> forms.put("the " + hash + " of ", hashed(hash, text)));
        for (Map.Entry<String, String> form : forms.entrySet()) {
          if (form.getValue().equalsIgnoreCase(unpadded)) {
            String of = parts.contains("user") ? "the user name and " : "";
            return Optional.of(new Forgery(form.getKey() + of + "the second of the login", token));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Without the equals signs at the end; a device can send any number of them. */
  private static String unpadded(String token) {
    int end = token.length();
    while (end > 0 && token.charAt(end - 1) == '=') {
      end--;
    }
    return token.substring(0, end);
  }

  private static String hashed(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The token, where whoever has the other one finds it by counting. */
  private static Optional<Forgery> guessed(String token, String other) {
    if (!WHOLE.matcher(token).matches() || !WHOLE.matcher(other).matches()) {
      return Optional.empty();
    }
    long apart = Math.abs(Long.parseLong(other) - Long.parseLong(token));
    return apart > 0 && apart <= CLOSE
        ? Optional.of(new Forgery("a number " + apart + " from that of another login", token))
        : Optional.empty();
  }
}

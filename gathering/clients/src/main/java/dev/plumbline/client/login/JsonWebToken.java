package dev.plumbline.client.login;

import dev.plumbline.client.data.JsonObjects;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A token that carries its claims (RFC 7519), and what others can make of it. Only claims that
 * anybody can guess are taken over: where the token holds a long number, that may be what the
 * device knows the session by.
 *
 * @param claims those that anybody can guess, as JSON
 */
record JsonWebToken(String header, String payload, String mark, String algorithm, String claims) {
  private static final BoundedPattern NAME = BoundedPattern.compile("[\\w:/.-]{1,80}");
  private static final BoundedPattern UNGUESSABLE =
      BoundedPattern.compile("(?i)jti|sid|session|nonce|token|rand|uuid|csrf");
  private static final BoundedPattern WORDS =
      BoundedPattern.compile("[A-Za-z _.:/@-]{1,40}|\\w{1,4}");
  private static final BoundedPattern NUMBER = BoundedPattern.compile("-?\\d{1,5}|true|false");
  private static final Set<String> TIMES = Set.of("exp", "iat", "nbf", "auth_time", "orig_iat");
  private static final BoundedPattern TIME = BoundedPattern.compile("\\d{9,13}(?:\\.\\d{1,9})?");
  private static final BoundedPattern SHARED_KEY = BoundedPattern.compile("HS(256|384|512)");

  /** Reads one; empty when it is none. */
  static Optional<JsonWebToken> read(String token, String user) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    Optional<Mapping> header = decoded(parts[0]).flatMap(JsonObjects::object);
    Optional<Mapping> payload = decoded(parts[1]).flatMap(JsonObjects::object);
    if (header.isEmpty() || payload.isEmpty()) {
      return Optional.empty();
    }
    return header
        .get()
        .text("alg")
        .map(
            alg -> new JsonWebToken(parts[0], parts[1], parts[2], alg, known(payload.get(), user)));
  }

  private static Optional<String> decoded(String part) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static String known(Mapping payload, String user) {
    List<String> claims = new ArrayList<>();
    payload
        .fields()
        .forEach(
            (name, field) -> {
              if (NAME.matcher(name).matches() && !UNGUESSABLE.matcher(name).find()) {
                known(name, field.value(), user)
                    .ifPresent(value -> claims.add("\"" + name + "\":" + value));
              }
            });
    return "{" + String.join(",", claims) + "}";
  }

  private static Optional<String> known(String name, YamlNode value, String user) {
    return switch (value) {
      case Scalar s when s.quoted() ->
          Optional.of(s.text())
              .filter(t -> WORDS.matcher(t).matches() || t.equals(user))
              .filter(t -> t.matches("[^\"\\\\\\p{Cntrl}]*"))
              .map(t -> "\"" + t + "\"");
      case Scalar s -> {
        boolean time = TIMES.contains(name) && TIME.matcher(s.text()).matches();
        yield Optional.of(s.text()).filter(t -> time || NUMBER.matcher(t).matches());
      }
      case Listing l -> {
        List<Optional<String>> all = l.items().stream().map(i -> known(name, i, user)).toList();
        yield all.stream().allMatch(Optional::isPresent)
            ? Optional.of(
                "[" + String.join(",", all.stream().flatMap(Optional::stream).toList()) + "]")
            : Optional.empty();
      }
      case Mapping m -> Optional.empty();
    };
  }

  /** The claims without a signature, as the algorithm "none" has it, in one of its spellings. */
  String unsigned(String none) {
    return encoded("{\"alg\":\"" + none + "\",\"typ\":\"JWT\"}") + "." + encoded(claims) + ".";
  }

  /** The claims beside the same header, without a signature. */
  String stripped() {
    return header + "." + encoded(claims) + ".";
  }

  /** The claims beside the same header, with a signature of zeros of the same length. */
  String wronglySigned() {
    return stripped() + "A".repeat(mark.length());
  }

  /** Whether the device signs with a key that it shares with whoever checks. */
  boolean hasSharedKey() {
    return SHARED_KEY.matcher(algorithm).matches();
  }

  /** Whether the device's own signature was made with that key. */
  boolean isSignedWith(String key) {
    return hasSharedKey() && signature(algorithm, header + "." + payload, key).equals(mark);
  }

  /** The claims, signed with a key. */
  String signedWith(String key) {
    String alg = hasSharedKey() ? algorithm : "HS256";
    String text = encoded("{\"alg\":\"" + alg + "\",\"typ\":\"JWT\"}") + "." + encoded(claims);
    return text + "." + signature(alg, text, key);
  }

  private static String signature(String alg, String text, String key) {
    try {
      byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
      Mac mac = Mac.getInstance(alg.replaceFirst("HS", "HmacSHA"));
      // To HMAC an empty key is one of zeros (RFC 2104, section 2).
      mac.init(new SecretKeySpec(bytes.length == 0 ? new byte[1] : bytes, "RAW"));
      return encoded(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return encoded(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

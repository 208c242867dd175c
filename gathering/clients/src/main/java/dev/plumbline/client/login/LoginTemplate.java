package dev.plumbline.client.login;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.observation.login.LoginMechanism;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * A login request that a script or a description showed, with places for user and password.
 *
 * @param kind as in {@code login.mechanism}: {@code http-json}, {@code http-graphql} or {@code
 *     http-script-form}
 * @param path where it is sent
 * @param method such as {@code POST}
 * @param type media type of the body
 * @param body with {@code ${user}} and {@code ${password}}; {@code ${password:md5}} stands for a
 *     hash or encoding that the script makes
 */
public record LoginTemplate(String kind, String path, String method, String type, String body) {
  private static final BoundedPattern PLACE =
      BoundedPattern.compile("\\$\\{(user|password)(?::([a-z0-9]+))?}");

  /** The template that a recorded mechanism holds; empty where it holds none. */
  public static Optional<LoginTemplate> of(LoginMechanism.Mechanism mechanism) {
    Optional<String> path = mechanism.path().filter(p -> p.startsWith("/"));
    return path.isPresent()
            && mechanism.body().isPresent()
            && mechanism.method().isPresent()
            && mechanism.type().isPresent()
        ? Optional.of(
            new LoginTemplate(
                mechanism.kind(),
                path.get(),
                mechanism.method().get(),
                mechanism.type().get(),
                mechanism.body().get()))
        : Optional.empty();
  }

  String filled(String user, String password) {
    Matcher m = PLACE.matcher(body);
    StringBuilder text = new StringBuilder();
    while (m.find()) {
      String value = "user".equals(m.group(1)) ? user : password;
      String made = m.group(2) == null ? value : transformed(m.group(2), value);
      m.appendReplacement(text, Matcher.quoteReplacement(escaped(made)));
    }
    return m.appendTail(text).toString();
  }

  private String escaped(String value) {
    return type.endsWith("json") ? inJson(value) : URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String inJson(String value) {
    StringBuilder text = new StringBuilder();
    value
        .chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                text.append('\\').append((char) c);
              } else if (c < ' ' || c > '~') {
                text.append("\\u%04x".formatted(c));
              } else {
                text.append((char) c);
              }
            });
    return text.toString();
  }

  private static String transformed(String how, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return switch (how) {
      case "base64" -> Base64.getEncoder().encodeToString(bytes);
      case "md5" -> hash("MD5", bytes);
      case "sha1" -> hash("SHA-1", bytes);
      case "sha256" -> hash("SHA-256", bytes);
      case "sha512" -> hash("SHA-512", bytes);
      default -> value;
    };
  }

  private static String hash(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

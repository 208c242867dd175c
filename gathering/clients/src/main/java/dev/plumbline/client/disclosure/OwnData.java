package dev.plumbline.client.disclosure;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.dossier.Product.PasswordSample;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the declaration tells of this very device: found in a text however it is written there. */
final class OwnData {
  /** Versions of XML and HTTP, which are none of the software. */
  private static final BoundedPattern OF_FORMATS =
      BoundedPattern.compile("(?i)<\\?xml[^>]{0,200}>|HTTP/\\d\\.\\d");

  private static final int SHORTEST_SECRET = 6;
  private static final int LONG = 8;

  /** Such a password is on every list, and a word of every other text. */
  private static final BoundedPattern PLAIN_WORD = BoundedPattern.compile("[a-z]{1,11}");

  private static final String VERSION_WORD =
      "(?:version|ver|firmware|fw|build|release|software|sw|rev(?:ision)?|v)";

  private final Product product;
  private final Map<String, String> secrets = new LinkedHashMap<>();

  OwnData(Product product) {
    this.product = product;
    Set<String> passwords = new LinkedHashSet<>();
    Stream.concat(
            product.credentials().stream().map(Credential::password),
            product.samples().stream()
                .filter(s -> s.unit().equals(product.unit()))
                .map(PasswordSample::password))
        .filter(p -> p.length() >= SHORTEST_SECRET && !PLAIN_WORD.matcher(p).matches())
        .forEach(passwords::add);
    for (String password : passwords) {
      forms(password).forEach(secrets::putIfAbsent);
    }
  }

  List<DisclosedFact> in(ReadableText text) {
    List<DisclosedFact> facts = new ArrayList<>();
    String at = text.place().isEmpty() ? "" : " at " + text.place();
    secrets.forEach(
        (form, what) -> {
          if (text.text().contains(form)) {
            facts.add(new DisclosedFact(DisclosedFact.SECRET, what + at, true));
          }
        });
    String bare = bare(text.text());
    if (isNumber(product.serial(), 5, text.text(), bare)) {
      facts.add(new DisclosedFact("serial", product.serial(), true));
    }
    if (isNumber(product.mac(), 12, text.text(), bare)) {
      facts.add(new DisclosedFact("mac", product.mac(), true));
    }
    if (isVersion(product.softwareVersion(), text.text())) {
      facts.add(new DisclosedFact("firmware", product.softwareVersion(), true));
    }
    if (isToken(product.model(), text.text())) {
      facts.add(new DisclosedFact("model", product.model(), false));
    }
    return facts;
  }

  /** The forms in which a password is read by all who know how, with what each is. */
  private static Map<String, String> forms(String password) {
    Map<String, String> forms = new LinkedHashMap<>();
    byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
    String clear = "password in the clear, that of product.yaml,";
    for (String form :
        List.of(
            password,
            URLEncoder.encode(password, StandardCharsets.UTF_8),
            password.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"),
            password.replace("\\", "\\\\").replace("\"", "\\\""))) {
      forms.put(form, clear);
    }
    String coded = "password in the clear, that of product.yaml in another code,";
    forms.putIfAbsent(HexFormat.of().formatHex(bytes), coded);
    forms.putIfAbsent(HexFormat.of().withUpperCase().formatHex(bytes), coded);
    for (int before = 0; before < 3; before++) {
      byte[] padded = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, padded, before, bytes.length);
      String text = Base64.getEncoder().withoutPadding().encodeToString(padded);
      forms.putIfAbsent(text.substring(before == 0 ? 0 : before + 1, padded.length * 8 / 6), coded);
    }
    String hashed = "password hash of a user, without salt, of the password of product.yaml,";
    for (String algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
      forms.putIfAbsent(hash(algorithm, bytes), hashed);
    }
    return forms;
  }

  private static String hash(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A short number has to stand alone, since it can be a part of any other. */
  private static boolean isNumber(String number, int shortest, String text, String bareText) {
    String bare = bare(number);
    if (number.length() < shortest || bare.length() < 5) {
      return false;
    }
    return (bare.length() >= LONG && !bare.matches("\\d+"))
        ? bareText.contains(bare)
        : isToken(number, text);
  }

  /** A version of two numbers is one of the software only beside a word that says so. */
  private static boolean isVersion(String version, String text) {
    boolean plain = version.matches("v?\\d{1,3}(?:\\.\\d{1,3})?");
    return plain
        ? BoundedPattern.compile(
                "(?i)\\b"
                    + VERSION_WORD
                    + "[\"'\\s:=<>/a-z_-]{0,20}"
                    + BoundedPattern.quote(version)
                    + "(?![\\w.])")
            .matcher(OF_FORMATS.matcher(text).replaceAll(""))
            .find()
        : isToken(version, text);
  }

  private static boolean isToken(String word, String text) {
    return word.length() >= 3
        && BoundedPattern.compile("(?i)(?<![\\w.])" + BoundedPattern.quote(word) + "(?![\\w])")
            .matcher(text)
            .find();
  }

  private static String bare(String text) {
    return text.replaceAll("[:\\-. ]", "").toLowerCase(Locale.ROOT);
  }
}

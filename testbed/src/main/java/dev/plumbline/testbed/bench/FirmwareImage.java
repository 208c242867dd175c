package dev.plumbline.testbed.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An update image of the simulated devices: a head of lines, an empty line, and the program. The
 * signature is over model, version and program; the one of the program alone is for devices that
 * forget the rest.
 */
final class FirmwareImage {
  private static final Pattern FORM =
      Pattern.compile(
          "PLFW2\nmodel: ([\\w-]+)\nversion: (\\d+)\\.(\\d+)\\.(\\d+)\nsignature: (\\S+)\n"
              + "program-signature: (\\S+)\n\n(.*)",
          Pattern.DOTALL);

  private final Matcher parts;

  private FirmwareImage(Matcher parts) {
    this.parts = parts;
  }

  /** Reads an image; empty when it is none. */
  static Optional<FirmwareImage> read(String text) {
    Matcher m = FORM.matcher(text);
    return m.matches() ? Optional.of(new FirmwareImage(m)) : Optional.empty();
  }

  String model() {
    return parts.group(1);
  }

  String version() {
    return parts.group(2) + "." + parts.group(3) + "." + parts.group(4);
  }

  boolean olderThan(String version) {
    int[] own = numbers(version());
    int[] other = numbers(version);
    int difference = Arrays.mismatch(own, other);
    return difference >= 0 && difference < 3 && own[difference] < other[difference];
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
  }

  boolean signedBy(String key) {
    return verified(
        key,
        parts.group(5),
        "model: " + model() + "\nversion: " + version() + "\n\n" + parts.group(7));
  }

  boolean programSignedBy(String key) {
    return verified(key, parts.group(6), parts.group(7));
  }

  private static boolean verified(String key, String signature, String content) {
    try {
      PublicKey known =
          KeyFactory.getInstance("EC")
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key)));
      Signature check = Signature.getInstance("SHA256withECDSA");
      check.initVerify(known);
      check.update(content.getBytes(StandardCharsets.UTF_8));
      return check.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }
}

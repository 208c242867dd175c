package dev.plumbline.workbench.phone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * A page for a phone, as long as it is open.
 *
 * @param token that its address ends with: 256 random bits
 * @param challenge code to hold into the picture
 * @param authority name and port by which it is called
 * @param until when it closes by itself
 * @param fingerprint of its certificate
 * @param known whether an authority vouches for the certificate
 */
public record OpenPhone(
    PhonePlace place,
    String question,
    String token,
    String challenge,
    String authority,
    Instant until,
    String fingerprint,
    boolean known) {

  /** What the QR code holds. */
  public String link() {
    return "https://" + authority + "/" + token;
  }

  /** Whether it is the token. The time that this takes says nothing of it. */
  boolean hasToken(String given) {
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "the page for a phone of " + place.item() + " at " + authority;
  }
}

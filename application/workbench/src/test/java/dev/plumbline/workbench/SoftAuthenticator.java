package dev.plumbline.workbench;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An authenticator and the browser in front of it, byte by byte, with or without a fault. */
final class SoftAuthenticator {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int COORDINATE = 32;
  private static final int ATTESTED = 0x40;

  private final KeyPair keys;
  private final byte[] id = new byte[16];

  SoftAuthenticator() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    keys = generator.generateKeyPair();
    new SecureRandom().nextBytes(id);
  }

  /**
   * What is signed, and how.
   *
   * @param challenge in base64url
   * @param flags of authenticator data: 1 for a person, 4 for one who was verified, 8 for copies
   * @param handle of the account, in base64url
   */
  record Signing(
      String type,
      String challenge,
      String origin,
      boolean crossOrigin,
      String host,
      int flags,
      long counter,
      String handle,
      boolean broken) {

    /** A right one. */
    static Signing of(String type, JsonNode options, String origin, String handle) {
      return new Signing(
          type,
          options.path("challenge").asString(),
          origin,
          false,
          "localhost",
          5,
          1,
          handle,
          false);
    }

    Signing type(String other) {
      return new Signing(
          other, challenge, origin, crossOrigin, host, flags, counter, handle, broken);
    }

    Signing challenge(String other) {
      return new Signing(type, other, origin, crossOrigin, host, flags, counter, handle, broken);
    }

    Signing origin(String other) {
      return new Signing(type, challenge, other, crossOrigin, host, flags, counter, handle, broken);
    }

    Signing inFrame() {
      return new Signing(type, challenge, origin, true, host, flags, counter, handle, broken);
    }

    Signing host(String other) {
      return new Signing(
          type, challenge, origin, crossOrigin, other, flags, counter, handle, broken);
    }

    Signing flags(int other) {
      return new Signing(
          type, challenge, origin, crossOrigin, host, other, counter, handle, broken);
    }

    Signing counter(long other) {
      return new Signing(type, challenge, origin, crossOrigin, host, flags, other, handle, broken);
    }

    Signing handle(String other) {
      return new Signing(type, challenge, origin, crossOrigin, host, flags, counter, other, broken);
    }

    Signing byAnotherKey() {
      return new Signing(type, challenge, origin, crossOrigin, host, flags, counter, handle, true);
    }
  }

  String id() {
    return text(id);
  }

  /** Makes a credential. */
  String made(Signing signing) throws GeneralSecurityException {
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    byte[] data = data(signing, true);
    // {"fmt": "none", "attStmt": {}, "authData": bytes}
    object.writeBytes(new byte[] {(byte) 0xA3, 0x63});
    object.writeBytes(ascii("fmt"));
    object.write(0x64);
    object.writeBytes(ascii("none"));
    object.write(0x67);
    object.writeBytes(ascii("attStmt"));
    object.writeBytes(new byte[] {(byte) 0xA0, 0x68});
    object.writeBytes(ascii("authData"));
    object.writeBytes(
        ByteBuffer.allocate(3).put((byte) 0x59).putShort((short) data.length).array());
    object.writeBytes(data);
    return answer(
        Map.of(
            "clientDataJSON",
            text(clientData(signing)),
            "attestationObject",
            text(object.toByteArray())));
  }

  /** Signs a challenge. */
  String signed(Signing signing) throws GeneralSecurityException {
    byte[] data = data(signing, false);
    byte[] client = clientData(signing);
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(
        signing.broken() ? new SoftAuthenticator().keys.getPrivate() : keys.getPrivate());
    signature.update(data);
    signature.update(sha256(client));
    return answer(
        Map.of(
            "clientDataJSON",
            text(client),
            "authenticatorData",
            text(data),
            "signature",
            text(signature.sign()),
            "userHandle",
            signing.handle()));
  }

  private String answer(Map<String, String> response) {
    return JSON.writeValueAsString(
        Map.of(
            "id",
            id(),
            "rawId",
            id(),
            "type",
            "public-key",
            "response",
            response,
            "clientExtensionResults",
            Map.of()));
  }

  private static byte[] clientData(Signing signing) {
    return JSON.writeValueAsBytes(
        Map.of(
            "type",
            signing.type(),
            "challenge",
            signing.challenge(),
            "origin",
            signing.origin(),
            "crossOrigin",
            signing.crossOrigin()));
  }

  private byte[] data(Signing signing, boolean attested) throws GeneralSecurityException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(sha256(signing.host().getBytes(StandardCharsets.UTF_8)));
    out.write(signing.flags() | (attested ? ATTESTED : 0));
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt((int) signing.counter()).array());
    if (attested) {
      out.writeBytes(new byte[16]);
      out.writeBytes(ByteBuffer.allocate(Short.BYTES).putShort((short) id.length).array());
      out.writeBytes(id);
      ECPublicKey key = (ECPublicKey) keys.getPublic();
      // {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
      out.writeBytes(new byte[] {(byte) 0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, COORDINATE});
      out.writeBytes(coordinate(key.getW().getAffineX()));
      out.writeBytes(new byte[] {0x22, 0x58, COORDINATE});
      out.writeBytes(coordinate(key.getW().getAffineY()));
    }
    return out.toByteArray();
  }

  private static byte[] coordinate(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[COORDINATE];
    int length = Math.min(bytes.length, COORDINATE);
    System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE - length, length);
    return fixed;
  }

  private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

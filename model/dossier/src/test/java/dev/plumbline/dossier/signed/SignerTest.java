package dev.plumbline.dossier.signed;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignerTest {
  private static final Instant AT = Instant.parse("2026-12-02T10:00:00Z");
  private static final Map<String, Object> CONTENT = Map.of("text", "Looked at.");

  private static KeyPair pair() throws NoSuchAlgorithmException {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  private static Signed signed(Signer signer) {
    return signer.sign("comment/2", CONTENT, Saw.NOTHING, AT);
  }

  /** What was made without a look at the signature is what a reader finds sound. */
  @Test
  void everyRecordOfASignerIsSoundWhenItIsRead() throws NoSuchAlgorithmException {
    Signer signer = Signer.of("Ann", pair());
    for (Signer each : List.of(signer, signer, signer.inTheNameOf("Bob"))) {
      Signed made = signed(each);
      assertThat(made.sound()).isTrue();
      Map<String, Object> line = new LinkedHashMap<>(Map.of("type", "comment/2"));
      line.putAll(made.fields());
      line.putAll(CONTENT);
      assertThat(Signed.read(line)).isEqualTo(made);
    }
  }

  @Test
  void aKeyThatIsNotTheAuthorsNeverSignsSoundly() throws NoSuchAlgorithmException {
    Signer signer = Signer.of("Ann", new KeyPair(pair().getPublic(), pair().getPrivate()));
    assertThat(signed(signer).sound()).isFalse();
    assertThat(signed(signer).sound()).isFalse();
    assertThat(signed(signer.inTheNameOf("Bob")).sound()).isFalse();
  }

  /** A right signature is verified once in a process, and is right for its own content alone. */
  @Test
  void aSignatureThatWasRightIsNotRightForAnotherContentOrKey() throws NoSuchAlgorithmException {
    Signer signer = Signer.of("Ann", pair());
    Map<String, Object> line = new LinkedHashMap<>(Map.of("type", "comment/2"));
    line.putAll(signed(signer).fields());
    line.putAll(CONTENT);
    assertThat(Signed.read(line).sound()).isTrue();
    Map<String, Object> other = new LinkedHashMap<>(line);
    other.put("added", "by somebody else");
    assertThat(Signed.read(other).sound()).isFalse();
    Map<String, Object> posed = new LinkedHashMap<>(line);
    posed.put("author", signed(Signer.of("Ann", pair())).fields().get("author"));
    assertThat(Signed.read(posed).sound()).isFalse();
    assertThat(Signed.read(other).sound()).isFalse();
    assertThat(Signed.read(line).sound()).isTrue();
  }
}

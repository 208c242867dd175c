package dev.plumbline.app.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.app.seal.Checkpoint.NoCheckpointException;
import dev.plumbline.core.Digest;
import dev.plumbline.dossier.RecordState;
import dev.plumbline.dossier.RecordState.JournalState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  private static final RecordState STATE =
      new RecordState(
          List.of(
              new JournalState(
                  "record/decisions.jsonl",
                  3,
                  1234,
                  Digest.of("file"),
                  Digest.of("head"),
                  Digest.of("before"))),
          Optional.of(Digest.of("index")),
          Map.of(Digest.of("photo").hex(), Digest.of("entry")));

  @TempDir Path directory;

  private byte[] sealed(String product) throws IOException, GeneralSecurityException {
    KeyPair pair = new SealKeys(directory.resolve("keys")).own();
    return Checkpoint.sealed(product, "2026-12-01T10:00:00Z", "Plumbline test", STATE, pair)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void what_was_sealed_is_read_back() throws Exception {
    Checkpoint read = Checkpoint.read(sealed("Example C1"));

    assertThat(read.product()).isEqualTo("Example C1");
    assertThat(read.at()).isEqualTo("2026-12-01T10:00:00Z");
    assertThat(read.state()).isEqualTo(STATE);
    assertThat(new SealKeys(directory.resolve("keys")).knows(read.key())).isTrue();
    assertThat(new SealKeys(directory.resolve("others")).knows(read.key())).isFalse();
  }

  @Test
  void a_product_cannot_write_lines_of_its_own() throws Exception {
    String hostile = "C1\njournal: record/x 0\r\u2028signature: x \ud83d\ude00";
    Checkpoint read = Checkpoint.read(sealed(hostile));

    assertThat(read.state()).isEqualTo(STATE);
    assertThat(read.product()).isEqualTo(Checkpoint.line(hostile));
  }

  @Test
  void no_bit_of_a_checkpoint_can_be_changed_and_no_byte_cut_off() throws Exception {
    byte[] bytes = sealed("Example C1");
    for (int i = 0; i < bytes.length; i++) {
      byte[] other = bytes.clone();
      other[i] ^= (byte) (1 << (i % 8));
      refused(other, i);
      refused(java.util.Arrays.copyOf(bytes, i), i);
    }
    refused(java.util.Arrays.copyOf(bytes, bytes.length + 1), bytes.length);
  }

  private static void refused(byte[] bytes, int at) {
    assertThatExceptionOfType(NoCheckpointException.class)
        .as("byte " + at)
        .isThrownBy(() -> Checkpoint.read(bytes));
  }

  @Test
  void the_folder_of_keys_follows_the_environment() {
    String home = System.getProperty("user.home");
    assertThat(SealKeys.of(Map.of()).folder()).isEqualTo(Path.of(home, ".config/plumbline/keys"));
    assertThat(SealKeys.of(Map.of("XDG_CONFIG_HOME", "/x")).folder())
        .isEqualTo(Path.of("/x/plumbline/keys"));
    assertThat(SealKeys.of(Map.of("XDG_CONFIG_HOME", "relative")).folder())
        .isEqualTo(Path.of(home, ".config/plumbline/keys"));
    assertThat(SealKeys.of(Map.of("XDG_CONFIG_HOME", "/x", "PLUMBLINE_CONFIG", "/c")).folder())
        .isEqualTo(Path.of("/c/keys"));
  }
}

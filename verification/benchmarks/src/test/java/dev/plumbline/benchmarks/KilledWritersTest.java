package dev.plumbline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Digest;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledWritersTest {
  @TempDir private Path dossier;

  @Test
  void whatWasAcknowledgedIsThereAfterEachKill() throws Exception {
    KilledWriters.Found found = KilledWriters.in(dossier, new Random(1)).kill(5);

    assertThat(found.faults()).isEmpty();
    assertThat(found.acknowledged()).isGreaterThan(10);
  }

  @Test
  void whatIsNotThereIsMissed() throws Exception {
    String digest = Digest.of(new byte[0]).hex();

    assertThat(KilledWriters.in(dossier, new Random(1)).faults(Set.of("D " + digest)))
        .containsExactly("D " + digest + " was acknowledged and is not there.");
  }
}

package dev.plumbline.app.seal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
  private static final int AT_ONCE = 8;
  private static final int ROUNDS = 20;

  @TempDir private Path place;

  @Test
  void whoeverIsFirstMakesTheKeyOfAllWhoAskAtOnce() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (int round = 0; round < ROUNDS; round++) {
        KeyFile key = new KeyFile(place.resolve("keys-" + round), "author");
        CyclicBarrier start = new CyclicBarrier(AT_ONCE);
        List<Future<Digest>> asked = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
          asked.add(
              threads.submit(
                  () -> {
                    start.await();
                    return Digest.of(key.pair().getPublic().getEncoded());
                  }));
        }
        List<Digest> keys = new ArrayList<>();
        for (Future<Digest> future : asked) {
          keys.add(future.get());
        }
        assertThat(keys.stream().distinct()).hasSize(1);
        assertThat(names(key.folder())).containsExactlyInAnyOrder("author.key", "author.pub");
      }
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }

  @Test
  void aMissingPublicKeyIsWrittenAgain() throws IOException {
    KeyFile key = new KeyFile(place.resolve("keys"), "author");
    Digest made = Digest.of(key.pair().getPublic().getEncoded());
    Path known = key.folder().resolve("author.pub");
    String before = Files.readString(known);
    Files.delete(known);

    assertThat(Digest.of(key.pair().getPublic().getEncoded())).isEqualTo(made);
    assertThat(known).hasContent(before);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(key.folder().resolve("author.key"))))
        .isEqualTo("rw-------");
  }
}

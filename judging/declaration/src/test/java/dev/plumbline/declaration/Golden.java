package dev.plumbline.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files in the repository that are generated; {@code -Dplumbline.update=true} writes them anew. */
public final class Golden {
  private Golden() {}

  static boolean updates() {
    return Boolean.getBoolean("plumbline.update");
  }

  public static void holds(Path file, String generated) throws IOException {
    if (updates()) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, generated);
    }
    assertThat(file).as("run the test with -Dplumbline.update=true to write it").exists();
    assertThat(Files.readString(file)).isEqualTo(generated);
  }
}

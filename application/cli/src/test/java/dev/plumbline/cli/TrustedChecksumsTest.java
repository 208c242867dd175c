package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Digest;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds .mvn/checksums, by which Maven verifies what it fetches, against what the build uses. */
class TrustedChecksumsTest {
  /** Where a local repository of Maven begins in a path. */
  private static final String REPOSITORY = "/repository/";

  private static final Path CHECKSUMS = Path.of("../../.mvn/checksums/checksums.sha256");
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([\\w.+/-]+\\.(?:jar|pom))");

  @Test
  void eachLineIsADigestAndAPathAndNoAddress() throws IOException {
    assertThat(Files.readAllLines(CHECKSUMS))
        .hasSizeGreaterThan(1000)
        .allSatisfy(line -> assertThat(line).matches(LINE))
        .isSorted();
  }

  @Test
  void everyLibraryThatTestsAndProgramRunWithIsTheTrustedOne() throws IOException {
    Map<String, String> trusted = new HashMap<>();
    for (String line : Files.readAllLines(CHECKSUMS)) {
      Matcher m = LINE.matcher(line);
      assertThat(m.matches()).isTrue();
      trusted.put(m.group(2), m.group(1));
    }
    List<String> libraries = libraries();
    assertThat(libraries).hasSizeGreaterThan(30);
    for (String library : libraries) {
      String path = library.substring(library.indexOf(REPOSITORY) + REPOSITORY.length());
      assertThat(trusted).as("run tools/checksums and review the change").containsKey(path);
      try (InputStream in = Files.newInputStream(Path.of(library))) {
        assertThat(Digest.of(in).hex()).as(path).isEqualTo(trusted.get(path));
      }
    }
  }

  private static List<String> libraries() {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> libraries = new ArrayList<>();
    for (String entry : path.split(File.pathSeparator)) {
      String slashed = entry.replace('\\', '/');
      if (slashed.endsWith(".jar") && slashed.contains(REPOSITORY)) {
        libraries.add(slashed);
      }
    }
    return libraries;
  }
}

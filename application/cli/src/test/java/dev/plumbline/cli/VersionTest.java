package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.version.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One place says the version: the root pom.xml. */
class VersionTest {
  private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

  @Test
  void theProgramSaysTheVersionOfTheBuild() throws IOException {
    Matcher first = VERSION.matcher(Files.readString(Path.of("../../pom.xml")));
    assertThat(first.find()).isTrue();
    assertThat(Version.NUMBER).isEqualTo(first.group(1));
    assertThat(new PlumblineCommand.OfBuild().getVersion()).containsExactly(Version.TOOL);
  }

  /** A release has a heading with its day in CHANGELOG.md; what is not released has none. */
  @Test
  void aReleaseStandsInTheChangelogWithItsDay() throws IOException {
    String changes = Files.readString(Path.of("../../CHANGELOG.md"));
    boolean released = !Version.NUMBER.endsWith("-SNAPSHOT");
    assertThat(changes.lines().filter(l -> l.startsWith("## ")).findFirst().orElseThrow())
        .matches(
            released
                ? "## " + Pattern.quote(Version.NUMBER) + " - \\d{4}-\\d{2}-\\d{2}"
                : "## Unreleased");
  }
}

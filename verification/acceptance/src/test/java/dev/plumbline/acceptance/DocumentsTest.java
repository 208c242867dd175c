package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Documents that end where they should, point to what exists, and tell nothing of a machine. */
class DocumentsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`]*`");

  /** Written in pieces, so that this file does not hold what it forbids. */
  private static final List<String> MACHINES =
      List.of(
          "repo1." + "maven",
          "repo." + "maven",
          "maven." + "org",
          "oss." + "sonatype",
          "npm" + "js.org",
          "pypi" + ".org",
          "deb." + "debian.org",
          "security." + "debian.org",
          "docker" + ".io",
          "/work" + "/",
          "/root" + "/",
          "/home" + "/",
          "temu" + "rin");

  @Test
  void everyHowToEndsInAChecklist() throws IOException {
    List<Path> howtos = SourceTree.texts("docs/howto");
    assertThat(howtos).hasSizeGreaterThanOrEqualTo(4);
    for (Path howto : howtos) {
      List<String> lines = Files.readAllLines(howto).stream().filter(l -> !l.isBlank()).toList();
      assertThat(lines.getLast()).as("last line of %s", howto).startsWith("- [ ] ");
    }
  }

  @Test
  void everyDecisionSaysHowItIsConfirmed() throws IOException {
    for (Path record : SourceTree.texts("docs/adr")) {
      String text = Files.readString(record);
      assertThat(text).as("%s", record).contains("\n## Confirmation\n");
      assertThat(text.substring(text.indexOf("\n## Confirmation\n") + 17).strip())
          .as("%s says how it is confirmed", record)
          .hasSizeGreaterThan(40);
    }
  }

  @Test
  void everyLinkPointsToAFileThatExists() throws IOException {
    List<String> dangling = new ArrayList<>();
    for (Path file : SourceTree.texts("")) {
      if (SourceTree.name(file).endsWith(".md")) {
        Matcher link = LINK.matcher(CODE.matcher(Files.readString(file)).replaceAll(""));
        while (link.find()) {
          String to = link.group(1).replaceFirst("#.*", "");
          Path target = file.resolveSibling(to).normalize();
          if (!to.isEmpty() && !to.contains(":") && !Files.exists(target)) {
            dangling.add(Repository.at("").relativize(file) + " -> " + to);
          }
        }
      }
    }
    assertThat(dangling).isEmpty();
  }

  @Test
  void everyExampleNamesASchemaThatExists() throws IOException {
    Pattern schema = Pattern.compile("\\$schema=(\\S+)");
    List<String> dangling = new ArrayList<>();
    for (Path file : SourceTree.texts("examples")) {
      Matcher named = schema.matcher(Files.readString(file));
      if (named.find() && !Files.exists(file.resolveSibling(named.group(1)).normalize())) {
        dangling.add(file + " -> " + named.group(1));
      }
    }
    assertThat(dangling).isEmpty();
  }

  @Test
  void noFileNamesARegistryOrAPathOfABuildMachine() throws IOException {
    List<String> told = new ArrayList<>();
    for (Path file : SourceTree.texts("")) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      String lower = text.toLowerCase(Locale.ROOT);
      MACHINES.stream()
          .filter(lower::contains)
          .forEach(m -> told.add(Repository.at("").relativize(file) + " names " + m));
    }
    assertThat(told).isEmpty();
  }

  /** Pages that are made from data show such marks as an example; ProblemPageTest holds them. */
  @Test
  void noFileIsLeftHalfMerged() throws IOException {
    Path made = Repository.at("docs/problems");
    List<String> marked = new ArrayList<>();
    for (Path file : SourceTree.texts("")) {
      if (file.startsWith(made)) {
        continue;
      }
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      if (text.contains("\n<<<<<" + "<< ") || text.contains("\n>>>>>" + ">> ")) {
        marked.add(file.toString());
      }
    }
    assertThat(marked).isEmpty();
  }
}

package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.option.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PortfolioCommandTest {
  private static final String EXAMPLES = "../../examples";
  private static final String DAY = "2026-11-27";

  @TempDir private Path folder;

  @Test
  void theExamplesAreAPortfolio() throws IOException {
    Path page = folder.resolve("portfolio.html");
    Ran ran = Ran.of("portfolio", EXAMPLES, "--on", DAY, "--html", page.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    long examples;
    try (Stream<Path> all = Files.list(Path.of(EXAMPLES))) {
      examples = all.filter(Files::isDirectory).count();
    }
    assertThat(ran.out()).startsWith(examples + " dossiers on " + DAY).contains("careless-camera");
    assertThat(Files.readString(page)).contains("<h1>" + examples + " products on " + DAY);
  }

  @Test
  void jsonHasEveryProductWithTheLevelsOfAllSchemes() {
    JsonNode json = json("portfolio", EXAMPLES + "/sound-camera", "--on", DAY, "--format", "json");
    JsonNode camera = json.path("products").path(0);
    JsonNode schemes =
        json("schemes", "for", EXAMPLES + "/sound-camera", "--on", DAY, "--format", "json");
    assertThat(camera.path("levels").size()).isEqualTo(schemes.path("levels").size());
    assertThat(camera.path("supportEnds").asString()).isEqualTo("2031-12-31");
    assertThat(camera.path("verdict").asString()).isEqualTo("INCONCLUSIVE");
    assertThat(camera.path("items").propertyNames())
        .containsExactly("proved", "confirmed", "decided", "searched");
    assertThat(camera.path("items").path("searched").asInt()).isPositive();
    assertThat(json.path("items")).isEqualTo(camera.path("items"));
    assertThat(json.path("readiness").size()).isEqualTo(schemes.path("levels").size());
  }

  @Test
  void aBrokenDossierIsShownAndDoesNotHideTheOthers() throws IOException {
    copy("good");
    Path bad = copy("bad<script>");
    Files.writeString(bad.resolve("ics.yaml"), "provisions: [<b>\n");
    Path page = folder.resolve("portfolio.html");
    Ran ran = Ran.of("portfolio", folder.toString(), "--html", page.toString());
    assertThat(ran.code()).isEqualTo(ExitCode.DOSSIER.code());
    assertThat(ran.out()).contains("1 INCONCLUSIVE, 1 not judged").contains("ics.yaml:2");
    assertThat(Files.readString(page)).contains("bad&lt;script").doesNotContain("<script");
  }

  @Test
  void aFolderWithoutDossiersIsNamed() {
    Ran ran = Ran.of("portfolio", folder.toString());
    assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(ran.err()).contains("no dossier");
    assertThat(Ran.of("portfolio", "no-such-folder").err())
        .contains("PLB-C103: no-such-folder is not");
  }

  @Test
  void statisticsOfFewMakersTellNothing() {
    Ran ran = Ran.of("stats", EXAMPLES);
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("V3.1.3: fewer than 5 makers").doesNotContain("5.1-1");
    assertThat(Ran.of("stats", EXAMPLES, "-k", "4").code()).isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void statisticsOfEnoughMakersAreComparedWithThoseOfAnEarlierDay() throws IOException {
    for (int i = 0; i < 5; i++) {
      Path product = copy("product-" + i).resolve("product.yaml");
      Files.writeString(
          product,
          Files.readString(product)
              .replaceFirst("(?m)^  manufacturer:.*$", "  manufacturer: Maker " + i));
    }
    Ran first = Ran.of("stats", folder.toString(), "--format", "json", "--on", DAY);
    assertThat(first.code()).as(first.err()).isZero();
    Path before = Files.writeString(folder.resolve("before.json"), first.out());
    Ran second = Ran.of("stats", folder.toString(), "--since", before.toString());
    assertThat(second.code()).as(second.err()).isZero();
    assertThat(second.out())
        .contains("at least 5 products")
        .contains("since " + DAY)
        .contains("100 % (+0)")
        .contains("open: 100 % searched, to be confirmed by a person");
    assertThat(second.out() + first.out()).doesNotContain("Maker");
  }

  @Test
  void anythingElseIsNoEarlierStatistics() throws IOException {
    Path other = Files.writeString(folder.resolve("other.json"), "{\"form\": 1");
    assertThat(Ran.of("stats", EXAMPLES, "--since", other.toString()).err()).contains("no JSON");
    Files.writeString(other, "[]");
    Ran ran = Ran.of("stats", EXAMPLES, "--since", other.toString());
    assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(ran.err()).contains("its form is not");
  }

  private Path copy(String name) throws IOException {
    Path from = Path.of(EXAMPLES, "sound-camera");
    Path to = folder.resolve(name);
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to;
  }

  private static JsonNode json(String... command) {
    Ran ran = Ran.of(command);
    assertThat(ran.code()).as(ran.err()).isZero();
    return new JsonMapper().readTree(ran.out());
  }
}

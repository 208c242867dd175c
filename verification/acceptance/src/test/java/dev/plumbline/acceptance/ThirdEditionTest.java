package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A further edition is data alone: copies of the shipped ones, in which every table, provision and
 * unit has another number, judge a dossier as the originals do, and find the same gaps between its
 * rows. The observations are those of another device; at a port that the dossier does not declare
 * they refute it.
 */
class ThirdEditionTest {
  private static final String STANDARDS = "model/catalogue/src/main/resources/standards/";
  private static final Path RECORD =
      Repository.at("verification/acceptance/src/test/resources/release/dossier-0.1");

  /** Columns that name other rows, and fields that say where a row is reached. */
  private static final Pattern GAP =
      Pattern.compile(
          "(?m)^ +(endpoints|updateMechanism|source|interface|access|authenticationMechanism|covers"
              + "|secureCommunicationMechanisms|communicationMechanisms|services|factorKind):.*\\n");

  @TempDir private static Path data;

  private static URLClassLoader withEditions = new URLClassLoader(new URL[0]);

  @TempDir private Path directory;

  @BeforeAll
  static void makeEditions() throws IOException {
    Files.createDirectories(data.resolve("standards"));
    Files.writeString(
        data.resolve("standards/index.yaml"),
        Files.readString(Repository.at(STANDARDS + "index.yaml"))
            .replace(
                "editions:\n",
                """
                editions:
                  - {version: "8.1.1", testVersion: "8.1.0"}
                  - {version: "8.3.3", testVersion: "8.3.0"}
                """));
    copy("en303645/2.1.1", "en303645/8.1.1");
    copy("ts103701/1.1.1", "ts103701/8.1.0");
    copy("en303645/3.1.3", "en303645/8.3.3");
    copy("ts103701/2.1.1", "ts103701/8.3.0");
    withEditions =
        new URLClassLoader(classPath().toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  @AfterAll
  static void close() throws IOException {
    withEditions.close();
  }

  private static void copy(String from, String to) throws IOException {
    Rewriting.copy(
        Repository.at(STANDARDS + from), data.resolve("standards").resolve(to), Renumbering::of);
  }

  @Test
  void everyTableAndUnitHasAnotherNumber() {
    assertThat(
            Renumbering.of("5.6-4A-2a@15-PhyIntf/PhyIntf-1, 6-1, 4-1-1a, tcp/1-65535, 2026-05-11"))
        .isEqualTo("5.6-34A-2a@55-PhyIntf/PhyIntf-1, 6-31, 4-31-1a, tcp/1-65535, 2026-05-11");
  }

  @ParameterizedTest
  @CsvSource({
    "careless-camera,3.1.3,8.3.3,8443,PASS",
    "careless-camera,3.1.3,8.3.3,9443,FAIL",
    "sound-camera-2.1.1,2.1.1,8.1.1,8443,PASS",
    "sound-camera-2.1.1,2.1.1,8.1.1,9443,FAIL"
  })
  void aRenumberedCopyOfAnEditionJudgesAsTheOriginal(
      String example, String edition, String copied, String declaredPort, String verdict)
      throws Exception {
    Path original = directory.resolve("original");
    Rewriting.copy(
        Repository.at("examples/" + example),
        original,
        text -> text.replace("tcp/8443", "tcp/" + declaredPort));
    Path copy = renumbered(original, edition, copied);

    Map<String, String> expected =
        renumbered(told(Verdicts.class, original, UnaryOperator.identity()));

    assertThat(expected.values()).anyMatch(v -> v.startsWith(verdict));
    assertThat(told(Verdicts.class, copy, Renumbering::of)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"sound-camera,3.1.3,8.3.3,17", "sound-camera-2.1.1,2.1.1,8.1.1,14"})
  void aRenumberedCopyOfAnEditionFindsTheSameGapsBetweenRows(
      String example, String edition, String copied, int kinds) throws Exception {
    Path original = directory.resolve("original");
    Rewriting.copy(
        Repository.at("examples/" + example), original, text -> GAP.matcher(text).replaceAll(""));
    Path copy = renumbered(original, edition, copied);

    Map<String, String> expected =
        renumbered(told(RowProblems.class, original, UnaryOperator.identity()));

    assertThat(
            expected.keySet().stream().map(p -> p.replaceAll(".* (PLB-\\d+):.*", "$1")).distinct())
        .contains("PLB-6005")
        .hasSizeGreaterThanOrEqualTo(kinds);
    assertThat(told(RowProblems.class, copy, Renumbering::of)).isEqualTo(expected);
  }

  private Path renumbered(Path original, String edition, String copied) throws IOException {
    Path copy = directory.resolve("copy");
    Rewriting.copy(original, copy, Renumbering::of);
    Path product = copy.resolve("product.yaml");
    Files.writeString(
        product,
        Files.readString(product).replace("edition: \"" + edition, "edition: \"" + copied));
    return copy;
  }

  private static Map<String, String> renumbered(Map<String, String> told) {
    Map<String, String> renumbered = new TreeMap<>();
    told.forEach((about, what) -> renumbered.put(Renumbering.of(about), Renumbering.of(what)));
    return renumbered;
  }

  private static Map<String, String> told(
      Class<? extends BiFunction<List<Path>, UnaryOperator<String>, Map<String, String>>> by,
      Path dossier,
      UnaryOperator<String> names)
      throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      thread.setContextClassLoader(withEditions);
      Object teller = withEditions.loadClass(by.getName()).getDeclaredConstructor().newInstance();
      @SuppressWarnings("unchecked") // The class of the same name in the other loader.
      BiFunction<List<Path>, UnaryOperator<String>, Map<String, String>> same =
          (BiFunction<List<Path>, UnaryOperator<String>, Map<String, String>>) teller;
      return same.apply(List.of(dossier, RECORD), names);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** The made editions before all that the tests have. */
  private static List<URL> classPath() throws MalformedURLException {
    List<URL> urls = new ArrayList<>(List.of(data.toUri().toURL()));
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    for (String element : path.split(File.pathSeparator, -1)) {
      urls.add(Path.of(element).toUri().toURL());
    }
    return urls;
  }
}

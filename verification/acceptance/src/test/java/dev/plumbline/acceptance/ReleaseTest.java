package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code ./release} makes: the same bytes twice, and a program that runs where there is no
 * Java. It builds the program two times and is left out but for {@code -Dplumbline.release=true}.
 */
@Tag("release")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class ReleaseTest {
  @TempDir private static Path folder;
  private static Path first = Path.of("");
  private static Path second = Path.of("");
  private static Path unpacked = Path.of("");

  private record Ended(int code, String said) {
    String well() {
      assertThat(code).as(said).isZero();
      return said;
    }
  }

  @BeforeAll
  static void build() throws Exception {
    first = folder.resolve("first");
    second = folder.resolve("second");
    for (Path out : List.of(first, second)) {
      run(Repository.at("release").toString(), "--out", out.toString()).well();
    }
    Path place = Files.createDirectory(folder.resolve("a place"));
    run("tar", "-xzf", one(first, "-linux-x64.tar.gz"), "-C", place.toString()).well();
    try (Stream<Path> inside = Files.list(place)) {
      unpacked = inside.findFirst().orElseThrow();
    }
  }

  private static String one(Path out, String ending) throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      List<Path> found = files.filter(f -> f.toString().endsWith(ending)).toList();
      assertThat(found).hasSize(1);
      return found.getFirst().toString();
    }
  }

  private static Ended run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Path log = Files.createTempFile(folder, "said", "");
    Process process = builder.redirectOutput(log.toFile()).start();
    try {
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
      return new Ended(process.exitValue(), Files.readString(log));
    } finally {
      process.destroyForcibly();
    }
  }

  /** Runs a program that finds the tools of every system, and no Java. */
  private static Ended bare(String... command) throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>(List.of("env", "-i", "PATH=/usr/bin:/bin"));
    whole.addAll(List.of(command));
    return run(whole.toArray(String[]::new));
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static String program() {
    return unpacked.resolve("bin/plumbline").toString();
  }

  @Test
  void twoBuildsHaveTheSameBytes() throws Exception {
    String sums = Files.readString(first.resolve("SHA256SUMS"));
    assertThat(sums.lines())
        .anyMatch(line -> line.endsWith("-linux-x64.tar.gz"))
        .anyMatch(line -> line.endsWith("-sources.tar.gz"))
        .anyMatch(line -> line.endsWith("_amd64.deb"))
        .anyMatch(line -> line.endsWith("sbom.cdx.json"));
    assertThat(Files.readString(second.resolve("SHA256SUMS"))).isEqualTo(sums);
    run("sh", "-c", "cd '" + first + "' && sha256sum --quiet --check SHA256SUMS").well();
  }

  @Test
  void theArchiveRunsInAnyPlaceWithoutJava() throws Exception {
    assertThat(bare(program(), "--version").well()).contains("Plumbline ");
    assertThat(bare(program(), "--version").well()).startsWith("Plumbline ").hasLineCount(1);
    try (Stream<Path> files = Files.list(unpacked)) {
      assertThat(files.filter(f -> f.toString().endsWith(".aot")))
          .singleElement()
          .satisfies(cache -> assertThat(Files.size(cache)).isGreaterThan(1_000_000));
    }
    Path out = folder.resolve("the demo");
    assertThat(bare(program(), "demo", "--out", out.toString()).well())
        .contains("The report: ", "  Your own product: plumbline new my-product");
    assertThat(out.resolve("report.html")).exists();
    assertThat(out.resolve("dossier/product.yaml")).exists();
  }

  /** Nobody but the owner of the folder writes there; the cache then lies with the user. */
  @Test
  void aProgramInAFolderOfSomebodyElseKeepsItsCacheWithTheUser() throws Exception {
    Path image = Files.createDirectory(folder.resolve("foreign"));
    run("cp", "-R", unpacked + "/.", image.toString()).well();
    Path home = Files.createDirectory(folder.resolve("user"));
    run("sh", "-c", "rm -f '" + image + "'/*.aot; chmod a-w '" + image + "'").well();
    String start = "'" + image + "/bin/plumbline' --version";
    // Without its capabilities, root too may not write where nobody may.
    List<String> user = new ArrayList<>();
    if (isRoot()) {
      user.addAll(List.of("setpriv", "--bounding-set=-all", "--inh-caps=-all"));
    }
    user.addAll(List.of("env", "-i", "PATH=/usr/bin:/bin", "HOME=" + home, "sh", "-c", start));
    run(user.toArray(String[]::new)).well();

    assertThat(run(user.toArray(String[]::new)).well()).startsWith("Plumbline ").hasLineCount(1);
    try (Stream<Path> files = Files.list(home.resolve(".cache/plumbline"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void thePackageInstallsInAnEmptySystemAndRunsThere() throws Exception {
    Path script = Repository.at("verification/acceptance/src/test/resources/release/empty-system");
    List<String> command = new ArrayList<>(List.of("unshare", "--mount", "--net"));
    if (!isRoot()) {
      command.add("--map-root-user");
    }
    Path root = folder.resolve("system");
    command.addAll(List.of("bash", script.toString(), root.toString(), one(first, "_amd64.deb")));
    String said = run(command.toArray(String[]::new)).well();

    assertThat(said)
        .contains("Plumbline ", "The report: /tmp/out/report.html", "/tmp/pdf/report.pdf")
        .contains("Removing plumbline")
        .doesNotContain("prepares to start fast");
    assertThat(root.resolve("usr/lib/plumbline")).doesNotExist();
    assertThat(root.resolve("usr/bin/plumbline")).doesNotExist();
  }

  @Test
  void thePackageHasWhatDebianLooksFor() throws Exception {
    Path there = folder.resolve("package");
    run("dpkg-deb", "-x", one(first, "_amd64.deb"), there.toString()).well();
    Path share = there.resolve("usr/share");
    assertThat(share.resolve("bash-completion/completions/plumbline")).isNotEmptyFile();
    assertThat(share.resolve("zsh/vendor-completions/_plumbline")).isNotEmptyFile();
    assertThat(share.resolve("fish/vendor_completions.d/plumbline.fish")).isNotEmptyFile();
    assertThat(share.resolve("man/man1/plumbline-test.1.gz")).isNotEmptyFile();
    assertThat(share.resolve("doc/plumbline/copyright")).content().contains("Apache-2.0");
    assertThat(bare(there.resolve("usr/bin/plumbline").toString(), "--version").well())
        .contains("Plumbline ");
    assertThat(run("dpkg-deb", "-f", one(first, "_amd64.deb"), "Depends").well())
        .contains("libc6")
        .doesNotContain("jre", "jdk", "java");
  }

  @Test
  void theTextOfEachLicenceIsThere() throws Exception {
    List<String> wanted =
        Files.readAllLines(unpacked.resolve("THIRD-PARTY.md")).stream()
            .map(line -> line.split(" *\\| *"))
            .filter(cells -> cells.length > 4 && cells[1].contains(":"))
            .filter(cells -> !cells[3].equals("0BSD"))
            // Where there is a choice, it is taken under the licence of Plumbline.
            .filter(cells -> !List.of(cells[3].split(" or ", -1)).contains("Apache-2.0"))
            .map(cells -> cells[1].substring(cells[1].indexOf(':') + 1) + "-" + cells[2])
            .toList();
    String others = Files.readString(unpacked.resolve("licences/notices.txt"));
    assertThat(wanted)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            library ->
                assertThat(
                        Files.isDirectory(unpacked.resolve("licences").resolve(library))
                            || others.contains(library.replaceFirst("-[0-9.]+(-\\d+)?$", "")))
                    .as(library)
                    .isTrue());
  }

  @Test
  void theBillOfMaterialsNamesTheRuntime() throws Exception {
    assertThat(Files.readString(unpacked.resolve("sbom.cdx.json")))
        .contains("\"purl\" : \"pkg:generic/openjdk@" + Runtime.version().feature());
  }

  /** Nothing of the libraries ends in a class that the runtime does not have. */
  @Test
  void theRuntimeHasTheModulesThatTheJarsReferTo() throws Exception {
    Map<String, String> moduleOf = new HashMap<>();
    ModuleFinder.ofSystem()
        .findAll()
        .forEach(
            module ->
                module
                    .descriptor()
                    .packages()
                    .forEach(p -> moduleOf.put(p, module.descriptor().name())));
    Set<String> used = new TreeSet<>();
    try (Stream<Path> jars = Files.list(unpacked.resolve("program/lib"))) {
      for (Path jar : jars.toList()) {
        packages(jar).forEach(p -> Optional.ofNullable(moduleOf.get(p)).ifPresent(used::add));
      }
    }
    Path java = unpacked.resolve("runtime/bin/java");
    Set<String> had =
        run(java.toString(), "--list-modules")
            .well()
            .lines()
            .map(line -> line.replaceFirst("@.*", ""))
            .collect(Collectors.toSet());
    assertThat(used).contains("java.base", "jdk.httpserver");
    assertThat(had).containsAll(used);
  }

  private static Set<String> packages(Path jar) throws IOException {
    Set<String> packages = new TreeSet<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF")) {
          byte[] bytes = zip.getInputStream(entry).readAllBytes();
          StreamSupport.stream(ClassFile.of().parse(bytes).constantPool().spliterator(), false)
              .filter(ClassEntry.class::isInstance)
              .map(constant -> ((ClassEntry) constant).asInternalName())
              .filter(name -> name.indexOf('/') > 0 && !name.startsWith("["))
              .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
              .forEach(packages::add);
        }
      }
    }
    return packages;
  }
}

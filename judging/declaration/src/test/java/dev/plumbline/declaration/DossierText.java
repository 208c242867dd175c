package dev.plumbline.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.folder.DossierFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A dossier written in one text: each file is headed {@code # name}. A line that ends in {@code #
 * here} is the place of the problem that the text shows.
 */
public final class DossierText {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private static final Pattern HEAD = Pattern.compile("# ((?:[A-Za-z0-9_-]+/)?[A-Za-z0-9_.-]+)");
  private static final String MARK = "# here";

  private static final Map<EditionId, Catalogue> CATALOGUES =
      EditionId.all().stream()
          .collect(Collectors.toUnmodifiableMap(Function.identity(), CatalogueLoader::load));

  private final Map<String, String> files;

  private DossierText(Map<String, String> files) {
    this.files = files;
  }

  /** The edition with this version. */
  public static Catalogue catalogue(String edition) {
    return catalogue(EditionId.of(edition).orElseThrow());
  }

  public static Catalogue catalogue(EditionId edition) {
    return Objects.requireNonNull(CATALOGUES.get(edition));
  }

  /** The files of a text; product.yaml and ics.yaml are added where it has none. */
  public static DossierText of(String text, String edition) {
    Map<String, String> files = new LinkedHashMap<>();
    String current = "";
    for (String line : text.lines().toList()) {
      Matcher m = HEAD.matcher(line);
      if (m.matches()) {
        current = m.group(1);
        files.put(current, "");
      } else {
        assertThat(current).as("the text starts with '# file': %s", text).isNotEmpty();
        files.merge(current, line + "\n", String::concat);
      }
    }
    files.putIfAbsent("product.yaml", "edition: " + edition + "\n");
    files.putIfAbsent("ics.yaml", "edition: " + edition + "\n");
    return new DossierText(files);
  }

  /** The marked line; empty when the file as a whole is meant. */
  public Optional<Place> marked() {
    List<Place> places = new ArrayList<>();
    files.forEach(
        (name, text) -> {
          List<String> lines = text.lines().toList();
          for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).endsWith(MARK)) {
              places.add(new Place(name, i + 1, 0));
            }
          }
        });
    assertThat(places).as("at most one marked line").hasSizeLessThan(2);
    return places.stream().findFirst();
  }

  /** Writes the files below a directory. */
  Path write(Path directory) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return directory;
  }

  /** What the reader finds. */
  public List<Problem> read(Path directory) throws IOException {
    Problems problems = new Problems();
    DossierFolder.at(write(directory), Map.of()).open(problems);
    return problems.sorted();
  }

  Dossier open(Path directory) throws IOException {
    return DossierFolder.at(write(directory), Map.of()).open(new Problems()).orElseThrow();
  }

  /** What the check finds, for the edition that is asked for. */
  public List<Problem> check(Path directory, String edition) throws IOException {
    return DeclarationCheck.check(catalogue(edition), open(directory), TODAY);
  }

  public List<Problem> errors(Path directory, String edition) throws IOException {
    return DeclarationCheck.errors(catalogue(edition), open(directory), TODAY);
  }
}

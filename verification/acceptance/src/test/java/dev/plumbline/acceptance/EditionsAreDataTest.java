package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.core.UnitId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No code of the product names an edition, a table or a unit of a standard. */
class EditionsAreDataTest {
  private static final List<String> ROOMS =
      List.of("foundation", "model", "gathering", "judging", "reporting", "application");
  private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\\\n]*)\"");

  /** A table alone, or with a column or a row behind it; in a sentence it is an example. */
  private static final Pattern TABLE = Pattern.compile("\\d{1,2}-[A-Z][A-Za-z]{3,}([./].*)?");

  private static final Pattern CONSTANT = Pattern.compile("\\bV\\d_\\d_\\d\\b");

  @Test
  void noCodeNamesAnEditionATableOrAUnit() throws IOException {
    Set<String> names = names();
    List<String> found = new ArrayList<>();
    for (Path file : sources()) {
      String text = Files.readString(file);
      LITERAL
          .matcher(text)
          .results()
          .map(m -> m.group(1))
          .filter(l -> names.contains(l) || TABLE.matcher(l).matches())
          .forEach(l -> found.add(file.getFileName() + ": " + l));
      Matcher constant = CONSTANT.matcher(text);
      while (constant.find()) {
        found.add(file.getFileName() + ": " + constant.group());
      }
    }
    assertThat(found).isEmpty();
  }

  /** Versions, tables and units of every edition. */
  private static Set<String> names() {
    Set<String> names = new HashSet<>();
    for (Catalogue catalogue : CatalogueLoader.all().values()) {
      names.add(catalogue.edition().id().version());
      names.addAll(catalogue.tables().keySet());
      catalogue.units().keySet().stream().map(UnitId::value).forEach(names::add);
    }
    return names;
  }

  private static List<Path> sources() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String room : ROOMS) {
      try (Stream<Path> walk = Files.walk(Repository.at(room))) {
        walk.filter(f -> f.toString().contains("/src/main/java/"))
            .filter(f -> f.toString().endsWith(".java"))
            .sorted()
            .forEach(files::add);
      }
    }
    assertThat(files).hasSizeGreaterThan(500);
    return files;
  }
}

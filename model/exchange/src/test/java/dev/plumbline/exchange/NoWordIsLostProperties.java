package dev.plumbline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.exchange.layout.Layout;
import dev.plumbline.exchange.layout.Layouts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Words lost on an import: 0 untold. Each stands in the dossier, or in what the import tells. */
class NoWordIsLostProperties {
  private static final EditionId EDITION = EditionId.named("3.1.3");
  private static final List<Layout> LAYOUTS = Layouts.of(CatalogueLoader.load(EDITION));
  private static final Pattern WORD = Pattern.compile("qz\\d+k");

  /** The formats, and how a paper is written in each. */
  enum Format {
    XLSX,
    DOCX,
    ODS,
    ODT,
    MARKDOWN,
    CSV,
    JSON;

    Path write(RandomPaper paper, Path folder) {
      return switch (this) {
        case XLSX -> PaperFiles.xlsx(paper, folder.resolve("paper.xlsx"));
        case DOCX -> PaperFiles.docx(paper, folder.resolve("paper.docx"));
        case ODS -> PaperFiles.openDocument(paper, folder.resolve("paper.ods"), true);
        case ODT -> PaperFiles.openDocument(paper, folder.resolve("paper.odt"), false);
        case MARKDOWN -> PaperFiles.markdown(paper, folder.resolve("paper.md"));
        case CSV -> PaperFiles.csv(paper, folder);
        case JSON -> PaperFiles.json(paper, folder.resolve("paper.json"));
      };
    }
  }

  @Provide
  Arbitrary<RandomPaper> papers() {
    return Arbitraries.longs().map(seed -> RandomPaper.of(new Random(seed), LAYOUTS));
  }

  @Property(tries = 112, seed = "12", shrinking = ShrinkingMode.OFF)
  void everyWordIsInTheDossierOrTold(@ForAll("papers") RandomPaper paper, @ForAll Format format)
      throws IOException {
    Path folder = Files.createTempDirectory("paper");
    try {
      Path file = format.write(paper, folder);
      Set<String> lost = words(SourceWords.of(file));
      assertThat(lost).isNotEmpty();
      ExampleDossier dossier = ExampleDossier.blank(folder.resolve("dossier"), EDITION);
      Problems problems = new Problems();
      Delivery delivery = Delivery.read(file, Optional.of(EDITION), problems).orElseThrow();
      DossierUpdate.of(delivery, dossier.folder(), problems).write(dossier.folder());
      lost.removeAll(words(texts(dossier.directory())));
      delivery
          .told()
          .forEach(t -> lost.removeAll(words(t.text() + " " + t.where() + " " + t.why())));
      problems.sorted().stream().map(Problem::what).forEach(t -> lost.removeAll(words(t)));
      assertThat(lost).as(format + " " + paper).isEmpty();
    } finally {
      delete(folder);
    }
  }

  private static Set<String> words(String text) {
    Set<String> words = new TreeSet<>();
    WORD.matcher(text).results().map(MatchResult::group).forEach(words::add);
    return words;
  }

  private static String texts(Path folder) throws IOException {
    StringBuilder texts = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path yaml : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        texts.append(Files.readString(yaml)).append('\n');
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return texts.toString();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

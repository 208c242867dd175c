package dev.plumbline.importers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Problem;
import dev.plumbline.importers.genericcsv.GenericCsvImporter;
import dev.plumbline.importers.nmapxml.NmapXmlImporter;
import dev.plumbline.importers.sarif.SarifImporter;
import dev.plumbline.importers.syftjson.SyftJsonImporter;
import dev.plumbline.importers.trufflehogjsonl.TrufflehogJsonlImporter;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImportTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file that is refused is refused with the id of its kind, and nothing of it is kept. */
class RefusalsTest {
  record Refused(ImportRefusal as, Importer importer, String text, int line) {
    @Override
    public String toString() {
      return as + " by " + importer.spec().id();
    }
  }

  @TempDir private Path folder;

  static List<Refused> refused() {
    return List.of(
        new Refused(ImportRefusal.MALFORMED, new NmapXmlImporter(), "<nmaprun>\n<a></b>", 2),
        new Refused(ImportRefusal.MALFORMED, new SyftJsonImporter(), "{\n\"a\": nope}", 2),
        new Refused(ImportRefusal.CUT_OFF, new NmapXmlImporter(), "<nmaprun>\n<host>", 2),
        new Refused(ImportRefusal.CUT_OFF, new SyftJsonImporter(), "{\n\"artifacts\": [", 2),
        new Refused(ImportRefusal.OTHER_FORMAT, new NmapXmlImporter(), "\n<html/>", 2),
        new Refused(ImportRefusal.OTHER_FORMAT, new SyftJsonImporter(), "{}", 0),
        new Refused(ImportRefusal.UNSUPPORTED, new SarifImporter(), "{\"version\": \"1.0\"}", 0),
        new Refused(ImportRefusal.TOO_LARGE, new SyftJsonImporter(), "\n" + "[".repeat(100_000), 0),
        new Refused(
            ImportRefusal.TOO_LARGE, new NmapXmlImporter(), "<nmaprun>" + "<a>".repeat(100_000), 1),
        new Refused(ImportRefusal.EMPTY, new TrufflehogJsonlImporter(), "", 0),
        new Refused(ImportRefusal.EMPTY, new SyftJsonImporter(), "", 0),
        new Refused(ImportRefusal.MAPPING, new GenericCsvImporter(), "a,b\n1,2\n", 0));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void eachKindHasItsIdItsPlaceAndWhatToDo(Refused refused) throws IOException {
    ImportReport report =
        ImportTrial.at("192.0.2.10")
            .read(
                refused.importer(), Files.writeString(folder.resolve("file.txt"), refused.text()));
    Problem problem = report.problems().getFirst();
    assertThat(problem.id()).as("%s", problem).isEqualTo(refused.as().id());
    assertThat(problem.place().line()).as("%s", problem).isEqualTo(refused.line());
    assertThat(problem.remedy()).isEqualTo(refused.as().remedy());
    assertThat(report.read()).isFalse();
    assertThat(report.observations()).isEmpty();
  }

  @Test
  void eachKindIsShown() {
    Set<ImportRefusal> shown = refused().stream().map(Refused::as).collect(Collectors.toSet());
    assertThat(shown).isEqualTo(EnumSet.allOf(ImportRefusal.class));
  }

  @Test
  void noTwoKindsShareAnIdOrARemedy() {
    assertThat(Stream.of(ImportRefusal.values()).map(ImportRefusal::id)).doesNotHaveDuplicates();
    assertThat(Stream.of(ImportRefusal.values()).map(ImportRefusal::remedy))
        .doesNotHaveDuplicates()
        .allMatch(r -> r.endsWith("; nothing of this file was kept."));
  }
}

package dev.plumbline.exchange;

import static dev.plumbline.exchange.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Problem;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Statement;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks as laboratories hand them out, and other forms than ours. */
class LaboratoryFilesTest {
  @TempDir private Path directory;
  private ExampleDossier dossier = new ExampleDossier(Path.of(""));

  @BeforeEach
  void blank() {
    dossier = ExampleDossier.blank(directory.resolve("dossier"), EditionId.named("3.1.3"));
  }

  private List<String> workbook(Consumer<XSSFWorkbook> content) {
    return takes(Workbooks.write(directory.resolve("lab.xlsx"), content));
  }

  private List<String> takes(Path file) {
    return dossier.takes(file).stream().map(Problem::id).toList();
  }

  private Path text(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content);
  }

  private Path openDocument(String name, String kind, String body) throws IOException {
    Path file = directory.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("mimetype"));
      zip.write(("application/vnd.oasis.opendocument." + kind).getBytes(StandardCharsets.US_ASCII));
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write(
          ("<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x'><office:body>"
                  + body
                  + "</office:body></office:document-content>")
              .getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private static String cells(String... texts) {
    StringBuilder row = new StringBuilder("<table:table-row>");
    for (String t : texts) {
      row.append("<table:table-cell><text:p>").append(t).append("</text:p></table:table-cell>");
    }
    return row.append("</table:table-row>").toString();
  }

  private IxitEntry entry(String subject) {
    return dossier.open().ixit().entry(subject).orElseThrow();
  }

  @Test
  void rowsThatExplainTheColumnsAreNoEntries() {
    List<String> told =
        workbook(
            b -> {
              XSSFSheet s = b.createSheet("IXIT 7-UpdMech");
              row(s, 0, 0, "ID", "Description", "Update Checking");
              row(s, 1, 0, "Mandatory", "Mandatory", "Optional");
              row(s, 2, 0, "Unique identifier of the mechanism", "What is updated", "How often");
              row(s, 3, 0, "Air", "over the air", "daily");
            });
    assertThat(dossier.open().ixit().entries("7-UpdMech"))
        .extracting(IxitEntry::id)
        .containsExactly("Air");
    assertThat(told).containsOnly("PLB-9531");
  }

  @Test
  void sheetsForDeviceAndSupplierNameTheProduct() {
    workbook(
        b -> {
          XSSFSheet dut = b.createSheet("DUT");
          row(dut, 0, 0, "Hub 7");
          row(dut, 1, 0, "Name");
          row(dut, 2, 0, "H-7");
          row(dut, 3, 0, "Model");
          XSSFSheet maker = b.createSheet("Supplier");
          row(maker, 0, 0, "Name", "Other Ltd");
          row(maker, 1, 0, "Street", "Long Road 1");
        });
    assertThat(dossier.open().product().manufacturer()).isEqualTo("Other Ltd");
    assertThat(dossier.open().product().name()).isEqualTo("Hub 7");
    assertThat(dossier.open().product().model()).isEqualTo("H-7");
  }

  @Test
  void aFormAsksOneQuestionALine() {
    workbook(
        b -> {
          XSSFSheet s = b.createSheet("Features");
          row(s, 0, 0, "Question", "Answer", "Comment");
          row(s, 1, 0, "(a) Are there passwords?", "Yes", "one each");
          row(s, 2, 0, "(w) Is telemetry collected?", "No, nothing", "");
        });
    assertThat(dossier.open().ics().features().get("a"))
        .extracting(Statement::holds)
        .isEqualTo(true);
    assertThat(dossier.open().ics().features().get("w"))
        .extracting(Statement::because)
        .isEqualTo("nothing");
  }

  @Test
  void spreadsheetsOfOpenDocumentAreRead() throws IOException {
    takes(
        openDocument(
            "lab.ods",
            "spreadsheet",
            "<table:table table:name='7-UpdMech'>"
                + cells("ID", "Description")
                + "<table:table-row table:number-rows-repeated='3'><table:table-cell/></table:table-row>"
                + cells("Air", "over the air")
                + "</table:table>"));
    assertThat(entry("7-UpdMech/Air").text("description")).isEqualTo("over the air");
  }

  @Test
  void textDocumentsOfOpenDocumentAreRead() throws IOException {
    takes(
        openDocument(
            "lab.odt",
            "text",
            "<text:h text:outline-level='1'>IXIT 7-UpdMech</text:h><table:table table:name='T1'>"
                + cells("ID", "Description")
                + cells("Air", "over <text:span>the</text:span> air")
                + "</table:table>"));
    assertThat(entry("7-UpdMech/Air").text("description")).isEqualTo("over the air");
  }

  @Test
  void whatIsNoOpenDocumentIsRefused() throws IOException {
    assertThat(takes(text("lab.ods", "no zip"))).containsExactly("PLB-9510");
    assertThat(takes(openDocument("lab.odt", "graphics", "")).getFirst()).isEqualTo("PLB-9510");
  }

  @Test
  void tablesWithCommasAreRead() throws IOException {
    takes(text("7-UpdMech.csv", "ID;Description\nAir;\"over; the air\"\n"));
    assertThat(entry("7-UpdMech/Air").text("description")).isEqualTo("over; the air");
  }

  @Test
  void jsonIsReadByTheNamesOfItsTables() throws IOException {
    List<String> told =
        takes(
            text(
                "lab.json",
                """
                {"tool": "other", "ixit": {
                  "7-UpdMech": [{"id": "Air", "description": "over the air"}],
                  "13-SoftServ": {"Web": {"description": "page", "allowsConfiguration": true}},
                  "4-Conf": {"confirmationOfSecureManagement": false}}}
                """));
    assertThat(entry("7-UpdMech/Air").text("description")).isEqualTo("over the air");
    assertThat(entry("13-SoftServ/Web").flag("allowsConfiguration")).contains(true);
    assertThat(entry("4-Conf/record").flag("confirmationOfSecureManagement")).contains(false);
    assertThat(told).containsExactly("PLB-9520");
    assertThat(takes(text("broken.json", "{"))).containsExactly("PLB-9510");
  }
}

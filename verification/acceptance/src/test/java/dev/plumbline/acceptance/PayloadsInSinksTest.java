package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.acceptance.Payloads.Payload;
import dev.plumbline.app.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Foreign text is text: a dossier whose every text is a payload, written in every form there is,
 * opened in Chromium and LibreOffice and printed.
 */
@Tag("peers")
class PayloadsInSinksTest {
  /** Of 150 payloads with a number in their text, how many files show that show the most. */
  private static final Map<String, Long> REACH =
      Map.of(
          "report.html", 150L,
          "diff.html", 140L,
          "result.json", 150L,
          "result.csv", 140L,
          "result.sarif", 140L,
          "junit.xml", 140L,
          "oscal-ar.json", 130L,
          "attestation.cdx.json", 130L,
          "export.md", 140L,
          "summary.md", 40L);

  private static final Set<Integer> UNSEEN =
      Set.of(
          (int) Character.CONTROL,
          (int) Character.FORMAT,
          (int) Character.SURROGATE,
          (int) Character.LINE_SEPARATOR,
          (int) Character.PARAGRAPH_SEPARATOR);

  /** Text between backquotes, where nothing is markup. */
  private static final Pattern CODE = Pattern.compile("(?<![\\\\`])(`+)(?!`)[^\n]*?(?<!`)\\1(?!`)");

  @TempDir static Path temporary;
  private static LoopbackPages pages;
  private static Payloads payloads;
  private static Path out;
  private static final Map<String, String> PRINTED = new LinkedHashMap<>();

  @BeforeAll
  static void everythingIsWritten() throws IOException {
    pages = new LoopbackPages();
    payloads = Payloads.load(pages.origin());
    Path dossier =
        HostileDossier.of("sound-camera", temporary.resolve("camera"), payloads).folder();
    Path sound = Repository.at("examples/sound-camera");
    out = Files.createDirectories(temporary.resolve("out"));
    printed("check", dossier);
    printed("judge", dossier);
    printed("plan", dossier);
    printed("gaps", dossier);
    printed("status", dossier);
    printed("explain", dossier, "5.1-1-1a");
    printed("catalogue", "attacks", "--against", dossier);
    printed("delta", dossier);
    printed("stats", dossier);
    printed("driver", "show", dossier);
    printed("test", dossier, "--dry-run");
    printed("walk", dossier, "--cards", "--all");
    printed("diff", sound, dossier);
    printed("diff", sound, dossier, "--format", "html", "-o", out.resolve("diff.html"));
    printed("schemes", "for", dossier);
    printed("schemes", "for", dossier, "--format", "html", "-o", out.resolve("labels.html"));
    printed("portfolio", dossier, "--html", out.resolve("portfolio.html"));
    String formats = String.join(",", Reports.formats().stream().map(f -> f.id()).toList());
    printed("report", dossier, "--format", formats, "--out", out);
    for (String format : List.of("xlsx", "docx", "md")) {
      printed("export", dossier, "--format", format, "-o", out.resolve("export." + format));
    }
    for (String format : List.of("html", "docx", "md")) {
      Path folder = out.resolve("documents-" + format);
      printed("documents", "write", dossier, "all", "--format", format, "-o", folder);
    }
  }

  private static void printed(Object... command) {
    Cli ran = Cli.run(command);
    assertThat(ran.code()).as("%s\n%s", List.of(command), ran.err()).isIn(0, 1, 10, 11);
    PRINTED.put(String.valueOf(List.of(command)), ran.out() + ran.err());
  }

  @AfterAll
  static void closed() {
    pages.close();
  }

  @Test
  void nothingRunsAndNothingIsAskedForInABrowser() throws Exception {
    Map<String, String> html = new TreeMap<>();
    for (Path file : files("html")) {
      String text = Files.readString(file);
      html.put(name(file), text);
      // The page's own policy forbids scripts: the escaping has to hold without it.
      html.put(name(file) + "-without-policy", withoutPolicy(text));
    }
    html.put(
        "badge", "<!doctype html><title>x</title>" + Files.readString(out.resolve("badge.svg")));
    pages.asked().clear();
    String told = pages.opened(html, temporary.resolve("browser"));
    assertThat(told.lines().findFirst()).contains("ran: ");
    assertThat(told.lines().skip(1)).hasSameSizeAs(html.keySet());
    assertThat(told.lines().skip(1)).allMatch(l -> l.matches("\\S+ complete *"));
    assertThat(pages.asked()).isEmpty();
  }

  private static String withoutPolicy(String page) {
    String without = page.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
    assertThat(without).as("a page with a policy").isNotEqualTo(page);
    return without;
  }

  /** The browser and the counter of requests can tell. */
  @Test
  void payloadsOutsideOfTextRunAndAsk() throws Exception {
    Map<String, String> html = new TreeMap<>();
    payloads.all().stream()
        .filter(p -> Set.of("handler", "address", "style").contains(p.kind()))
        .forEach(p -> html.put("p" + p.number(), "<!doctype html><p>" + p.text() + "</p>"));
    try (LoopbackPages unsafe = new LoopbackPages()) {
      html.replaceAll((n, text) -> text.replace(pages.origin(), unsafe.origin()));
      String told = unsafe.opened(html, temporary.resolve("unsafe"));
      assertThat(told.lines().findFirst().orElse("").split(" ")).hasSizeGreaterThan(20);
      assertThat(unsafe.asked().stream().distinct()).hasSizeGreaterThan(15);
    }
  }

  private static List<Path> files(String... endings) throws IOException {
    try (Stream<Path> walk = Files.walk(out)) {
      return walk.filter(Files::isRegularFile)
          .filter(f -> List.of(endings).stream().anyMatch(e -> f.toString().endsWith("." + e)))
          .sorted()
          .toList();
    }
  }

  private static String name(Path file) {
    return out.relativize(file).toString().replaceAll("[^A-Za-z0-9]", "-");
  }

  /** A formula that somebody put into a file, and a page that an office program would ask for. */
  @Test
  void noCellIsAFormulaAndNothingIsAskedForInAnOfficeProgram() throws Exception {
    Path control = temporary.resolve("control.csv");
    Files.writeString(control, "a,=1+1,c\n");
    pages.asked().clear();
    List<Path> tables = new ArrayList<>(files("csv", "xlsx"));
    tables.add(control);
    Map<String, String> sheets = office(tables, "fods");
    assertThat(sheets).hasSize(3);
    assertThat(live(sheets.get("control.csv"))).as("a formula is told").isNotEmpty();
    Map<String, String> documents = office(files("docx"), "fodt");
    assertThat(documents).hasSizeGreaterThan(8);
    sheets.remove("control.csv");
    documents.putAll(sheets);
    documents.forEach((name, text) -> assertThat(live(text)).as(name).isEmpty());
    assertThat(pages.asked()).isEmpty();
  }

  /** Formulas, and what would fetch or run something. */
  private static List<String> live(@Nullable String document) {
    String address = "href=\"http://" + pages.origin();
    return Stream.of("table:formula=", "dde-", "event-listener", address)
        .filter(String.valueOf(document)::contains)
        .toList();
  }

  /** What LibreOffice makes of files, by their names. */
  private static Map<String, String> office(List<Path> files, String form)
      throws IOException, InterruptedException {
    Path made = Files.createDirectories(temporary.resolve(form));
    List<String> command =
        new ArrayList<>(
            List.of(
                "soffice",
                "-env:UserInstallation=" + temporary.resolve("office").toUri(),
                "--headless",
                "--convert-to",
                form,
                "--outdir",
                made.toString()));
    files.forEach(f -> command.add(f.toString()));
    Path log = temporary.resolve("log");
    Process office =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(office.waitFor()).as(Files.readString(log)).isZero();
    Map<String, String> texts = new TreeMap<>();
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      Path result = made.resolve(name.substring(0, name.lastIndexOf('.')) + "." + form);
      texts.put(name, Files.readString(result));
    }
    return texts;
  }

  @Test
  void whatCommandsPrintCannotDriveATerminal() {
    PRINTED.forEach((command, text) -> assertThat(unseen(text, "\n")).as(command).isEmpty());
    assertThat(PRINTED.values()).anyMatch(t -> t.contains("\\u001b[2J"));
  }

  @Test
  void noFileHoldsACharacterThatNobodySees() throws IOException {
    List<Path> texts = files("html", "json", "sarif", "xml", "csv", "svg", "md", "txt");
    assertThat(texts).hasSizeGreaterThan(30);
    for (Path file : texts) {
      assertThat(unseen(Files.readString(file), "\n\r")).as("%s", file).isEmpty();
    }
  }

  /** Controls, marks of direction, characters without a shape, separators and halves. */
  private static Set<String> unseen(String text, String allowed) {
    Set<String> found = new TreeSet<>();
    text.codePoints()
        .filter(c -> UNSEEN.contains(Character.getType(c)) && allowed.indexOf(c) < 0)
        .forEach(c -> found.add(Integer.toHexString(c)));
    return found;
  }

  /** A payload that breaks out of its text breaks the file, or vanishes from it. */
  @Test
  void everyFileIsWholeAndHoldsThePayloadsAsText() throws Exception {
    for (Path file : files("json", "sarif")) {
      Set<String> texts = new HashSet<>();
      collect(JsonMapper.shared().readTree(Files.readString(file)), texts);
      reaches(file, String.join("\n", texts));
    }
    for (Path file : files("xml", "svg")) {
      var made = DocumentBuilderFactory.newInstance();
      made.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      made.newDocumentBuilder().parse(file.toFile());
      reaches(file, Jsoup.parse(Files.readString(file), "", Parser.xmlParser()).outerHtml());
    }
    for (Path file : files("html", "csv", "md")) {
      String text = Files.readString(file);
      reaches(
          file,
          text.startsWith("<!") && file.toString().endsWith(".html")
              ? Jsoup.parse(text).wholeText()
              : text);
    }
  }

  private static void collect(JsonNode node, Set<String> texts) {
    if (node.isString()) {
      texts.add(node.stringValue());
    }
    node.forEach(n -> collect(n, texts));
  }

  private static void reaches(Path file, String text) {
    Long most = REACH.get(String.valueOf(file.getFileName()));
    if (most != null) {
      long held =
          payloads.all().stream()
              .map(Payload::number)
              .filter(n -> text.contains("/asked/" + n) || text.contains("push(" + n + ")"))
              .count();
      assertThat(held).as("payloads in %s", file).isGreaterThanOrEqualTo(most);
    }
  }

  @Test
  void nothingInTheDocumentForPrintingActs() throws IOException {
    for (Path file : files("pdf")) {
      try (PDDocument document = Loader.loadPDF(file.toFile())) {
        for (var key : document.getDocument().getXrefTable().keySet()) {
          if (document.getDocument().getObjectFromPool(key).getObject()
              instanceof COSDictionary d) {
            assertThat(d.keySet())
                .as("%s", d)
                .doesNotContain(
                    COSName.JS, COSName.AA, COSName.OPEN_ACTION, COSName.EF, COSName.URI);
          }
        }
      }
    }
  }

  /** Marks that are shown are escaped or stand in code. */
  @Test
  void nothingInMarkdownIsALinkAPictureOrATag() throws IOException {
    for (Path file : files("md")) {
      String text = CODE.matcher(Files.readString(file)).replaceAll("");
      assertThat(text)
          .as("%s", file)
          .doesNotContainPattern("(?<!\\\\)<(?!!-- |br>|/?details|/?summary)");
      assertThat(text).as("%s", file).doesNotContainPattern("(?<!\\\\)\\](?:\\(|:)");
    }
  }
}

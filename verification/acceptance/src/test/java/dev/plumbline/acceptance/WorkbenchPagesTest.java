package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.team.AuthorKeys;
import dev.plumbline.capture.kit.Connection;
import dev.plumbline.capture.kit.Pcap;
import dev.plumbline.core.Digest;
import dev.plumbline.dossier.EvidenceNote;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.dossier.folder.DossierWriter;
import dev.plumbline.workbench.Workbench;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the workbench in Chromium: keys, axe, narrow windows, and hostile text. */
@Tag("peers")
class WorkbenchPagesTest {
  private static final String ITEM = "5.6-1-2c%40DUT";

  /** Pages of one product, behind its path. */
  private static final List<String> PAGES =
      List.of(
          "",
          "/provision?id=5.1-3",
          "/explain?item=" + ITEM,
          "/decide",
          "/decide?show=all&item=" + ITEM,
          "/decide?unit=9",
          "/row?row=1-AuthMech/AuthMech-1",
          "/ics?id=5.1-5",
          "/ics?id=14",
          "/ixit?table=1-AuthMech&row=AuthMech-1",
          "/ixit?table=10-SecParam&new=1",
          "/ixit?table=4-Conf",
          "/test",
          "/attacks",
          "/review",
          "/signoff",
          "/interview",
          "/drafts",
          "/labels",
          "/documents",
          "/differences",
          "/differences?edition=2.1.1",
          "/differences?with=hostile",
          "/impact",
          "/import",
          "/reports",
          "/confirm");

  /** One grey point. */
  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCB2kUIOwAAAABJRU5ErkJggg==");

  @TempDir static Path temporary;
  private static LoopbackPages foreign;
  private static Payloads payloads;
  private static Workbench workbench;
  private static Browser browser;
  private static String origin;

  @BeforeAll
  static void start() throws Exception {
    foreign = new LoopbackPages();
    payloads = Payloads.load(foreign.origin());
    Path camera = Repository.copyOfExample("careless-camera", temporary.resolve("camera"));
    Path hostile =
        HostileDossier.of("sound-camera", temporary.resolve("hostile"), payloads).folder();
    for (Path folder : List.of(camera, hostile)) {
      keep(folder, transcript().getBytes(StandardCharsets.UTF_8), "A transcript");
      keep(folder, capture(), "A capture");
      keep(folder, PICTURE, payloads.all().getFirst().text());
    }
    workbench =
        Workbench.start(
            List.of(camera, hostile),
            0,
            new AuthorKeys(temporary.resolve("keys")),
            Clock.systemUTC());
    browser = Browser.start(temporary.resolve("profile"));
    browser.before("window.ran = []; window.asked = [];");
    browser.withoutPolicies();
    String link = workbench.address().toString();
    origin = link.replaceFirst("/login.*", "");
    browser.open(link);
  }

  /** What a device may have answered: each payload on a line of its own. */
  private static String transcript() {
    return payloads.all().stream()
        .map(Payloads.Payload::text)
        .collect(Collectors.joining("\r\n", "HTTP/1.1 200 OK\r\n", "\r\n"));
  }

  /** The same in packets, each payload in one. */
  private static byte[] capture() {
    Connection all = new Connection("192.0.2.77", 40_000, "127.88.2.1", 80).open();
    payloads.all().forEach(p -> all.server(p.text()));
    return Pcap.ethernet().ip(all.packets()).done();
  }

  private static void keep(Path folder, byte[] bytes, String what) throws Exception {
    EvidenceNote note = new EvidenceNote(what, "", "", "", "Ann", Instant.EPOCH, "1");
    try (DossierWriter writer = DossierFolder.at(folder).write()) {
      writer.storeEvidence(bytes, note);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    browser.close();
    workbench.close();
    foreign.close();
  }

  @BeforeEach
  void desk() throws Exception {
    browser.window(1280, 900, false);
  }

  private static List<String> pages(String product) {
    List<String> pages =
        new ArrayList<>(List.of("/", "/me", "/portfolio", "/statistics", "/nowhere"));
    PAGES.forEach(p -> pages.add("/p/" + product + p));
    String text = Digest.of(transcript()).hex();
    pages.add("/p/" + product + "/evidence/" + text);
    pages.add("/p/" + product + "/evidence/" + text + "?from=17&length=900");
    pages.add("/p/" + product + "/evidence/" + Digest.of(PICTURE).hex());
    String packets = Digest.of(capture()).hex();
    pages.add("/p/" + product + "/evidence/" + packets);
    pages.add("/p/" + product + "/evidence/" + packets + "?frames=4,5,7,99999");
    return pages;
  }

  @Test
  void aTesterDecidesWithTwoKeysBesideTheReason() throws Exception {
    browser.open(origin + "/p/camera/decide");
    browser.eval("document.querySelector('#by').value = 'A. Assessor'");
    String first = item();
    int waiting = number("document.querySelectorAll('#queue a').length");
    for (int i = 0; i < 8; i++) {
      String before = item();
      browser.press("f", false);
      browser.until("document.activeElement.id === 'reason'");
      browser.type("Seen in run " + i + ".");
      browser.press("Enter", true);
      browser.until(
          "document.querySelector('#card').getAttribute('aria-label') !== '"
              + before.replace("'", "\\'")
              + "' && document.activeElement.id === 'card'");
    }
    assertThat(number("document.querySelectorAll('#queue a').length")).isEqualTo(waiting - 8);
    List<String> record = Files.readAllLines(temporary.resolve("camera/record/decisions.jsonl"));
    assertThat(record).hasSize(8).last().asString().contains("Seen in run 7.");
    assertThat(item()).isNotEqualTo(first);
    browser.press("u", false);
    browser.until("document.body.textContent.includes('Taken back by A. Assessor.')");
    assertThat(Files.readAllLines(temporary.resolve("camera/record/decisions.jsonl"))).hasSize(9);
  }

  private static String item() throws Exception {
    return browser.eval("document.querySelector('#card').getAttribute('aria-label')");
  }

  private static int number(String script) throws Exception {
    return Integer.parseInt(browser.eval(script));
  }

  /** A browser names the origin of our own forms only where the referrer policy lets it. */
  @Test
  void aFormWithoutScriptsIsTakenForOurOwn() throws Exception {
    browser.open(origin + "/me");
    browser.eval(
        "document.querySelector('#name').value = 'P. Person';"
            + "document.querySelector('#name').form.submit()");
    browser.until("location.pathname === '/' && document.readyState === 'complete'");
    assertThat(browser.eval("document.querySelector('.person').textContent"))
        .isEqualTo("P. Person");
  }

  @Test
  void keysWalkSearchAndHelp() throws Exception {
    browser.open(origin + "/p/camera/decide?show=all");
    String first = item();
    browser.press("j", false);
    String label = "document.querySelector('#card').getAttribute('aria-label')";
    // The page takes the focus to the card when it has settled.
    String settled = " && document.activeElement.id === 'card'";
    browser.until(label + " !== '" + first + "'" + settled);
    browser.press("k", false);
    browser.until(label + " === '" + first + "'" + settled);
    browser.press("/", false);
    browser.until("document.activeElement.id === 'search'");
    browser.type("jpf");
    assertThat(browser.eval("document.querySelector('#search').value")).isEqualTo("jpf");
    browser.press("Escape", false);
    browser.until("document.activeElement.id === 'card'");
    browser.press("?", false);
    browser.until("document.querySelector('#keys').open");
    browser.press("Escape", false);
    browser.until("!document.querySelector('#keys').open");
  }

  @Test
  void noPageHasAFaultByAxe() throws Exception {
    Axe axe = new Axe(browser);
    List<String> faults = new ArrayList<>();
    for (String page : pages("camera")) {
      browser.open(origin + page);
      faults.addAll(axe.faults(page));
    }
    assertThat(faults).isEmpty();
  }

  /** WCAG 1.4.10: 320 pixels are 1280 at 400 %. */
  @Test
  void everyPageFitsInto320Pixels() throws Exception {
    for (String page : pages("camera")) {
      browser.open(origin + page);
      browser.window(320, 800, false);
      assertThat(number("document.documentElement.scrollWidth")).as(page).isLessThanOrEqualTo(320);
    }
  }

  @Test
  void hostileTextIsTextAlsoWithoutTheContentPolicy() throws Exception {
    foreign.asked().clear();
    List<String> pages = new ArrayList<>(pages("hostile"));
    payloads.all().stream()
        .map(p -> java.net.URLEncoder.encode(p.text(), StandardCharsets.UTF_8))
        .filter(p -> p.length() < 400)
        .limit(40)
        .forEach(
            p ->
                pages.add("/p/hostile/decide?q=" + p + "&unit=" + p + "&row=" + p + "&saved=" + p));
    for (String page : pages) {
      browser.open(origin + page);
      assertThat(
              browser.eval(
                  "window.ran.join() + [...document.querySelectorAll('*')].filter(e =>"
                      + " ['IFRAME', 'OBJECT', 'EMBED', 'BASE'].includes(e.tagName)"
                      + " || (e.tagName === 'SCRIPT' && !/^\\/assets\\//.test(e.getAttribute('src')))"
                      + " || [...e.attributes].some(a => a.name.startsWith('on')"
                      + " || /^\\s*(javascript|data|vbscript):/i.test(a.value)))"
                      + ".map(e => e.outerHTML.slice(0, 100)).join()"))
          .as(page)
          .isEmpty();
    }
    assertThat(foreign.asked()).isEmpty();
  }

  @Test
  void hostileTextThatAPersonWritesIsTextToo() throws Exception {
    foreign.asked().clear();
    List<Payloads.Payload> some =
        payloads.inYaml().all().stream().filter(p -> p.number() % 20 == 0).toList();
    for (Payloads.Payload payload : some) {
      browser.open(origin + "/p/hostile/decide");
      String before = item();
      browser.eval(
          "document.querySelector('input[value=FAIL]').checked = true;"
              + "document.querySelector('#reason').value = "
              + literal("x" + payload.text())
              + ";document.querySelector('#remedy').value = "
              + literal(payload.text())
              + ";document.querySelector('#by').value = "
              + literal("x" + payload.text())
              + ";document.querySelector('#decision').requestSubmit()");
      browser.until(
          "document.querySelector('#card').getAttribute('aria-label') !== " + literal(before));
      browser.open(origin + "/p/hostile/decide?show=decided");
      assertThat(browser.eval("window.ran.join()")).as(payload.text()).isEmpty();
    }
    assertThat(some).hasSizeGreaterThan(5);
    assertThat(foreign.asked()).isEmpty();
  }

  private static String literal(String text) {
    return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(text);
  }

  @Test
  void draggedAndPastedFilesAreAttached() throws Exception {
    browser.open(origin + "/p/hostile/decide");
    String item = item();
    browser.eval(
        "document.querySelector('#by').value = 'A. Assessor';"
            + "document.querySelector('input[value=PASS]').checked = true;"
            + "document.querySelector('#reason').value = 'As the files show.';"
            + "window.drag = new DataTransfer();"
            + "drag.items.add(new File(['dragged here'], 'drag.txt', {type: 'text/plain'}));"
            + "document.querySelector('#card').dispatchEvent("
            + "  new DragEvent('drop', {dataTransfer: drag, bubbles: true, cancelable: true}));"
            + "window.paste = new DataTransfer();"
            + "paste.items.add(new File(['pasted here'], 'image.png', {type: 'image/png'}));"
            + "paste.items.add(new File(['left out'], 'other.txt', {type: 'text/plain'}));"
            + "document.dispatchEvent(new ClipboardEvent('paste',"
            + "  {clipboardData: paste, bubbles: true, cancelable: true}));"
            + "document.querySelector('.chosen li:last-child button').click();");
    assertThat(browser.eval("document.querySelector('.chosen').textContent"))
        .contains("drag.txt", "pasted-2.png")
        .doesNotContain("other.txt");
    browser.eval("document.querySelector('#decision').requestSubmit()");
    browser.until(
        "document.querySelector('#card').getAttribute('aria-label') !== " + literal(item));
    assertThat(Files.readString(temporary.resolve("hostile/evidence.yaml")))
        .contains(
            "drag.txt",
            "pasted-2.png",
            Digest.of("dragged here").hex(),
            Digest.of("pasted here").hex())
        .doesNotContain("other.txt");
  }
}

package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.team.AuthorKeys;
import dev.plumbline.workbench.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pictures of docs/workbench.md, which {@code -Dplumbline.update=true} takes anew: three
 * example products, and two decisions of an engineer that wait for an assessor.
 */
@Tag("peers")
class WorkbenchPicturesTest {
  /** The eight main pages, by the names of their pictures. */
  private static final Map<String, String> PICTURES =
      Map.of(
          "products", "/",
          "overview", "/p/camera",
          "interview", "/p/camera/interview",
          "ixit", "/p/camera/ixit?table=1-AuthMech&row=AuthMech-1",
          "test", "/p/camera/test",
          "decide", "/p/camera/decide",
          "review", "/p/camera/review",
          "explain", "/p/camera/explain?item=5.6-1-2c%40DUT");

  /** Why an engineer fails the first items of the camera. */
  private static final List<String> REASONS =
      List.of(
          "The label of a second unit shows the same password.",
          "Both units count up from the same number.");

  @TempDir static Path temporary;

  private static Path picture(String name) {
    return Repository.at("docs/images/workbench-" + name + ".png");
  }

  @Test
  void thePicturesOfTheDocumentsAreThere() throws Exception {
    if (Repository.UPDATE) {
      takeAll();
    }
    for (String name : PICTURES.keySet()) {
      assertThat(Files.size(picture(name))).as(name).isGreaterThan(10_000);
    }
  }

  private static void takeAll() throws Exception {
    Path camera = example("careless-camera", "camera");
    Files.writeString(camera.resolve("policy.yaml"), "review: [FAIL]\n");
    List<Path> folders =
        List.of(camera, example("smart-lock", "lock"), example("sensor-tag", "tag"));
    try (Workbench workbench =
            Workbench.start(
                folders, 0, new AuthorKeys(temporary.resolve("keys")), Clock.systemUTC());
        Browser browser = Browser.start(temporary.resolve("profile"))) {
      browser.window(1280, 900, false);
      String link = workbench.address().toString();
      browser.open(link);
      String origin = link.replaceFirst("/login.*", "");
      decide(browser, origin);
      call(browser, origin, "A. Assessor");
      for (Map.Entry<String, String> page : PICTURES.entrySet()) {
        browser.open(origin + page.getValue());
        browser.eval(
            "document.body.innerHTML = document.body.innerHTML.replaceAll('"
                + temporary
                + "', 'products')");
        browser.picture(picture(page.getKey()), false);
      }
    }
  }

  private static Path example(String name, String folder) throws Exception {
    return Repository.copyOfExample(name, temporary.resolve(folder));
  }

  private static void decide(Browser browser, String origin) throws Exception {
    call(browser, origin, "E. Engineer");
    browser.open(origin + "/p/camera/decide");
    for (String reason : REASONS) {
      String before = browser.eval("document.querySelector('#card').getAttribute('aria-label')");
      browser.press("f", false);
      browser.until("document.activeElement.id === 'reason'");
      browser.type(reason);
      browser.press("Enter", true);
      browser.until(
          "document.querySelector('#card').getAttribute('aria-label') !== '" + before + "'");
    }
  }

  /** Says who sits at the workbench. */
  private static void call(Browser browser, String origin, String name) throws Exception {
    browser.open(origin + "/me");
    browser.eval("document.querySelector('#name').value = '" + name + "'; window.old = true;");
    browser.eval("document.querySelector('#name').form.requestSubmit()");
    browser.until("!window.old && document.readyState === 'complete'");
  }
}

package dev.plumbline.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What axe finds on a page, light and dark, wide and narrow. */
final class Axe {
  private static final List<Integer> WIDTHS = List.of(1280, 390);

  private final Browser browser;
  private final String script;

  /** In this browser. */
  Axe(Browser browser) throws IOException {
    this.browser = browser;
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      this.script =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8) + "; 0";
    }
  }

  /**
   * The faults of the page that is open.
   *
   * @param page as the list names it
   */
  List<String> faults(String page) throws Exception {
    List<String> faults = new ArrayList<>();
    browser.eval(script);
    for (boolean dark : List.of(false, true)) {
      for (int width : WIDTHS) {
        browser.window(width, 900, dark);
        String told =
            browser.eval(
                "axe.run(document, {resultTypes: ['violations']}).then(r => r.passes.length + '|'"
                    + " + r.violations.map(v => v.id + ' ' + v.nodes[0].target + ' '"
                    + " + v.nodes[0].failureSummary).join('; '))");
        if (!told.matches("(?s)[1-9]\\d*\\|.*")) {
          throw new IllegalStateException("axe did not run on " + page + ": " + told);
        }
        String found = told.replaceFirst("^\\d+\\|", "");
        if (!found.isEmpty()) {
          faults.add(page + " at " + width + (dark ? " dark: " : ": ") + found);
        }
      }
    }
    return List.copyOf(faults);
  }
}

package dev.plumbline.probes.inputreflection;

import dev.plumbline.client.http.HttpResponse;

/**
 * A text that does nothing and that no page holds by itself. Its four special characters are those
 * that HTML has to escape wherever they stand; where all of them come back as they went, so would a
 * script.
 *
 * @param number tells the markers of one endpoint apart, so that one that the device stored is not
 *     taken for an echo of a later request
 */
record Marker(int number) {
  /** What goes into a parameter. */
  String text() {
    return "plb" + number + "<\"'>x";
  }

  /** Whether it came back unescaped in what a browser would show as a page. */
  boolean isIn(HttpResponse response) {
    return response.isHtml() && response.text().contains(text());
  }
}

package dev.plumbline.client.login;

import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.http.HttpResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Whether a word stands on pages that a session opens. */
enum MarkOnPages {
  YES,
  NO,
  /** Not all that the session opened before could be read. */
  UNKNOWN;

  /** A device may keep a name in capitals. */
  static MarkOnPages on(HttpSession session, Collection<String> pages, String word)
      throws InterruptedException {
    MarkOnPages marked = NO;
    for (String page : pages) {
      Optional<String> text = read(session, page).map(HttpResponse::text);
      if (text.filter(t -> t.toLowerCase(Locale.ROOT).contains(word)).isPresent()) {
        return YES;
      }
      marked = text.isEmpty() ? UNKNOWN : marked;
    }
    return marked;
  }

  /** A page that the session opens. */
  static Optional<HttpResponse> read(HttpSession session, String page) throws InterruptedException {
    try {
      HttpResponse response = session.send(HttpRequest.get(page)).response();
      return response.isOk() && !HttpSession.isShut(response, page)
          ? Optional.of(response)
          : Optional.empty();
    } catch (IOException noAnswer) {
      return Optional.empty();
    }
  }
}

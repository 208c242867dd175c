package dev.plumbline.client.login;

import dev.plumbline.client.http.HtmlPage;
import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.observation.login.LoginSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Gives a name, as its owner may, a value that does nothing and has the characters that HTML has to
 * escape, and looks whether a page shows it as it came (CWE-79, stored), behind the login or before
 * it. What was changed is changed back.
 */
final class StoredTrial {
  private static final String MARK = "plumb2";
  private static final String VALUE = MARK + "<\"'>x";
  private static final int MOST_CHANGES = 4;
  private static final int MOST_OPEN = 6;

  private final HttpClient client;
  private final List<String> guarded;
  private final Consumer<String> altered;
  private final Set<String> tried = new LinkedHashSet<>();

  /**
   * @param altered told where a name was not seen to be changed back
   */
  StoredTrial(HttpClient client, List<String> guarded, Consumer<String> altered) {
    this.client = client;
    this.guarded = guarded;
    this.altered = altered;
  }

  /**
   * Tries.
   *
   * @param session that may change what it reads
   * @return fields whose value came back as it was sent
   */
  List<LoginSession.Stored> run(HttpSession session) throws InterruptedException {
    Map<String, String> pages = new BehindLogin(client, session).texts(guarded);
    List<LoginSession.Stored> raw = new ArrayList<>();
    for (ReversibleChange change :
        ReversibleChange.of(pages, client.authority()).stream().limit(MOST_CHANGES).toList()) {
      String field = change.name() + " at " + change.path();
      if (tried.contains(field)
          || MarkOnPages.on(session, pages.keySet(), MARK) != MarkOnPages.NO) {
        continue;
      }
      // Without an answer it may have been done all the same, and is changed back.
      send(session, change.request().apply(VALUE));
      Map<String, HttpResponse> shown = shown(session, pages.keySet());
      if (shown.values().stream().anyMatch(r -> r.text().contains(MARK))) {
        tried.add(field);
        shown.entrySet().stream()
            .filter(e -> e.getValue().isHtml() && e.getValue().text().contains(VALUE))
            .findFirst()
            .ifPresent(
                e -> raw.add(new LoginSession.Stored(change.name(), change.path(), e.getKey())));
      }
      restore(change, session, pages.keySet());
    }
    return raw;
  }

  /** Fields of which a page showed the value that was sent, in whatever form. */
  Set<String> tried() {
    return tried;
  }

  /** What stands on pages behind the login, and on those that a visitor without one gets. */
  private Map<String, HttpResponse> shown(HttpSession session, Set<String> pages)
      throws InterruptedException {
    Map<String, HttpResponse> shown = new LinkedHashMap<>();
    Set<String> open = new LinkedHashSet<>();
    for (String page : pages) {
      MarkOnPages.read(session, page).ifPresent(r -> shown.put(page, r));
      visited(page)
          .ifPresent(
              r ->
                  r.redirect()
                      .flatMap(to -> HtmlPage.local(page, to, client.authority()))
                      .ifPresentOrElse(open::add, () -> shown.put(page + " (without a login)", r)));
    }
    for (String page : open.stream().limit(MOST_OPEN).toList()) {
      visited(page).ifPresent(r -> shown.put(page + " (without a login)", r));
    }
    return shown;
  }

  private Optional<HttpResponse> visited(String page) throws InterruptedException {
    try {
      return Optional.of(client.send(HttpRequest.get(page)).response());
    } catch (IOException noAnswer) {
      return Optional.empty();
    }
  }

  private static void send(HttpSession session, HttpRequest request) throws InterruptedException {
    try {
      session.send(request);
    } catch (IOException noAnswer) {
      // What the pages show next tells whether it was done.
    }
  }

  private void restore(ReversibleChange change, HttpSession session, Set<String> pages)
      throws InterruptedException {
    if (MarkOnPages.on(session, pages, MARK) == MarkOnPages.NO) {
      return;
    }
    Map<String, String> now = new BehindLogin(client, session).texts(guarded);
    send(session, change.back(now, client.authority()));
    MarkOnPages left = MarkOnPages.on(session, pages, MARK);
    if (left == MarkOnPages.YES) {
      send(session, change.request().apply(change.value()));
      left = MarkOnPages.on(session, pages, MARK);
    }
    if (left != MarkOnPages.NO) {
      altered.accept(
          change.name()
              + " at "
              + client.endpoint()
              + change.path()
              + (left == MarkOnPages.YES ? " is " : " may be ")
              + VALUE
              + "; set it to "
              + change.value()
              + " again");
    }
  }
}

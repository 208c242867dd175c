package dev.plumbline.client.login;

import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.observation.login.LoginSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Changes a name without any session, and reads with one whether it was changed, whatever the
 * answer said: a guard that redirects may come after what it was to guard (CWE-698). What was
 * changed is changed back. A change counts as tried only where it was read afterwards what became
 * of it.
 */
final class UnauthenticatedChangeTrial {
  private static final String MARK = "plumb1";
  private static final int MOST_CHANGES = 6;

  private final HttpClient client;
  private final List<String> guarded;
  private final Consumer<String> altered;
  private final Set<String> tried = new LinkedHashSet<>();
  private final Set<String> paths = new LinkedHashSet<>();

  /**
   * @param altered told where a name was not seen to be changed back
   */
  UnauthenticatedChangeTrial(HttpClient client, List<String> guarded, Consumer<String> altered) {
    this.client = client;
    this.guarded = guarded;
    this.altered = altered;
  }

  /**
   * Tries.
   *
   * @param session that reads what is guarded
   */
  List<LoginSession.Forged> run(HttpSession session) throws InterruptedException {
    Map<String, String> pages = new BehindLogin(client, session).texts(guarded);
    List<ReversibleChange> changes = ReversibleChange.of(pages, client.authority());
    List<LoginSession.Forged> taken = new ArrayList<>();
    Set<String> open = new LinkedHashSet<>();
    for (ReversibleChange change : changes.stream().limit(MOST_CHANGES).toList()) {
      if (open.contains(change.path())
          || MarkOnPages.on(session, pages.keySet(), MARK) != MarkOnPages.NO) {
        continue;
      }
      boolean sent = send(change.request().apply(MARK));
      MarkOnPages shown = MarkOnPages.on(session, pages.keySet(), MARK);
      if (sent && shown != MarkOnPages.UNKNOWN) {
        tried.add(change.how());
        paths.add(change.path());
      }
      if (shown == MarkOnPages.YES) {
        open.add(change.path());
        taken.add(
            new LoginSession.Forged(
                WriteTrial.NO_TOKEN,
                change.how() + ", which changed " + change.name(),
                change.path()));
      }
      if (shown != MarkOnPages.NO) {
        restore(change, session, pages.keySet());
      }
    }
    return taken;
  }

  Set<String> tried() {
    return tried;
  }

  Set<String> paths() {
    return paths;
  }

  private boolean send(HttpRequest request) throws InterruptedException {
    try {
      client.send(request);
      return true;
    } catch (IOException noAnswer) {
      // Whether it was done shows elsewhere.
      return false;
    }
  }

  private void restore(ReversibleChange change, HttpSession session, Set<String> pages)
      throws InterruptedException {
    HttpRequest back = change.request().apply(change.value());
    send(back);
    if (MarkOnPages.on(session, pages, MARK) != MarkOnPages.NO) {
      try {
        session.send(back);
      } catch (IOException noAnswer) {
        // What it shows next counts.
      }
    }
    MarkOnPages shown = MarkOnPages.on(session, pages, MARK);
    if (shown != MarkOnPages.NO) {
      altered.accept(
          change.name()
              + " at "
              + client.endpoint()
              + change.path()
              + (shown == MarkOnPages.YES ? " is " : " may be ")
              + MARK
              + "; set it to "
              + change.value()
              + " again");
    }
  }
}

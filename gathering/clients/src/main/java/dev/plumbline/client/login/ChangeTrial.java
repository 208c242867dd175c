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
final class ChangeTrial {
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
  ChangeTrial(HttpClient client, List<String> guarded, Consumer<String> altered) {
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
    List<Change> changes = Change.of(pages, client.authority());
    List<LoginSession.Forged> taken = new ArrayList<>();
    Set<String> open = new LinkedHashSet<>();
    for (Change change : changes.stream().limit(MOST_CHANGES).toList()) {
      if (open.contains(change.path()) || Marked.on(session, pages.keySet(), MARK) != Marked.NO) {
        continue;
      }
      boolean sent = send(change.request().apply(MARK));
      Marked shown = Marked.on(session, pages.keySet(), MARK);
      if (sent && shown != Marked.UNKNOWN) {
        tried.add(change.how());
        paths.add(change.path());
      }
      if (shown == Marked.YES) {
        open.add(change.path());
        taken.add(
            new LoginSession.Forged(
                WriteTrial.NO_TOKEN,
                change.how() + ", which changed " + change.name(),
                change.path()));
      }
      if (shown != Marked.NO) {
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

  private void restore(Change change, HttpSession session, Set<String> pages)
      throws InterruptedException {
    HttpRequest back = change.request().apply(change.value());
    send(back);
    if (Marked.on(session, pages, MARK) != Marked.NO) {
      try {
        session.send(back);
      } catch (IOException noAnswer) {
        // What it shows next counts.
      }
    }
    Marked shown = Marked.on(session, pages, MARK);
    if (shown != Marked.NO) {
      altered.accept(
          change.name()
              + " at "
              + client.endpoint()
              + change.path()
              + (shown == Marked.YES ? " is " : " may be ")
              + MARK
              + "; set it to "
              + change.value()
              + " again");
    }
  }
}

package dev.plumbline.workbench.web;

import dev.plumbline.app.account.Account;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/**
 * How many requests of one account, or of one session without an account, are answered at once.
 * Each keeps a thread of the server from its first byte to the last of its answer, and there are
 * few. The next one is refused, not kept waiting: waiting would need a thread, too.
 */
final class RequestLimit {
  /** As many connections as a browser opens to one server. */
  private static final int MOST = 6;

  private static final String PLACE = "place";

  private final Map<String, Integer> taken = new HashMap<>();

  /**
   * Counts a request until its answer is sent.
   *
   * @throws Refusal 429 if it is one too many
   */
  void begin(Context ctx, Session session) {
    String owner =
        session.account().map(Account::name).map(n -> "account " + n).orElse(session.id());
    if (!isTaken(owner)) {
      // Whoever does not read the refusals must not keep threads with them.
      ctx.header("Connection", "close");
      ctx.header("Retry-After", "1");
      throw new Refusal(
          429,
          "Too many requests of yours are being answered at once.",
          "Wait until the other pages are there; then load this one again.");
    }
    AtomicBoolean held = new AtomicBoolean(true);
    Runnable end =
        () -> {
          if (held.getAndSet(false)) {
            leave(owner);
          }
        };
    ctx.attribute(PLACE, end);
    Request.addCompletionListener(
        ServletContextRequest.getServletContextRequest(ctx.req()), failure -> end.run());
  }

  /** From now on the request keeps no thread: what comes is sent when it is there. */
  static void end(Context ctx) {
    if (ctx.attribute(PLACE) instanceof Runnable end) {
      end.run();
    }
  }

  private synchronized boolean isTaken(String owner) {
    int own = taken.getOrDefault(owner, 0);
    if (own >= MOST) {
      return false;
    }
    taken.put(owner, own + 1);
    return true;
  }

  private synchronized void leave(String owner) {
    taken.computeIfPresent(owner, (o, own) -> own > 1 ? own - 1 : null);
  }
}

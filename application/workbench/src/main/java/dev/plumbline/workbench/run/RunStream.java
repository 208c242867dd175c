package dev.plumbline.workbench.run;

import dev.plumbline.view.Json;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Guard;
import dev.plumbline.workbench.web.Refusal;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * The events of a run as they come (server-sent events of the HTML standard). A browser that was
 * cut off sends the id of the last event that it has, and gets those behind it.
 */
public final class RunStream {
  private static final int MOST_READERS = 40;
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private final TestPage page;
  private final Semaphore readers = new Semaphore(MOST_READERS);

  public RunStream(TestPage page) {
    this.page = page;
  }

  /** Sends them until the run is over. */
  public void send(Context ctx) {
    LiveRun run = page.watched(ctx);
    long after = after(ctx);
    if (!"text/event-stream".equals(ctx.header("Accept"))) {
      Answers.json(
          ctx,
          run.log().all().stream()
              .filter(e -> e.id() > after)
              .map(e -> Map.of("type", e.type(), "event", e))
              .toList());
      return;
    }
    if (!readers.tryAcquire()) {
      throw new Refusal(503, "Too many browsers watch runs.", "Close one of them.");
    }
    Guard.streams(ctx);
    new SseHandler(client -> begin(client, run, after)).handle(ctx);
  }

  private void begin(SseClient client, LiveRun run, long after) {
    client.keepAlive();
    Thread.ofVirtual()
        .start(
            () -> {
              try (client) {
                follow(client, run, after);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              } finally {
                readers.release();
              }
            });
  }

  private static void follow(SseClient client, LiveRun run, long after)
      throws InterruptedException {
    long last = after;
    while (!client.terminated()) {
      List<RunEvent> next = run.log().behind(last, SILENCE);
      for (RunEvent event : next) {
        client.sendEvent(event.type(), Json.of(event), Long.toString(event.id()));
        last = event.id();
      }
      if (next.isEmpty()) {
        if (run.isOver()) {
          return;
        }
        // A browser that went away is noticed when something is written to it.
        client.sendComment("still running");
      }
    }
  }

  /** The header of a browser that was cut off, else what the page knows. */
  private static long after(Context ctx) {
    return Optional.ofNullable(ctx.header("Last-Event-ID"))
        .or(() -> Optional.ofNullable(ctx.queryParam("after")))
        .filter(t -> t.matches("\\d{1,15}"))
        .map(Long::parseLong)
        .orElse(0L);
  }
}

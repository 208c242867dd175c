package dev.plumbline.workbench.passkey;

import dev.plumbline.workbench.web.Refusal;
import dev.plumbline.workbench.web.Route;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Addresses of what passkeys do. */
public final class PasskeyRoutes {
  private PasskeyRoutes() {}

  /**
   * All of them.
   *
   * @param pages empty where there are no accounts
   */
  public static List<Route> of(Optional<Pages> pages) {
    return List.of(
        Route.post(
            "/login/passkey/challenge",
            "Begins a login with a passkey: what the browser has to sign, as JSON.",
            handler(pages, p -> p.login()::challenge)),
        Route.post(
            "/login/passkey",
            "Opens a session with a passkey.",
            handler(pages, p -> p.login()::enter),
            "credential"),
        Route.get(
            "/passkeys",
            "The passkeys of the account of this session.",
            handler(pages, p -> p.list()::show)),
        Route.post(
            "/passkeys/challenge",
            "Begins to add a passkey: what the browser has to sign, as JSON.",
            handler(pages, p -> p.list()::challenge),
            "name",
            "current"),
        Route.post(
            "/passkeys",
            "Adds the passkey that the browser made.",
            handler(pages, p -> p.list()::add),
            "credential"),
        Route.post(
            "/passkeys/remove",
            "Removes a passkey of the account of this session.",
            handler(pages, p -> p.list()::remove),
            "passkey",
            "current"));
  }

  /** What serves them. */
  public record Pages(PasskeyLogin login, PasskeyPage list) {}

  private static Handler handler(Optional<Pages> pages, Function<Pages, Handler> which) {
    return pages
        .map(which)
        .orElse(
            ctx -> {
              throw new Refusal(
                  404,
                  "This workbench has no accounts.",
                  "Open the link that plumbline serve printed.");
            });
  }
}

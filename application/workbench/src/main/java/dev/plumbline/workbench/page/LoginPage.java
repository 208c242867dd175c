package dev.plumbline.workbench.page;

import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Answers.Page;
import dev.plumbline.workbench.web.Guard;
import dev.plumbline.workbench.web.Refusal;
import dev.plumbline.workbench.web.Session;
import dev.plumbline.workbench.web.Sessions;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/** Lets browsers in by a link, says who works, and lets them out. */
public final class LoginPage {
  private final Sessions sessions;
  private final Guard guard;
  private final Answers answers;

  public LoginPage(Sessions sessions, Guard guard, Answers answers) {
    this.sessions = sessions;
    this.guard = guard;
    this.answers = answers;
  }

  /** What the page of the person shows. */
  public record View(String name, String link) {}

  /** Opens a session with the token of a link. */
  public void open(Context ctx) {
    Session session =
        sessions
            .open(ProductPages.query(ctx, "token"))
            .orElseThrow(
                () ->
                    new Refusal(
                        403,
                        "This link was used already, is too old, or is none.",
                        "Make a new one in the browser that is logged in (Your name), or restart"
                            + " plumbline serve."));
    guard.keep(ctx, session);
    ctx.redirect("/", HttpStatus.SEE_OTHER);
  }

  /** Shows who works here. */
  public void show(Context ctx) {
    show(ctx, "");
  }

  /** Makes a link for another browser of this machine. */
  public void link(Context ctx) {
    show(ctx, guard.link());
  }

  private void show(Context ctx, String link) {
    answers.page(
        ctx,
        new Page(
            "me",
            "Your name",
            Optional.empty(),
            "me",
            "plumbline serve DIR",
            new View(Visible.of(Guard.session(ctx).person().orElse(""), 120), link)));
  }

  /** Keeps the name. */
  public void name(Context ctx) {
    String name = ProductPages.field(ctx, "name");
    if (name.isBlank()) {
      throw new Refusal(422, "The name is empty.", "Write the name that your decisions carry.");
    }
    Guard.session(ctx).call(name);
    ctx.redirect("/", HttpStatus.SEE_OTHER);
  }

  /** Ends the session. */
  public void out(Context ctx) {
    sessions.end(Guard.session(ctx));
    throw new Refusal(
        401, "You are logged out.", "Open a new link of plumbline serve to come back.");
  }
}

package dev.plumbline.workbench.page;

import dev.plumbline.app.account.Account;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Answers.Page;
import dev.plumbline.workbench.web.Guard;
import dev.plumbline.workbench.web.Refusal;
import dev.plumbline.workbench.web.Session;
import dev.plumbline.workbench.web.Sessions;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Optional;

/** Lets browsers in by a link, says who works, and lets them out. */
public final class LoginPage {
  private final Sessions sessions;
  private final Guard guard;
  private final Answers answers;
  private final Optional<AccountLogin> accounts;

  /**
   * For one server.
   *
   * @param accounts by which people log in; empty where links open sessions
   */
  public LoginPage(
      Sessions sessions, Guard guard, Answers answers, Optional<AccountLogin> accounts) {
    this.sessions = sessions;
    this.guard = guard;
    this.answers = answers;
    this.accounts = accounts;
  }

  /**
   * What the page of the person shows.
   *
   * @param account that is logged in; empty where a link was opened
   */
  public record View(String name, String link, String account) {}

  /** Opens a session with the token of a link, or asks for a name and a password. */
  public void open(Context ctx) {
    if (accounts.isPresent()) {
      accounts.get().ask(ctx);
      return;
    }
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

  /** Opens a session with a name and a password. */
  public void enter(Context ctx) throws IOException {
    accounts().enter(ctx);
  }

  /** Gives the account of this session another password. */
  public void password(Context ctx) throws IOException {
    accounts().password(ctx);
  }

  private AccountLogin accounts() {
    return accounts.orElseThrow(
        () ->
            new Refusal(
                404,
                "This workbench has no accounts.",
                "Open the link that plumbline serve printed."));
  }

  /** Shows who works here. */
  public void show(Context ctx) {
    show(ctx, "");
  }

  /** Makes a link for another browser of this machine. */
  public void link(Context ctx) {
    if (accounts.isPresent()) {
      throw new Refusal(
          404, "This workbench makes no links.", "Log in with your account in the other browser.");
    }
    show(ctx, guard.link());
  }

  private void show(Context ctx, String link) {
    Session session = Guard.session(ctx);
    answers.page(
        ctx,
        new Page(
            "me",
            "Your name",
            Optional.empty(),
            "me",
            "plumbline serve DIR",
            new View(
                Visible.of(session.person().orElse(""), 120),
                link,
                session.account().map(Account::name).orElse(""))));
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
        401,
        "You are logged out.",
        accounts.isPresent()
            ? "Load the page again to log in."
            : "Open a new link of plumbline serve to come back.");
  }
}

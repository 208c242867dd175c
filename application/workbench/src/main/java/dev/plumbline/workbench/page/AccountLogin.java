package dev.plumbline.workbench.page;

import dev.plumbline.app.UnusableInputException;
import dev.plumbline.app.account.Account;
import dev.plumbline.app.account.Accounts;
import dev.plumbline.app.message.Message;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Answers.Page;
import dev.plumbline.workbench.web.Guard;
import dev.plumbline.workbench.web.LoginPlaces;
import dev.plumbline.workbench.web.LoginThrottle;
import dev.plumbline.workbench.web.Refusal;
import dev.plumbline.workbench.web.Session;
import dev.plumbline.workbench.web.Sessions;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets people in by the name and the password of an account. */
public final class AccountLogin {
  private static final System.Logger LOG = System.getLogger(AccountLogin.class.getName());
  private static final int LONGEST_FORM = 8192;
  private static final int LONGEST_NAME = 64;
  private static final long PATIENCE_SECONDS = 3;

  private final Accounts accounts;
  private final Sessions sessions;
  private final Guard guard;
  private final Answers answers;
  private final LoginThrottle throttle;
  private final LoginPlaces places;

  /** One password is looked at at a time: each takes a core and 19 MiB for a moment. */
  private final Semaphore hashing = new Semaphore(1, true);

  /** For one server; limits and places are those of all ways to log in. */
  public AccountLogin(
      Accounts accounts,
      Sessions sessions,
      Guard guard,
      Answers answers,
      LoginThrottle throttle,
      LoginPlaces places) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.guard = guard;
    this.answers = answers;
    this.throttle = throttle;
    this.places = places;
  }

  /**
   * What the form shows.
   *
   * @param wrong whether the name or the password was
   * @param refused whether a passkey was
   * @param named whether the browser calls the server by a name, so that passkeys work
   */
  public record View(String name, boolean wrong, boolean refused, boolean named) {}

  /** Asks for a name and a password. */
  void ask(Context ctx) {
    ask(ctx, new View("", false, false, named(ctx)));
  }

  /** Asks again, as a passkey opened nothing. */
  public void refuse(Context ctx) {
    ctx.status(HttpStatus.UNAUTHORIZED);
    ask(ctx, new View("", false, true, named(ctx)));
  }

  private boolean named(Context ctx) {
    return guard.called(ctx).isName();
  }

  private void ask(Context ctx, View view) {
    answers.page(
        ctx, new Page("login", "Log in", Optional.empty(), "", "plumbline account list", view));
  }

  /** Opens a session of its own, whatever the browser brought along. */
  void enter(Context ctx) throws IOException {
    demandShort(ctx);
    places.within(ctx.ip(), () -> decide(ctx));
  }

  private void decide(Context ctx) throws IOException {
    String name = ProductPages.field(ctx, "name");
    Optional<Account> account = verified(ctx, name, "password");
    if (account.isEmpty()) {
      ctx.status(HttpStatus.UNAUTHORIZED);
      ask(ctx, new View(Visible.of(name, LONGEST_NAME), true, false, named(ctx)));
      return;
    }
    guard.keep(ctx, sessions.open(account.get()));
    LOG.log(System.Logger.Level.INFO, account.get().name() + " logged in from " + ctx.ip());
    ctx.redirect("/", HttpStatus.SEE_OTHER);
  }

  /** Gives the account another password; all sessions end but a new one of this browser. */
  void password(Context ctx) throws IOException {
    String name = demand(ctx).name();
    Account changed;
    try {
      changed = accounts.change(name, secret(ctx, "password"));
    } catch (UnusableInputException e) {
      Message why = UnusableInputException.message(e).orElseThrow();
      throw new Refusal(422, Visible.of(why.text()), why.remedy());
    }
    Session session = sessions.open(changed);
    guard.keep(ctx, session);
    LOG.log(System.Logger.Level.INFO, name + " changed the password from " + ctx.ip());
    ctx.redirect("/me", HttpStatus.SEE_OTHER);
  }

  /**
   * The account of this session, when the field {@code current} has its password.
   *
   * @throws Refusal otherwise
   */
  public Account demand(Context ctx) throws IOException {
    String name = Guard.session(ctx).account().map(Account::name).orElseThrow(Refusal::absent);
    return verified(ctx, name, "current")
        .orElseThrow(
            () ->
                new Refusal(
                    403,
                    "The current password is wrong, so nothing was changed.",
                    "Go back and try again."));
  }

  private Optional<Account> verified(Context ctx, String name, String field) throws IOException {
    throttle.begin(ctx.ip(), name);
    Optional<Account> account;
    try {
      if (!hashing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Refusal(503, "Too many people log in at once.", "Try again in a minute.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(503, "The server is being stopped.", "Try again when it is back.");
    }
    try {
      account = accounts.find(name, secret(ctx, field));
    } finally {
      hashing.release();
    }
    if (account.isPresent()) {
      throttle.succeeded(ctx.ip(), name);
    } else {
      LOG.log(System.Logger.Level.WARNING, "wrong login as " + logged(name) + " from " + ctx.ip());
    }
    return account;
  }

  /** Names alone: some people type their password there, and others a line of the log. */
  private static String logged(String name) {
    return Accounts.isName(name) ? name : "a name that no account can have";
  }

  /** As it was typed: blanks at its ends are part of it. */
  private static String secret(Context ctx, String field) {
    return Optional.ofNullable(ctx.formParam(field)).orElse("");
  }

  /** Nobody who is not logged in sends more than a form. */
  public static void demandShort(Context ctx) {
    long length = ctx.contentLength();
    if (length < 0 || length > LONGEST_FORM) {
      throw new Refusal(413, "The form is too large.", "Send a name and a password, or a passkey.");
    }
  }
}

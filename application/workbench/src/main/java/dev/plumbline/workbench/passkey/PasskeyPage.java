package dev.plumbline.workbench.passkey;

import dev.plumbline.app.UnusableInputException;
import dev.plumbline.app.account.Account;
import dev.plumbline.app.account.Passkey;
import dev.plumbline.app.account.Passkeys;
import dev.plumbline.app.message.Message;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.page.AccountLogin;
import dev.plumbline.workbench.page.ProductPages;
import dev.plumbline.workbench.passkey.Challenges.Challenge;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Answers.Page;
import dev.plumbline.workbench.web.Guard;
import dev.plumbline.workbench.web.LoginThrottle;
import dev.plumbline.workbench.web.Refusal;
import dev.plumbline.workbench.web.ServerName;
import dev.plumbline.workbench.web.ServerName.Called;
import dev.plumbline.workbench.web.Sessions;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The passkeys of the account that is logged in: what they are, one more, one less. */
public final class PasskeyPage {
  private static final System.Logger LOG = System.getLogger(PasskeyPage.class.getName());
  private static final int LONGEST_ANSWER = 16 * 1024;
  private static final int LONGEST_NAME = 60;
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Passkeys passkeys;
  private final AccountLogin password;
  private final Sessions sessions;
  private final Guard guard;
  private final ServerName server;
  private final Answers answers;
  private final Clock clock;
  private final Challenges challenges;
  private final PasskeyProof proof = new PasskeyProof();

  /**
   * For one server.
   *
   * @param password which is asked for before anything changes
   */
  public PasskeyPage(
      Passkeys passkeys,
      AccountLogin password,
      Sessions sessions,
      Guard guard,
      ServerName server,
      Answers answers,
      Clock clock) {
    this.passkeys = passkeys;
    this.password = password;
    this.sessions = sessions;
    this.guard = guard;
    this.server = server;
    this.answers = answers;
    this.clock = clock;
    this.challenges = new Challenges(clock);
  }

  /**
   * What the page shows.
   *
   * @param host by which this browser calls the server
   * @param named whether that is a name, so that passkeys work
   * @param elsewhere addresses by name, for who came by an IP address
   */
  public record View(
      String account, String host, boolean named, List<String> elsewhere, List<Row> passkeys) {
    public View {
      elsewhere = List.copyOf(elsewhere);
      passkeys = List.copyOf(passkeys);
    }
  }

  /**
   * A passkey.
   *
   * @param mark by which a form names it
   * @param here whether it opens this server by the name that this browser uses
   * @param used when it was used last; empty for never
   * @param current whether this browser is logged in with it
   */
  public record Row(
      String mark,
      String name,
      String host,
      boolean here,
      boolean synced,
      String added,
      String used,
      boolean current) {}

  /** Shows them. */
  void show(Context ctx) throws IOException {
    Account account = account(ctx);
    Called called = guard.called(ctx);
    String current = Guard.session(ctx).passkey().orElse("");
    List<Row> rows =
        passkeys.of(account.name()).stream().map(p -> row(p, called.host(), current)).toList();
    answers.page(
        ctx,
        new Page(
            "passkeys",
            "Passkeys",
            Optional.empty(),
            "me",
            "plumbline account passkeys " + account.name(),
            new View(account.name(), called.host(), called.isName(), server.named(), rows)));
  }

  private static Row row(Passkey passkey, String host, String current) {
    return new Row(
        passkey.mark(),
        Visible.of(passkey.name(), LONGEST_NAME),
        passkey.host(),
        passkey.host().equals(host),
        passkey.synced(),
        when(passkey.added()),
        passkey.used().map(PasskeyPage::when).orElse(""),
        passkey.id().equals(current));
  }

  private static String when(Instant time) {
    return WHEN.format(time);
  }

  private static Account account(Context ctx) {
    return Guard.session(ctx).account().orElseThrow(Refusal::absent);
  }

  /** Gives the browser what a new passkey has to sign, when the password is right. */
  void challenge(Context ctx) throws IOException {
    Called called = PasskeyLogin.demandName(guard, ctx);
    String name = kept(() -> Passkeys.nameOf(ProductPages.field(ctx, "name")));
    Account account = password.demand(ctx);
    List<Passkey> known = passkeys.of(account.name());
    Challenge challenge =
        challenges.open(Guard.session(ctx).csrf(), LoginThrottle.network(ctx.ip()), called, name);
    Answers.json(
        ctx, PasskeyOptions.making(challenge, account, passkeys.handle(account.name()), known));
  }

  /** Adds the passkey that the browser made. */
  void add(Context ctx) throws IOException {
    String answer = ProductPages.field(ctx, "credential");
    Account account = account(ctx);
    if (answer.isEmpty()) {
      throw new Refusal(
          422,
          "The browser sent no passkey, so nothing was saved.",
          "Allow the scripts of this page, or use another browser. The password still works.");
    }
    Challenge challenge =
        challenges.take(Guard.session(ctx).csrf()).orElseThrow(PasskeyPage::refused);
    Passkey passkey;
    try {
      if (answer.length() > LONGEST_ANSWER) {
        throw new RefusedPasskeyException("it is too long");
      }
      passkey = proof.made(answer, challenge, clock.instant());
    } catch (RefusedPasskeyException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "a passkey of " + account.name() + " was refused, from " + ctx.ip());
      throw refused();
    }
    kept(
        () -> {
          passkeys.add(account.name(), passkey);
          return passkey;
        });
    LOG.log(System.Logger.Level.INFO, account.name() + " added a passkey from " + ctx.ip());
    ctx.redirect("/passkeys", HttpStatus.SEE_OTHER);
  }

  private static Refusal refused() {
    return new Refusal(
        422,
        "The passkey could not be checked, or it took more than five minutes. Nothing was saved.",
        "Go back to the passkeys and try again.");
  }

  /** Removes one, when the password is right; all sessions end but a new one of this browser. */
  void remove(Context ctx) throws IOException {
    Account account = password.demand(ctx);
    String mark = ProductPages.field(ctx, "passkey");
    kept(
        () -> {
          passkeys.remove(account.name(), mark);
          return mark;
        });
    sessions.endAll(account);
    guard.keep(ctx, sessions.open(account));
    LOG.log(System.Logger.Level.INFO, account.name() + " removed a passkey from " + ctx.ip());
    ctx.redirect("/passkeys", HttpStatus.SEE_OTHER);
  }

  @FunctionalInterface
  private interface Work<T> {
    T run() throws IOException;
  }

  private static <T> T kept(Work<T> work) throws IOException {
    try {
      return work.run();
    } catch (UnusableInputException e) {
      Message why = UnusableInputException.message(e).orElseThrow();
      throw new Refusal(422, Visible.of(why.text()), why.remedy());
    }
  }
}

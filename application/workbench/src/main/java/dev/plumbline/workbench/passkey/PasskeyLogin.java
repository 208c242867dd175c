package dev.plumbline.workbench.passkey;

import dev.plumbline.app.account.Passkeys;
import dev.plumbline.app.account.Passkeys.Owned;
import dev.plumbline.app.account.Passkeys.Use;
import dev.plumbline.workbench.page.AccountLogin;
import dev.plumbline.workbench.page.ProductPages;
import dev.plumbline.workbench.passkey.Challenges.Challenge;
import dev.plumbline.workbench.passkey.PasskeyProof.Claim;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Guard;
import dev.plumbline.workbench.web.LoginPlaces;
import dev.plumbline.workbench.web.LoginThrottle;
import dev.plumbline.workbench.web.Refusal;
import dev.plumbline.workbench.web.ServerName.Called;
import dev.plumbline.workbench.web.Sessions;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/** Lets people in by a passkey: the person chooses it in the browser, and types no name. */
public final class PasskeyLogin {
  private static final System.Logger LOG = System.getLogger(PasskeyLogin.class.getName());

  private final Passkeys passkeys;
  private final Sessions sessions;
  private final Guard guard;
  private final AccountLogin form;
  private final LoginThrottle throttle;
  private final LoginPlaces places;
  private final Clock clock;
  private final Challenges challenges;
  private final PasskeyProof proof = new PasskeyProof();

  /**
   * For one server.
   *
   * @param form that is shown again when a passkey opens nothing
   */
  public PasskeyLogin(
      Passkeys passkeys,
      Sessions sessions,
      Guard guard,
      AccountLogin form,
      LoginThrottle throttle,
      LoginPlaces places,
      Clock clock) {
    this.passkeys = passkeys;
    this.sessions = sessions;
    this.guard = guard;
    this.form = form;
    this.throttle = throttle;
    this.places = places;
    this.clock = clock;
    this.challenges = new Challenges(clock);
  }

  /** Gives the browser what its authenticator has to sign. */
  void challenge(Context ctx) throws IOException {
    AccountLogin.demandShort(ctx);
    Called called = demandName(guard, ctx);
    places.within(
        ctx.ip(),
        () -> {
          // A form that nobody read would end the connection behind the answer, and with it the
          // next request of this browser.
          ctx.formParamMap();
          String browser = challenges.browser();
          Challenge challenge =
              challenges.open(browser, LoginThrottle.network(ctx.ip()), called, "");
          guard.bind(ctx, browser);
          Answers.json(ctx, PasskeyOptions.login(challenge));
        });
  }

  /** How the server is called, if that is a name: no passkey belongs to an address. */
  static Called demandName(Guard guard, Context ctx) {
    Called called = guard.called(ctx);
    if (!called.isName()) {
      throw new Refusal(
          422,
          "Passkeys do not work at an IP address.",
          "Open the workbench by its name, or log in with the password.");
    }
    return called;
  }

  /** Opens a session of its own, whatever the browser brought along. */
  void enter(Context ctx) throws IOException {
    AccountLogin.demandShort(ctx);
    places.within(ctx.ip(), () -> decide(ctx));
  }

  private void decide(Context ctx) throws IOException {
    throttle.begin(ctx.ip());
    // Spent whatever comes of it.
    Optional<Challenge> challenge = guard.bound(ctx).flatMap(challenges::take);
    String account = "an unknown account";
    try {
      Claim claim = proof.claim(ProductPages.field(ctx, "credential"));
      Optional<Owned> found = passkeys.find(claim.id());
      account = found.map(o -> o.account().name()).orElse(account);
      Owned owned = found.orElseThrow(() -> new RefusedPasskeyException("nobody has it"));
      long counter =
          proof.proved(
              claim,
              challenge.orElseThrow(() -> new RefusedPasskeyException("it is no answer of ours")),
              owned);
      Use use = passkeys.use(owned, counter, clock.instant());
      if (use != Use.COUNTED) {
        refuse(ctx, account, use == Use.WENT_BACK);
        return;
      }
      throttle.succeeded(ctx.ip());
      guard.keep(ctx, sessions.open(owned.account(), owned.passkey().id()));
      LOG.log(System.Logger.Level.INFO, account + " logged in with a passkey from " + ctx.ip());
      ctx.redirect("/", HttpStatus.SEE_OTHER);
    } catch (RefusedPasskeyException e) {
      refuse(ctx, account, e.wentBack());
    }
  }

  private void refuse(Context ctx, String account, boolean wentBack) {
    LOG.log(
        System.Logger.Level.WARNING,
        "wrong login with a passkey of "
            + account
            + " from "
            + ctx.ip()
            + (wentBack ? ": its counter went back, so there may be a copy of it" : ""));
    form.refuse(ctx);
  }
}

package dev.plumbline.probe.run;

import dev.plumbline.probe.run.network.Network;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * What a run needs from the world.
 *
 * @param clock time of observations
 * @param ticker time of the rate bound
 * @param trust for the certificates of public pages, read at the first of them; a device's own are
 *     never judged by it
 * @param driver makes the device do things; empty when the dossier describes none
 */
public record Environment(
    Clock clock,
    Ticker ticker,
    Limits limits,
    Network network,
    EvidenceSink evidence,
    Supplier<SSLContext> trust,
    Optional<DriverSource> driver) {

  /** Without a driver. */
  public Environment(
      Clock clock,
      Ticker ticker,
      Limits limits,
      Network network,
      EvidenceSink evidence,
      Supplier<SSLContext> trust) {
    this(clock, ticker, limits, network, evidence, trust, Optional.empty());
  }

  /** The same with a driver of the device. */
  public Environment with(DriverSource source) {
    return new Environment(clock, ticker, limits, network, evidence, trust, Optional.of(source));
  }

  /** The machine's clock, network and trusted authorities. */
  public static Environment live(EvidenceSink evidence, Limits limits) {
    return new Environment(
        Clock.systemUTC(),
        Ticker.SYSTEM,
        limits,
        Network.SYSTEM,
        evidence,
        Environment::authoritiesOfTheMachine);
  }

  private static SSLContext authoritiesOfTheMachine() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }
}

package dev.plumbline.probe;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.FactException;
import dev.plumbline.observation.Unanswered;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.channels.DatagramChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All that a probe may touch. Every connection passes the declared scope, the rate bound and the
 * transcript.
 */
public interface ProbeContext {
  Product product();

  Ixit ixit();

  Clock clock();

  /**
   * Opens a TCP connection to the device.
   *
   * @throws OutOfScopeException if product.yaml does not allow the endpoint; nothing was sent
   * @throws IOException if the device refuses or does not answer in time
   */
  Wire connect(Endpoint endpoint, Duration timeout) throws IOException, InterruptedException;

  /**
   * Fetches a public page of the manufacturer without any login, cookies or script. Redirects are
   * not followed.
   *
   * @throws OutOfScopeException if the host is not among product.yaml's publicPages
   */
  Page fetch(URI page, Duration timeout) throws IOException, InterruptedException;

  /**
   * Asks TCP ports of one address whether they take connections, many at once, and waits for all.
   * Each takes its place in the rate bound; none stays connected. One that says nothing for a
   * second is unanswered.
   *
   * @param ports 1 to 65535
   * @throws OutOfScopeException if product.yaml does not allow one of them; nothing was sent there
   */
  PortAnswers tryPorts(String address, BitSet ports) throws IOException, InterruptedException;

  /**
   * Sends one datagram without waiting for what comes back, for probes that ask many ports at once.
   * The channel is non-blocking and connected: it receives from that endpoint alone, and a {@link
   * java.net.PortUnreachableException} tells that the port was refused. Takes its place in the rate
   * bound; the caller closes it.
   *
   * @param question at least one byte: Java sends no empty datagram over a connected channel
   * @throws OutOfScopeException if product.yaml does not allow the endpoint; nothing was sent
   * @throws IOException if it could not be sent
   */
  DatagramChannel sendDatagram(Endpoint endpoint, byte[] question)
      throws IOException, InterruptedException;

  /**
   * The same from one of this machine's addresses.
   *
   * @param from one of {@link #standpoints}
   */
  DatagramChannel sendDatagram(Endpoint endpoint, byte[] question, InetAddress from)
      throws IOException, InterruptedException;

  /**
   * The same, over a channel that is not connected: it receives from every port of every address,
   * for protocols that answer from another port than the one that was asked. A refusal is not
   * heard. The caller drops what comes from elsewhere than the device, and sends nothing over it.
   */
  DatagramChannel sendDatagramHearingAllPorts(Endpoint endpoint, byte[] question)
      throws IOException, InterruptedException;

  /**
   * The same, sent to a group of the link that the device is a member of, if it is: others there
   * hear the question too. The caller drops what comes from elsewhere than the device.
   *
   * @param member the device's own port, which product.yaml has to allow
   * @throws OutOfScopeException if it does not; nothing was sent
   * @throws IOException if the device lies in no network of this machine; nothing was sent
   */
  DatagramChannel sendToGroup(Endpoint member, LinkGroup group, byte[] question)
      throws IOException, InterruptedException;

  /**
   * Addresses of this machine in the network through which it reaches that address of the device,
   * the one that the system takes first. A device that counts how often it answers to each asker
   * answers to several more often.
   *
   * @return at least one, or none where the device cannot be reached or is no target
   */
  List<InetAddress> standpoints(String address);

  /**
   * Whom this machine meets on the link to that target: first an echo request goes to all IPv6
   * nodes there, from each address that this machine has on it, then the system's own table is
   * read. Nothing is sent to any neighbour alone.
   *
   * @return empty where the target is on no link of this machine, or is none
   */
  Optional<Neighbours> neighbours(String target) throws IOException, InterruptedException;

  /**
   * Waits where product.yaml says that the device calls. The caller closes it.
   *
   * @throws OutOfScopeException if product.yaml declares no such client test; nobody is waited for
   * @throws IOException if the address cannot be had
   */
  Calls await(ClientTest test) throws IOException, InterruptedException;

  /**
   * The same at another port of the address where a client test waits, for a device that turns
   * elsewhere when it is refused. The caller closes it.
   *
   * @throws OutOfScopeException if product.yaml declares no such client test; nobody is waited for
   * @throws IOException if the port cannot be had
   */
  Calls awaitBeside(ClientTest test, int port) throws IOException, InterruptedException;

  /**
   * The same for a device that calls in datagrams. The caller closes it.
   *
   * @throws OutOfScopeException if product.yaml declares no such client test; nobody is waited for
   * @throws IOException if the address cannot be had
   */
  DatagramCalls awaitDatagrams(ClientTest test) throws IOException, InterruptedException;

  /**
   * The driver of the device, which the dossier describes; empty when it describes none. What rests
   * on an action that is missing or failed is undetermined.
   */
  default Optional<DeviceDriver> driver() {
    return Optional.empty();
  }

  /**
   * Whether the run lets this probe do as much to the device. What it does beyond the least of its
   * {@code probe.yaml} stands there as {@code most}.
   */
  default boolean allows(Intrusiveness intrusiveness) {
    return intrusiveness == Intrusiveness.OBSERVE;
  }

  /**
   * Asks the parts of a probe one after the other, an endpoint or a service each. A part that fails
   * or takes too long leaves the kinds of the probe undetermined for its subject, and the next part
   * is asked.
   *
   * @param subject of a part, as its observations have it
   * @throws InterruptedException when the run is stopped; never swallowed
   */
  <T> void each(Collection<T> parts, Function<? super T, String> subject, Part<? super T> ask)
      throws InterruptedException;

  /**
   * Asks one part.
   *
   * @param <T> such as an endpoint
   */
  @FunctionalInterface
  interface Part<T> {
    void of(T part) throws InterruptedException;
  }

  /** Waits for the next place in the rate bound, for packets sent beside a {@link Wire}. */
  void pace(int packets) throws InterruptedException;

  /** Waits, for a device that needs time, such as one that has locked a login for a while. */
  void rest(Duration time) throws InterruptedException;

  /** Whether the scope allows it. */
  boolean inScope(Endpoint endpoint);

  /**
   * Takes one wrong login from the mechanism's budget; false when none is left. What was taken
   * stays taken when the run is stopped and resumed.
   */
  boolean takeLoginAttempt(String mechanism);

  /**
   * Gives back a wrong login that the device turned away as locked, so that its password was not
   * judged. No more than the budget is given back in all.
   */
  default void giveBackLoginAttempt(String mechanism) {}

  /**
   * Takes one login of the brute-force test from that test's own budget; false when none is left.
   */
  boolean takeBruteForceAttempt(String mechanism);

  /**
   * Records a fact.
   *
   * @throws FactException if a word is none of its vocabulary, or a flag demands a field that is
   *     empty; a defect of the probe
   */
  void seen(String subject, Fact fact);

  /**
   * Records a fact with the transcript of the connection that showed it.
   *
   * @throws FactException as above
   */
  void seen(String subject, Fact fact, Wire transcript);

  /** The same, where there is such a transcript. */
  default void seen(String subject, Fact fact, Optional<Wire> transcript) {
    if (transcript.isPresent()) {
      seen(subject, fact, transcript.get());
    } else {
      seen(subject, fact);
    }
  }

  /** Records that a question has no answer, and why. */
  default void undetermined(Class<? extends Fact> kind, String subject, String reason) {
    undetermined(subject, reason, Unanswered.of(kind));
  }

  /** The same, with what is known of the asking. */
  void undetermined(String subject, String reason, Unanswered asked);

  /** Observations of that kind that are there already, of this run or an earlier one. */
  List<Observation> observations(Class<? extends Fact> kind);

  /**
   * Tells that the device is not what it was before the probe and could not be put back. No probe
   * that does more than observe is asked after that: it would test something else than the device
   * under assessment.
   *
   * @param how what is different, and how it can be put right
   */
  default void leftAltered(String how) {}

  /** How an earlier probe of this run left the device altered; empty where none did. */
  default Optional<String> alteredBefore() {
    return Optional.empty();
  }

  /** Text for the person who waits: what is done now, how far it is. */
  void progress(String text, double fraction);

  /** Marks a text as secret, so that no transcript or observation stores it. */
  void redact(String secret);

  /**
   * A fetched page.
   *
   * @param status HTTP status
   * @param headers names in lower case
   * @param text the body as UTF-8, at most 2 MiB
   * @param truncated whether there was more
   */
  record Page(
      URI uri, int status, Map<String, List<String>> headers, String text, boolean truncated) {
    public Page {
      headers = Map.copyOf(headers);
    }
  }
}

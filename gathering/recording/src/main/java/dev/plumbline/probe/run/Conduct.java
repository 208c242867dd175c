package dev.plumbline.probe.run;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Source;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.observation.Fact;
import dev.plumbline.probe.Calls;
import dev.plumbline.probe.DatagramCalls;
import dev.plumbline.probe.LinkGroup;
import dev.plumbline.probe.OutOfScopeException;
import dev.plumbline.probe.PortAnswers;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.run.network.Addresses;
import dev.plumbline.probe.run.network.Datagrams;
import dev.plumbline.probe.run.network.PortTries;
import dev.plumbline.probe.run.network.Scope;
import dev.plumbline.recording.Recorder;
import dev.plumbline.recording.Redactor;
import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The bounds of one run, shared by all its probes. Everything that leaves the machine passes here.
 */
final class Conduct {
  private final Product product;
  private final Ixit ixit;
  private final Environment environment;
  private final String runId;
  private final Scope scope;
  private final RateBound networkRate;
  private final RateBound loopbackRate;
  private final Semaphore connections;
  private final Redactor redactor = new Redactor();
  private final Recorder recorder = new Recorder(redactor);
  private final LoginLedger logins;
  private final Datagrams datagrams;
  private final Set<LiveWire> open = new HashSet<>();
  private final Set<Closeable> waiting = new HashSet<>();

  Conduct(Product product, Ixit ixit, Environment environment, String runId) {
    this.product = product;
    this.ixit = ixit;
    this.environment = environment;
    this.runId = runId;
    this.scope = Scope.of(product);
    Limits limits = environment.limits();
    this.networkRate = new RateBound(limits.packetsPerSecond(), environment.ticker());
    this.loopbackRate = new RateBound(limits.loopbackPacketsPerSecond(), environment.ticker());
    this.connections = new Semaphore(limits.connections(), true);
    this.datagrams = new Datagrams(environment.network());
    this.logins = new LoginLedger(product.loginBudget());
    product.credentials().forEach(c -> redact(c.user(), c.password()));
    product.samples().forEach(s -> redact(s.user(), s.password()));
  }

  private void redact(String user, String password) {
    redactor.add(password);
    if (!password.isBlank()) {
      byte[] basic = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      redactor.add(Base64.getEncoder().encodeToString(basic));
    }
  }

  Product product() {
    return product;
  }

  Ixit ixit() {
    return ixit;
  }

  Environment environment() {
    return environment;
  }

  Scope scope() {
    return scope;
  }

  /** Makes observations of what probes record. */
  Recorder recorder() {
    return recorder;
  }

  Redactor redactor() {
    return redactor;
  }

  LoginLedger logins() {
    return logins;
  }

  /** A source for what that probe sees now. */
  Source source(ProbeSpec spec) {
    return new Source(
        spec.id(),
        spec.version(),
        product.softwareVersion(),
        product.unit(),
        product.state(),
        runId,
        environment.clock().instant());
  }

  /** Waits for a place in the rate bound of the network. */
  void pace(int packets) throws InterruptedException {
    networkRate.take(packets);
  }

  RateBound rate(InetAddress address) {
    return address.isLoopbackAddress() ? loopbackRate : networkRate;
  }

  /** Waits until one packet may go to that endpoint, if any may. */
  void admit(Endpoint endpoint) throws OutOfScopeException, InterruptedException {
    rate(scope.require(endpoint)).take(1);
  }

  PortAnswers tryPorts(String address, BitSet ports) throws IOException, InterruptedException {
    if (ports.isEmpty()) {
      return new PortAnswers(ports, ports, ports);
    }
    InetAddress peer = scope.require(Endpoint.tcp(address, ports.nextSetBit(0)));
    try (PortTries tries = environment.network().tries(peer)) {
      return new PortAsker(this, address, tries).ask(ports);
    }
  }

  DatagramChannel sendDatagram(Endpoint endpoint, byte[] question)
      throws IOException, InterruptedException {
    return sendDatagram(endpoint, question, Optional.empty());
  }

  /**
   * @param from where to send from; the system's choice when empty
   */
  DatagramChannel sendDatagram(Endpoint endpoint, byte[] question, Optional<InetAddress> from)
      throws IOException, InterruptedException {
    InetAddress address = admitDatagram(endpoint, question);
    return datagrams.send(new InetSocketAddress(address, endpoint.port()), question, from);
  }

  DatagramChannel sendDatagramHearingAllPorts(Endpoint endpoint, byte[] question)
      throws IOException, InterruptedException {
    InetAddress address = admitDatagram(endpoint, question);
    return datagrams.sendUnconnected(new InetSocketAddress(address, endpoint.port()), question);
  }

  DatagramChannel sendToGroup(Endpoint member, LinkGroup group, byte[] question)
      throws IOException, InterruptedException {
    return datagrams.sendToGroup(admitDatagram(member, question), group.address(), question);
  }

  private InetAddress admitDatagram(Endpoint endpoint, byte[] question)
      throws IOException, InterruptedException {
    if (!endpoint.transport().equals("udp")) {
      throw new OutOfScopeException("a datagram speaks UDP, not " + endpoint.transport());
    }
    if (question.length == 0) {
      throw new IllegalArgumentException("an empty datagram would not be sent");
    }
    InetAddress address = scope.require(endpoint);
    rate(address).take(1);
    return address;
  }

  /** Addresses of this machine from which that target can be asked. */
  List<InetAddress> standpoints(String address) {
    return scope.target(address).map(datagrams::standpoints).orElse(List.of());
  }

  LiveWire connect(Endpoint endpoint, Duration timeout) throws IOException, InterruptedException {
    if (!endpoint.transport().equals("tcp")) {
      throw new OutOfScopeException("a wire speaks TCP, not " + endpoint.transport());
    }
    return connect(endpoint, scope.require(endpoint), timeout);
  }

  /** Connects to an address whose scope has been checked. */
  LiveWire connect(Endpoint endpoint, InetAddress address, Duration timeout)
      throws IOException, InterruptedException {
    Limits limits = environment.limits();
    Duration wait = limits.cap(timeout);
    if (!connections.tryAcquire(limits.connectionTime().toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IOException("more than " + limits.connections() + " connections are open");
    }
    boolean connected = false;
    SocketChannel channel = null;
    try {
      rate(address).take(1);
      channel = environment.network().channel(address);
      long deadline = System.nanoTime() + limits.connectionTime().toNanos();
      // Before the connection: a peer may have reset it by the time that connect returns.
      channel.socket().setTcpNoDelay(true);
      channel
          .socket()
          .connect(
              new InetSocketAddress(address, endpoint.port()), (int) Math.max(1, wait.toMillis()));
      if (channel.getLocalAddress().equals(channel.getRemoteAddress())) {
        // On our own machine a closed port may be our own source port, and our socket meets itself.
        throw new ConnectException("Connection refused: nobody listens at " + endpoint);
      }
      LiveWire[] self = new LiveWire[1];
      LiveWire wire =
          new LiveWire(
              channel.socket(), endpoint, limits, rate(address), deadline, () -> closed(self));
      self[0] = wire;
      synchronized (open) {
        open.add(wire);
      }
      connected = true;
      return wire;
    } catch (SocketTimeoutException e) {
      throw new SocketTimeoutException(
          endpoint + " did not answer within " + wait.toMillis() + " ms");
    } finally {
      if (!connected) {
        connections.release();
        if (channel != null) {
          channel.close();
        }
      }
    }
  }

  /** Waits where product.yaml says that the device calls. */
  Calls await(ClientTest test) throws IOException {
    return awaitBeside(test, test.listen().port());
  }

  /** The same at another port of that address. */
  Calls awaitBeside(ClientTest test, int port) throws IOException {
    InetSocketAddress place = place(test, "tcp");
    LiveCalls[] self = new LiveCalls[1];
    self[0] =
        LiveCalls.at(
            this,
            Endpoint.tcp(test.listen().address(), port),
            place.getAddress(),
            () -> waitsNoMore(self[0]));
    return waits(self[0]);
  }

  /** The same for datagrams. */
  DatagramCalls awaitDatagrams(ClientTest test) throws IOException {
    return waits(LiveDatagramCalls.at(this, place(test, "udp"), this::waitsNoMore));
  }

  private InetSocketAddress place(ClientTest test, String transport) throws OutOfScopeException {
    return Addresses.literal(test.listen().address())
        .filter(
            a -> product.clients().contains(test) && test.listen().transport().equals(transport))
        .map(a -> new InetSocketAddress(a, test.listen().port()))
        .orElseThrow(
            () ->
                new OutOfScopeException(
                    "product.yaml lets the device call nowhere at "
                        + test.listen()
                        + " over "
                        + transport));
  }

  private <T extends Closeable> T waits(T ears) {
    synchronized (open) {
      waiting.add(ears);
    }
    return ears;
  }

  private void waitsNoMore(Closeable ears) {
    synchronized (open) {
      waiting.remove(ears);
    }
  }

  /** A wire over a connection that the device opened. */
  LiveWire answer(Socket caller) throws IOException, InterruptedException {
    Limits limits = environment.limits();
    if (!connections.tryAcquire(limits.connectionTime().toMillis(), TimeUnit.MILLISECONDS)) {
      caller.close();
      throw new IOException("more than " + limits.connections() + " connections are open");
    }
    caller.setTcpNoDelay(true);
    InetAddress address = caller.getInetAddress();
    LiveWire[] self = new LiveWire[1];
    LiveWire wire =
        new LiveWire(
            caller,
            Endpoint.tcp(address.getHostAddress(), caller.getPort()),
            limits,
            rate(address),
            System.nanoTime() + limits.connectionTime().toNanos(),
            () -> closed(self));
    self[0] = wire;
    synchronized (open) {
      open.add(wire);
    }
    return wire;
  }

  private void closed(LiveWire[] wire) {
    connections.release();
    synchronized (open) {
      open.remove(wire[0]);
    }
  }

  /** Connections that no probe has closed yet. */
  int openWires() {
    synchronized (open) {
      return open.size();
    }
  }

  /** Closes what a probe left open. */
  void closeAll() {
    Set<LiveWire> left;
    Set<Closeable> ears;
    synchronized (open) {
      left = Set.copyOf(open);
      ears = Set.copyOf(waiting);
    }
    ears.forEach(Conduct::close);
    left.forEach(LiveWire::close);
  }

  private static void close(Closeable ears) {
    try {
      ears.close();
    } catch (IOException e) {
      // It listens no more, which is all that is wanted.
    }
  }

  /** An UNDETERMINED observation. */
  Observation unanswered(ProbeSpec spec, String key, String subject, String reason) {
    return recorder.notAsked(key, subject, reason, source(spec));
  }

  /** What the run itself saw while a probe was at work. */
  Observation seen(ProbeSpec spec, String subject, Fact fact) {
    return recorder.seen(subject, Recorder.written(fact), source(spec), Optional.empty());
  }
}

package dev.plumbline.probe.run;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Unanswered;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.probe.Calls;
import dev.plumbline.probe.DatagramCalls;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.LinkGroup;
import dev.plumbline.probe.Neighbours;
import dev.plumbline.probe.PortAnswers;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.Wire;
import dev.plumbline.recording.Recorder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.channels.DatagramChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The context of one probe in a run; what the probe records goes into its {@link Recording}. */
public final class LiveContext implements ProbeContext {
  private final Conduct conduct;
  private final ProbeSpec spec;
  private final KnownFacts known;
  private final RunListener listener;
  private final Intrusiveness most;
  private final PageFetcher pages;
  private final Recording recording;
  private final Parts parts;
  private final Map<String, LiveWire> pageWires = new HashMap<>();
  private final Optional<String> alteredBefore;
  private Optional<String> altered = Optional.empty();

  /**
   * @param allowed what the run allows
   * @param alteredBefore how an earlier probe left the device
   */
  LiveContext(
      Conduct conduct,
      ProbeSpec spec,
      KnownFacts known,
      RunListener listener,
      Intrusiveness allowed,
      Optional<String> alteredBefore) {
    this.alteredBefore = alteredBefore;
    this.conduct = conduct;
    this.spec = spec;
    this.known = known;
    this.listener = listener;
    this.most = allowed.compareTo(spec.most()) < 0 ? allowed : spec.most();
    this.pages = new PageFetcher(conduct);
    this.recording =
        new Recording(
            spec, conduct.redactor(), conduct.recorder(), conduct.environment().evidence());
    this.parts = new Parts(spec.budget(), recording::isOver, this::unanswered);
  }

  @Override
  public <T> void each(Collection<T> all, Function<? super T, String> subject, Part<? super T> ask)
      throws InterruptedException {
    parts.each(all, subject, ask);
  }

  private void unanswered(String subject, String reason) {
    spec.produces()
        .forEach(
            key -> recording.add(conduct.unanswered(spec, key, subject, reason), Optional.empty()));
  }

  /** Defects of ours that parts of the probe met. */
  List<String> failures() {
    return parts.failures();
  }

  @Override
  public Product product() {
    return conduct.product();
  }

  @Override
  public Ixit ixit() {
    return conduct.ixit();
  }

  @Override
  public Clock clock() {
    return conduct.environment().clock();
  }

  @Override
  public List<Observation> observations(Class<? extends Fact> kind) {
    return known.ofKind(kind);
  }

  @Override
  public Wire connect(Endpoint endpoint, Duration timeout)
      throws IOException, InterruptedException {
    goOn();
    return conduct.connect(endpoint, timeout);
  }

  @Override
  public PortAnswers tryPorts(String address, BitSet ports)
      throws IOException, InterruptedException {
    goOn();
    return conduct.tryPorts(address, ports);
  }

  @Override
  public DatagramChannel sendDatagram(Endpoint endpoint, byte[] question)
      throws IOException, InterruptedException {
    goOn();
    return conduct.sendDatagram(endpoint, question, Optional.empty());
  }

  @Override
  public DatagramChannel sendDatagram(Endpoint endpoint, byte[] question, InetAddress from)
      throws IOException, InterruptedException {
    goOn();
    return conduct.sendDatagram(endpoint, question, Optional.of(from));
  }

  @Override
  public DatagramChannel sendDatagramHearingAllPorts(Endpoint endpoint, byte[] question)
      throws IOException, InterruptedException {
    goOn();
    return conduct.sendDatagramHearingAllPorts(endpoint, question);
  }

  @Override
  public DatagramChannel sendToGroup(Endpoint member, LinkGroup group, byte[] question)
      throws IOException, InterruptedException {
    goOn();
    return conduct.sendToGroup(member, group, question);
  }

  @Override
  public List<InetAddress> standpoints(String address) {
    return conduct.standpoints(address);
  }

  @Override
  public Optional<Neighbours> neighbours(String target) throws IOException, InterruptedException {
    goOn();
    return new LinkNeighbours(conduct).of(target, this);
  }

  @Override
  public Calls await(ClientTest test) throws IOException, InterruptedException {
    goOn();
    return conduct.await(test);
  }

  @Override
  public Calls awaitBeside(ClientTest test, int port) throws IOException, InterruptedException {
    goOn();
    return conduct.awaitBeside(test, port);
  }

  @Override
  public DatagramCalls awaitDatagrams(ClientTest test) throws IOException, InterruptedException {
    goOn();
    return conduct.awaitDatagrams(test);
  }

  @Override
  public Page fetch(URI page, Duration timeout) throws IOException, InterruptedException {
    goOn();
    PageFetcher.Fetched fetched = pages.fetch(page, timeout);
    synchronized (this) {
      pageWires.put(page.toString(), fetched.wire());
    }
    return fetched.page();
  }

  @Override
  public boolean allows(Intrusiveness intrusiveness) {
    return intrusiveness.compareTo(most) <= 0;
  }

  @Override
  public Optional<DeviceDriver> driver() {
    return conduct
        .environment()
        .driver()
        .map(
            d ->
                new RecordedDriver(
                    d.within(new ProbeGround(conduct, this, recording)),
                    most,
                    conduct.redactor(),
                    clock(),
                    recording::performed));
  }

  @Override
  public void pace(int packets) throws InterruptedException {
    goOn();
    conduct.pace(packets);
  }

  @Override
  public void rest(Duration time) throws InterruptedException {
    goOn();
    conduct.environment().ticker().sleep(time.toNanos());
  }

  @Override
  public boolean inScope(Endpoint endpoint) {
    return conduct.scope().allows(endpoint);
  }

  @Override
  public boolean takeLoginAttempt(String mechanism) {
    return told(mechanism, conduct.logins().takeWrong(mechanism));
  }

  @Override
  public void giveBackLoginAttempt(String mechanism) {
    conduct.logins().giveBackWrong(mechanism);
  }

  @Override
  public boolean takeBruteForceAttempt(String mechanism) {
    return told(mechanism, conduct.logins().takeBruteForce(mechanism));
  }

  // Told before the attempt is made: a run that is killed in between must not try once too often.
  private boolean told(String mechanism, boolean taken) {
    if (taken) {
      listener.observed(conduct.seen(spec, mechanism, conduct.logins().taken(mechanism)));
    }
    return taken;
  }

  @Override
  public void seen(String subject, Fact fact) {
    Optional<LiveWire> page;
    synchronized (this) {
      page = Optional.ofNullable(pageWires.get(subject));
    }
    record(subject, fact, page);
  }

  @Override
  public void seen(String subject, Fact fact, Wire transcript) {
    if (!(transcript instanceof LiveWire wire)) {
      throw new IllegalArgumentException("not a wire of this run: " + transcript);
    }
    record(subject, fact, Optional.of(wire));
  }

  private void record(String subject, Fact fact, Optional<LiveWire> wire) {
    declared(fact.getClass());
    recording.add(
        conduct
            .recorder()
            .seen(subject, Recorder.written(fact), conduct.source(spec), Optional.empty()),
        wire);
  }

  @Override
  public void undetermined(String subject, String reason, Unanswered asked) {
    declared(asked.kind());
    recording.add(
        conduct
            .recorder()
            .unanswered(subject, reason, asked, conduct.source(spec), Optional.empty()),
        Optional.empty());
  }

  private void declared(Class<? extends Fact> kind) {
    String key = Kinds.key(kind);
    if (!spec.produces().contains(key)) {
      throw new IllegalArgumentException(spec.id() + " does not declare that it produces " + key);
    }
  }

  @Override
  public synchronized void leftAltered(String how) {
    altered = Optional.of(conduct.redactor().text(how));
  }

  @Override
  public Optional<String> alteredBefore() {
    return alteredBefore;
  }

  synchronized Optional<String> altered() {
    return altered;
  }

  @Override
  public void progress(String text, double fraction) {
    listener.progress(spec, text, Math.clamp(fraction, 0, 1));
  }

  @Override
  public void redact(String secret) {
    conduct.redactor().add(secret);
  }

  /** Ends what a probe does whose time is over. */
  void goOn() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException(spec.id() + " was stopped");
    }
    if (recording.isOver()) {
      throw new InterruptedException(spec.id() + " has ended");
    }
  }

  /** Ends the probe's part; nothing that it records from now on counts. */
  void end() {
    recording.end();
    conduct.closeAll();
  }

  /** What was recorded so far, without evidence. */
  List<Observation> recorded() {
    return recording.recorded();
  }

  /** Stores the transcripts and gives what was recorded, with references to them. */
  List<Observation> withEvidence() throws IOException {
    return recording.withEvidence();
  }
}

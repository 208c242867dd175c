package dev.plumbline.probe.run;

import dev.plumbline.core.Digest;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.run.transcript.Transcript;
import dev.plumbline.recording.Recorder;
import dev.plumbline.recording.Redactor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one probe recorded, held back until the run knows that the device is still well; transcripts
 * are stored then, with every secret known by then masked. Safe for several threads.
 */
final class Recording {
  private static final int MOST_PERFORMED = 2_000;

  private final ProbeSpec spec;
  private final Redactor redactor;
  private final Recorder recorder;
  private final EvidenceSink evidence;
  private final List<Pending> pending = new ArrayList<>();
  private final List<String> performed = new ArrayList<>();
  private volatile boolean over;

  Recording(ProbeSpec spec, Redactor redactor, Recorder recorder, EvidenceSink evidence) {
    this.spec = spec;
    this.redactor = redactor;
    this.recorder = recorder;
    this.evidence = evidence;
  }

  /** Nothing that comes from now on counts. */
  synchronized void end() {
    over = true;
  }

  boolean isOver() {
    return over;
  }

  /** Writes down what the driver did. */
  synchronized void performed(String line) {
    if (performed.size() < MOST_PERFORMED) {
      performed.add(line);
    }
  }

  synchronized void add(Observation observation, Optional<LiveWire> wire) {
    if (over) {
      return;
    }
    if (pending.size() >= Recorder.MOST) {
      throw new IllegalStateException(spec.id() + " records more than can be kept");
    }
    int mark = wire.map(w -> w.transcript().mark()).orElse(0);
    pending.add(new Pending(observation, recorder.secrets(), wire, mark, performed.size()));
  }

  /** What was recorded so far, without evidence. */
  synchronized List<Observation> recorded() {
    clean();
    return pending.stream().map(Pending::observation).toList();
  }

  /** A secret may have become known after a fact was recorded that shows it. */
  private void clean() {
    pending.replaceAll(
        p -> p.secrets() == recorder.secrets() ? p : p.with(recorder.again(p.observation())));
  }

  /** Stores the transcripts and gives what was recorded, with references to them. */
  synchronized List<Observation> withEvidence() throws IOException {
    clean();
    Map<LiveWire, Stored> stored = new HashMap<>();
    Map<LiveWire, Integer> from = new HashMap<>();
    List<Observation> done = new ArrayList<>();
    ProbeRecord record = record();
    for (Pending p : pending) {
      if (p.wire().isEmpty()) {
        done.add(record.evidence(p.observation(), evidence));
        continue;
      }
      LiveWire wire = p.wire().get();
      Stored file = stored.get(wire);
      if (file == null) {
        file = store(wire);
        stored.put(wire, file);
      }
      // Several facts of one connection point each to what came since the one before; a fact with
      // nothing new of its own points to the whole.
      int first = from.getOrDefault(wire, 0);
      if (first == p.mark()) {
        first = 0;
      }
      from.put(wire, p.mark());
      done.add(with(p.observation(), file.stretch(first, p.mark())));
    }
    return done;
  }

  /**
   * What was seen without a connection of its own, such as the ports of an address, each with what
   * the driver did before it and after the one before it.
   */
  private ProbeRecord record() {
    List<Observation> facts = new ArrayList<>();
    Map<Observation, List<String>> before = new HashMap<>();
    int from = 0;
    for (Pending p : pending) {
      if (p.wire().isEmpty() && p.observation().seen()) {
        facts.add(p.observation());
        // Again: a token was perhaps not known to be secret when its line was written.
        before.putIfAbsent(
            p.observation(),
            performed.subList(from, p.performed()).stream().map(redactor::text).toList());
        from = p.performed();
      }
    }
    return ProbeRecord.of(spec, facts, before);
  }

  private Stored store(LiveWire wire) throws IOException {
    String what = "transcript of " + wire.endpoint();
    Transcript.Rendered text = wire.transcript().render(what + ", taken by " + spec.id(), redactor);
    return new Stored(evidence.store(text.content(), what, spec.id()), text);
  }

  static Observation with(Observation o, EvidenceRef ref) {
    return new Observation(
        o.key(),
        o.subject(),
        o.outcome(),
        o.value(),
        o.coverage(),
        o.reason(),
        o.source(),
        Optional.of(ref));
  }

  /**
   * @param secrets that were known when the fact was recorded
   * @param mark pieces that the transcript had then
   * @param performed actions of the driver until then
   */
  private record Pending(
      Observation observation, int secrets, Optional<LiveWire> wire, int mark, int performed) {
    Pending with(Observation clean) {
      return new Pending(clean, secrets, wire, mark, performed);
    }
  }

  private record Stored(Digest digest, Transcript.Rendered text) {
    EvidenceRef stretch(int first, int end) {
      long from = text.offsets()[first];
      return new EvidenceRef(digest, from, text.offsets()[end] - from);
    }
  }
}

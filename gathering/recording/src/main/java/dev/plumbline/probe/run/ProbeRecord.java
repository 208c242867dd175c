package dev.plumbline.probe.run;

import dev.plumbline.core.Digest;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.ProbeSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a probe wrote down of facts that no single transcript shows, such as a scan over all ports:
 * kept as an evidence file, as the output of any other scanner would be.
 *
 * @param text the file
 * @param stretches where each fact stands in it: first byte and length
 */
record ProbeRecord(ProbeSpec spec, String text, Map<Observation, int[]> stretches) {

  static ProbeRecord of(ProbeSpec spec, List<Observation> facts) {
    return of(spec, facts, Map.of());
  }

  /**
   * @param performed what the driver did before each fact, a line an action
   */
  static ProbeRecord of(
      ProbeSpec spec, List<Observation> facts, Map<Observation, List<String>> performed) {
    StringBuilder text = new StringBuilder();
    text.append("record of ").append(spec.id()).append(' ').append(spec.version()).append('\n');
    Map<Observation, int[]> stretches = new LinkedHashMap<>();
    int from = bytes(text);
    for (Observation fact : facts) {
      text.append('\n');
      performed
          .getOrDefault(fact, List.of())
          .forEach(line -> text.append("driver: ").append(line).append('\n'));
      text.append(fact.source().at()).append(' ');
      text.append(fact.key()).append(" of ").append(fact.subject()).append('\n');
      new TreeMap<>(fact.value()).forEach((k, v) -> line(text, k, v));
      new TreeMap<>(fact.coverage()).forEach((k, v) -> line(text, "looked at: " + k, v));
      int end = bytes(text);
      stretches.put(fact, new int[] {from, end - from});
      from = end;
    }
    return new ProbeRecord(spec, text.toString(), stretches);
  }

  /** The fact with a reference into the record; unchanged where the record does not hold it. */
  Observation evidence(Observation fact, EvidenceSink sink) throws IOException {
    int[] stretch = stretches.get(fact);
    if (stretch == null) {
      return fact;
    }
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    Digest digest = sink.store(content, "record of " + spec.id(), spec.id());
    return Recording.with(fact, new EvidenceRef(digest, stretch[0], stretch[1]));
  }

  private static void line(StringBuilder text, String name, Object value) {
    text.append("  ").append(name).append(": ").append(value).append('\n');
  }

  private static int bytes(StringBuilder text) {
    return text.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}

package dev.plumbline.benchmarks;

import dev.plumbline.benchmarks.Row.Standing;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.dossier.folder.DossierWriter;
import dev.plumbline.dossier.signed.Saw;
import dev.plumbline.dossier.signed.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Opens a dossier with many signed records: each line is read and each signature verified. */
final class RecordBenchmark implements Benchmark {
  private static final int RECORDS = 10_000;
  private static final int RUNS = 5;

  @Override
  public String name() {
    return "record";
  }

  @Override
  public Result measure(Surroundings s) throws IOException {
    int records = s.times(RECORDS);
    Samples seconds = new Samples();
    for (int i = 0; i < RUNS; i++) {
      // Another one each time: a process verifies no signature twice.
      DossierFolder folder = filled(s.scratch(), records);
      long start = System.nanoTime();
      Dossier opened = folder.open(new Problems()).orElseThrow();
      seconds.add((System.nanoTime() - start) / 1e9);
      if (opened.decisions().stream().filter(d -> d.signed().orElseThrow().sound()).count()
          != records) {
        throw new IllegalStateException("not every signature is right");
      }
    }
    return new Result(
        List.of(
            new Row(
                "open a dossier with " + records + " signed decisions, each signature verified",
                Row.NONE,
                Row.NONE,
                seconds.seconds(),
                Row.NONE,
                Standing.TOLD)),
        Map.of("records", records, "seconds", seconds.values()));
  }

  private static DossierFolder filled(Path scratch, int records) throws IOException {
    Path place = Files.createTempDirectory(scratch, "record-");
    DossierFolder folder = DossierFolder.at(KilledWriters.in(place, new Random(1)).dossier());
    Signer signer = Signer.of("Ann", pair());
    List<Decision> decisions = new ArrayList<>();
    for (int i = 0; i < records; i++) {
      decisions.add(
          Decision.signed(
              ItemId.parse("5.1-1-1a@1-AuthMech/AuthMech-" + i),
              new Finding.Holds("Seen in the manual, page " + i + "."),
              Digest.of("basis " + i),
              List.of(),
              false,
              Saw.NOTHING,
              signer,
              Instant.EPOCH));
    }
    try (DossierWriter writer = folder.write()) {
      writer.appendDecisions(decisions);
    }
    return folder;
  }

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has Ed25519", e);
    }
  }
}

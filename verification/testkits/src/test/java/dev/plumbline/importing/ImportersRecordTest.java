package dev.plumbline.importing;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.importing.kit.ImportTrial;
import dev.plumbline.recording.kit.RecorderContract;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportersRecordTest {
  @Test
  void importersKeepTheContractOfWhoeverRecords() throws Exception {
    RecorderContract.kept(
        (fact, secret, before) -> {
          GatheredReading reading = reading();
          if (before) {
            reading.redact(secret);
          }
          reading.seen("DUT", fact);
          reading.redact(secret);
          return reading.report(Instant.EPOCH).observations().getFirst();
        });
  }

  private static GatheredReading reading() {
    return new GatheredReading(
        new ImporterSpec("x", "1", "a tool", "", "", List.of("service.identified"), List.of()),
        ImportTrial.at("192.0.2.10").product(),
        new Ixit(Map.of()),
        Place.of("x.json"),
        new Problems(),
        Digest.of("x"),
        1,
        "run",
        Surroundings.NONE);
  }
}

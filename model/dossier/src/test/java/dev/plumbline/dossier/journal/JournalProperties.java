package dev.plumbline.dossier.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.FrameNumbers;
import dev.plumbline.dossier.JournalSamples;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.dossier.Observation.Source;
import dev.plumbline.dossier.Waiver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JournalProperties {
  @Property(seed = "1", tries = 300)
  void everyObservationReadsBackAsItWas(@ForAll("observations") List<Observation> records)
      throws IOException {
    assertThat(roundTrip(records, JournalType.OBSERVATION)).isEqualTo(records);
  }

  @Property(seed = "1", tries = 100)
  void everyDecisionReadsBackAsItWas(@ForAll("decisions") List<Decision> records)
      throws IOException {
    assertThat(roundTrip(records, JournalType.DECISION)).isEqualTo(records);
  }

  @Property(seed = "1", tries = 100)
  void everyWaiverReadsBackAsItWas(@ForAll("waivers") List<Waiver> records) throws IOException {
    assertThat(roundTrip(records, JournalType.WAIVER)).isEqualTo(records);
  }

  @Property(seed = "1", tries = 200)
  void anyChangedByteBeforeTheLastLineIsFound(
      @ForAll("observations") List<Observation> some, @ForAll int pick, @ForAll byte value)
      throws IOException {
    Observation last = JournalSamples.observation(1);
    byte[] bytes =
        write(Stream.concat(some.stream(), Stream.of(last)).toList(), JournalType.OBSERVATION);
    int lastLine =
        new String(bytes, 0, bytes.length - 1, StandardCharsets.US_ASCII).lastIndexOf('\n');
    if (lastLine <= 0) {
      return;
    }
    int at = Math.floorMod(pick, lastLine);
    if (bytes[at] == value) {
      return;
    }
    bytes[at] = value;
    Problems problems = new Problems();
    Journal.read(new ByteArrayInputStream(bytes), "j", JournalType.OBSERVATION, problems);
    assertThat(problems.hasErrors()).isTrue();
  }

  private static <T> List<T> roundTrip(List<T> records, JournalType<T> type) throws IOException {
    Problems problems = new Problems();
    Journal<T> journal =
        Journal.read(new ByteArrayInputStream(write(records, type)), "j", type, problems);
    assertThat(problems.sorted()).isEmpty();
    return journal.records();
  }

  private static <T> byte[] write(List<T> records, JournalType<T> type) throws IOException {
    Path file = Files.createTempFile("journal", ".jsonl");
    try (JournalWriter<T> writer = JournalWriter.open(file, "j", type)) {
      writer.append(records);
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings().all().ofMaxLength(8);
  }

  private static Arbitrary<String> names() {
    return texts().filter(t -> t.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff));
  }

  private static Arbitrary<Object> scalars() {
    return Arbitraries.oneOf(
        texts().map(Object.class::cast),
        Arbitraries.longs().map(Object.class::cast),
        Arbitraries.doubles().map(Object.class::cast),
        Arbitraries.of(true, false).map(Object.class::cast));
  }

  private static Arbitrary<Object> values() {
    return Arbitraries.lazyOf(
        JournalProperties::scalars,
        () -> scalars().list().ofMaxSize(3).map(Object.class::cast),
        () ->
            Arbitraries.maps(names(), scalars().list().ofMaxSize(2))
                .ofMaxSize(3)
                .map(Object.class::cast));
  }

  private static Arbitrary<Instant> instants() {
    return Combinators.combine(
            Arbitraries.longs().between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
            Arbitraries.integers().between(0, 999_999_999))
        .as((s, n) -> Instant.ofEpochSecond(s, n));
  }

  @Provide
  Arbitrary<List<Observation>> observations() {
    Arbitrary<Source> sources =
        Combinators.combine(texts(), texts(), texts(), texts(), texts(), texts(), instants())
            .as(Source::new);
    Arbitrary<Map<String, Object>> maps = Arbitraries.maps(names(), values()).ofMaxSize(4);
    Arbitrary<Optional<EvidenceRef>> evidence =
        Combinators.combine(
                texts().map(Digest::of),
                Arbitraries.longs().greaterOrEqual(0),
                Arbitraries.longs().greaterOrEqual(0),
                frames())
            .as(EvidenceRef::new)
            .optional();
    return Combinators.combine(
            texts(), texts(), Arbitraries.of(Outcome.class), maps, maps, texts(), sources, evidence)
        .as(Observation::new)
        .list()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<Decision>> decisions() {
    Arbitrary<String> reasons = texts().filter(s -> !s.isBlank());
    Arbitrary<Finding> findings =
        Combinators.combine(reasons, reasons, Arbitraries.of(0, 1, 2, 3, 4))
            .as(
                (reason, remedy, kind) ->
                    switch (kind) {
                      case 0 -> new Finding.Holds(reason);
                      case 1 -> new Finding.Violated(reason, remedy);
                      case 2 -> new Finding.Undetermined(reason);
                      case 3 -> new Finding.NotApplicable(reason);
                      default -> new Finding.Errored(reason);
                    });
    return Combinators.combine(
            Arbitraries.of("5.1-1-2c@1-AuthMech/A-1", "5.3-2-1a@DUT", "6-1-1a@1-A/x+2-B/y@z")
                .map(ItemId::parse),
            findings,
            texts(),
            instants(),
            texts().map(Digest::of),
            texts().map(Digest::of).list().ofMaxSize(3))
        .as(Decision::new)
        .list()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<Waiver>> waivers() {
    return Combinators.combine(
            Arbitraries.of("5.1-1-2c@1-AuthMech/A-1", "5.3-2-1a@DUT").map(ItemId::parse),
            texts(),
            texts(),
            Arbitraries.integers().between(-800_000, 3_000_000).map(LocalDate::ofEpochDay),
            texts(),
            instants())
        .as(Waiver::new)
        .list()
        .ofMaxSize(4);
  }

  private static Arbitrary<FrameNumbers> frames() {
    return Combinators.combine(
            Arbitraries.longs().greaterOrEqual(1).set().ofMaxSize(FrameNumbers.MOST),
            Arbitraries.of(true, false))
        .as(
            (numbers, more) ->
                new FrameNumbers(numbers.stream().sorted().toList(), more && !numbers.isEmpty()));
  }
}

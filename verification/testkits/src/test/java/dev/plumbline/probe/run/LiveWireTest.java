package dev.plumbline.probe.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.run.DriverActionDone;
import dev.plumbline.probe.OutOfScopeException;
import dev.plumbline.probe.Wire;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.Peer.Behaviour;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class LiveWireTest {
  private static final String HERE = "127.77.1.1";
  private static final Duration SHORT = Duration.ofMillis(100);

  @Test
  void aSilentPeerIsToldApartFromOneThatClosed() {
    Behaviour mute = (client, n) -> client.getInputStream().read();
    assertThat(asked(mute, wire -> String.valueOf(wire.read(10, SHORT).length)))
        .startsWith("SilenceException");
    assertThat(asked((client, n) -> {}, wire -> String.valueOf(wire.read(10, SHORT).length)))
        .isEqualTo("0");
  }

  @RepeatedTest(50)
  void aWireWhoseTimeIsOverAtItsBeginningIsClosedAndGivenBack() throws Exception {
    CountDownLatch givenBack = new CountDownLatch(1);
    try (Peer mute = Peer.at(HERE, (client, n) -> client.getInputStream().read());
        Socket socket = new Socket(HERE, mute.endpoint().port())) {
      LiveWire over =
          new LiveWire(
              socket,
              mute.endpoint(),
              Limits.usual(),
              new RateBound(1000, Ticker.SYSTEM),
              System.nanoTime(),
              givenBack::countDown);
      assertThat(givenBack.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(over.isClosed()).isTrue();
      assertThat(socket.isClosed()).isTrue();
    }
  }

  @Test
  void aPeerThatDripsDoesNotOutliveTheConnectionsTime() {
    Behaviour drip =
        (client, n) -> {
          while (true) {
            client.getOutputStream().write('x');
            Thread.sleep(5);
          }
        };
    String end = asked(drip, wire -> String.valueOf(wire.readUntilQuiet(1_000_000, SHORT).length));
    assertThat(end).contains("whole time of 400 ms is over");
  }

  @Test
  void aPeerThatNeverReadsCannotBlockAWrite() {
    Behaviour deaf = (client, n) -> Thread.sleep(60_000);
    String end =
        asked(
            deaf,
            wire -> {
              for (int i = 0; i < 1000; i++) {
                wire.send(new byte[64 * 1024]);
              }
              return "sent all";
            });
    assertThat(end).contains("whole time of 400 ms is over");
  }

  @Test
  void anEndlessPeerIsCutOffAtTheByteBound() {
    Behaviour endless =
        (client, n) -> {
          while (true) {
            client.getOutputStream().write(new byte[64 * 1024]);
          }
        };
    String end =
        asked(
            endless, wire -> String.valueOf(wire.readUntilQuiet(Integer.MAX_VALUE, SHORT).length));
    assertThat(end).contains("more than 100000 bytes");
  }

  @Test
  void aLengthThatIsTooLargeIsRefusedBeforeMemoryIsTaken() {
    Behaviour mute = (client, n) -> client.getInputStream().read();
    assertThat(
            asked(mute, wire -> String.valueOf(wire.readExactly(Integer.MAX_VALUE, SHORT).length)))
        .contains("more than are read");
  }

  @Test
  void aSocketForLibrariesIsRecordedAndBoundedToo() {
    Behaviour hello =
        (client, n) ->
            client.getOutputStream().write("hello\n".getBytes(StandardCharsets.US_ASCII));
    AskingProbe probe =
        AskingProbe.of(
            "socket",
            context -> {
              try (Wire wire = context.connect(only(context), SHORT)) {
                wire.socket().getOutputStream().write("hi\n".getBytes(StandardCharsets.US_ASCII));
                byte[] got = wire.socket().getInputStream().readNBytes(6);
                context.seen("DUT", AskingProbe.fact("read " + got.length), wire);
              }
            });
    try (Peer peer = Peer.at(HERE, hello)) {
      Result result = ProbeTrial.against(peer.endpoint()).run(probe);
      assertThat(result.excerpt(result.one(AskingProbe.KEY))).isEqualTo("> hi\\n\n< hello\\n\n");
    }
  }

  @Test
  void eachFactPointsToItsOwnStretchOfTheTranscript() {
    Behaviour echo = (client, n) -> client.getInputStream().transferTo(client.getOutputStream());
    AskingProbe probe =
        AskingProbe.of(
            "echo",
            context -> {
              try (Wire wire = context.connect(only(context), SHORT)) {
                for (String word : List.of("one", "two")) {
                  wire.send(word.getBytes(StandardCharsets.US_ASCII));
                  wire.readExactly(3, SHORT);
                  context.seen(word, AskingProbe.fact(word), wire);
                }
              }
            });
    try (Peer peer = Peer.at(HERE, echo)) {
      Result result = ProbeTrial.against(peer.endpoint()).run(probe);
      assertThat(result.with(AskingProbe.KEY))
          .extracting(result::excerpt)
          .containsExactly("> one\n< one\n", "> two\n< two\n");
    }
  }

  @Test
  void nothingIsSentOutOfScope() {
    try (Peer in = Peer.at(HERE, (client, n) -> {});
        Peer out = Peer.at(HERE, (client, n) -> {})) {
      AskingProbe probe =
          AskingProbe.of(
              "scope",
              context -> {
                assertThatThrownBy(() -> context.connect(out.endpoint(), SHORT))
                    .isInstanceOf(OutOfScopeException.class);
                BitSet ports = new BitSet();
                ports.set(in.endpoint().port());
                ports.set(out.endpoint().port());
                assertThatThrownBy(() -> context.tryPorts(HERE, ports))
                    .isInstanceOf(OutOfScopeException.class);
                context.undetermined(DriverActionDone.class, "DUT", "refused");
              });
      Result result = ProbeTrial.against(in.endpoint()).run(probe);
      assertThat(result.one(AskingProbe.KEY).reason()).isEqualTo("refused");
      assertThat(out.connections()).isZero();
    }
  }

  private interface Question {
    String ask(Wire wire) throws IOException;
  }

  /** The answer, or how the wire failed. */
  private static String asked(Behaviour behaviour, Question question) {
    AskingProbe probe =
        AskingProbe.of(
            "wire",
            context -> {
              try (Wire wire = context.connect(only(context), SHORT)) {
                context.seen("DUT", AskingProbe.fact(question.ask(wire)));
              } catch (IOException e) {
                context.undetermined(
                    DriverActionDone.class,
                    "DUT",
                    e.getClass().getSimpleName() + ": " + e.getMessage());
              }
            });
    Limits small =
        new Limits(2000, 500_000, 4, Duration.ofMillis(400), SHORT, 100_000, 10_000, SHORT, SHORT);
    try (Peer peer = Peer.at(HERE, behaviour)) {
      Observation o =
          ProbeTrial.against(peer.endpoint()).limits(small).run(probe).one(AskingProbe.KEY);
      return o.seen() ? o.text("what") : o.reason();
    }
  }

  private static dev.plumbline.dossier.Endpoint only(dev.plumbline.probe.ProbeContext context) {
    var target = context.product().targets().getFirst();
    return dev.plumbline.dossier.Endpoint.tcp(target.address(), target.ports().getFirst().first());
  }
}

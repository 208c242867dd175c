package dev.plumbline.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.http.HttpHeaders;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.ProbeTrial;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswersAheadTest {
  private static final int PAGES = 20;

  /** Answers with the path that it was asked for; those after the third wait for one another. */
  private static final class Pages {
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger under = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch together;

    Pages(int together) {
      this.together = new CountDownLatch(together);
    }

    Peer.Behaviour behaviour() {
      return (client, n) -> {
        String line =
            new BufferedReader(
                    new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))
                .readLine();
        if (line == null) {
          return;
        }
        most.accumulateAndGet(under.incrementAndGet(), Math::max);
        if (asked.incrementAndGet() > 3) {
          together.countDown();
          await();
        }
        under.decrementAndGet();
        String path = line.split(" ", -1)[1];
        client
            .getOutputStream()
            .write(
                ("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: "
                        + path.length()
                        + "\r\n\r\n"
                        + path)
                    .getBytes(StandardCharsets.US_ASCII));
      };
    }

    private void await() throws IOException {
      try {
        assertThat(together.await(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }

  /** What a walk over the pages got, in its order. */
  private static List<String> walked(Pages pages, Duration each) {
    AtomicLong looks = new AtomicLong();
    InstantSource source = () -> Instant.EPOCH.plus(each.multipliedBy(looks.incrementAndGet()));
    Clock clock = source.withZone(ZoneOffset.UTC);
    try (Peer peer = Peer.at("127.77.21.92", pages.behaviour())) {
      Walking walking = new Walking(peer.endpoint(), clock, new ArrayList<>());
      ProbeTrial.against(peer.endpoint()).run(walking);
      return walking.got();
    }
  }

  @Test
  void aServerThatTakesItsTimeIsAskedForSixPagesAtOnceAndReadInOrder() {
    Pages pages = new Pages(6);
    assertThat(walked(pages, Duration.ofSeconds(1))).isEqualTo(paths());
    assertThat(pages.most.get()).isEqualTo(6);
  }

  @Test
  void aServerThatAnswersAtOnceIsAskedForOnePageAfterTheOther() {
    Pages pages = new Pages(1);
    assertThat(walked(pages, Duration.ZERO)).isEqualTo(paths());
    assertThat(pages.most.get()).isEqualTo(1);
  }

  private static List<String> paths() {
    return IntStream.range(0, PAGES).mapToObj(i -> "/page-" + i).toList();
  }

  private record Walking(Endpoint endpoint, Clock clock, List<String> got) implements Probe {
    @Override
    public ProbeSpec spec() {
      return new ProbeSpec(
          "walking",
          "1.0.0",
          "Is it so?",
          List.of(Kinds.key(HttpHeaders.class)),
          List.of(),
          Intrusiveness.OBSERVE,
          Duration.ofSeconds(30));
    }

    @Override
    public void run(ProbeContext context) throws InterruptedException {
      HttpClient client = new HttpClient(context::connect, clock, endpoint, false, HttpLimits.PAGE);
      try (AnswersAhead ahead = new AnswersAhead(client)) {
        ahead.plan(paths().stream().map(HttpRequest::get).toList());
        for (String path : paths()) {
          got.add(ahead.send(HttpRequest.get(path)).response().text());
        }
      } catch (IOException e) {
        got.add(String.valueOf(e.getMessage()));
      }
    }
  }
}

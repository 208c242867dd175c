package dev.plumbline.probe.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * What real devices sent, altered many times: whatever a device sends, a reader gives a value or
 * throws the exception that it documents, and soon. The alterations are the same in each run.
 *
 * <p>The answers are files {@code *.hex} in the folder {@code answers/PROTOCOL} beside the test
 * class: lines of hexadecimal digits, and lines that begin with {@code #}. An altered answer that
 * broke a reader is added as {@code found-….hex}. {@code verification/benchmarks/fuzz} lets a
 * fuzzer make up more, which watches what code they reach.
 */
public final class AlteredAnswers {
  /** Alterations of one answer on top of another. */
  private static final int MOST_AT_ONCE = 6;

  /** Altered answers that a reader took are altered further, as many as these at a time. */
  private static final int MOST_KEPT = 400;

  /** {@code -Dplumbline.altered=50} alters and waits that many times as much. */
  private static final int MORE = Integer.getInteger("plumbline.altered", 1);

  private static final int LONGEST = 8192;
  private static final int[] EDGES = {0, 1, 0x7f, 0x80, 0xfe, 0xff};

  private final List<byte[]> answers;
  private final SplittableRandom random;

  private AlteredAnswers(List<byte[]> answers, long seed) {
    this.answers = new ArrayList<>(answers);
    this.random = new SplittableRandom(seed);
  }

  /** Reads what a device sent. */
  @FunctionalInterface
  public interface Reader {
    /**
     * @throws Exception any; one that is not documented is a defect
     */
    void read(byte[] answer) throws Exception;
  }

  /**
   * Those of a protocol.
   *
   * @param test class beside which they lie
   * @throws AssertionError if there is none
   */
  public static AlteredAnswers of(Class<?> test, String protocol) throws IOException {
    Path folder =
        Path.of("src/test/resources", test.getPackageName().replace('.', '/'), "answers", protocol);
    List<byte[]> answers = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".hex")).sorted().toList()) {
        StringBuilder digits = new StringBuilder();
        Files.readAllLines(file).stream().filter(l -> !l.startsWith("#")).forEach(digits::append);
        answers.add(HexFormat.of().parseHex(digits));
      }
    }
    if (answers.isEmpty()) {
      throw new AssertionError("no answers in " + folder);
    }
    return new AlteredAnswers(answers, protocol.hashCode());
  }

  /**
   * Reads each answer as it is, and so many altered ones.
   *
   * @param within for all of them together
   * @param documented the exceptions that the reader says it throws
   * @throws AssertionError with the answer that it could not read so, in hexadecimal digits
   */
  public void hold(
      int count, Duration within, Reader reader, List<Class<? extends Exception>> documented) {
    AtomicReference<byte[]> now = new AtomicReference<>(new byte[0]);
    FutureTask<Boolean> all =
        new FutureTask<>(() -> readAll(count * MORE, reader, documented, now), true);
    // A reader that hangs is left behind, so that its answer can be told.
    Thread.ofPlatform().daemon().name("altered answers").start(all);
    try {
      all.get(within.toMillis() * MORE, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("not done after " + within + "; at " + hex(now), e);
    } catch (ExecutionException e) {
      throw new AssertionError("cannot read " + hex(now), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private void readAll(
      int count,
      Reader reader,
      List<Class<? extends Exception>> documented,
      AtomicReference<byte[]> now) {
    int real = answers.size();
    for (int i = 0; i < count + real; i++) {
      byte[] answer = i < real ? answers.get(i) : altered();
      now.set(answer);
      if (once(answer, reader, documented) && i >= real) {
        keep(answer, real);
      }
    }
  }

  /**
   * Reads one answer, of whatever origin.
   *
   * @return whether the reader took it
   * @throws IllegalStateException if it threw what is not documented
   */
  public static boolean once(
      byte[] answer, Reader reader, List<Class<? extends Exception>> documented) {
    try {
      reader.read(answer.clone());
      return true;
    } catch (Exception e) {
      if (documented.stream().noneMatch(d -> d.isInstance(e))) {
        throw new IllegalStateException("an exception that is not documented", e);
      }
      return false;
    }
  }

  private void keep(byte[] answer, int real) {
    if (answers.size() < real + MOST_KEPT) {
      answers.add(answer);
    } else {
      answers.set(real + random.nextInt(MOST_KEPT), answer);
    }
  }

  private byte[] altered() {
    byte[] answer = any();
    for (int i = random.nextInt(MOST_AT_ONCE); i >= 0; i--) {
      answer = answer.length == 0 ? any() : once(answer);
    }
    return answer.length <= LONGEST ? answer : Arrays.copyOf(answer, LONGEST);
  }

  private byte[] any() {
    return answers.get(random.nextInt(answers.size()));
  }

  private byte[] once(byte[] answer) {
    int at = random.nextInt(answer.length);
    int length = Math.min(answer.length - at, 1 + random.nextInt(1 << random.nextInt(8)));
    byte[] changed = answer.clone();
    switch (random.nextInt(9)) {
      case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> changed[at] = (byte) EDGES[random.nextInt(EDGES.length)];
      case 2 -> changed[at] += (byte) (random.nextInt(17) - 8);
      case 3 -> Arrays.fill(changed, at, at + length, (byte) EDGES[random.nextInt(EDGES.length)]);
      case 4 -> {
        return Arrays.copyOf(answer, at);
      }
      case 5 -> {
        return joined(Arrays.copyOf(answer, at), from(answer, at + length));
      }
      case 6 -> {
        return joined(Arrays.copyOf(answer, at + length), from(answer, at));
      }
      case 7 -> {
        byte[] some = new byte[length];
        random.nextBytes(some);
        return joined(Arrays.copyOf(answer, at), some, from(answer, at));
      }
      default -> {
        byte[] other = any();
        return joined(
            Arrays.copyOf(answer, at), from(other, Math.min(other.length, random.nextInt(at + 1))));
      }
    }
    return changed;
  }

  private static byte[] from(byte[] bytes, int at) {
    return Arrays.copyOfRange(bytes, at, bytes.length);
  }

  private static byte[] joined(byte[]... parts) {
    int length = Stream.of(parts).mapToInt(p -> p.length).sum();
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  private static String hex(AtomicReference<byte[]> now) {
    byte[] answer = Optional.ofNullable(now.get()).orElseGet(() -> new byte[0]);
    return HexFormat.of().formatHex(answer);
  }
}

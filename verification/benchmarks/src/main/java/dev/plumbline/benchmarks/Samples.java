package dev.plumbline.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers of the same kind, in the order in which they were measured. */
final class Samples {
  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  /** The middle value; of an even number the upper one. */
  double median() {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /** The median of each of ours divided by the one of theirs that was measured beside it. */
  double ratio(Samples theirs) {
    Samples ratios = new Samples();
    for (int i = 0; i < Math.min(values.size(), theirs.values.size()); i++) {
      ratios.add(values.get(i) / theirs.values.get(i));
    }
    return ratios.median();
  }

  List<Double> values() {
    return List.copyOf(values);
  }

  /** The median as text, in seconds. */
  String seconds() {
    return seconds(median());
  }

  static String seconds(double value) {
    return String.format(Locale.ROOT, value < 0.1 ? "%.4f s" : "%.2f s", value);
  }

  static String times(double ratio) {
    return String.format(Locale.ROOT, ratio < 0.1 ? "%.3f ×" : "%.2f ×", ratio);
  }
}

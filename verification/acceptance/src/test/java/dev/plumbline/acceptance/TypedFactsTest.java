package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.Codec;
import dev.plumbline.observation.registry.Kinds;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * Observations are written and read through the records of their kinds. A key or a field that
 * stands in a class as text is one that no compiler compares with what was recorded.
 */
class TypedFactsTest {
  private static final String LIST = "facts-by-key.txt";
  private static final String KINDS = "dev.plumbline.observation";
  private static final Set<String> FIELDS = Set.of("text", "texts", "flag", "number");
  private static final Set<String> MAPS = Set.of("value", "coverage");
  private static final Set<String> KEYS =
      Kinds.all().stream().map(Codec::key).collect(Collectors.toUnmodifiableSet());

  /** They store, compare or print the fields of every kind alike, and know none by name. */
  private static final List<String> EVERY_KIND =
      List.of(
          "dev.plumbline.dossier.",
          "dev.plumbline.recording.",
          "dev.plumbline.judging.BasisDigests",
          "dev.plumbline.judging.check.EarnedFindings",
          "dev.plumbline.judging.fact.GatheredFacts",
          "dev.plumbline.judging.Tracer",
          "dev.plumbline.insight.change.Impact",
          "dev.plumbline.scheme.Knowledge",
          "dev.plumbline.reports.html.DetailViews",
          "dev.plumbline.reports.json.ResultTree",
          "dev.plumbline.probe.run.Course",
          "dev.plumbline.probe.run.ProbeRecord",
          "dev.plumbline.probe.run.Recording",
          "dev.plumbline.probe.hostile.",
          "dev.plumbline.workbench.page.ExplainPage",
          "dev.plumbline.workbench.run.RunReporter",
          "dev.plumbline.importing.ImportReport",
          "dev.plumbline.importing.kit.");

  private static final List<JavaClass> CLASSES =
      new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .importPackages("dev.plumbline")
              .stream()
              .filter(c -> !c.getPackageName().startsWith(KINDS))
              .filter(c -> !c.getPackageName().startsWith("dev.plumbline.acceptance"))
              .toList();

  /** The list names what is left, all of it and nothing else. */
  @Test
  void noClassNamesAKindOrAFieldByText() {
    Set<String> left = new TreeSet<>();
    for (JavaClass c : CLASSES) {
      if (namesAKey(c) || calls(c, FIELDS)) {
        left.add(outermost(c));
      }
    }
    assertThat(left).isEqualTo(listed());
  }

  @Test
  void mapsOfFieldsAreReadWhereEveryKindIsHandledAlike() {
    assertThat(
            CLASSES.stream()
                .filter(c -> calls(c, MAPS))
                .map(TypedFactsTest::outermost)
                .filter(n -> EVERY_KIND.stream().noneMatch(n::startsWith))
                .filter(n -> !listed().contains(n))
                .distinct())
        .isEmpty();
  }

  private static boolean namesAKey(JavaClass c) {
    try (InputStream in = c.getSource().orElseThrow().getUri().toURL().openStream()) {
      return StreamSupport.stream(
              ClassFile.of().parse(in.readAllBytes()).constantPool().spliterator(), false)
          .anyMatch(e -> e instanceof StringEntry s && KEYS.contains(s.stringValue()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Calls methods of an observation, such as {@code observation.text("protocol")}. */
  private static boolean calls(JavaClass c, Set<String> methods) {
    return Stream.concat(
            c.getMethodCallsFromSelf().stream(), c.getMethodReferencesFromSelf().stream())
        .anyMatch(
            a ->
                a.getTargetOwner().isEquivalentTo(Observation.class)
                    && methods.contains(a.getName()));
  }

  private static String outermost(JavaClass c) {
    return c.getName().replaceFirst("[$].*", "");
  }

  private static Set<String> listed() {
    try (InputStream in = TypedFactsTest.class.getResourceAsStream(LIST)) {
      List<String> lines = new ArrayList<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.isBlank() && !l.startsWith("#"))
          .forEach(lines::add);
      return new TreeSet<>(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

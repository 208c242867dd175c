package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Kind;
import dev.plumbline.catalogue.UnitScope;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** After one change exactly the touched items lose their basis. */
class StalenessProperties {
  private static final List<String> TABLES =
      List.of("1-AuthMech", "7-UpdMech", "11-SecComMech", "10-SecParam");
  private static final List<String> PREFIXES = List.of("Auth-", "Upd-", "Com-", "Par-");

  @Property(tries = 80, seed = "20261124")
  void afterOneRowChangesExactlyTheItemsThatTouchItChange(
      @ForAll @Size(min = 4, max = 4) List<@IntRange(min = 1, max = 4) Integer> sizes,
      @ForAll @Size(min = 4, max = 4) List<@IntRange(min = 0, max = 15) Integer> links,
      @ForAll @IntRange(min = 0, max = 3) int table,
      @ForAll @IntRange(min = 0, max = 3) int row) {
    int changed = row % sizes.get(table) + 1;
    String subject = TABLES.get(table) + "/" + PREFIXES.get(table) + changed;
    World before = world(sizes, links, "");
    World after = world(sizes, links, subject);
    Assessment assessment = before.judge();

    Set<ItemId> touched =
        assessment
            .items()
            .filter(i -> touches(assessment, i.item(), subject))
            .map(i -> i.item().id())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(changed(assessment, after.judge())).isEqualTo(touched);
    assertThat(touched).isNotEmpty();
  }

  @Property(tries = 20, seed = "20261124")
  void afterTheFirmwareChangesExactlyWhatRestsOnTheDeviceGoesStale(
      @ForAll @Size(min = 4, max = 4) List<@IntRange(min = 1, max = 3) Integer> sizes,
      @ForAll @Size(min = 4, max = 4) List<@IntRange(min = 0, max = 7) Integer> links) {
    World world = world(sizes, links, "");
    Observation seen = World.observation("tls.versions", "tcp/192.0.2.1/8443", Map.of("n", 1));
    world
        .seen(seen)
        .check(
            new Scripted.TrafficIsAsDeclared(
                (i, f) ->
                    f.observations("tls.versions").isEmpty()
                        ? Check.Outcome.undetermined("not observed")
                        : Check.Outcome.of(
                            new Finding.Holds("TLS 1.3."), f.observations("tls.versions"))));
    Assessment first = world.judge();
    List<ItemId> items = first.items().map(i -> i.item().id()).toList();
    for (ItemId id : items) {
      boolean withEvidence = id.toString().contains("Par-1");
      Digest[] files = withEvidence ? new Digest[] {World.EVIDENCE} : new Digest[0];
      world.decide(id.toString(), new Finding.Undetermined("noted"), files);
    }
    assertThat(world.judge().items().filter(Judged::stale)).isEmpty();

    Set<ItemId> stale = stale(world.version("1.1").judge());

    Set<ItemId> expected =
        first
            .items()
            .filter(
                i ->
                    i.item().unit().kind() == Kind.FUNCTIONAL
                        || !i.basis().isEmpty()
                        || i.item().id().toString().contains("Par-1"))
            .map(i -> i.item().id())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(stale).isEqualTo(expected);
  }

  @Property(tries = 20, seed = "20261124")
  void anotherCryptoPolicyTouchesOnlyWhatReadsCryptography(
      @ForAll @Size(min = 4, max = 4) List<@IntRange(min = 1, max = 3) Integer> sizes,
      @ForAll @Size(min = 4, max = 4) List<@IntRange(min = 0, max = 7) Integer> links) {
    World world =
        world(sizes, links, "")
            .rule(World.GENERATED, "", "algorithmsAccepted", true)
            .check(
                new Scripted.TrafficIsAsDeclared(
                    (i, f) -> Check.Outcome.undetermined("not observed")));
    Assessment before = world.judge();
    Set<ItemId> changed = changed(before, world.policy("another").judge());

    assertThat(changed)
        .isNotEmpty()
        .allMatch(
            id ->
                Set.of(World.GENERATED, World.TRAFFIC, World.PARAMETER_TRAFFIC)
                    .contains(id.unit().value()));
    assertThat(before.items().filter(i -> i.item().unit().id().value().equals(World.TRAFFIC)))
        .allMatch(i -> changed.contains(i.item().id()));
  }

  private static World world(List<Integer> sizes, List<Integer> links, String changed) {
    World world = new World();
    for (int t = 0; t < TABLES.size(); t++) {
      String table = TABLES.get(t);
      for (int n = 1; n <= sizes.get(t); n++) {
        String id = PREFIXES.get(t) + n;
        String text =
            "description: " + (changed.equals(table + "/" + id) ? "changed" : "as it was");
        if (t == 3) {
          text += "\nmechanisms: " + mechanisms(links.get(n - 1), sizes.get(2));
        } else if (t == 1) {
          text += "\nautomatic: " + (links.get(n - 1) % 2 == 0);
        } else {
          text += "\nendpoints: [tcp/8443]";
        }
        world.entry(table, id, text);
      }
    }
    return world;
  }

  private static List<String> mechanisms(int bits, int size) {
    return java.util.stream.IntStream.rangeClosed(1, size)
        .filter(n -> (bits & (1 << (n - 1))) != 0)
        .mapToObj(n -> "Com-" + n)
        .toList();
  }

  /** Written anew, so that it does not repeat the code under test. */
  private static boolean touches(Assessment assessment, TestItem item, String subject) {
    String table = subject.substring(0, subject.indexOf('/'));
    String[] named = item.id().subject().split("\\+");
    if (List.of(named).contains(subject)) {
      return true;
    }
    boolean refersTo =
        item.unit().scope() == UnitScope.ENTRY
            && item.unit().alsoUses().contains(table)
            && item.entry().orElseThrow().texts("mechanisms").stream()
                .anyMatch(m -> subject.equals(table + "/" + m));
    if (refersTo) {
      return true;
    }
    boolean overAll =
        item.id().subject().equals(ItemId.DUT)
            && (item.unit().table().equals(Optional.of(table))
                || item.unit().alsoUses().contains(table));
    return overAll
        || item.inherits().stream()
            .map(id -> World.judged(assessment, id.toString()).item())
            .anyMatch(source -> touches(assessment, source, subject));
  }

  private static Set<ItemId> changed(Assessment before, Assessment after) {
    Map<ItemId, Digest> old = digests(before);
    Map<ItemId, Digest> now = digests(after);
    assertThat(now.keySet()).isEqualTo(old.keySet());
    return now.entrySet().stream()
        .filter(e -> !e.getValue().equals(old.get(e.getKey())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<ItemId, Digest> digests(Assessment assessment) {
    return assessment
        .items()
        .collect(
            Collectors.toMap(i -> i.item().id(), Judged::basisDigest, (a, b) -> a, TreeMap::new));
  }

  private static Set<ItemId> stale(Assessment assessment) {
    Collection<Judged> stale = assessment.items().filter(Judged::stale).toList();
    return stale.stream().map(i -> i.item().id()).collect(Collectors.toCollection(TreeSet::new));
  }
}

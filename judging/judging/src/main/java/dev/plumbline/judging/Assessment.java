package dev.plumbline.judging;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Product;
import dev.plumbline.judging.fact.Contradiction;
import dev.plumbline.judging.plan.Counts;
import dev.plumbline.judging.traffic.TrafficSeen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The result of an assessment. Reports render it and compute nothing.
 *
 * @param verdict over all groups in the plan; recommendations declined with a reason do not count
 * @param verdicts number of groups by verdict; those declined with a reason are in none
 * @param problems what the check of the dossier found
 * @param remarks parts of the assessment that did not run, and facts with low confidence that the
 *     result rests on; belongs on the first page
 * @param traffic what captures show, for people to look at; no verdict rests on it
 * @param waivers accepted risks and what has become of them; no verdict rests on them
 * @param family of a variant: what of the result is its base's
 */
public record Assessment(
    Product product,
    Catalogue catalogue,
    CryptoPolicy policy,
    Verdict verdict,
    Map<Verdict, Integer> verdicts,
    Counts counts,
    List<SectionResult> sections,
    List<Problem> problems,
    List<String> remarks,
    TrafficSeen traffic,
    List<WaivedItem> waivers,
    Optional<FamilyStanding> family) {
  public Assessment {
    verdicts = Map.copyOf(verdicts);
    sections = List.copyOf(sections);
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
    waivers = List.copyOf(waivers);
  }

  /** A result without accepted risks. */
  public Assessment(
      Product product,
      Catalogue catalogue,
      CryptoPolicy policy,
      Verdict verdict,
      Map<Verdict, Integer> verdicts,
      Counts counts,
      List<SectionResult> sections,
      List<Problem> problems,
      List<String> remarks,
      TrafficSeen traffic) {
    this(
        product,
        catalogue,
        policy,
        verdict,
        verdicts,
        counts,
        sections,
        problems,
        remarks,
        traffic,
        List.of(),
        Optional.empty());
  }

  /** The same, with what the check of the dossier found. */
  public Assessment withProblems(List<Problem> found) {
    return with(found, remarks, waivers);
  }

  /** The same, with these remarks. */
  public Assessment withRemarks(List<String> told) {
    return with(problems, told, waivers);
  }

  /** The same, with these accepted risks. */
  public Assessment withWaivers(List<WaivedItem> accepted) {
    return with(problems, remarks, accepted);
  }

  private Assessment with(List<Problem> found, List<String> told, List<WaivedItem> accepted) {
    return new Assessment(
        product, catalogue, policy, verdict, verdicts, counts, sections, found, told, traffic,
        accepted, family);
  }

  /** The same of a variant. */
  Assessment withFamily(Optional<FamilyStanding> standing) {
    return new Assessment(
        product, catalogue, policy, verdict, verdicts, counts, sections, problems, remarks, traffic,
        waivers, standing);
  }

  /** The accepted risk on an item. */
  public Optional<WaivedItem> waiver(ItemId item) {
    return waivers.stream().filter(w -> w.waiver().item().equals(item)).findFirst();
  }

  public Stream<GroupResult> groups() {
    return sections.stream().flatMap(s -> s.groups().stream());
  }

  public Stream<Judged> items() {
    return groups().flatMap(GroupResult::items);
  }

  /** What machines found, whatever the verdicts that count, and whatever is answered N or N/A. */
  public List<SeenFlaw> flawsSeen() {
    return SeenFlaw.of(items().toList(), groups().flatMap(g -> g.aside().stream()));
  }

  /** Contradictions between paper and device, each once, in the order of the standard. */
  public List<Contradiction> contradictions() {
    return items().flatMap(i -> i.contradictions().stream()).distinct().toList();
  }
}

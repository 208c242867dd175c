package dev.plumbline.app.team;

import dev.plumbline.app.team.CurrentState.JudgedDossier;
import dev.plumbline.core.Digest;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.dossier.folder.DossierWriter;
import dev.plumbline.dossier.folder.DossierWriter.DossierLockedException;
import dev.plumbline.dossier.signed.Saw;
import dev.plumbline.dossier.signed.Signed;
import dev.plumbline.dossier.signed.Signer;
import dev.plumbline.dossier.signed.Team;
import dev.plumbline.dossier.signed.TeamRecord;
import dev.plumbline.dossier.signed.TeamRecord.Assignment;
import dev.plumbline.dossier.signed.TeamRecord.Comment;
import dev.plumbline.dossier.signed.TeamRecord.MakerAnswer;
import dev.plumbline.dossier.signed.TeamRecord.MakerQuestion;
import dev.plumbline.dossier.signed.TeamRecord.Review;
import dev.plumbline.dossier.signed.TeamRecord.Signoff;
import dev.plumbline.judging.DecidedItems;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records what people say to each other beside their decisions: each record signed, and only about
 * what is there when it is stored.
 *
 * @param current the dossier as it is now; read while nobody else can write
 * @param patience how long to wait for somebody else who writes
 */
public record TeamRecorder(
    DossierFolder folder, CurrentState current, Signer signer, Duration patience) {

  /** The recorder of a person who also decides. */
  public static TeamRecorder of(DecisionRecorder decisions) {
    return new TeamRecorder(
        decisions.folder(), decisions.current(), decisions.signer(), decisions.patience());
  }

  /**
   * Accepts a decision of another person, or returns it to its author.
   *
   * @param decision digest of the decision as it was read
   * @param accepts whether it may count; in a blind review, where the own verdict differs, it is
   *     returned whatever is said here
   * @param own the reviewer's verdict, given before the decision was shown
   */
  public RecordingResult<Review> review(
      ItemId item,
      Digest decision,
      boolean accepts,
      String because,
      Optional<Verdict> own,
      Instant at)
      throws IOException {
    return store(
        now -> {
          List<Decision> standing =
              DecidedItems.of(now.workspace().dossier().decisions()).standing(item);
          Optional<Decision> read =
              standing.stream().filter(d -> d.digest().equals(decision)).findFirst();
          if (read.isEmpty() || standing.size() > 1) {
            throw new RefusedException(
                "Since you read it, another decision on "
                    + item
                    + " was stored: "
                    + texts(standing));
          }
          Team team = now.workspace().dossier().team();
          demandOther(read.get(), team);
          if (team.policy().blind() && own.isEmpty()) {
            throw new RefusedException(
                "policy.yaml asks for blind reviews: give your own verdict on " + item + ".");
          }
          boolean agrees =
              own.map(v -> v == read.get().finding().verdict()).orElse(true) && accepts;
          Map<String, Object> content = Review.content(item, decision, agrees, because, own);
          Signed signed =
              sign(Review.TYPE, content, Saw.of(List.of(decision)).under(team.policy()), at);
          return new Review(signed, item, decision, agrees, because, own);
        });
  }

  private void demandOther(Decision decision, Team team) {
    Optional<Signed> author = decision.signed();
    if (author.isEmpty()) {
      throw new RefusedException(
          "The decision has no signature, so nobody can tell whether you are its author. Decide"
              + " again.");
    }
    Optional<String> refusal = team.refusal(signer.author(), author.get().author());
    if (refusal.isPresent()) {
      throw new RefusedException("You cannot review this decision: " + refusal.get() + ".");
    }
  }

  private static String texts(List<Decision> decisions) {
    return String.join(
        "; ",
        decisions.stream()
            .map(d -> d.by() + " " + d.finding().verdict() + " (" + d.finding().reason() + ")")
            .toList());
  }

  /**
   * Remarks on an item; no verdict changes.
   *
   * @param about digest of the record that it answers
   */
  public RecordingResult<Comment> comment(
      ItemId item, String text, Optional<Digest> about, Instant at) throws IOException {
    return store(
        now -> {
          demandItem(now, item);
          Signed signed = sign(Comment.TYPE, Comment.content(item, text, about), Saw.NOTHING, at);
          return new Comment(signed, item, text, about);
        });
  }

  /**
   * Asks the maker about a cell.
   *
   * @param row such as {@code 1-AuthMech/AuthMech-1}
   * @param column key of a column or typed field
   */
  public RecordingResult<MakerQuestion> ask(String row, String column, String text, Instant at)
      throws IOException {
    return store(
        now -> {
          Optional<IxitEntry> entry = now.workspace().dossier().ixit().entry(row);
          if (entry.isEmpty()) {
            throw new RefusedException("The IXIT has no row " + row + ".");
          }
          boolean known =
              entry.get().cell(column).isPresent()
                  || now.workspace()
                      .catalogue()
                      .table(entry.get().table())
                      .flatMap(t -> t.column(column))
                      .isPresent();
          if (!known) {
            throw new RefusedException("Table " + entry.get().table() + " has no " + column + ".");
          }
          Signed signed =
              sign(MakerQuestion.TYPE, MakerQuestion.content(row, column, text), Saw.NOTHING, at);
          return new MakerQuestion(signed, row, column, text);
        });
  }

  /**
   * Answers a question with what the cell should say. The declaration stays as it is.
   *
   * @param question digest of the question
   */
  public RecordingResult<MakerAnswer> answer(
      Digest question, String value, String because, Instant at) throws IOException {
    return store(
        now -> {
          if (now.workspace()
              .dossier()
              .team()
              .all(MakerQuestion.class)
              .noneMatch(q -> q.signed().digest().equals(question))) {
            throw new RefusedException("There is no question " + question.shortForm() + ".");
          }
          Signed signed =
              sign(
                  MakerAnswer.TYPE,
                  MakerAnswer.content(question, value, because),
                  Saw.of(List.of(question)),
                  at);
          return new MakerAnswer(signed, question, value, because);
        });
  }

  /** Digests of the questions that were asked. */
  public List<Digest> questions() throws IOException {
    return current
        .read()
        .workspace()
        .dossier()
        .team()
        .all(MakerQuestion.class)
        .map(q -> q.signed().digest())
        .toList();
  }

  /** Says who is to decide an item. */
  public RecordingResult<Assignment> assign(ItemId item, String to, String because, Instant at)
      throws IOException {
    return store(
        now -> {
          demandItem(now, item);
          Signed signed =
              sign(Assignment.TYPE, Assignment.content(item, to, because), Saw.NOTHING, at);
          return new Assignment(signed, item, to, because);
        });
  }

  /**
   * Vouches for the dossier as it is now. Where somebody signed another state off, this amends it
   * and names it.
   *
   * @param seen digest of the state that the person looked at, from {@link #state()}
   */
  public RecordingResult<Signoff> signoff(Digest seen, String because, Instant at)
      throws IOException {
    return store(
        now -> {
          Digest state = DossierDigest.of(now.workspace());
          if (!state.equals(seen)) {
            throw new RefusedException(
                "The dossier was changed since you looked at it. Look again, then sign.");
          }
          Team team = now.workspace().dossier().team();
          if (!team.policy().knows(signer.author())) {
            throw new RefusedException(
                signer.author().name()
                    + " with this key is not named in policy.yaml, so the sign-off would not"
                    + " count.");
          }
          Optional<Signoff> last = team.signoff();
          if (last.filter(s -> s.state().equals(state)).isPresent()) {
            throw new RefusedException(
                last.get().signed().author().name() + " signed this very state already.");
          }
          Optional<Digest> replaces = last.map(s -> s.signed().digest());
          long open =
              now.assessment().items().filter(i -> i.verdict() == Verdict.INCONCLUSIVE).count();
          Verdict verdict = now.assessment().verdict();
          Signed signed =
              sign(
                  Signoff.TYPE,
                  Signoff.content(state, verdict, open, because, replaces),
                  Saw.of(replaces.stream().toList()).under(team.policy()),
                  at);
          return new Signoff(signed, state, verdict, open, because, replaces);
        });
  }

  /** Digest of the state that a sign-off would vouch for now. */
  public Digest state() throws IOException {
    return DossierDigest.of(current.read().workspace());
  }

  private static void demandItem(JudgedDossier now, ItemId item) {
    if (now.assessment().items().noneMatch(i -> i.item().id().equals(item))) {
      throw new RefusedException("The plan has no item " + item + ".");
    }
  }

  private Signed sign(String type, Map<String, Object> content, Saw saw, Instant at) {
    return signer.sign(type, content, saw, at);
  }

  /** Makes a record from the dossier as it is now. */
  @FunctionalInterface
  private interface Making<T extends TeamRecord> {
    T of(JudgedDossier now) throws IOException;
  }

  /** What a person wants cannot be recorded; the message is a sentence. */
  private static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(String why) {
      super(why);
    }
  }

  private <T extends TeamRecord> RecordingResult<T> store(Making<T> making) throws IOException {
    try (DossierWriter writer = folder.write(patience)) {
      T record = making.of(current.read());
      writer.appendTeam(List.of(record));
      return new RecordingResult.Stored<>(List.of(record));
    } catch (DossierLockedException e) {
      return new RecordingResult.Busy<>();
    } catch (RefusedException e) {
      return new RecordingResult.Refused<>(String.valueOf(e.getMessage()));
    }
  }
}

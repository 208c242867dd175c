package dev.plumbline.workbench.product;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.portfolio.DossierJudge;
import dev.plumbline.app.portfolio.DossierJudge.Outcome;
import dev.plumbline.app.portfolio.Results;
import dev.plumbline.judging.reuse.ReusableFindings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/** Judges for several threads: each is lent to one at a time. */
final class Judges {
  private final BlockingQueue<DossierJudge> free;

  Judges(Results results, int number) {
    free = new ArrayBlockingQueue<>(number);
    for (int i = 0; i < number; i++) {
      free.add(results.judge());
    }
  }

  /**
   * The dossier as it is; waits for a judge that is free.
   *
   * @param before what was kept of it last; any of these judges can use it
   */
  Outcome judge(Path folder, LocalDate day, Optional<ReusableFindings> before)
      throws InterruptedException {
    return lent(judge -> judge.judgeAgain(folder, day, before));
  }

  /**
   * The dossier as it is, of which nothing was changed but what people decided and said.
   *
   * @param before as it was judged for the same day
   */
  Outcome judgePeople(AssessedDossier before, LocalDate day) throws InterruptedException {
    return lent(judge -> judge.judgePeople(before, day));
  }

  /**
   * What a judge finds.
   *
   * @throws InterruptedException also if the thread was stopped meanwhile: a file that is read then
   *     ends with an error, and the dossier looks broken where it is not
   */
  Outcome lent(Function<DossierJudge, Outcome> work) throws InterruptedException {
    DossierJudge judge = free.take();
    try {
      Outcome outcome = work.apply(judge);
      if (Thread.interrupted()) {
        throw new InterruptedException("stopped while files were read");
      }
      return outcome;
    } finally {
      free.add(judge);
    }
  }
}

package dev.plumbline.workbench.product;

import dev.plumbline.app.portfolio.DossierJudge;
import dev.plumbline.app.portfolio.DossierJudge.Outcome;
import dev.plumbline.app.portfolio.Results;
import dev.plumbline.judging.reuse.ReusableFindings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

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
    DossierJudge judge = free.take();
    try {
      return judge.judgeAgain(folder, day, before);
    } finally {
      free.add(judge);
    }
  }
}

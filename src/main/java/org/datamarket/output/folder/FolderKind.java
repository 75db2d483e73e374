package org.datamarket.output.folder;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A kind of folder that the program writes. A folder gives way only to one of its own kind. */
public enum FolderKind {
  /** What a market came to. */
  RUN("run", "a run", Set.of("run", "replay")),
  /** What claims of papers came to on a market. */
  CLAIMS("claims", "a trial of claims", Set.of("claims")),
  /** What mechanisms came to on the same markets. */
  COMPARISON("comparison", "a comparison of mechanisms", Set.of("compare")),
  /** A study, or a shard of one. */
  STUDY("study", "a study", Set.of("sweep", "merge")),
  /** A study whose design is that of a sensitivity analysis. */
  SENSITIVITY("sensitivity", "a sensitivity analysis", Set.of("sensitivity"));

  private final String key;
  private final String phrase;
  private final Set<String> commands;

  FolderKind(String key, String phrase, Set<String> commands) {
    this.key = key;
    this.phrase = phrase;
    this.commands = commands;
  }

  /** The word for it in {@code manifest.json}. */
  public String key() {
    return key;
  }

  /** The words for it in a sentence, with an article. */
  public String phrase() {
    return phrase;
  }

  static Optional<FolderKind> of(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
  }

  /** The kind that a command writes. */
  static Optional<FolderKind> writtenBy(String command) {
    return Arrays.stream(values()).filter(kind -> kind.commands.contains(command)).findFirst();
  }
}

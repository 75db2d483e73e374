package org.datamarket.study.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Position;
import org.datamarket.document.Words;
import org.datamarket.document.YamlReader;
import org.datamarket.document.type.Fields;
import org.datamarket.document.type.Property;
import org.datamarket.model.format.Format;
import org.datamarket.study.StudyMeasures;

/**
 * What the parts of a study must not do to each other. Each check throws a {@link Mistake}.
 *
 * @param study what the file says
 * @param factors what varies
 * @param points the design's
 */
record StudyChecks(Fields study, StudyFactors factors, StudyPoints points) {
  private static final Set<String> OTHER_COLUMNS =
      Set.of("point", "replication", "seed", "status", "error", "round");

  /** Refuses parts of the study that would be without effect, for others set the same values. */
  void refuseLostValues() {
    SettingConflicts conflicts = new SettingConflicts(factors.base());
    for (Node.Entry entry : study.get(StudyFormat.SET).entries()) {
      conflicts.add(
          SettingConflicts.Owner.of(StudyFormat.SET.key()),
          entry.key(),
          entry.keyPosition(),
          List.of(entry.value()));
    }
    for (String name : points.names()) {
      Optional<DescribedFactor> factor = factors.described(name);
      if (factor.isEmpty()) {
        Position head = points.table().orElseThrow().head(name);
        conflicts.add(SettingConflicts.Owner.of(name), name, head, nestedCells(name, head));
      } else if (factor.get().isNamed()) {
        addLevels(conflicts, factor.get());
      } else {
        conflicts.add(
            SettingConflicts.Owner.of(name),
            name,
            factor.get().position(),
            factor.get().listedLevels());
      }
    }
    Fields limits = study.get(StudyFormat.LIMITS);
    limits
        .node()
        .entry(StudyFormat.LIMIT_ROUNDS.key())
        .ifPresent(
            limit ->
                conflicts.add(
                    SettingConflicts.Owner.of(StudyFormat.LIMITS.key()),
                    Format.ROUND_LIMIT.key(),
                    limit.keyPosition(),
                    List.of()));
  }

  private static void addLevels(SettingConflicts conflicts, DescribedFactor factor) {
    List<NamedLevel> levels = factor.namedLevels();
    Map<String, Integer> counts = new HashMap<>();
    for (NamedLevel level : levels) {
      level.values().entries().forEach(value -> counts.merge(value.key(), 1, Integer::sum));
    }
    for (NamedLevel level : levels) {
      for (Node.Entry value : level.values().entries()) {
        boolean always = counts.get(value.key()) == levels.size();
        conflicts.add(
            new SettingConflicts.Owner(factor.name(), level.name(), always),
            value.key(),
            value.keyPosition(),
            List.of(value.value()));
      }
    }
  }

  /** The mappings and lists in a column of the table of points. */
  private List<Node> nestedCells(String name, Position head) {
    int column = points.names().indexOf(name);
    return points.points().stream()
        .map(point -> point.levels().get(column))
        .filter(level -> level.startsWith("{") || level.startsWith("["))
        .distinct()
        .map(level -> YamlReader.value(head, level))
        .toList();
  }

  /** Refuses names that are unknown, or stand twice. */
  List<String> names(Property<List<String>> property, List<String> known) {
    List<String> names = study.get(property);
    List<Node> items = ((Node.Sequence) study.node(property)).items();
    List<String> seen = new ArrayList<>();
    for (String name : names) {
      Position position = items.get(seen.size()).position();
      if (!known.contains(name)) {
        throw new Mistake(
            position,
            "unknown name %s in %s; expected %s%s"
                .formatted(
                    Words.quoted(name),
                    property.key(),
                    known.isEmpty() ? "none, for there are no factors" : Words.oneOf(known),
                    Words.didYouMean(name, known)));
      }
      if (seen.contains(name)) {
        throw new Mistake(
            position, "%s stands twice; expected it once".formatted(Words.quoted(name)));
      }
      seen.add(name);
    }
    return names;
  }

  /** The names of what is kept of each run. */
  List<String> measures() {
    return study.has(StudyFormat.MEASURES)
        ? names(StudyFormat.MEASURES, StudyMeasures.names())
        : StudyMeasures.usual();
  }

  /** Refuses factors that have the name of another column of the tables. */
  void refuseEqualColumns(List<String> measures) {
    for (String name : points.names()) {
      if (OTHER_COLUMNS.contains(name) || measures.contains(name)) {
        throw new Mistake(
            factors.described(name).map(DescribedFactor::position).orElse(study.position()),
            ("factor %s has the name of another column of runs.csv; expected measures without it,"
                    + " or named levels under another name")
                .formatted(Words.quoted(name)));
      }
    }
  }
}

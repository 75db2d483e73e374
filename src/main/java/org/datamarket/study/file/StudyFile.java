package org.datamarket.study.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.datamarket.document.FileNames;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Numbers;
import org.datamarket.document.Position;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.document.YamlReader;
import org.datamarket.document.YamlWriter;
import org.datamarket.document.type.Property;
import org.datamarket.model.file.InputText;
import org.datamarket.model.file.ModelFile;
import org.datamarket.model.format.Format;
import org.datamarket.model.population.Inputs;
import org.datamarket.study.Factor;
import org.datamarket.study.Measure;
import org.datamarket.study.Measures;
import org.datamarket.study.Point;
import org.datamarket.study.Replications;
import org.datamarket.study.RunSeeds;
import org.datamarket.study.Runner;
import org.datamarket.study.Setting;
import org.datamarket.study.Settings;
import org.datamarket.study.Study;
import org.datamarket.study.StudyRunner;

/**
 * A study file: many runs of one model, described in YAML ({@code docs/studies.md}), read and checked.
 * Every level of every factor is checked against the model by itself; what levels do to each other is
 * seen when a point is run. Immutable.
 */
public final class StudyFile implements Study {
  private static final String ROUND_LIMIT = Format.ROUND_LIMIT.key();
  private static final Set<String> OTHER_COLUMNS =
      Set.of("point", "replication", "seed", "status", "error", "round");

  private final Path file;
  private final Node.Mapping checked;
  private final ModelFile base;
  private final List<Factor> factors;
  private final List<String> names;
  private final List<Point> points;
  private final List<Long> lines;
  private final List<Path> inputs;
  private final List<String> measures;
  private final StudyRunner runner;
  private final long seed;
  private final Replications replications;
  private final List<Measure> kept;
  private final List<String> common;

  private StudyFile(Path file, Node.Mapping checked) throws UserMistake {
    this.file = file;
    this.checked = checked;
    this.seed = Numbers.whole("seed", checked.get(StudyFormat.SEED.key()), "a number").longValue();
    this.base = base();
    this.factors = new FactorReader(base).read(mapping(StudyFormat.FACTORS));
    Node.Mapping design = mapping(StudyFormat.DESIGN);
    if (design.text("kind").equals("points")) {
      Node csv = design.get(StudyFormat.CSV.key());
      Path path = PointTable.resolve(file, csv);
      PointTable table = new PointTable(base, namedLevels()).read(csv.position(), path);
      this.names = table.columns();
      this.points = table.points();
      this.lines = table.lines();
      this.inputs = List.of(path);
    } else {
      this.names = factors.stream().map(Factor::name).toList();
      this.points = new DesignPoints(factors, described(), seed).of(design);
      this.lines = List.of();
      this.inputs = List.of();
    }
    refuseLostValues();
    this.measures = measureNames();
    refuseEqualColumns();
    checkNames(StudyFormat.ROUNDS, Measures.seriesNames());
    checkNames(StudyFormat.COMMON, names);
    checkReplications();
    this.replications = readReplications();
    this.kept = measures.stream().map(Measures::measure).toList();
    this.common = texts(StudyFormat.COMMON);
    this.runner = new StudyRunner(base, limits(), seconds(), measures, series());
  }

  /**
   * Reads and checks a study file, its model, and its table of points if it names one.
   *
   * @param file the file, a regular one, YAML in UTF-8
   * @param overrides values that take the place of the file's, each {@code path=value}; what is no
   *     key of a study is one of its base model, as if it stood under {@code set}
   * @throws UserMistake if anything is wrong with the study, the model or an override
   */
  public static StudyFile read(Path file, List<String> overrides) throws UserMistake {
    try {
      return read(InputText.ofFile(file), overrides);
    } catch (Mistake mistake) {
      throw new UserMistake(mistake);
    }
  }

  /**
   * Checks a study file whose text has been read.
   *
   * @throws UserMistake if anything is wrong with the study, the model or an override
   */
  public static StudyFile read(InputText text, List<String> overrides) throws UserMistake {
    return read(text, overrides, Function.identity());
  }

  /** Reads a study file for a sensitivity analysis. */
  static StudyFile read(InputText text, List<String> overrides, SensitivityForm form)
      throws UserMistake {
    return read(text, overrides, form::apply);
  }

  private static StudyFile read(
      InputText text, List<String> overrides, Function<Node, Node> change) throws UserMistake {
    try {
      Node document = YamlReader.read(text.file().toString(), text.text());
      if (!(document instanceof Node.Mapping)) {
        throw new Mistake(
            document.position(),
            "is " + document.inWords() + "; expected a study, beginning with format: 1");
      }
      Node changed = change.apply(StudyOverrides.apply(document, overrides));
      return new StudyFile(text.place(), StudyFormat.STUDY.read("", changed).value().node());
    } catch (Mistake mistake) {
      throw new UserMistake(mistake);
    }
  }

  private ModelFile base() throws UserMistake {
    Node model = checked.get(StudyFormat.MODEL.key());
    Path path = modelPath((Node.Scalar) model);
    ModelFile plain;
    try {
      plain = ModelFile.read(path, List.of());
    } catch (UserMistake unusable) {
      throw new UserMistake(model.position() + ": the base model: " + unusable.getMessage());
    }
    List<String> set = new ArrayList<>();
    for (Node.Entry entry : mapping(StudyFormat.SET).entries()) {
      List<String> overrides = Settings.value(entry.key(), entry.value()).overrides();
      try {
        plain.checkSettings(overrides);
      } catch (Mistake mistake) {
        throw new Mistake(entry.keyPosition(), mistake.what());
      }
      set.addAll(overrides);
    }
    try {
      return set.isEmpty() ? plain : ModelFile.readWithSettings(path, set);
    } catch (UserMistake together) {
      throw new Mistake(
          wrongChange(path, together.first()),
          "with these changes the base model is wrong: " + together.getMessage());
    }
  }

  /** The entry of {@code set} in which a mistake stands, or else one that is wrong by itself. */
  private Position wrongChange(Path path, Mistake mistake) {
    List<Node.Entry> entries = mapping(StudyFormat.SET).entries();
    for (Node.Entry entry : entries) {
      if (StudyRunner.isAbout(mistake, Settings.value(entry.key(), entry.value()))) {
        return entry.keyPosition();
      }
    }
    for (Node.Entry entry : entries) {
      try {
        ModelFile.readWithSettings(
            path, Settings.value(entry.key(), entry.value()).overrides());
      } catch (UserMistake alone) {
        return entry.keyPosition();
      }
    }
    return mapping(StudyFormat.SET).position();
  }

  private Path modelPath(Node.Scalar model) {
    try {
      Path path = Path.of(model.text());
      return model.position() instanceof Position.InOverride ? path : file.resolveSibling(path);
    } catch (InvalidPathException e) {
      throw new Mistake(
          model.position(), "model is " + model.inWords() + FileNames.remedy(e.getInput()) + "; expected the path of a model file");
    }
  }

  private List<Factor> namedLevels() {
    for (Node.Entry entry : mapping(StudyFormat.FACTORS).entries()) {
      if (!FactorReader.isNamed(entry.value())) {
        throw new Mistake(
            entry.keyPosition(),
            "the levels of "
                + entry.key()
                + " stand in the table of points; expected them there only");
      }
    }
    return factors;
  }

  @Override
  public String place(Point point) {
    List<Setting> settings = point.settings();
    Optional<Mistake> mistake = mistake(settings);
    return settings.stream()
        .filter(setting -> isAbout(mistake, setting))
        .findFirst()
        .or(() -> settings.stream().filter(this::isWrongAlone).findFirst())
        .or(() -> settings.stream().reduce((first, second) -> second))
        .map(setting -> place(point, setting, mistake).toString())
        .orElse(file.toString());
  }

  /** What is wrong with the model of a point, if that is seen before a draw. */
  private Optional<Mistake> mistake(List<Setting> settings) {
    try {
      runner.model(settings);
      return Optional.empty();
    } catch (UserMistake wrong) {
      return Optional.of(wrong.first());
    }
  }

  private static boolean isAbout(Optional<Mistake> mistake, Setting setting) {
    return mistake.filter(wrong -> StudyRunner.isAbout(wrong, setting)).isPresent();
  }

  private boolean isWrongAlone(Setting setting) {
    try {
      base.with(setting.overrides());
      return false;
    } catch (UserMistake wrong) {
      return true;
    }
  }

  private Position place(Point point, Setting setting, Optional<Mistake> mistake) {
    if (!inputs.isEmpty()) {
      return new Position.InCell(
          inputs.get(0).toString(), lines.get(point.number() - 1), setting.factor());
    }
    Node.Entry factor = mapping(StudyFormat.FACTORS).entry(setting.factor()).orElseThrow();
    return FactorReader.isNamed(factor.value())
        ? placeOfNamed(FactorReader.levels(factor.value()).entry(setting.level()), mistake)
            .orElse(factor.keyPosition())
        : placeInList(factor, setting);
  }

  /** Where the value stands that a mistake is about, or else the level. */
  private static Optional<Position> placeOfNamed(
      Optional<Node.Entry> level, Optional<Mistake> mistake) {
    Optional<Position> value =
        level.stream()
            .flatMap(entry -> ((Node.Mapping) entry.value()).entries().stream())
            .filter(
                entry -> isAbout(mistake, Settings.value(entry.key(), entry.value())))
            .map(Node.Entry::keyPosition)
            .findFirst();
    return value.or(() -> level.map(Node.Entry::keyPosition));
  }

  /** Where a level stands, if it is one of a list, or else its factor. */
  private static Position placeInList(Node.Entry factor, Setting setting) {
    if (factor.value() instanceof Node.Sequence list) {
      for (Node item : list.items()) {
        if (Settings.value(factor.key(), item).equals(setting)) {
          return item.position();
        }
      }
    }
    return factor.keyPosition();
  }

  private List<String> measureNames() {
    if (!checked.has(StudyFormat.MEASURES.key())) {
      return Measures.usual();
    }
    checkNames(StudyFormat.MEASURES, Measures.names());
    return texts(StudyFormat.MEASURES);
  }

  /** Refuses names that are unknown, or stand twice. */
  private void checkNames(Property<?> property, List<String> known) {
    List<String> seen = new ArrayList<>();
    for (Node item : ((Node.Sequence) checked.get(property.key())).items()) {
      String name = ((Node.Scalar) item).text();
      if (!known.contains(name)) {
        throw new Mistake(
            item.position(),
            "unknown name "
                + Words.quoted(name)
                + " in "
                + property.key()
                + "; expected "
                + (known.isEmpty() ? "none, for there are no factors" : Words.oneOf(known))
                + Words.didYouMean(name, known));
      }
      if (seen.contains(name)) {
        throw new Mistake(
            item.position(), Words.quoted(name) + " stands twice; expected it once");
      }
      seen.add(name);
    }
  }

  /** Refuses parts of the study that would be without effect, for others set the same values. */
  private void refuseLostValues() {
    SettingConflicts conflicts = new SettingConflicts(base);
    for (Node.Entry entry : mapping(StudyFormat.SET).entries()) {
      conflicts.add(
          SettingConflicts.Owner.of(StudyFormat.SET.key()),
          entry.key(),
          entry.keyPosition(),
          List.of(entry.value()));
    }
    Node.Mapping described = described();
    for (String name : names) {
      Optional<Node.Entry> factor = described.entry(name);
      if (factor.isEmpty()) {
        Position header = new Position.InCell(inputs.get(0).toString(), 1, name);
        conflicts.add(SettingConflicts.Owner.of(name), name, header, nestedCells(name, header));
      } else if (FactorReader.isNamed(factor.get().value())) {
        addLevels(conflicts, factor.get());
      } else {
        List<Node> values =
            factor.get().value() instanceof Node.Sequence list ? list.items() : List.of();
        conflicts.add(SettingConflicts.Owner.of(name), name, factor.get().keyPosition(), values);
      }
    }
    mapping(StudyFormat.LIMITS)
        .entry(StudyFormat.LIMIT_ROUNDS.key())
        .ifPresent(
            limit ->
                conflicts.add(
                    SettingConflicts.Owner.of(StudyFormat.LIMITS.key()),
                    ROUND_LIMIT,
                    limit.keyPosition(),
                    List.of()));
  }

  private static void addLevels(SettingConflicts conflicts, Node.Entry factor) {
    List<Node.Entry> levels = FactorReader.levels(factor.value()).entries();
    Map<String, Integer> counts = new HashMap<>();
    for (Node.Entry level : levels) {
      ((Node.Mapping) level.value())
          .entries()
          .forEach(value -> counts.merge(value.key(), 1, Integer::sum));
    }
    for (Node.Entry level : levels) {
      for (Node.Entry value : ((Node.Mapping) level.value()).entries()) {
        boolean always = counts.get(value.key()) == levels.size();
        conflicts.add(
            new SettingConflicts.Owner(factor.key(), level.key(), always),
            value.key(),
            value.keyPosition(),
            List.of(value.value()));
      }
    }
  }

  /** The mappings and lists in a column of the table of points. */
  private List<Node> nestedCells(String name, Position header) {
    int column = names.indexOf(name);
    return points.stream()
        .map(point -> point.levels().get(column))
        .filter(level -> level.startsWith("{") || level.startsWith("["))
        .distinct()
        .map(level -> YamlReader.value(header, level))
        .toList();
  }

  private void refuseEqualColumns() {
    for (String name : names) {
      if (OTHER_COLUMNS.contains(name) || measures.contains(name)) {
        Position position =
            mapping(StudyFormat.FACTORS)
                .entry(name)
                .map(Node.Entry::keyPosition)
                .orElse(checked.position());
        throw new Mistake(
            position,
            "factor "
                + Words.quoted(name)
                + " has the name of another column of runs.csv; expected measures without it, or"
                + " named levels under another name");
      }
    }
  }

  private void checkReplications() {
    if (checked.get(StudyFormat.REPLICATIONS.key()) instanceof Node.Mapping adaptive) {
      int least = count(adaptive, StudyFormat.AT_LEAST);
      if (count(adaptive, StudyFormat.AT_MOST) < least) {
        throw Numbers.wrong(
            "at-most",
            adaptive.get(StudyFormat.AT_MOST.key()),
            "",
            "at least at-least, which is " + least);
      }
      Node measure = until(adaptive).get(StudyFormat.UNTIL_MEASURE.key());
      String name = ((Node.Scalar) measure).text();
      if (!measures.contains(name)) {
        throw new Mistake(
            measure.position(),
            "measure is "
                + name
                + "; expected "
                + Words.oneOf(measures)
                + Words.didYouMean(name, measures));
      }
    }
  }

  private static Node.Mapping until(Node.Mapping adaptive) {
    return (Node.Mapping) adaptive.get(StudyFormat.UNTIL.key());
  }

  private List<String> limits() {
    Node.Mapping limits = mapping(StudyFormat.LIMITS);
    return limits
        .find(StudyFormat.LIMIT_ROUNDS.key())
        .map(rounds -> List.of(ROUND_LIMIT + "=" + ((Node.Scalar) rounds).text()))
        .orElse(List.of());
  }

  private Optional<Double> seconds() {
    return mapping(StudyFormat.LIMITS)
        .find(StudyFormat.LIMIT_SECONDS.key())
        .map(seconds -> Numbers.number("seconds", seconds, "a number"));
  }

  private Node.Mapping described() {
    return mapping(StudyFormat.FACTORS);
  }

  private Node.Mapping mapping(Property<?> property) {
    return (Node.Mapping) checked.get(property.key());
  }

  private List<String> texts(Property<?> property) {
    return ((Node.Sequence) checked.get(property.key()))
        .items().stream().map(item -> ((Node.Scalar) item).text()).toList();
  }

  private static int count(Node.Mapping mapping, Property<?> property) {
    return Numbers.whole(property.key(), mapping.get(property.key()), "a whole number")
        .intValueExact();
  }

  @Override
  public String name() {
    return checked.has(StudyFormat.NAME.key())
        ? checked.text(StudyFormat.NAME.key())
        : nameOfFile();
  }

  private String nameOfFile() {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString().replaceFirst("\\.(ya?ml|YA?ML)$", "");
    return name.isBlank() ? "study" : name;
  }

  @Override
  public String description() {
    return checked.text(StudyFormat.DESCRIPTION.key());
  }

  @Override
  public long seed() {
    return seed;
  }

  @Override
  public List<String> factors() {
    return names;
  }

  /** How the factors vary, in order; empty when the points stand in a table. */
  List<Factor> variations() {
    return inputs.isEmpty() ? factors : List.of();
  }

  @Override
  public List<String> commonRandomNumbers() {
    return common;
  }

  @Override
  public List<Measure> measures() {
    return kept;
  }

  @Override
  public List<String> series() {
    return texts(StudyFormat.ROUNDS);
  }

  @Override
  public List<Point> points() {
    return points;
  }

  @Override
  public Replications replications() {
    return replications;
  }

  private Replications readReplications() {
    Node node = checked.get(StudyFormat.REPLICATIONS.key());
    if (node instanceof Node.Mapping adaptive) {
      Node.Mapping until = until(adaptive);
      return Replications.until(
          count(adaptive, StudyFormat.AT_LEAST),
          count(adaptive, StudyFormat.AT_MOST),
          until.text(StudyFormat.UNTIL_MEASURE.key()),
          Numbers.number("within", until.get(StudyFormat.WITHIN.key()), "a number"));
    }
    return Replications.fixed(
        Numbers.whole("replications", node, "a whole number").intValueExact());
  }

  @Override
  public long seedOf(Point point, int replication) {
    return RunSeeds.seed(seed(), point.canonical(commonRandomNumbers()), replication);
  }

  @Override
  public Runner runner() {
    return runner;
  }

  @Override
  public String effectiveYaml() {
    Node.Mapping effective =
        checked
            .with(StudyFormat.NAME.key(), text(name()))
            .with(StudyFormat.MODEL.key(), text("model.yaml"))
            .with(StudyFormat.SET.key(), new Node.Mapping(checked.position(), List.of()));
    if (!inputs.isEmpty()) {
      Node csv = text(Inputs.FOLDER + "/" + inputs.get(0).getFileName());
      effective =
          effective.with(
              StudyFormat.DESIGN.key(),
              mapping(StudyFormat.DESIGN).with(StudyFormat.CSV.key(), csv));
    }
    effective = StudyFormat.STUDY.read("", effective).value().node();
    return "# The effective study: every default and override written out.\n"
        + YamlWriter.write(effective);
  }

  private static Node text(String text) {
    return new Node.Scalar(new Position.Default(), text, true);
  }

  @Override
  public ModelFile model() {
    return base;
  }

  @Override
  public Optional<Path> modelFile() {
    return Optional.of(modelPath((Node.Scalar) checked.get(StudyFormat.MODEL.key())));
  }

  @Override
  public List<Path> inputs() {
    return inputs;
  }

  @Override
  public ModelFile modelAt(List<Setting> settings) throws UserMistake {
    return runner.model(settings);
  }
}
